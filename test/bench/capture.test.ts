import { describe, expect, it } from 'vitest';
import { type CaptureFacts, makeCapture } from './capture.ts';
import type { Style } from './styles.ts';

interface Made {
  readonly facts: CaptureFacts;
  readonly lines: readonly string[];
}

const made = new Map<string, Made>();

/** Made once: several tests look at one. */
function capture(style: Style, bytes: number): Made {
  const key = `${style} ${bytes}`;
  const found = made.get(key) ?? make(style, bytes);
  made.set(key, found);
  return found;
}

function make(style: Style, bytes: number, seed = 1): Made {
  let text = '';
  const facts = makeCapture({ style, bytes, seed }, (piece) => {
    text += piece;
    return Buffer.byteLength(piece);
  });
  expect(facts.bytes).toBe(Buffer.byteLength(text));
  return { facts, lines: text.split('\n').slice(0, -1) };
}

const HEADER = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+0100 0x[0-9a-f]+ +\w+ +0x[0-9a-f]+ +\d+ +0 {4}\S/;

describe('the generated capture', () => {
  it('is the same for the same seed and another for another', () => {
    expect(make('default', 1e5, 7)).toEqual(make('default', 1e5, 7));
    expect(make('default', 1e5, 7).lines).not.toEqual(make('default', 1e5, 8).lines);
  });

  it('has the statistics of a busy machine in default style', () => {
    const { facts, lines } = capture('default', 8e6);

    const starts = lines.filter((line) => HEADER.test(line)).length;

    expect(facts.lines).toBe(lines.length);
    expect(starts).toBe(facts.records);
    expect(facts.bytes / facts.lines).toSatisfy((bytes: number) => bytes > 250 && bytes < 272);
    expect((lines.length - starts) / lines.length).toSatisfy((share: number) => share > 0.08 && share < 0.1);
    expect(facts.story / facts.records).toSatisfy((share: number) => share > 0.045 && share < 0.055);
    expect(lines.some((line) => /[^\0-\x7f]/.test(line))).toBe(true);
  });

  it('has records of about 1 kB in ndjson, each one line of JSON, and the summary line at the end', () => {
    const { facts, lines } = capture('ndjson', 8e6);

    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

    expect(parsed.length).toBe(facts.records + 1);
    expect(parsed.at(-1)).toEqual({ count: facts.records, finished: 1 });
    expect(parsed.slice(0, -1).every((record) => typeof record.eventMessage === 'string')).toBe(true);
    expect(facts.bytes / facts.records).toSatisfy((bytes: number) => bytes > 950 && bytes < 1020);
  });

  it('never goes back in time', () => {
    const times = capture('default', 8e6)
      .lines.filter((line) => HEADER.test(line))
      .map((line) => line.slice(0, 26));

    expect(times).toEqual(times.toSorted());
  });

  it('holds 32 processes, of them the cast of a Network Extension log', () => {
    const { lines } = capture('ndjson', 8e6);

    const paths = new Set(
      lines.slice(0, -1).map((line) => (JSON.parse(line) as { processImagePath: string }).processImagePath),
    );

    expect(paths.size).toBe(32);
  });

  it('tells flows on both sides of the kernel under one hash', () => {
    const { lines } = capture('default', 8e6);
    const hashes = (pattern: RegExp) => new Set(lines.flatMap((line) => pattern.exec(line)?.[1] ?? []));

    const offered = hashes(/: \(libnetworkextension\.dylib\) \[com\.apple\.networkextension:\] \((\d+)\): New flow: /);
    const connecting = hashes(/ kernel: \((\d+)\): Connecting$/);
    const ended = hashes(/ kernel: \((\d+)\): Destroying, app tx \d+, tunnel tx \d+, tunnel rx \d+$/);

    expect(offered.size).toBeGreaterThan(50);
    expect([...offered].filter((hash) => !connecting.has(hash))).toEqual([]);
    expect([...ended].filter((hash) => !offered.has(hash))).toEqual([]);
    expect(ended.size).toBeGreaterThan(offered.size / 2);
  });

  it('restarts, reasserts and sleeps now and then', () => {
    const text = make('default', 4e7).lines.join('\n');

    const missing = [
      'status changed to disconnected, last stop reason Stop command received',
      'status changed to reasserting',
      "Entering Sleep state due to 'Clamshell Sleep'",
    ].filter((words) => !text.includes(words));

    expect(missing).toEqual([]);
  });
});
