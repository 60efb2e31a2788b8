import { describe, expect, it } from 'vitest';
import { OriginTable } from '../../../src/decode/origin-table.ts';
import { ArchiveReader } from '../../../src/decode/tracev3/archive-reader.ts';
import type { LogRecord, Origin } from '../../../src/model/log-record.ts';
import type { InputIndex, Micros } from '../../../src/model/units.ts';
import type { ArchiveOptions } from '../../support/archive/archive-writer.ts';
import { ArchiveWriter } from '../../support/archive/archive-writer.ts';
import { type ExpectedRecord, everythingStory } from '../../support/archive/stories.ts';
import { memoryFiles, readArchive } from '../../support/read-archive.ts';

const shown = ({ at, message, pid, level, origin }: LogRecord): ExpectedRecord => ({
  at,
  message,
  pid,
  level,
  process: origin.process,
  sender: origin.sender,
  subsystem: origin.subsystem,
  category: origin.category,
});
/** Origins are numbered anew in every run. */
const comparable = ({ origin: { id: _, ...origin }, ...record }: LogRecord) => ({ ...record, origin });

const VARIANTS: Readonly<Record<string, ArchiveOptions>> = {
  'of Apple silicon': {},
  'of Intel, after 120 days': { timebase: [1, 1], ticks: 10_368_000_000_000_123n },
  'with a shared cache of macOS 11': { cacheVersion: 1 },
  'with full chunks of 4 KiB': { isFull: true, entriesPerSet: 11 },
  'that is not compressed': { isStored: true },
  'without timesync, by its own header': { hasTimesync: false },
  'with a chunkset for every entry': { entriesPerSet: 1, setsPerCatalog: 5 },
};

describe('an archive', () => {
  it.each(Object.entries(VARIANTS))('%s gives what was written, in the order of time', async (_, options) => {
    const { archive, expected } = everythingStory(6, options);

    const { records, summary, problems } = await readArchive(memoryFiles(archive.files(), 997));

    expect(records.map(shown)).toEqual(expected);
    expect(problems).toEqual([]);
    expect(summary.records).toBe(expected.length);
    expect([summary.first, summary.last]).toEqual([expected[0]?.at, expected.at(-1)?.at]);
    expect(new Set(records.map(({ boot }) => boot))).toEqual(new Set([archive.bootName]));
  });

  it('places every record once, by file and by the bytes before it', async () => {
    const { archive, expected } = everythingStory(6);

    const { records } = await readArchive(memoryFiles(archive.files()));

    expect(new Set(records.map(({ ref }) => ref.offset)).size).toBe(expected.length);
    expect([...new Set(records.map(({ ref }) => ref.file))].sort()).toEqual([
      'Persist/0000000000000001.tracev3',
      'Special/0000000000000002.tracev3',
      'logdata.LiveData.tracev3',
    ]);
  });

  it('is a single file of records where there is nothing else: what is known is kept', async () => {
    const { archive } = everythingStory(1);
    const [bytes] = [Buffer.concat([...archive.tracev3('Persist/0000000000000001.tracev3')])];

    const { records, problems, summary } = await readArchive(memoryFiles({ 'one.tracev3': bytes }));

    expect(records).toHaveLength(14);
    expect(records[0]?.message).toMatch(
      /^<compose failure \[[0-9A-F-]{36}\]> "NESMVPNSession\[0\]", "connecting", -2$/,
    );
    expect(records.find(({ pid }) => pid === 0)?.origin.process).toBe('kernel');
    expect(records.every(({ origin, level }) => level === 'loss' || origin.process !== '')).toBe(true);
    expect(problems.map(({ code }) => code)).toEqual(['strings-missing']);
    expect(summary.archive?.missingImages).toBeGreaterThan(2);
  });

  it('finds long arguments in the chunkset before, and says where they are nowhere', async () => {
    const archive = new ArchiveWriter({ entriesPerSet: 1 });
    const process = archive.process('/usr/libexec/testd', 5);
    const entry = { process, format: 'long: %{public}s', args: [{ kind: 'string', value: 'x' }] } as const;
    archive.add(
      'a.tracev3',
      { ...entry, at: 1000, format: 'first', args: [] },
      { ...entry, at: 2000, oversize: 'earlier' },
      { ...entry, at: 3000, oversize: 'nowhere' },
    );

    const { records, problems } = await readArchive(memoryFiles(archive.files()));

    expect(records.map(({ message }) => message)).toEqual(['first', 'long: x', 'long: <decode: missing data>']);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([['arguments-missing', 1]]);
  });

  it('reads a large shared cache that its container passes by only once', async () => {
    const { archive, expected } = everythingStory(3);
    const whole = archive.files();
    const cache = Object.keys(whole).find((path) => path.startsWith('dsc/')) ?? '';
    // Strings of others, behind which nothing of ours stands.
    const files = {
      ...whole,
      [cache]: Buffer.concat([whole[cache] ?? Buffer.alloc(0), Buffer.alloc(1_100_000, 0x20)]),
    };
    const memory = memoryFiles(files);

    const { records, problems } = await readArchive({
      ...memory,
      open: (path) => (path === cache ? undefined : memory.open(path)),
    });

    expect(records.map(shown)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('says its zone and its machine', async () => {
    const { archive } = everythingStory(1, { minutesWest: 300, isSummer: true });

    const { summary } = await readArchive(memoryFiles(archive.files()));

    expect(summary.zones.map(({ offsetMinutes }) => offsetMinutes)).toEqual([-240]);
    expect(summary.machine).toEqual({ build: '25A123', hardware: 'Synthetic1,1' });
    expect(summary.format).toBe('logarchive');
  });

  it('tells its beginning, its end and its offset before it is read', async () => {
    const { archive, expected } = everythingStory(6, { minutesWest: -60 });
    const files = memoryFiles(archive.files());
    const reader = new ArchiveReader(
      { name: 'a', files, isSeekable: false, close() {} },
      { origins: new OriginTable(() => 'all'), index: 0 as InputIndex },
    );

    const head = await reader.head();

    expect(head).toMatchObject({
      name: 'a',
      first: (expected[0]?.at ?? 0) + 3_600_000_000,
      last: undefined,
      offsetMinutes: 60,
      lack: undefined,
    });
  });
});

describe('what is wanted of an archive', () => {
  const gate = (origin: Origin) => (origin.process === 'nesessionmanager' && origin.subsystem !== '' ? 'all' : 'none');
  const mayWant = (parts: { readonly process: string }) => parts.process === 'nesessionmanager';

  it('is the same whether chunksets are passed over or not', async () => {
    const { archive } = everythingStory(9, { entriesPerSet: 1 });
    const files = archive.files();

    const all = await readArchive(memoryFiles(files), { gate });
    const skipped = await readArchive(memoryFiles(files), { gate, mayWant });

    expect(skipped.records.map(comparable)).toEqual(all.records.map(comparable));
    expect(all.records.length).toBeGreaterThan(20);
    expect(skipped.summary.archive?.skippedChunksets).toBeGreaterThan(5);
    expect(all.summary.archive?.skippedChunksets).toBe(0);
  });

  it('is what a window holds, as if the rest had been left out later', async () => {
    const { archive, expected } = everythingStory(30, { entriesPerSet: 7 });
    const files = archive.files();
    const window = { since: expected[60]?.at as Micros, until: expected[250]?.at as Micros };

    const all = await readArchive(memoryFiles(files));
    const part = await readArchive(memoryFiles(files), { window });

    const inside = all.records.filter(({ at }) => at >= window.since && at <= window.until);
    expect(part.records.map(comparable)).toEqual(inside.map(comparable));
    expect(part.summary.archive?.skippedChunksets).toBeGreaterThan(20);
  });

  it('is the same in many passes as in one, and in one pass with packed records', async () => {
    const { archive } = everythingStory(60, { entriesPerSet: 7 });
    const files = archive.files();

    const once = await readArchive(memoryFiles(files));
    const packed = await readArchive(memoryFiles(files), { sizes: { looseBytes: 20_000, packedBytes: 1 << 30 } });
    const often = await readArchive(memoryFiles(files), { sizes: { looseBytes: 200_000, packedBytes: 600_000 } });

    expect(packed.records.map(comparable)).toEqual(once.records.map(comparable));
    expect(often.records.map(comparable)).toEqual(once.records.map(comparable));
    expect(often.summary.records).toBe(once.summary.records);
    expect(often.summary.levels).toEqual(once.summary.levels);
    expect(often.summary.archive?.passes).toBeGreaterThan(1);
  });

  it('may be only messages that hold a literal', async () => {
    const { archive } = everythingStory(3);

    const { records } = await readArchive(memoryFiles(archive.files()), {
      gate: (origin) => (origin.process === 'tunnel' ? { literals: ['code=-9', 'nowhere'] } : 'none'),
    });

    expect(records.map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^failed: .* code=-9 /)),
    );
  });

  it('may change on the way: what comes behind is read anew', async () => {
    const { archive, expected } = everythingStory(20);
    let isMarked = false;
    const origins = new OriginTable(
      ({ process }) => (process === 'nesessionmanager' || isMarked ? 'all' : 'none'),
      ({ process }) => process === 'nesessionmanager' || isMarked,
    );
    const reader = new ArchiveReader(
      { name: 'a', files: memoryFiles(archive.files()), isSeekable: false, close() {} },
      { origins, index: 0 as InputIndex },
    );

    const first = (await reader.next()) ?? [];
    isMarked = true;
    origins.regate(() => true);
    const rest: LogRecord[] = [];
    for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) rest.push(...batch);

    const last = first.at(-1)?.at ?? 0;
    expect(first).toHaveLength(64);
    expect(rest.map(shown)).toEqual(expected.filter(({ at }) => at > last));
    expect(reader.summary().records).toBe(expected.length);
  });

  it('ends where reading is interrupted, and says so', async () => {
    const { archive } = everythingStory(20);
    const reader = new ArchiveReader(
      { name: 'a', files: memoryFiles(archive.files()), isSeekable: false, close() {} },
      { origins: new OriginTable(() => 'all'), index: 0 as InputIndex },
    );
    reader.interrupt();

    expect(await reader.next()).toBeUndefined();
    expect(reader.problems().map(({ code }) => code)).toEqual(['interrupted']);
  });
});
