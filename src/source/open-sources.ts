import type { ByteSource } from '../lib/byte-source.ts';
import { openSource } from './open-source.ts';

/** Opens several paths, or `-`, in this order. Where one cannot be opened, the others are closed again and it throws. */
export async function openSources(paths: readonly string[]): Promise<ByteSource[]> {
  const sources: ByteSource[] = [];
  try {
    for (const path of paths) sources.push(await openSource(path));
  } catch (error) {
    for (const source of sources) source.close();
    throw error;
  }
  return sources;
}
