import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTimeFilter, timeSelection } from '../../src/commands/time-flags.ts';
import { parseDuration, parseTimePoint } from '../../src/lib/time-point.ts';
import type { Micros } from '../../src/model/units.ts';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { runCli } from '../support/run-cli.ts';

const START = Date.UTC(2026, 2, 18, 13, 5) * 1000;
/** A record per second, from 14:05:00 +0100 on. */
const RECORDS = Array.from({ length: 6 }, (_, second) =>
  makeRecord({
    at: (START + second * 1_000_000 + 250_000) as Micros,
    process: second === 3 ? 'kernel' : 'com.example.acme',
    pid: second,
    tid: 0x1a2b,
    level: second === 4 ? 'error' : 'info',
    subsystem: 'com.example.acme',
    category: 'main',
    message: second === 5 ? 'the last\n\tin two lines' : `said ${second}`,
  }),
);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-export-'));
  writeFileSync(join(folder, 'a.log'), encodeAs('default', RECORDS, { offsetMinutes: 60 }));
  writeFileSync(join(folder, 'a.log.gz'), gzipSync(encodeAs('default', RECORDS, { offsetMinutes: 60 })));
  writeFileSync(join(folder, 'compact.log'), encodeAs('compact', RECORDS, { offsetMinutes: 60 }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(...args: readonly string[]) {
  const { code, stdout, stderr } = await runCli(['export', ...args]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  const objects: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
  return { code, stderr, objects, said: objects.flatMap(({ eventMessage }) => eventMessage ?? []) };
}

describe('necropsy export', () => {
  it('writes what log show --style ndjson prints of a record, and its summary at the end', async () => {
    const { code, objects } = await exported(join(folder, 'a.log'));

    expect(code).toBe(0);
    expect(objects).toHaveLength(7);
    expect(objects[5]).toMatchObject({
      timestamp: '2026-03-18 14:05:05.250000+0100',
      messageType: 'Info',
      eventType: 'logEvent',
      processImagePath: 'com.example.acme',
      processID: 5,
      threadID: 0x1a2b,
      subsystem: 'com.example.acme',
      category: 'main',
      eventMessage: 'the last\n\tin two lines',
    });
    expect(objects[5]).not.toHaveProperty('event');
    expect(objects[6]).toEqual({ count: 6, finished: 1 });
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ['--since', '14:05:03'],
      ['said 3', 'said 4', 'the last\n\tin two lines'],
    ],
    [
      ['--since', '2026-03-18 13:05:03Z', '--until', '2026-03-18 14:05:04.250+0100'],
      ['said 3', 'said 4'],
    ],
    [['--until', '2026-03-18 14:05:01'], ['said 0']],
    [['--until', '2026-03-18'], []],
    [
      ['--last', '1500ms'],
      ['said 4', 'the last\n\tin two lines'],
    ],
    [['--last', '2s', '--until', '14:05:04'], ['said 3']],
  ])('takes the part that is asked for: %j', async (args, said) => {
    expect((await exported(join(folder, 'a.log'), ...args)).said).toEqual(said);
  });

  it('finds the end of a packed file by reading it, and refuses to guess that of a pipe', async () => {
    expect((await exported(join(folder, 'a.log.gz'), '--last', '1s')).said).toEqual([
      'said 4',
      'the last\n\tin two lines',
    ]);
    const { code, stderr } = await runCli(['export', '-', '--last', '1s'], { stdin: 'x' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('which a pipe does not tell in advance')]);
  });

  it('says in the export itself what was left out of it', async () => {
    const { objects, said } = await exported(join(folder, 'a.log'), '--where', 'process == "kernel"');

    expect(said).toEqual(['Filtering the log data using "process == "kernel""', 'said 3']);
    expect(objects.at(-1)).toEqual({ count: 1, finished: 1 });
  });

  it('reads back as what it was', async () => {
    const out = join(folder, 'out.ndjson');
    await exported(join(folder, 'compact.log'), '-o', out);
    const first = readFileSync(out, 'utf8');
    const again = join(folder, 'again.ndjson');
    await exported(out, '-o', again);

    expect(readFileSync(again, 'utf8')).toBe(first);
    expect(first.split('\n')).toHaveLength(8);
  });

  it.each([
    [['--last', 'soon'], '--last takes a duration'],
    [['--since', 'yesterday'], '--since takes a time'],
    [['--last', '1s', '--since', '14:05'], 'give one of them'],
    [['-o', 'IN'], 'would be overwritten'],
  ])('refuses %j', async (args, message) => {
    const input = join(folder, 'a.log');
    const { code, stderr } = await exported(input, ...args.map((arg) => (arg === 'IN' ? input : arg)));

    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('times', () => {
  it.each([
    ['2026-03-18 14:05:00+0100', { kind: 'instant', at: START }],
    ['2026-03-18T13:05:00Z', { kind: 'instant', at: START }],
    ['2026-03-18 14:05', { kind: 'wall', at: START + 3_600_000_000 }],
    ['2026-03-18', { kind: 'wall', at: Date.UTC(2026, 2, 18) * 1000 }],
    ['7:45', { kind: 'time-of-day', at: 27_900_000_000 }],
    ['07:45:01.5', { kind: 'time-of-day', at: 27_901_500_000 }],
    ['24:00', undefined],
    ['2026-02-30', undefined],
    ['now', undefined],
  ])('are read: %s', (text, point) => {
    expect(parseTimePoint(text)).toEqual(point);
  });

  it.each([
    ['90s', 90_000_000],
    ['1h30m', 5_400_000_000],
    ['1.5h', 5_400_000_000],
    ['2d', 172_800_000_000],
    ['0s', undefined],
    ['5', undefined],
    ['-5m', undefined],
  ])('that last are read: %s', (text, us) => {
    expect(parseDuration(text)).toBe(us);
  });

  it('of day that have passed when the capture begins are of the next day', () => {
    const late = Date.UTC(2026, 2, 18, 23, 50) * 1000;
    const isIn = createTimeFilter(timeSelection({ since: '00:10', until: '00:20' }), undefined);

    expect([0, 15, 25, 35].map((minute) => isIn(late + minute * 60_000_000, undefined))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});
