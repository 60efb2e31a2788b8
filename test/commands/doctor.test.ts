import { describe, expect, it } from 'vitest';
import { macChecks } from '../../src/commands/doctor-mac.ts';
import { nodeCheck } from '../../src/commands/doctor-run.ts';
import { runCli } from '../support/run-cli.ts';

describe('necropsy doctor', () => {
  it('says that everything is there, and changes nothing', async () => {
    const { code, stdout, stderr } = await runCli(['doctor', '--width', '60']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^● node {2,}Node \d+\.\d+\.\d+$/m);
    expect(stdout).toMatch(/\nnecropsy \S+ can work here\.\n$/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('is JSON on request, and red where a folder cannot be written', async () => {
    const { code, stdout } = await runCli(['doctor', '--json'], { env: { TMPDIR: '/nowhere/at/all' } });

    expect(code).toBe(1);
    const { checks } = JSON.parse(stdout);
    expect(checks.filter(({ state }: { state: string }) => state === 'red')).toEqual([
      {
        check: 'temporary folder',
        state: 'red',
        message: expect.stringContaining('/nowhere/at/all cannot be written'),
        hint: 'name another with TMPDIR',
      },
    ]);
  });

  it.each([
    ['20.19.0', 'green'],
    ['20.18.3', 'red'],
    ['22.1.0', 'green'],
    ['18.20.4', 'red'],
    ['20.20.2', 'green'],
  ])('takes Node %s for %s', (version, state) => {
    expect(nodeCheck(version, '>=20.19').state).toBe(state);
  });

  it('looks for log and profiles on a Mac', async () => {
    const listed =
      'me[1] attribute: profileIdentifier: com.example.vpn-debug\nme[2] attribute: profileIdentifier: com.acme.wifi\n';

    const checks = await macChecks('darwin', async (command) => (command.endsWith('profiles') ? listed : 'usage'));
    const bare = await macChecks('darwin', async () => undefined);

    expect(checks.map(({ state }) => state)).toEqual(['green', 'green']);
    expect(checks[1]?.message).toBe('installed: com.example.vpn-debug');
    expect(bare.map(({ state }) => state)).toEqual(['red', 'amber']);
    expect((await macChecks('linux')).map(({ check }) => check)).toEqual(['recording']);
  });
});
