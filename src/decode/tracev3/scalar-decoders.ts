import { dnsIdFlagsText, dnsProtocolText, dnsReasonText, recordTypeText } from './dns-values.ts';
import { errnoText, signalText } from './errno-names.ts';
import { ipv4Text, tcpFlagsText, tcpStateText } from './network-values.ts';
import { signed, unsigned } from './printf-integer.ts';
import type { RawBytes } from './raw-bytes.ts';

/** Prints a number of 1, 2, 4 or 8 bytes in the way that its attribute names. */
type ScalarDecoder = (raw: RawBytes, at: number, size: number) => string;

const number = (raw: RawBytes, at: number, size: number): number => Number(signed(raw.view, at, size));
const positive = (raw: RawBytes, at: number, size: number): number => Number(unsigned(raw.view, at, size));
const decoder =
  (print: (value: number) => string): ScalarDecoder =>
  (raw, at, size) =>
    print(number(raw, at, size));

const errno = decoder((value) => `[${value}: ${errnoText(value)}]`);
const address: ScalarDecoder = ({ bytes }, at, size) => (size >= 4 ? ipv4Text(bytes, at) : '<decode: bad in_addr>');

const DECODERS: Readonly<Record<string, ScalarDecoder>> = {
  bool: decoder((value) => (value === 0 ? 'false' : 'true')),
  BOOL: decoder((value) => (value === 0 ? 'NO' : 'YES')),
  errno,
  'darwin.errno': errno,
  'darwin.signal': decoder((value) => `[sig${signalText(value)}]`),
  'darwin.mode': decoder(modeText),
  in_addr: address,
  'network:in_addr': address,
  'network:tcp_state': decoder(tcpStateText),
  'network:tcp_flags': (raw, at, size) => tcpFlagsText(positive(raw, at, size)),
  time_t: decoder(dateText),
  bytes: (raw, at, size) => amountText(positive(raw, at, size), 1000, 'B'),
  'iec-bytes': (raw, at, size) => amountText(positive(raw, at, size), 1024, 'B'),
  bitrate: (raw, at, size) => amountText(positive(raw, at, size), 1000, 'bps'),
  'iec-bitrate': (raw, at, size) => amountText(positive(raw, at, size), 1024, 'bps'),
  'mdns:rrtype': decoder(recordTypeText),
  'mdns:reason': decoder(dnsReasonText),
  'mdns:nreason': decoder(dnsReasonText),
  'mdns:yesno': decoder((value) => (value === 0 ? 'no' : 'yes')),
  'mdns:addrmv': decoder((value) => (value === 0 ? 'rmv' : 'add')),
  'mdns:protocol': decoder(dnsProtocolText),
  'mdns:dns.idflags': ({ view }, at, size) => {
    const value = size >= 4 ? view.getUint32(at, true) : 0;
    return dnsIdFlagsText(value >>> 16, value & 0xffff);
  },
  'mdns:dns.counts': ({ view }, at, size) => {
    if (size < 8) return '<decode: bad counts>';
    const word = (index: number): number => view.getUint16(at + index * 2, true);
    return `${word(3)}/${word(2)}/${word(1)}/${word(0)}`;
  },
};

/** Undefined where the attribute is none that prints a number in its own way. */
export function decodeScalar(name: string, raw: RawBytes, at: number, size: number): string | undefined {
  return Object.hasOwn(DECODERS, name) ? DECODERS[name]?.(raw, at, size) : undefined;
}

/** `2026-03-18 13:05:00`: the wall clock of UTC, because nobody knows the reader's. */
export function dateText(seconds: number): string {
  const millis = seconds * 1000;
  return Math.abs(millis) <= 8.64e15 ? new Date(millis).toISOString().slice(0, 19).replace('T', ' ') : `${seconds}`;
}

/** `-rw-r--r--` */
function modeText(mode: number): string {
  const kinds: Readonly<Record<number, string>> = { 1: 'p', 2: 'c', 4: 'd', 6: 'b', 8: '-', 10: 'l', 12: 's' };
  const letters = [...'rwxrwxrwx'].map((letter, index) => ((mode & (0o400 >> index)) === 0 ? '-' : letter));
  for (const [index, bit, both, alone] of [
    [2, 0o4000, 's', 'S'],
    [5, 0o2000, 's', 'S'],
    [8, 0o1000, 't', 'T'],
  ] as const) {
    if ((mode & bit) !== 0) letters[index] = letters[index] === 'x' ? both : alone;
  }
  return (kinds[(mode >> 12) & 15] ?? '?') + letters.join('');
}

/** `1.5 kB`, `1.5 KiB`. */
function amountText(value: number, base: number, unit: string): string {
  const prefixes = base === 1000 ? ['', 'k', 'M', 'G', 'T', 'P', 'E'] : ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
  let power = 0;
  let amount = value;
  while (amount >= base && power < prefixes.length - 1) {
    amount /= base;
    power += 1;
  }
  return `${power === 0 ? amount : Number(amount.toFixed(2))} ${prefixes[power] ?? ''}${unit}`;
}
