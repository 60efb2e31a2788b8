import { type InputSource, isArchive } from '../lib/input-source.ts';
import type { InputContext, InputReader } from './input-reader.ts';
import { Reader } from './reader.ts';
import { ArchiveReader } from './tracev3/archive-reader.ts';

/** Opens a source for reading records; the style is found in its content. Whoever opened the source closes it. */
export function openInput(source: InputSource, context: InputContext): InputReader {
  return isArchive(source) ? new ArchiveReader(source, context) : new Reader(source, context);
}
