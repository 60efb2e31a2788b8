import { describe, expect, it } from 'vitest';
import { analyzeSources } from '../src/analyze.ts';
import { DETECTORS } from '../src/detect/all.ts';
import type { Micros } from '../src/model/units.ts';
import { encodeAs, makeRecord } from './support/encode-styles.ts';
import { bytesSource } from './support/read-records.ts';

const START = Date.UTC(2026, 2, 1, 10) * 1000;
const BOOTS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

/** A provider's life on one machine, every line of it under this boot. */
function life(boot: string | undefined, pid: number, from = START): Buffer {
  const calls = ['startTunnelWithOptions with options 0x0', 'startProxyWithOptions with options 0x0'];
  const said = calls.map((call) => `[Extension com.example.acme.tunnel-extension]: Calling ${call}`);
  const records = said.map((message, second) =>
    makeRecord({
      at: (from + second * 1_000_000) as Micros,
      process: 'com.example.acme.tunnel-extension',
      sender: 'NetworkExtension',
      subsystem: 'com.apple.networkextension',
      pid,
      message,
      boot,
    }),
  );
  return Buffer.from(encodeAs('ndjson', records, { offsetMinutes: 60 }));
}

async function capture(...inputs: readonly Buffer[]) {
  const sources = inputs.map((bytes, index) => bytesSource(bytes, [], `${index}.ndjson`));
  return (await analyzeSources(sources, { detectors: DETECTORS, version: '0' })).report;
}

describe('captures of', () => {
  it('two machines at one time are kept apart: no boot follows the other again and again', async () => {
    const { capture: read, processes } = await capture(life(BOOTS[0], 77), life(BOOTS[1], 77));

    expect(read.boots).toBe(2);
    expect(read.problems.map(({ code, count }) => [code, count])).toEqual([['machines-apart', 2]]);
    expect(processes.map(({ pid, boot, end }) => ({ pid, boot, end: end?.kind }))).toEqual([
      { pid: 77, boot: 0, end: undefined },
      { pid: 77, boot: 1, end: undefined },
    ]);
  });

  it('one machine in two boots are one timeline with a reboot', async () => {
    const { capture: read, processes } = await capture(life(BOOTS[0], 77), life(BOOTS[1], 78, START + 3_600_000_000));

    expect(read.boots).toBe(2);
    expect(processes.map(({ pid, end }) => ({ pid, end: end?.kind }))).toEqual([
      { pid: 77, end: 'reboot' },
      { pid: 78, end: undefined },
    ]);
  });

  it('one machine that overlap are one, each record once', async () => {
    const whole = await capture(life(BOOTS[0], 77));
    const twice = await capture(life(BOOTS[0], 77), life(undefined, 77));

    expect(twice.processes).toEqual(whole.processes);
    expect(twice.capture.problems).toEqual([
      {
        code: 'records-repeated',
        count: 2,
        message: 'records that another input holds too; each is counted once',
        example: { input: '1.ndjson' },
      },
    ]);
  });
});
