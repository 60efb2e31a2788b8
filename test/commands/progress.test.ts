import { describe, expect, it } from 'vitest';
import { createProgress, progressText } from '../../src/commands/progress.ts';
import { countReads } from '../../src/source/count-reads.ts';
import { bytesSource } from '../support/read-records.ts';

describe('progress', () => {
  it.each([
    [{ bytes: 412_000_000, total: 1_300_000_000, ms: 2000 }, 'reading 412 MB of 1.3 GB · 206 MB/s · 4.3s left'],
    [{ bytes: 412_000_000, total: undefined, ms: 2000 }, 'reading 412 MB · 206 MB/s'],
    [{ bytes: 2_000, total: 1_000, ms: 1000 }, 'reading 2.0 kB · 2.0 kB/s'],
    [{ bytes: 1_000, total: 1_000, ms: 1000 }, 'reading 1.0 kB of 1.0 kB · 1.0 kB/s'],
    [{ bytes: 0, total: 1_000, ms: 0 }, 'reading 0 B of 1.0 kB'],
  ])('says %o', (state, text) => {
    expect(progressText(state)).toBe(text);
  });

  it('is not shown where nobody sees it', () => {
    expect(createProgress(true)).toBeUndefined();
    expect(process.stderr.isTTY === true || createProgress(false) === undefined).toBe(true);
  });

  it('counts what is read of all inputs', async () => {
    const told: (readonly [number, number | undefined])[] = [];
    const sources = [bytesSource(Buffer.from('one')), bytesSource(Buffer.from('three'))];
    const into = Buffer.alloc(10);
    for (const source of countReads(sources, (bytes, total) => told.push([bytes, total])))
      if ('read' in source) await source.read(into, 0, 10);

    expect(told).toEqual([
      [3, 8],
      [8, 8],
    ]);
    expect(countReads(sources, undefined)).toBe(sources);
  });
});
