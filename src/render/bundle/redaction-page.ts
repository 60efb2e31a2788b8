import { table } from '../markdown/escape.ts';
import { count, number } from '../terminal/words.ts';
import type { MovedTimes, RedactionFacts } from './manifest.ts';

/** What each kind is, and what its token keeps. */
const KINDS: Readonly<Record<string, string>> = {
  user: 'names of people, of accounts on the machine',
  mail: 'e-mail addresses',
  phone: 'phone numbers',
  account: 'accounts and identities',
  device: 'names of devices',
  serial: 'serial numbers and other numbers of a device',
  ssid: 'names of wireless networks',
  mac: 'MAC addresses',
  place: 'coordinates',
  secret: 'passwords, tokens, cookies: dropped, without a token of their own',
  cert: 'names in certificates',
  dir: 'folders below a home',
  key: 'keys',
  file: 'names of the files that were analysed',
  encoded: 'parts in base64, hex or percent-encoding that held one of these',
  ip: 'addresses: family, class and subnet stay visible',
  host: 'hosts: the number of labels and the suffix stay visible',
  url: 'URLs: scheme and port stay, path and query are dropped',
  uuid: 'UUIDs',
  config: 'names of configurations',
  hash: 'hashes, which would be equal in other captures',
  app: 'names of software that is not Apple’s: words such as tunnel stay',
  team: 'team identifiers',
};
const PEOPLE = 'people, their devices and the folders of their homes';
const REPLACED: Readonly<Record<RedactionFacts['level'], string>> = {
  off: 'nothing',
  apple: PEOPLE,
  standard: `${PEOPLE}, addresses, hosts, URLs, UUIDs, names of configurations, hashes`,
  strict: `${PEOPLE}, addresses, hosts, URLs, UUIDs, names of configurations, hashes, names of software that is not Apple’s, and every message that is not known`,
};
const KEPT: Readonly<Record<RedactionFacts['level'], string>> = {
  off: 'everything',
  apple: 'hosts, addresses, UUIDs, names of configurations and of software',
  standard: 'names of software, since a fault is somebody’s',
  strict: 'what Apple calls its own',
};

/** What a reader of the bundle, and whoever hands it over, should know of what was taken out of it. */
export function redactionPage({ level, values, looked }: RedactionFacts, movedTimes?: MovedTimes): string {
  const moved = movedTimes === undefined ? [] : timesPart(movedTimes);
  if (level === 'off')
    return `${[
      '# Redaction',
      'Off. Nothing was replaced: these files quote the log as it is, with every name, address and host in it.',
      ...moved,
    ].join('\n\n')}\n`;
  const rows = Object.entries(values)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, found]) => [`\`${kind}\``, number(found), KINDS[kind] ?? '']);
  return `${[
    '# Redaction',
    `Level **${level}**. Replaced: ${REPLACED[level]}.`,
    rows.length === 0 ? 'Nothing of it occurred.' : table(['kind', 'values', 'what it is'], rows),
    'Equal values are equal tokens, in all files here. Tokens are HMAC-SHA-256 of the kind and the value under a key; neither the key nor the list of values is in this folder.',
    '## Kept, and why',
    `- ${KEPT[level]}`,
    '- Apple’s own names, error domains and codes, interfaces, ports, loopback and multicast addresses: without them no fault can be read.',
    '- process ids, flow identifiers, errno, times: they join the lines of a story.',
    ...moved,
    '## Searched for what should not be here',
    `Every file was searched before anything was written for the ${count(looked, 'value')} that names or words before them gave away, wherever else they may stand, in any case, as base64, hex, percent-encoding and JSON escapes; what is packed was unpacked for it. What has a shape of its own (UUIDs, hashes) is replaced by it and searched for by it. **Found: 0.** A single one, and nothing would have been written.`,
    'A value that is also a word of necropsy’s own (a person called `State`) counts as that word where the files would say it of an empty capture too; the texts of the log were searched for it by themselves.',
    'A line that a provider writes in words of its own stays where it says a word that is known (failed, wake, connected), at every level: what it says besides is replaced as far as other lines or its shape give it away.',
    'What no program can know is a name that no line marks as one: read the report before you hand it over.',
  ].join('\n\n')}\n`;
}

/** What was done with times, and what was not. */
function timesPart({ kept, isTellable }: MovedTimes): string[] {
  return [
    '## Times are moved',
    'Every date is moved by one number of whole days, the same in all files: those of the lines, and those that names and messages say in a known writing (year, month and day in numbers; names of months, with a year or a time; seconds since 1970 or 2001). Order, durations, the time of day and the offset from UTC are those of the log. By how much is nowhere said; whoever knows when one of the events really was can tell.',
    isTellable
      ? 'Every file was searched for the true days before anything was written. **Found: 0.**'
      : 'The true days were **not searched for**: the moved ones are among them, or the log does not say them in full.',
    `Left as they stand, since they may be numbers of something else: ${count(kept, 'text')}.`,
  ];
}
