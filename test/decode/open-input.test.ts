import { describe, expect, it } from 'vitest';
import { openInput } from '../../src/decode/open-input.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import { Window } from '../../src/decode/window.ts';
import { UserError } from '../../src/lib/errors.ts';
import type { InputIndex, Micros } from '../../src/model/units.ts';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { bytesSource, drain, readRecords } from '../support/read-records.ts';

const many = (count: number): string =>
  encodeAs(
    'default',
    Array.from({ length: count }, (_, index) =>
      makeRecord({ at: (1_772_359_200_000_000 + index) as Micros, message: `${index}` }),
    ),
  );
const context = { origins: new OriginTable(() => 'all'), index: 0 as InputIndex };

describe('a reader', () => {
  it('hands records over in small batches', async () => {
    const reader = await openInput(bytesSource(Buffer.from(many(5000))), context);
    const sizes: number[] = [];
    const messages: string[] = [];
    for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) {
      sizes.push(batch.length);
      messages.push(...batch.map(({ message }) => message));
    }

    expect(messages).toEqual(Array.from({ length: 5000 }, (_, index) => `${index}`));
    expect(Math.max(...sizes)).toBe(64);
    expect(sizes.length).toBeLessThan(90);
    expect(await reader.next()).toBeUndefined();
  });

  it('sums up what it has read', async () => {
    const text = many(3) + many(1).split('\n')[1]?.replace('Default', 'Error  ');
    const { summary } = await readRecords(text, { gate: () => 'none' });

    expect(summary).toEqual({
      name: 'test.log',
      format: 'log-show-default',
      bytes: text.length,
      lines: 5,
      records: 4,
      levels: {
        default: 3,
        info: 0,
        debug: 0,
        error: 1,
        fault: 0,
        activity: 0,
        signpost: 0,
        state: 0,
        loss: 0,
        unknown: 0,
      },
      first: 1_772_359_200_000_000,
      last: 1_772_359_200_000_002,
      zones: [{ from: 1_772_359_200_000_000, offsetMinutes: 60 }],
      skippedLevels: [],
      predicate: undefined,
    });
  });

  it('stops where it is interrupted, and says so', async () => {
    const reader = await openInput(bytesSource(Buffer.from(many(50_000)), [4096]), context);
    const first = await reader.next();
    reader.interrupt();
    const rest = await drain(reader);

    expect(first?.length).toBe(64);
    expect((first?.length ?? 0) + rest.length).toBeLessThan(50_000);
    expect(rest.at(-1)?.message).toBe(String(63 + rest.length));
    expect(reader.problems().map(({ code }) => code)).toEqual(['interrupted']);
  });

  it('lets timers have their turn while it reads', async () => {
    const reader = await openInput(bytesSource(Buffer.from(many(200_000)), [16_384]), {
      ...context,
      origins: new OriginTable(() => 'none'),
      sizes: { blockBytes: 65_536, maxUnitBytes: 65_536 },
    });
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await drain(reader);
    clearInterval(timer);

    expect(turns).toBeGreaterThan(3);
  });

  it('uses what came before an input broke off', async () => {
    const whole = Buffer.from(many(20_000));
    const source = bytesSource(whole.subarray(0, 1_200_000), [100_000]);
    const broken = {
      ...source,
      read(into: Buffer, at: number, max: number): number {
        const count = Number(source.read(into, at, max));
        if (count === 0) throw new UserError('cannot read test.log: the disk could not read it', { exitCode: 3 });
        return count;
      },
    };
    const reader = await openInput(broken, context);
    const records = await drain(reader);

    expect(records.length).toBeGreaterThan(10_000);
    expect(reader.problems().map(({ code, message }) => [code, message])).toContainEqual([
      'input-unreadable',
      'cannot read test.log: the disk could not read it; what came before is used',
    ]);
  });

  it('does not swallow a fault of ours', async () => {
    const reader = await openInput(
      {
        ...bytesSource(Buffer.from('')),
        read: () => {
          throw new TypeError('a fault of ours');
        },
      },
      context,
    );

    await expect(reader.next()).rejects.toThrow('a fault of ours');
  });

  it('needs the same memory for every input', () => {
    expect(new Window().bytes.length).toBeLessThan(3 * 1024 * 1024);
  });
});
