/** How much is replaced: `apple` people and their devices, `standard` also networks and configurations, `strict` also software. */
export const REDACTION_LEVELS = ['apple', 'standard', 'strict'] as const;

export type RedactionLevel = (typeof REDACTION_LEVELS)[number];

/** What a private value is; its token begins with a word for it. */
export type Kind =
  | 'user'
  | 'mail'
  | 'phone'
  | 'account'
  | 'device'
  | 'serial'
  | 'ssid'
  | 'mac'
  | 'place'
  | 'secret'
  | 'cert'
  | 'dir'
  | 'ip'
  | 'host'
  | 'url'
  | 'uuid'
  | 'config'
  | 'hash'
  | 'key'
  | 'file'
  | 'encoded'
  | 'app'
  | 'team'
  | 'text';

const PEOPLE: readonly Kind[] = [
  ...(['user', 'mail', 'phone', 'account', 'device', 'serial', 'ssid', 'mac'] as const),
  ...(['place', 'secret', 'cert', 'dir', 'key', 'file', 'encoded'] as const),
];
const NETWORKS: readonly Kind[] = ['ip', 'host', 'url', 'uuid', 'config', 'hash'];
const SOFTWARE: readonly Kind[] = ['app', 'team', 'text'];

export const KINDS_OF: Readonly<Record<RedactionLevel, ReadonlySet<Kind>>> = {
  apple: new Set(PEOPLE),
  standard: new Set([...PEOPLE, ...NETWORKS]),
  strict: new Set([...PEOPLE, ...NETWORKS, ...SOFTWARE]),
};
