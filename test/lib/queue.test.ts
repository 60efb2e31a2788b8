import { describe, expect, it } from 'vitest';
import { Queue } from '../../src/lib/queue.ts';

describe('a queue', () => {
  it('hands out what it took, oldest first, however far it got', () => {
    const queue = new Queue<number>();
    const out: (number | undefined)[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      queue.push(i);
      if (i % 3 > 0) out.push(queue.shift());
    }

    expect(queue.size).toBe(1_000 - out.length);
    expect(queue.first).toBe(out.length);
    expect([...out, ...queue]).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
  });

  it('is empty when everything left, and says so', () => {
    const queue = new Queue<string>();
    queue.push('a');

    expect([queue.shift(), queue.shift(), queue.first, queue.size]).toEqual(['a', undefined, undefined, 0]);
  });
});
