import { processKey } from './catalog.ts';
import { type RawBytes, rawBytes } from './raw-bytes.ts';

/** Arguments too long for an entry, which stand in a chunk of their own. */
export interface OversizePart {
  readonly raw: RawBytes;
  /** Items and values end, and the private part begins, here. */
  readonly publicLength: number;
}

const HEAD = 32;
/** Bytes of oversize parts that are kept of one file; the oldest go. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The oversize parts of one file. An entry refers to one in its own chunkset or an earlier one. */
export class OversizeParts {
  readonly #parts = new Map<string, OversizePart>();
  #bytes = 0;
  /** Parts given up for newer ones. */
  dropped = 0;

  clear(): void {
    this.#parts.clear();
    this.#bytes = 0;
  }

  /** Copies the part out of a chunk's data; false where the chunk is too short to be one. */
  add({ bytes, view }: RawBytes, from: number, to: number): boolean {
    if (to - from < HEAD) return false;
    const key = partKey(processKey(view, from), view.getUint32(from + 24, true));
    const publicLength = view.getUint16(from + 28, true);
    const length = publicLength + view.getUint16(from + 30, true);
    const content = Buffer.from(bytes.subarray(from + HEAD, Math.min(to, from + HEAD + length)));
    // References are used again within a process: the latest before the entry is meant.
    this.#bytes += content.length - (this.#parts.get(key)?.raw.bytes.length ?? 0);
    this.#parts.delete(key);
    this.#parts.set(key, { raw: rawBytes(content), publicLength: Math.min(publicLength, content.length) });
    for (const [oldest, part] of this.#parts) {
      if (this.#bytes <= MAX_BYTES) break;
      this.#parts.delete(oldest);
      this.#bytes -= part.raw.bytes.length;
      this.dropped += 1;
    }
    return content.length === length;
  }

  find(process: number | string, reference: number): OversizePart | undefined {
    return this.#parts.get(partKey(process, reference));
  }
}

function partKey(process: number | string, reference: number): string {
  return `${process}/${reference}`;
}
