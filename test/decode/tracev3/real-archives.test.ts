import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Micros } from '../../../src/model/units.ts';
import { folderFiles } from '../../../src/source/folder-files.ts';
import { readArchive } from '../../support/read-archive.ts';
import { sharedData } from '../../support/shared-data.ts';

interface ExpectedEntry {
  /** ns after the archive's first sync point. */
  readonly at: number;
  readonly text: string;
  readonly pid: number;
  readonly sub?: string;
  readonly cat?: string;
  readonly level?: string;
}

const FIRST_SYNC_US = 1_718_000_000_123_456;
const synthetic = sharedData('synthetic');
const ios15 = sharedData('ios15.logarchive');

describe.skipIf(synthetic === undefined)('the synthetic archive of the shared data', () => {
  const folder = synthetic ?? '';

  it('gives every entry with the text, level, pid, subsystem, category and time that its writer says', async () => {
    // Written by the archive's generator.
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ExpectedEntry[];

    const { records, problems } = await readArchive(folderFiles(join(folder, 'synth.logarchive')));

    expect(problems).toEqual([]);
    const open = [...records];
    for (const entry of expected) {
      const at = FIRST_SYNC_US + entry.at / 1000;
      const index = open.findIndex(
        (record) =>
          record.message === entry.text &&
          record.pid === entry.pid &&
          // A tick is 42 ns, and a record's time is cut to µs.
          at - record.at > -0.001 &&
          at - record.at < 1.05 &&
          (entry.level === undefined || record.level === 'activity' || record.level === entry.level) &&
          (entry.sub === undefined || record.origin.subsystem === entry.sub) &&
          (entry.cat === undefined || record.origin.category === entry.cat),
      );
      expect(index, `${entry.text.slice(0, 80)} at ${at}`).toBeGreaterThanOrEqual(0);
      open.splice(index, 1);
    }
    expect(open).toEqual([]);
  });
});

describe.skipIf(ios15 === undefined)('a real archive of iOS 15 that has no strings of its own', () => {
  const files = () => folderFiles(ios15 ?? '');

  it('loses no entry and says once that the strings are missing', async () => {
    const { records, summary, problems } = await readArchive(files());

    expect(records).toHaveLength(8654);
    expect(summary.levels.state).toBe(496);
    expect(summary.records).toBe(8654);
    expect(summary.archive?.damaged).toBe(0);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([
      ['arguments-missing', 1],
      ['strings-missing', 8158],
    ]);
    expect(summary.archive?.missingImages).toBe(18);
  });

  it('knows the machine, its zone, and the boot, whose times come from the header', async () => {
    const { records, summary } = await readArchive(files());

    expect(summary.machine).toEqual({ build: '19D52', hardware: 'J96AP' });
    expect(summary.zones.map(({ offsetMinutes }) => offsetMinutes)).toEqual([-240]);
    expect(new Set(records.map(({ boot }) => boot))).toEqual(new Set(['A6EBC8E3-0A1C-40E8-93B9-DA3A7F671D19']));
    expect(summary.last).toBe(1_649_855_944_386_298);
  });

  it('gives in any window what it gives without one, and passes over the rest', async () => {
    const all = (await readArchive(files())).records;
    let skipped = 0;

    for (const [from, to] of [
      [0.1, 0.3],
      [0.5, 0.55],
      [0.9, 1],
    ] as const) {
      const since = all[Math.floor(from * (all.length - 1))]?.at ?? (0 as Micros);
      const until = all[Math.floor(to * (all.length - 1))]?.at ?? (0 as Micros);
      const { records, summary } = await readArchive(files(), { window: { since, until } });
      const inside = all.filter(({ at }) => at >= since && at <= until);
      expect(records.map(({ ref }) => ref.offset)).toEqual(inside.map(({ ref }) => ref.offset));
      skipped += summary.archive?.skippedChunksets ?? 0;
    }
    expect(skipped).toBeGreaterThan(20);
  });

  it('gives the same records in many passes', async () => {
    const once = await readArchive(files());
    const often = await readArchive(files(), { sizes: { looseBytes: 400_000, packedBytes: 1_200_000 } });

    expect(often.records.map(({ ref, message }) => [ref, message])).toEqual(
      once.records.map(({ ref, message }) => [ref, message]),
    );
    expect(often.summary.archive?.passes).toBeGreaterThan(1);
  });
});
