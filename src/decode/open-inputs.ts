import type { ByteSource } from '../lib/byte-source.ts';
import type { InputIndex } from '../model/units.ts';
import type { InputReader } from './input-reader.ts';
import { openInput } from './open-input.ts';
import type { OriginTable } from './origin-table.ts';
import { alignZones } from './zones.ts';

/**
 * Opens all inputs of a run: they share one table of origins, and those without a UTC offset take that of another input
 * over the same time.
 */
export async function openInputs(
  sources: readonly ByteSource[],
  context: { readonly origins: OriginTable },
): Promise<InputReader[]> {
  // The position in the list is the input's index.
  const readers = sources.map((source, index) =>
    openInput(source, { origins: context.origins, index: index as InputIndex }),
  );
  if (readers.length < 2) return readers;
  const heads = [];
  for (const reader of readers) heads.push(await reader.head());
  for (const [index, zone] of alignZones(heads).entries()) {
    if (zone !== undefined) readers[index]?.assumeZone(zone);
  }
  return readers;
}
