import { type InputSource, isArchive } from '../lib/input-source.ts';
import type { InputContext, InputReader } from './input-reader.ts';
import { Reader } from './reader.ts';

/**
 * Opens a source for reading records; the style is found in its content. Whoever opened the source closes it. What reads log
 * archives is loaded where there is one.
 */
export async function openInput(source: InputSource, context: InputContext): Promise<InputReader> {
  if (!isArchive(source)) return new Reader(source, context);
  const { ArchiveReader } = await import('./tracev3/archive-reader.ts');
  return new ArchiveReader(source, context);
}
