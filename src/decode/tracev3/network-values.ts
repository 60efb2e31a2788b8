/** Addresses as the system's own functions print them. All of them stand in memory in network order. */

export function ipv4Text(bytes: Buffer, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

/** As `inet_ntop` prints it: the longest run of zero groups, two or more of them, becomes `::`. */
export function ipv6Text(bytes: Buffer, at: number): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(at + index * 2));
  const [from, length] = longestZeros(groups);
  if (isIpv4(groups)) return `::${groups[5] === 0 ? '' : 'ffff:'}${ipv4Text(bytes, at + 12)}`;
  const text = (some: readonly number[]): string => some.map((group) => group.toString(16)).join(':');
  if (length < 2) return text(groups);
  return `${text(groups.slice(0, from))}::${text(groups.slice(from + length))}`;
}

function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best[1]) best = [index + 1 - length, length];
  }
  return best;
}

/** `::ffff:192.0.2.1`, and `::192.0.2.1` with more than a group in it. */
function isIpv4(groups: readonly number[]): boolean {
  if (groups.slice(0, 5).some((group) => group !== 0)) return false;
  return groups[5] === 0xffff || (groups[5] === 0 && groups[6] !== 0);
}

const AF_UNIX = 1;
const AF_INET = 2;
const AF_INET6 = 30;

/** `192.0.2.1:443`, `2001:db8::1.443`: BSD's sockaddr, a length, a family, a port and an address. */
export function sockaddrText(bytes: Buffer, at: number, size: number): string {
  if (size === 0) return '<NULL>';
  const family = size < 2 ? -1 : (bytes[at + 1] ?? -1);
  if (family === AF_INET && size >= 8) {
    const port = bytes.readUInt16BE(at + 2);
    return `${ipv4Text(bytes, at + 4)}${port === 0 ? '' : `:${port}`}`;
  }
  if (family === AF_INET6 && size >= 24) {
    const port = bytes.readUInt16BE(at + 2);
    const scope = size >= 28 ? bytes.readUInt32LE(at + 24) : 0;
    return `${ipv6Text(bytes, at + 8)}${scope === 0 ? '' : `%${scope}`}${port === 0 ? '' : `.${port}`}`;
  }
  if (family === AF_UNIX) return bytes.toString('utf8', at + 2, at + size).replace(/\0[\s\S]*$/, '');
  return `<sockaddr of family ${family}, ${size} bytes>`;
}

/** `02:00:5e:10:00:01` */
export function macText(bytes: Buffer, at: number, size: number): string {
  return Array.from(bytes.subarray(at, at + size), (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(
    ':',
  );
}

const TCP_STATES: readonly string[] = [
  'CLOSED',
  'LISTEN',
  'SYN_SENT',
  'SYN_RECEIVED',
  'ESTABLISHED',
  'CLOSE_WAIT',
  'FIN_WAIT_1',
  'CLOSING',
  'LAST_ACK',
  'FIN_WAIT_2',
  'TIME_WAIT',
];

/** Source: xnu bsd/netinet/tcp_fsm.h. */
export function tcpStateText(value: number): string {
  return TCP_STATES[value] ?? `<unknown TCP state ${value}>`;
}

/** `[SYN ACK]` as letters. Source: xnu bsd/netinet/tcp.h. */
export function tcpFlagsText(value: number): string {
  const letters = [...'FSRP.UEW'].filter((_, bit) => (value & (1 << bit)) !== 0).join('');
  return letters === '' ? 'none' : letters;
}
