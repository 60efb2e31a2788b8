import { dnsAddressText, dnsHeaderText, domainNameText } from './dns-values.ts';
import { ipv4Text, ipv6Text, macText, sockaddrText } from './network-values.ts';
import { dashed, hexAt, type RawBytes, readU64 } from './raw-bytes.ts';
import { dateText } from './scalar-decoders.ts';

/** Prints `size` bytes in the way that an attribute names; undefined where they are too few. */
type DataDecoder = (raw: RawBytes, at: number, size: number) => string | undefined;

const uuid: DataDecoder = ({ bytes }, at, size) => (size === 16 ? dashed(hexAt(bytes, at)) : undefined);
const in4: DataDecoder = ({ bytes }, at, size) => (size >= 4 ? ipv4Text(bytes, at) : undefined);
const in6: DataDecoder = ({ bytes }, at, size) => (size >= 16 ? ipv6Text(bytes, at) : undefined);
const sockaddr: DataDecoder = ({ bytes }, at, size) => sockaddrText(bytes, at, size);
/** Seconds, then µs or ns. */
const time =
  (digits: number): DataDecoder =>
  ({ view }, at, size) => {
    if (size < 16) return undefined;
    const rest = readU64(view, at + 8) % 10 ** digits;
    return `${dateText(Number(view.getBigInt64(at, true)))}.${String(rest).padStart(digits, '0')}`;
  };

const DECODERS: Readonly<Record<string, DataDecoder>> = {
  uuid_t: uuid,
  in_addr: in4,
  'network:in_addr': in4,
  in6_addr: in6,
  'network:in6_addr': in6,
  sockaddr,
  'network:sockaddr': sockaddr,
  timeval: time(6),
  timespec: time(9),
  'mdns:dnshdr': ({ bytes }, at, size) => (size >= 12 ? dnsHeaderText(bytes, at) : undefined),
  'mdnsresponder:domain_name': ({ bytes }, at, size) => domainNameText(bytes, at, size),
  'mdnsresponder:ip_addr': ({ bytes }, at, size) => dnsAddressText(bytes, at, size),
  'mdnsresponder:mac_addr': ({ bytes }, at, size) => (size === 6 ? macText(bytes, at, size) : undefined),
};

/** Whether this attribute names a way to print bytes. */
export function isDataDecoder(name: string): boolean {
  return Object.hasOwn(DECODERS, name);
}

/** The bytes as their attribute says, as hexadecimal digits where it says nothing. */
export function decodeData(name: string, raw: RawBytes, at: number, size: number): string {
  if (!isDataDecoder(name)) return raw.bytes.toString('hex', at, at + size).toUpperCase();
  return DECODERS[name]?.(raw, at, size) ?? `<decode: bad range for [${name}] got [${size}]>`;
}
