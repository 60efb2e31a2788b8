import type { ByteSource } from '../lib/byte-source.ts';
import { HEAD_BYTES } from './packing.ts';

export interface LookedAt {
  /** The first bytes, at most `HEAD_BYTES`. */
  readonly head: Buffer;
  /** Reads from the first byte on, as if nobody had looked. */
  readonly source: ByteSource;
}

/** What a source begins with. Throws what the source throws. */
export async function lookAhead(source: ByteSource): Promise<LookedAt> {
  const head = Buffer.alloc(HEAD_BYTES);
  if (source.peek !== undefined) return { head: head.subarray(0, source.peek(head, 0)), source };
  let have = 0;
  for (let count = 1; count > 0 && have < head.length; have += count) {
    count = await source.read(head, have, head.length - have);
  }
  const seen = head.subarray(0, have);
  let given = 0;
  return {
    head: seen,
    source: {
      ...source,
      read(into, at, max) {
        if (given >= have) return source.read(into, at, max);
        const count = seen.copy(into, at, given, Math.min(have, given + max));
        given += count;
        return count;
      },
    },
  };
}
