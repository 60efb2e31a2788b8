import { ipv4Text, ipv6Text } from './network-values.ts';

const OPCODES: readonly string[] = ['Query', 'IQuery', 'Status', 'Unassigned', 'Notify', 'Update'];
const RESPONSES: readonly string[] = [
  'NoError',
  'FormErr',
  'ServFail',
  'NXDomain',
  'NotImp',
  'Refused',
  'YXDomain',
  'YXRRSet',
  'NXRRSet',
  'NotAuth',
  'NotZone',
];
const FLAGS: readonly (readonly [number, string])[] = [
  [0x0400, 'AA'],
  [0x0200, 'TC'],
  [0x0100, 'RD'],
  [0x0080, 'RA'],
  [0x0020, 'AD'],
  [0x0010, 'CD'],
];

/** `id: 0x1A2B (6699), flags: 0x0100 (Q/Query, RD, NoError)`. Wording: mDNSResponder's lines in published logs. */
export function dnsIdFlagsText(id: number, flags: number): string {
  const names = FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => `${name}, `);
  const opcode = OPCODES[(flags >> 11) & 15] ?? `OPCODE${(flags >> 11) & 15}`;
  const response = RESPONSES[flags & 15] ?? `RCODE${flags & 15}`;
  const kind = (flags & 0x8000) === 0 ? 'Q' : 'R';
  return `id: 0x${hex4(id)} (${id}), flags: 0x${hex4(flags)} (${kind}/${opcode}, ${names.join('')}${response})`;
}

/** The twelve bytes at the head of a DNS message. */
export function dnsHeaderText(bytes: Buffer, at: number): string {
  const word = (index: number): number => bytes.readUInt16BE(at + index * 2);
  return `${dnsIdFlagsText(word(0), word(1))}, counts: ${word(2)}/${word(3)}/${word(4)}/${word(5)}`;
}

function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** `example.com.` of labels with their lengths. */
export function domainNameText(bytes: Buffer, from: number, size: number): string {
  const end = from + size;
  let text = '';
  for (let at = from; at < end; ) {
    const length = bytes[at] ?? 0;
    at += 1;
    if (length === 0) break;
    if (length > 63 || at + length > end) return `${text}<malformed>`;
    text += `${bytes.toString('utf8', at, at + length).replace(/[.\\]/g, '\\$&')}.`;
    at += length;
  }
  return text === '' ? '.' : text;
}

/** mDNSResponder's address: the version as 32 bits, then the bytes. */
export function dnsAddressText(bytes: Buffer, at: number, size: number): string | undefined {
  const version = size >= 4 ? bytes.readUInt32LE(at) : 0;
  if (version === 4 && size >= 8) return ipv4Text(bytes, at + 4);
  return version === 6 && size >= 20 ? ipv6Text(bytes, at + 4) : undefined;
}

/** Source: IANA's list of DNS record types. */
const RECORD_TYPES: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  13: 'HINFO',
  15: 'MX',
  16: 'TXT',
  24: 'SIG',
  25: 'KEY',
  28: 'AAAA',
  29: 'LOC',
  33: 'SRV',
  35: 'NAPTR',
  37: 'CERT',
  39: 'DNAME',
  43: 'DS',
  44: 'SSHFP',
  46: 'RRSIG',
  47: 'NSEC',
  48: 'DNSKEY',
  50: 'NSEC3',
  51: 'NSEC3PARAM',
  52: 'TLSA',
  64: 'SVCB',
  65: 'HTTPS',
  255: 'ANY',
  256: 'URI',
  257: 'CAA',
};

export function recordTypeText(value: number): string {
  return RECORD_TYPES[value] ?? `TYPE${value}`;
}

const REASONS: readonly string[] = ['', 'no-data', 'nxdomain', 'no-dns-service', 'query-suppressed', 'server error'];

/** Why an answer is negative. */
export function dnsReasonText(value: number): string {
  return REASONS[value] || `reason ${value}`;
}

const PROTOCOLS: readonly string[] = ['', 'UDP', 'TCP', 'TLS', 'HTTPS'];

export function dnsProtocolText(value: number): string {
  return PROTOCOLS[value] || `protocol ${value}`;
}
