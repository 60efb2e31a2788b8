import { describe, expect, it } from 'vitest';
import { compileParties } from '../../src/commands/party-flags.ts';
import { predicatesOf } from '../../src/commands/party-predicate.ts';
import type { Report } from '../../src/model/report.ts';
import { runCli } from '../support/run-cli.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;
const CLOSED_FIRST = `${LOGS}apple-767275-kernel-close-first.log`;
const CYCLE = `${LOGS}tailscale-16505-connect-cycle.log`;

describe('what a word chooses', () => {
  it.each<[string, Parameters<typeof compileParties>[0], boolean]>([
    ['a part of a name in any case', { app: ['EXAMPLE.bank'] }, true],
    ['another name', { app: ['mail'] }, false],
    ['any of several', { app: ['mail', 'bank'] }, true],
    ['stars for anything', { app: ['com.*.bank'] }, true],
    ['stars and both ends', { app: ['com.*.ban'] }, false],
    ['no overlap of the two ends', { app: ['com.example.bank*bank'] }, false],
    ['none of it', { app: ['!bank'] }, false],
    ['none of something else', { app: ['!mail'] }, true],
    ['one but not the other', { app: ['com', '!bank'] }, false],
    ['a number as a whole', { pid: ['15'] }, false],
    ['the number', { pid: ['1502'] }, true],
    ['every flag that is given', { app: ['bank'], pid: ['7'] }, false],
    ['what it has nothing of', { session: ['x'] }, false],
    ['what it has nothing of, not', { session: ['!x'] }, true],
    ['a text with a comma', { grep: ['a, b'] }, true],
    ['a text that is excluded', { exclude: ['A, B'] }, false],
  ])('%s', (_, flags, expected) => {
    expect(compileParties(flags)({ app: ['com.example.bank'], pid: [1502], grep: ['say a, b'] })).toBe(expected);
  });

  it('is linear in a text with many stars', () => {
    const stars = `${'a*'.repeat(200)}b`;

    expect(compileParties({ app: [stars] })({ app: ['a'.repeat(20_000)] })).toBe(false);
  });

  it('is said in what is written, as a predicate', () => {
    expect(predicatesOf({ where: 'a == 1', proc: ['kernel', '!x"y'], pid: ['3'], exclude: ['noise'] })).toEqual([
      'a == 1',
      'process CONTAINS[c] "kernel" AND NOT (process CONTAINS[c] "x\\"y")',
      'processIdentifier == 3',
      'NOT (eventMessage CONTAINS[c] "noise")',
    ]);
  });
});

describe('in the commands', () => {
  const rows = async (...args: readonly string[]): Promise<unknown[]> => {
    const { code, stdout } = await runCli([...args, '-q', '-f', 'ndjson']);
    expect(code).toBe(0);
    return stdout
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => JSON.parse(row));
  };

  it('chooses rows of lists', async () => {
    expect(await rows('flows', CLOSED_FIRST, '--app', 'bank')).toHaveLength(8);
    expect(await rows('flows', CLOSED_FIRST, '--app', '!bank')).toHaveLength(0);
    expect(await rows('flows', CLOSED_FIRST, '--host', 'api.bank.example,nowhere')).toHaveLength(8);
    expect(await rows('flows', CLOSED_FIRST, '--flow', '3202434321')).toHaveLength(1);
    expect(await rows('sessions', CYCLE, '--session', 'borealis')).toHaveLength(7);
    expect(await rows('sessions', CYCLE, '--session', 'acme')).toHaveLength(0);
    expect(await rows('processes', CLOSED_FIRST, '--proc', 'perapp')).toHaveLength(1);
  });

  it('chooses findings by their parties, and counts the others', async () => {
    const found = async (app: string): Promise<Report> =>
      JSON.parse((await runCli(['analyze', CLOSED_FIRST, '--json', '-q', '--app', app])).stdout);

    expect((await found('bank')).findings).toHaveLength(1);
    expect(await found('mail')).toMatchObject({ findings: [], omitted: { findings: 1 } });
  });

  it('chooses records; what is written says what was left out', async () => {
    const { stdout } = await runCli(['export', CLOSED_FIRST, '-q', '--proc', 'PerAppProxy', '--exclude', 'Verifying']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const processes = new Set(lines.slice(1).flatMap(({ processImagePath }) => processImagePath ?? []));

    expect(lines[0].eventMessage).toBe(
      'Filtering the log data using "(process CONTAINS[c] "PerAppProxy") AND (NOT (eventMessage CONTAINS[c] "Verifying"))"',
    );
    expect([...processes].filter((path) => !path.endsWith('PerAppProxy'))).toEqual([]);
    expect(JSON.stringify(lines.slice(1))).not.toContain('Verifying');
    expect(await rows('events', CLOSED_FIRST, '--flow', '3202434321')).not.toHaveLength(0);
  });

  it('refuses a name where a number is meant', async () => {
    const { code, stderr } = await runCli(['flows', CLOSED_FIRST, '--pid', 'kernel']);

    expect(code).toBe(2);
    expect(stderr).toContain('--pid takes a process’s number');
  });
});
