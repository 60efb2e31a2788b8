import type { ByteSource } from '../lib/byte-source.ts';
import type { InputContext, InputReader } from './input-reader.ts';
import { Reader } from './reader.ts';

/** Opens a source for reading records; the style is found in its content. Whoever opened the source closes it. */
export function openInput(source: ByteSource, context: InputContext): InputReader {
  return new Reader(source, context);
}
