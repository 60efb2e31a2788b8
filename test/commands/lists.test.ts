import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;
/** Eight flows which the kernel closed 4 ms after the app opened them. Source: the case's expected list. */
const CLOSED_FIRST = `${LOGS}apple-767275-kernel-close-first.log`;
const CYCLE = `${LOGS}tailscale-16505-connect-cycle.log`;

interface Flow {
  readonly code: string;
  readonly app: string;
  readonly closedBy: { readonly who: string };
}

describe('necropsy flows', () => {
  it('has a row per flow, whole in JSON', async () => {
    const { code, stdout, stderr } = await runCli(['flows', CLOSED_FIRST, '-f', 'json']);

    expect(code).toBe(0);
    expect(stderr).toContain('8 flows');
    const flows: Flow[] = JSON.parse(stdout);
    expect(flows).toHaveLength(8);
    for (const flow of flows) {
      expect(flow).toMatchObject({ code: 'RSK', app: 'com.example.bank', closedBy: { who: 'kernel' } });
    }
  });

  it('chooses by what the columns say', async () => {
    const count = async (where: string): Promise<number> => {
      const { code, stdout } = await runCli(['flows', CLOSED_FIRST, '-q', '-f', 'ndjson', '--where', where]);
      expect(code).toBe(0);
      return stdout.split('\n').length - 1;
    };

    expect(
      await Promise.all(
        [
          'closedBy == "kernel" AND dur < 1s',
          'dur > 1s',
          'NOT closedBy == "kernel"',
          'app BEGINSWITH "com.example" AND remote CONTAINS "bank"',
          'openedAt > "2024-01-01" AND code IN {"RSK", "NOF"}',
        ].map(count),
      ),
    ).toEqual([8, 0, 0, 8, 8]);
  });

  it('refuses a field that its rows do not have, with those that they have', async () => {
    const [log, row] = await Promise.all([
      runCli(['flows', CLOSED_FIRST, '--where', 'pid == 3']),
      runCli(['flows', CLOSED_FIRST, '--where', 'closedby == "app"']),
    ]);

    expect([log.code, row.code]).toEqual([2, 2]);
    expect(log.stderr).toContain('no field is called pid');
    expect(log.stderr).toMatch(/fields: openedAt, dur, code/);
    expect(log.stderr).not.toContain('eventMessage');
    expect(row.stderr).toContain('did you mean closedBy?');
  });

  it('stops after so many and says of how many', async () => {
    const { stdout, stderr } = await runCli(['flows', CLOSED_FIRST, '--limit', '3', '--width', '120']);

    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(stderr).toContain('3 of 8 flows');
  });
});

describe('necropsy sessions and processes', () => {
  it('has a row per run of a session', async () => {
    const where = 'dur > 4s AND session == "Borealis" AND kind == "packet-tunnel"';
    const [all, long] = await Promise.all([
      runCli(['sessions', CYCLE, '-q', '-f', 'csv']),
      runCli(['sessions', CYCLE, '-q', '-f', 'csv', '--where', where]),
    ]);

    expect(all.stdout.split('\n').length).toBeGreaterThan(7);
    expect(long.stdout).toBe(all.stdout);
  });

  it('finds runs by pid, whatever the field is called elsewhere', async () => {
    const { stdout } = await runCli(['processes', CLOSED_FIRST, '-q', '-f', 'ndjson', '--where', 'pid == 911']);

    expect(JSON.parse(stdout)).toMatchObject({ pid: 911, name: 'PerAppProxy' });
  });
});
