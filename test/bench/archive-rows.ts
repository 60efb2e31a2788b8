import type { ArchiveCaptureFacts } from './archive-capture.ts';
import { type Cost, type Job, ratio } from './measure.ts';
import type { Goal } from './print.ts';

const FILTERED = 'necropsy analyze, log archive';
const NARROW = 'one subsystem of it, log archive';
const ALL = 'everything of it, log archive';

/** What is wanted for Network Extension, one subsystem alone, and all records of the same archive. */
export function archiveJobs(path: string, { bytes }: ArchiveCaptureFacts, necropsy: string, decodeAll: string): Job[] {
  return [
    { name: FILTERED, command: [process.execPath, necropsy, 'analyze', path, '--format', 'json'], bytes },
    { name: NARROW, command: [process.execPath, decodeAll, 'narrow', path], bytes },
    { name: ALL, command: [process.execPath, decodeAll, 'all', path], bytes },
  ];
}

export function archiveGoals(
  costs: ReadonlyMap<string, readonly Cost[]>,
  peaks: ReadonlyMap<string, number | undefined>,
): Goal[] {
  const of = (name: string): readonly Cost[] => costs.get(name) ?? [];
  const peak = (name: string): Goal => ({
    name: `peak memory, ${name}`,
    wanted: 250,
    atLeast: false,
    unit: 'MiB',
    reached: peaks.get(name) ?? Number.NaN,
  });
  return [
    {
      name: `everything / analyze, log archive`,
      wanted: 4,
      atLeast: true,
      unit: '×',
      reached: ratio(of(ALL), of(FILTERED)),
    },
    {
      name: 'everything / one subsystem, log archive',
      wanted: 4,
      atLeast: true,
      unit: '×',
      reached: ratio(of(ALL), of(NARROW)),
    },
    peak(FILTERED),
    peak(ALL),
  ];
}
