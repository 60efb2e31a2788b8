import { HOST, MAIL } from './wording.ts';

const MAILS = new RegExp(MAIL, 'g');
const HOSTS = new RegExp(HOST, 'g');

/**
 * Takes out of a message what names a machine or a person, so that it can be shown as a sample: addresses become those of
 * the documentation ranges, host names example.com, UUIDs and mail addresses made up, the names of homes `someone`. What is
 * equal stays equal within the message. This is a courtesy, not a proof: only a person can tell what a vendor's line gives away.
 */
export function scrub(message: string): string {
  const seen = new Map<string, string>();
  const stand = (text: string, make: (index: number) => string): string => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const made = make(seen.size + 1);
    seen.set(text, made);
    return made;
  };
  return message
    .replace(HOSTS, (host) => stand(host, (index) => (index === 1 ? 'example.com' : `host${index}.example.com`)))
    .replace(MAILS, (mail) => stand(mail, () => 'someone@example.com'))
    .replace(/\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\b/g, (uuid) =>
      stand(uuid, (index) => `0F00BA12-1111-4222-8333-${String(index).padStart(12, '4')}`),
    )
    .replace(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g, (ip) =>
      stand(ip, (index) => (isSpecial(ip) ? ip : `192.0.2.${index}`)),
    )
    .replace(/(?<![\w:])(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*:)[0-9A-Fa-f:]{6,39}(?![\w:])/g, (ip) =>
      stand(ip, (index) => `2001:db8::${index}`),
    )
    .replace(/(\/(?:Users|home)\/)[^/\s]+/g, (_, home: string) => `${home}someone`);
}

/** Says nothing of anybody: loopback, unspecified, broadcast. */
function isSpecial(ip: string): boolean {
  return /^(?:127\.|0\.0\.0\.0$|255\.|169\.254\.)/.test(ip);
}
