import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { runCli } from '../support/run-cli.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;
/** Eight flows, one every 3.1 s from 15:20:12.002 on. Source: the case's lines. */
const CLOSED_FIRST = `${LOGS}apple-767275-kernel-close-first.log`;

async function analysed(...flags: readonly string[]): Promise<Report> {
  const { code, stdout } = await runCli(['analyze', CLOSED_FIRST, '--json', ...flags]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('a part of a capture', () => {
  it('shows what touches it, judged by the whole', async () => {
    const report = await analysed('--around', '15:20:20±3s');

    expect(report.flows.map(({ openedAt }) => openedAt.slice(11, 19))).toEqual(['15:20:18', '15:20:21']);
    expect(report.findings.map(({ detector, count }) => [detector, count])).toEqual([
      ['flow-closed-before-provider', 8],
    ]);
    expect(report.capture.window).toMatchObject({
      from: '2025-11-06T15:20:17.000000+00:00',
      to: '2025-11-06T15:20:23.000000+00:00',
      outside: { flows: 6 },
    });
    expect(report.flowTotals.byCode).toEqual({ RSK: 2 });
    expect(report.lanes.span?.from).toBe('2025-11-06T15:20:17.000000+00:00');
  });

  it('says what was found elsewhere instead of calling the capture healthy', async () => {
    const report = await analysed('--since', '15:20:36');

    expect(report.findings).toEqual([]);
    expect(report.verdict.text).toContain('1 finding lies outside the time asked for');
  });

  it('is refused as an answer where the capture does not hold it', async () => {
    const report = await analysed('--since', '16:00');

    expect(report.verdict.state).toBe('capture-insufficient');
    expect(report.capture.quality).toContainEqual({
      check: 'asked-time',
      state: 'red',
      message:
        'the time asked for is not in it: the capture holds 2025-11-06T15:20:10.529605+00:00 to 2025-11-06T15:20:39.300612+00:00',
    });
  });

  it('reads the same words in every command', async () => {
    const runs = await Promise.all(
      ['flows', 'check', 'analyze', 'sessions', 'processes', 'events', 'export', 'story', 'why'].map((command) =>
        runCli([command, ...(command === 'why' ? ['missing-new-flow'] : []), CLOSED_FIRST, '--around', 'noon']),
      ),
    );

    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2));
    for (const { stderr } of runs) expect(stderr).toContain('--around takes a time and how far from it');
  });

  it('is the time that a story and a flow are looked for in', async () => {
    const [before, inside, flow] = await Promise.all([
      runCli(['story', CLOSED_FIRST, '-q', '-f', 'json', '--until', '15:20:11']),
      runCli(['story', CLOSED_FIRST, '-q', '-f', 'json', '--since', '15:20:15']),
      runCli(['flows', 'show', '3202434321', CLOSED_FIRST, '--since', '15:20:15']),
    ]);

    expect(JSON.parse(before.stdout).focus).toEqual({ kind: 'capture' });
    expect(JSON.parse(inside.stdout).focus).toMatchObject({ kind: 'finding', index: 1 });
    expect(flow.code).toBe(2);
  });

  it('is one boot of several', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'necropsy-boot-'));
    const status = (time: string, state: string): string =>
      `2026-03-18 ${time}.000000+0100 0x1 Default 0x0 486 0 nesessionmanager: [com.apple.networkextension:] NESMVPNSession[Primary Tunnel:Acme:2A1F7C1E-0B5D-4E0C-9B43-6C7D1B2A3F44:(null)]: status changed to ${state}`;
    const file = join(folder, 'boots.log');
    writeFileSync(
      file,
      [
        'Timestamp                       Thread     Type        Activity             PID    TTL',
        status('14:00:00', 'connecting'),
        status('14:00:01', 'connected'),
        '2026-03-18 14:10:00.000000+0100 0x0        Default     0x0                  0      0    === system boot: 7D1F5A2C-0B5D-4E0C-9B43-6C7D1B2A3F44',
        status('14:11:00', 'connecting'),
        status('14:11:02', 'connected'),
        '',
      ].join('\n'),
    );
    const states = async (boot: string): Promise<string[]> => {
      const { code, stdout } = await runCli(['analyze', file, '--json', '--boot', boot]);
      expect(code).toBe(0);
      const { sessions, capture }: Report = JSON.parse(stdout);
      expect(capture.boots).toBe(2);
      return sessions.flatMap(({ history }) => history.map(({ at, to }) => `${at.slice(11, 19)} ${to}`));
    };

    expect(await states('1')).toEqual(['14:00:00 connecting', '14:00:01 connected']);
    expect(await states('2')).toEqual(['14:11:00 connecting', '14:11:02 connected']);
    expect(await states('3')).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('stands on the screen with what is outside', async () => {
    const { stdout } = await runCli(['analyze', CLOSED_FIRST, '--last', '6s', '--width', '100']);

    expect(stdout).toContain('shown: 15:20:33 → 15:20:39 (6.0s) · outside: 7 flows');
  });
});
