/** Which part of the address space an address belongs to: it stays visible in the token. */
export type AddressClass = 'prv' | 'cgn' | 'll' | 'ula' | 'doc' | 'n64' | 'pub';

export interface Address {
  readonly family: 4 | 6;
  readonly class: AddressClass;
  /** /24 of IPv4, /64 of IPv6. */
  readonly subnet: string;
  /** The whole address in one spelling. */
  readonly canonical: string;
}

/** Undefined for what is no address, and for those that say nothing of anybody: loopback, unspecified, multicast, broadcast. */
export function privateAddress(text: string): Address | undefined {
  return text.includes(':') ? privateV6(text) : privateV4(text);
}

function privateV4(text: string): Address | undefined {
  const parts = text.split('.').map(Number);
  const [a = -1, b = -1, c = -1] = parts;
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  if (a === 0 || a === 127 || a >= 224) return undefined;
  return { family: 4, class: classOfV4(a, b, c), subnet: `${a}.${b}.${c}`, canonical: parts.join('.') };
}

function classOfV4(a: number, b: number, c: number): AddressClass {
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'prv';
  if (a === 100 && b >= 64 && b < 128) return 'cgn';
  if (a === 169 && b === 254) return 'll';
  const isDocumentation =
    (a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113);
  return isDocumentation ? 'doc' : 'pub';
}

function privateV6(text: string): Address | undefined {
  const groups = groupsOf(text);
  if (groups === undefined) return undefined;
  const [first = 0, second = 0] = groups;
  const head = groups.slice(0, 6);
  const isLow = head.slice(0, 5).every((group) => group === 0);
  const [high = 0, low = 0] = groups.slice(6);
  const embedded = `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  // IPv4 in IPv6's clothes is judged by what it is.
  if (isLow && head[5] === 0xffff) return privateV4(embedded);
  if (isLow && head[5] === 0 && high === 0 && low <= 1) return undefined;
  if (first >= 0xff00) return undefined;
  const canonical = groups.map((group) => group.toString(16)).join(':');
  if (first === 0x64 && second === 0xff9b)
    return { family: 6, class: 'n64', subnet: `64:ff9b/${embedded.replace(/\.\d+$/, '')}`, canonical };
  return { family: 6, class: classOfV6(first, second), subnet: canonical.split(':').slice(0, 4).join(':'), canonical };
}

function classOfV6(first: number, second: number): AddressClass {
  if ((first & 0xffc0) === 0xfe80) return 'll';
  if ((first & 0xfe00) === 0xfc00) return 'ula';
  return first === 0x2001 && second === 0xdb8 ? 'doc' : 'pub';
}

/** The eight groups of an IPv6 address; undefined where the text is none. */
function groupsOf(text: string): readonly number[] | undefined {
  const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const hex = (a = '0', b = '0'): string => (Number(a) * 256 + Number(b)).toString(16);
  const plain = dotted === null ? text : `${dotted[1]}${hex(dotted[2], dotted[3])}:${hex(dotted[4], dotted[5])}`;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const written = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return written.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? written.map((group) => Number.parseInt(group, 16))
    : undefined;
}
