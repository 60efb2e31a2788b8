import { describe, expect, it } from 'vitest';
import { type MergedStream, merge, type RecordStream } from '../../src/lib/merge.ts';
import type { LogRecord } from '../../src/model/log-record.ts';
import type { Micros } from '../../src/model/units.ts';
import { makeRecord } from '../support/encode-styles.ts';

/** A stream of batches; each record is called by its stream's letter and its time. */
function stream(letter: string, ...batches: readonly (readonly number[])[]): RecordStream {
  const rest = batches.map((times) => times.map((at) => makeRecord({ at: at as Micros, message: `${letter}${at}` })));
  return { next: async () => rest.shift() };
}

async function messages(merged: RecordStream): Promise<string> {
  const all: LogRecord[] = [];
  for (let batch = await merged.next(); batch !== undefined; batch = await merged.next()) all.push(...batch);
  return all.map(({ message }) => message).join(' ');
}

describe('merge', () => {
  it('puts the records of several streams in the order of time', async () => {
    expect(await messages(merge([stream('a', [1, 4], [7]), stream('b', [2, 3], [5, 9]), stream('c', [6])]))).toBe(
      'a1 b2 b3 a4 b5 c6 a7 b9',
    );
  });

  it('keeps the order given where times are the same', async () => {
    expect(await messages(merge([stream('a', [1, 1], [1]), stream('b', [1], [1])]))).toBe('a1 a1 a1 b1 b1');
  });

  it("keeps a stream's own order where its clock steps back", async () => {
    expect(await messages(merge([stream('a', [5, 2, 6]), stream('b', [3, 4, 7])]))).toBe('b3 b4 a5 a2 a6 b7');
  });

  it('passes over empty batches and empty streams', async () => {
    expect(await messages(merge([stream('a', [], [1], [], [3]), stream('b'), stream('c', [2], [])]))).toBe('a1 c2 a3');
  });

  it('ends where there is nothing to merge', async () => {
    expect(await merge([]).next()).toBeUndefined();
    expect(await merge([stream('a'), stream('b')]).next()).toBeUndefined();
  });

  it('hands a single stream through', async () => {
    expect(await messages(merge([stream('a', [1, 1])]))).toBe('a1 a1');
  });

  it('makes small batches', async () => {
    const times = Array.from({ length: 96 }, (_, index) => index);
    const merged = merge([stream('a', times), stream('b', times)]);
    const sizes: number[] = [];
    for (let batch = await merged.next(); batch !== undefined; batch = await merged.next()) sizes.push(batch.length);

    expect(sizes).toEqual([64, 64, 64]);
  });

  it('hands on what a stream throws', async () => {
    const broken: RecordStream = { next: async () => Promise.reject(new Error('gone')) };

    await expect(merge([stream('a', [1]), broken]).next()).rejects.toThrow('gone');
  });

  it('puts hundreds of streams in the order of time', async () => {
    const streams = Array.from({ length: 300 }, (_, index) => stream('s', [(index * 7919) % 300], [1000 + index]));
    const times = (await messages(merge(streams))).split(' ').map((each) => Number(each.slice(1)));

    expect(times).toEqual(Array.from({ length: 600 }, (_, index) => (index < 300 ? index : 700 + index)));
  });
});

describe('a record that several streams hold', () => {
  type Row = Parameters<typeof makeRecord>[0];
  const of = (...rows: readonly Row[]): RecordStream => {
    const rest = [rows.map((row) => makeRecord({ at: 1_000_500 as Micros, message: 'said', pid: 7, ...row }))];
    return { next: async () => rest.shift() };
  };
  async function read(merged: MergedStream): Promise<{ count: number; repeats: number }> {
    let count = 0;
    for (let batch = await merged.next(); batch !== undefined; batch = await merged.next()) count += batch.length;
    return { count, repeats: merged.repeats.reduce((sum, each) => sum + each, 0) };
  }

  it('comes once, as often as the stream that holds it most', async () => {
    expect(await read(merge([of({}, {}), of({}, {}, {})]))).toEqual({ count: 3, repeats: 2 });
  });

  it.each<[string, Row, Row]>([
    ['no pid', {}, { pid: -1 }],
    ['no thread', { tid: 5 }, { tid: 0 }],
    ['no level', { level: 'error' }, { level: 'unknown' }],
    ['milliseconds', {}, { at: 1_000_000 as Micros }],
    ['no boot', { boot: 'A' }, { boot: undefined }],
  ])('is known again where a style prints %s', async (_, one, other) => {
    expect(await read(merge([of(one), of(other)]))).toEqual({ count: 1, repeats: 1 });
  });

  it.each<[string, Row, Row]>([
    ['pid', {}, { pid: 8 }],
    ['thread', { tid: 5 }, { tid: 6 }],
    ['level', { level: 'error' }, { level: 'default' }],
    ['time', {}, { at: 1_000_501 as Micros }],
    ['boot', { boot: 'A' }, { boot: 'B' }],
    ['message', {}, { message: 'else' }],
  ])('is another one where its %s differs', async (_, one, other) => {
    expect((await read(merge([of(one), of(other)]))).count).toBe(2);
  });

  it('is known again where the streams print neighbours in another order', async () => {
    const a = { at: 1_000_300 as Micros, message: 'a' };
    const b = { at: 1_000_400 as Micros, message: 'b' };

    expect(await read(merge([of(b, a), of(a, b)]))).toEqual({ count: 2, repeats: 2 });
  });
});
