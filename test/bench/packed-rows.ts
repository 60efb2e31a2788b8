import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Cost, type Job, wallRatio } from './measure.ts';
import type { Goal } from './print.ts';

const UNPACK = 'gunzip -c, packed capture';
const ANALYZE = 'necropsy analyze, packed capture';

/** The same capture packed, as people send it. Answers its path. */
export async function packCapture(path: string): Promise<string> {
  const packed = `${path}.gz`;
  await pipeline(createReadStream(path), createGzip(), createWriteStream(packed));
  return packed;
}

export function packedJobs(packed: string, necropsy: string): Job[] {
  const bytes = statSync(packed).size;
  return [
    { name: UNPACK, command: ['bash', '-c', 'gunzip -c "$0" >/dev/null', packed], bytes },
    { name: ANALYZE, command: [process.execPath, necropsy, 'analyze', packed, '--format', 'json'], bytes },
  ];
}

/** Unpacking runs beside the analysis: what a person waits is compared, not what the processors do. */
export function packedGoals(costs: ReadonlyMap<string, readonly Cost[]>): Goal[] {
  return [
    {
      name: 'packed capture / gunzip -c, waiting time',
      wanted: 1.2,
      atLeast: false,
      unit: '×',
      reached: wallRatio(costs.get(ANALYZE) ?? [], costs.get(UNPACK) ?? []),
    },
  ];
}
