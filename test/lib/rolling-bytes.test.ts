import { describe, expect, it } from 'vitest';
import { RollingBytes } from '../../src/lib/rolling-bytes.ts';

async function textOf(log: RollingBytes, piece = 5): Promise<string> {
  const source = log.source('x');
  const into = Buffer.alloc(piece);
  let text = '';
  for (let count = await source.read(into, 0, piece); count > 0; count = await source.read(into, 0, piece))
    text += into.toString('utf8', 0, count);
  return text;
}

describe('RollingBytes', () => {
  it('holds everything while there is room', async () => {
    const log = new RollingBytes(100);
    for (const block of ['one\ntw', 'o\n', 'three\n']) log.add(Buffer.from(block));

    expect(await textOf(log)).toBe('one\ntwo\nthree\n');
    expect([log.total, log.hasForgotten]).toEqual([14, false]);
  });

  it('forgets the oldest blocks, and the line that they cut', async () => {
    const log = new RollingBytes(12);
    for (const block of ['one\ntw', 'o\n', 'three\nfo', 'ur\n']) log.add(Buffer.from(block));

    expect(await textOf(log)).toBe('three\nfour\n');
    expect(log.hasForgotten).toBe(true);
  });

  it('keeps a block that is larger than the room', async () => {
    const log = new RollingBytes(4);
    log.add(Buffer.from('a'));
    log.add(Buffer.from('cut here\nwhole line\n'));

    expect(await textOf(log)).toBe('whole line\n');
  });

  it('is empty where no line ends', async () => {
    const log = new RollingBytes(4);
    for (const block of ['12345', '67890']) log.add(Buffer.from(block));

    expect(await textOf(log)).toBe('');
  });

  it('is not changed under a reader', async () => {
    const log = new RollingBytes(8);
    log.add(Buffer.from('one\n'));
    const source = log.source('x');
    log.add(Buffer.from('two\nthree\n'));
    const into = Buffer.alloc(20);

    expect(into.toString('utf8', 0, await source.read(into, 0, 20))).toBe('one\n');
  });
});
