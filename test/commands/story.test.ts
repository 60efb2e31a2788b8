import { describe, expect, it } from 'vitest';
import { columns } from '../../src/render/terminal/columns.ts';
import { csvRows } from '../render/read-csv.ts';
import { runCli } from '../support/run-cli.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;
const CLOSED_FIRST = `${LOGS}apple-767275-kernel-close-first.log`;

describe('necropsy story', () => {
  it.each([45, 60, 80, 120])('fits %i columns', async (width) => {
    const { code, stdout } = await runCli(['story', CLOSED_FIRST, '-q', '--width', String(width)]);

    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map(columns))).toBeLessThanOrEqual(width);
    expect(stdout).toContain('L11');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the same with 7 more flows');
  });

  it('is a table for a ticket, or an object', async () => {
    const [md, json] = await Promise.all([
      runCli(['story', CLOSED_FIRST, '-q', '-f', 'md']),
      runCli(['story', CLOSED_FIRST, '-q', '-f', 'json']),
    ]);

    expect(md.stdout.split('\n').slice(0, 2)).toEqual(['| time | who | what | line |', '| --- | --- | --- | --- |']);
    const csv = await runCli(['story', CLOSED_FIRST, '-q', '-f', 'csv']);
    expect(csvRows(csv.stdout).map((row) => row[3])).toEqual([
      'who',
      'Bank',
      'kernel',
      'kernel',
      'PerAppProxy',
      'Bank',
      'kernel',
    ]);
    expect(md.stdout).toContain('▶ closes it 4.0 ms after it began');
    expect(JSON.parse(json.stdout)).toMatchObject({ focus: { kind: 'finding', index: 1 }, omitted: 0 });
  });

  it('refuses what the capture does not have, and says what it has', async () => {
    const { code, stderr } = await runCli(['story', CLOSED_FIRST, '--at', '9']);

    expect(code).toBe(2);
    expect(stderr).toContain('--at 9 is no finding, no flow and no time of this capture');
    expect(stderr).toContain('found: 1 flow-closed-before-provider');
  });

  it('says no private name when it is told not to', async () => {
    const { code, stdout } = await runCli(['story', CLOSED_FIRST, '-q', '--redact', 'strict', '-f', 'json']);

    expect(code).toBe(0);
    expect(stdout).not.toMatch(/com\.example\.bank|api\.bank\.example|203\.0\.113\.14|PerAppProxy/);
    expect(stdout).toContain('closes it 4.0 ms after it began');
  });
});

describe('necropsy flows show', () => {
  it('is lanes from the app to the provider, the act that ended it marked', async () => {
    const { code, stdout } = await runCli(['flows', 'show', '3202434321', CLOSED_FIRST, '-q', '--width', '110']);

    expect(code).toBe(0);
    const rows = stdout.split('\n');
    expect(rows.find((row) => row.startsWith('a app'))).toBe('a app Bank 1502 · b kernel · c provider PerAppProxy 911');
    // Source: lines 7, 8, 11 and 13 of the case.
    expect(rows.filter((row) => /L(?:7|8|11|13)$/.test(row)).map((row) => row.slice(0, 50).trimEnd())).toEqual(
      [
        '○      15:20:12.000  −2.0ms  C4 starts, to Hostname'.slice(0, 50),
        '│ ●    15:20:12.002  +0.0ms  Connecting',
        '│ ▶    15:20:12.006  +4.0ms  sending close, how = 2',
        '│ │ ●  15:20:12.009  +7.5ms  New flow: NEFlow type =',
      ].map((row) => row.slice(0, 50).trimEnd()),
    );
  });

  it.each([45, 60, 80, 120])('fits %i columns', async (width) => {
    const { stdout } = await runCli(['flows', 'show', '3202434321', CLOSED_FIRST, '-q', '--width', String(width)]);

    expect(Math.max(...stdout.split('\n').map(columns))).toBeLessThanOrEqual(width);
  });

  it('is everything for programs, every line with its place and its grade', async () => {
    const { stdout } = await runCli(['flows', 'show', '3202434321', CLOSED_FIRST, '-q', '-f', 'json']);

    const [trail] = JSON.parse(stdout);
    const steps: { line: number; grade: string; closes?: true; isOrderUnknown?: true }[] = trail.steps;
    expect(steps.map(({ line }) => line)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 20]);
    expect(steps.filter(({ grade }) => grade !== 'exact').map(({ line }) => line)).toEqual([7, 14]);
    expect(steps.filter(({ closes }) => closes).map(({ line }) => line)).toEqual([11]);
    expect(steps.filter(({ isOrderUnknown }) => isOrderUnknown).map(({ line }) => line)).toEqual([14, 19]);
  });

  it('has a row per step for spreadsheets and tickets', async () => {
    const [csv, ndjson, md] = await Promise.all(
      ['csv', 'ndjson', 'md'].map((format) =>
        runCli(['flows', 'show', '3202434321', CLOSED_FIRST, '-q', '-f', format]),
      ),
    );

    expect(csvRows(csv?.stdout ?? '').slice(0, 2)).toEqual([
      ['flow', 'at', 'sinceUs', 'lane', 'process', 'text', 'grade', 'closes', 'line'],
      [
        '3202434321',
        '2025-11-06T15:20:12.000000+00:00',
        '-2000',
        'app',
        'Bank 1502',
        'C4 starts, to Hostname#26e115d4:443',
        'inferred',
        '',
        'L7',
      ],
    ]);
    expect(
      ndjson?.stdout
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row).line),
    ).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 20]);
    expect(md?.stdout.split('\n')).toHaveLength(11 + 3);
  });

  it('refuses a flow that is not there, with the nearest', async () => {
    const { code, stderr } = await runCli(['flows', 'show', '3202434322', CLOSED_FIRST]);

    expect(code).toBe(2);
    expect(stderr).toContain('there is no flow 3202434322 in this capture');
    expect(stderr).toContain('did you mean 3202434321');
  });
});
