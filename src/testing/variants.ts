import { encodeNdjson } from '../lib/encode-ndjson.ts';
import { formatIso } from '../lib/time-format.ts';
import { decodeAll } from './analyze-text.ts';

export interface Variant {
  readonly bytes: Buffer;
  /** How many bytes each read yields; undefined for as many as asked for. */
  readonly chunk: ((read: number) => number) | undefined;
}

/** Reads of 1 to 97 bytes, in an order that depends on the log alone. */
export function cutAnywhere(log: string): Variant {
  return { bytes: Buffer.from(log), chunk: (read) => 1 + ((read * 7_919 + log.length) % 97) };
}

/** Lines of processes that have nothing to do with Network Extension, after every third line, at the same time. */
export function chatterBetween(log: string): Variant {
  const lines = log.split('\n');
  const mixed = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    // Only before a first line of a record: a continuation line must not lose its record.
    const chatter = next === undefined || isFirstLine(next) ? chatterAfter(line, i) : undefined;
    return chatter === undefined || i % 3 !== 0 ? [line] : [line, chatter];
  });
  return { bytes: Buffer.from(mixed.join('\n')), chunk: undefined };
}

function isFirstLine(line: string): boolean {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+/.test(line);
}

function chatterAfter(line: string, i: number): string | undefined {
  const compact = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) [A-Z]/.exec(line);
  const messages = [
    'mDNSResponder[388:c189b] [com.apple.mDNSResponder:Default] [R52330] DNSServiceQueryRecord STOP -- name hash: 982ed8a0, duration: 189ms',
    'trustd[201:31dbbc] (Security) [com.apple.securityd:policy] cert[0]: AnchorTrusted =(leaf)[force]> 0',
    'tccd[170:1f0572] (TCC) [com.apple.TCC:access] AUTHREQ_CTX: msgID=170.1839, function=TCCAccessRequest',
  ];
  const message = messages[i % messages.length];
  if (compact !== null) return `${compact[1]} Df ${message}`;
  const full = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}[+-]\d{4}) 0x/.exec(line);
  if (full === null) return undefined;
  return `${full[1]} 0x31dbbc   Default     0x0                  201    0    trustd: (Security) [com.apple.securityd:policy] cert[${i % 3}]: AnchorTrusted =(leaf)[force]> 0`;
}

/** The same records as `log show --style ndjson` writes them. */
export async function reencoded(log: string): Promise<Variant> {
  const records = await decodeAll(Buffer.from(log));
  const lines = records.map((record) => {
    const iso = formatIso(record.at, 0);
    return encodeNdjson(record, `${iso.slice(0, 10)} ${iso.slice(11, 26)}+0000`);
  });
  return { bytes: Buffer.from(`${lines.join('\n')}\n{"count":${lines.length},"finished":1}\n`), chunk: undefined };
}

/** Every way in which a case is run: what is found must not depend on it. */
export const VARIANTS: readonly { readonly name: string; readonly of: (log: string) => Variant | Promise<Variant> }[] =
  [
    { name: 'as written', of: (log) => ({ bytes: Buffer.from(log), chunk: undefined }) },
    { name: 'cut into chunks', of: cutAnywhere },
    { name: 'with chatter between', of: chatterBetween },
    { name: 'as ndjson', of: reencoded },
  ];
