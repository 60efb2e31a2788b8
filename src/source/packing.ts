/** How bytes are packed, told by their beginning. */
export type Packing = 'gzip' | 'zstd' | 'zip' | 'tar' | 'tracev3';

/** As many bytes as it takes to tell. */
export const HEAD_BYTES = 512;

interface Sign {
  readonly packing: Packing;
  readonly at: number;
  readonly bytes: Buffer;
}

/** Source: RFC 1952, RFC 8878, POSIX ustar, PKWARE's application note, logarchive-format 1. */
const SIGNS: readonly Sign[] = [
  { packing: 'gzip', at: 0, bytes: Buffer.from('1f8b08', 'hex') },
  { packing: 'zstd', at: 0, bytes: Buffer.from('28b52ffd', 'hex') },
  { packing: 'zip', at: 0, bytes: Buffer.from('504b0304', 'hex') },
  // A zip archive without a member.
  { packing: 'zip', at: 0, bytes: Buffer.from('504b0506', 'hex') },
  { packing: 'tar', at: 257, bytes: Buffer.from('ustar', 'latin1') },
  { packing: 'tracev3', at: 0, bytes: Buffer.from('0010000011000000', 'hex') },
];

/** Undefined where these are the bytes of a log, or of something that nothing here unpacks. */
export function packingOf(head: Buffer): Packing | undefined {
  const found = SIGNS.find(({ at, bytes }) => head.length >= at + bytes.length && head.indexOf(bytes, at) === at);
  return found?.packing;
}
