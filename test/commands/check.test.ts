import { describe, expect, it } from 'vitest';
import { NEED_NAMES } from '../../src/model/need.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { isNeededFor } from '../../src/report/needs.ts';
import { fileOf, runCli } from '../support/run-cli.ts';
import { connected, story } from '../support/story.ts';

const SAMPLE = new URL('../../samples/udp-self-loop/capture.ndjson', import.meta.url).pathname;

describe('necropsy check', () => {
  it('says what was read, how far it goes and what would show more', async () => {
    const { code, stdout } = await runCli(['check', SAMPLE, '--need', 'flows,power', '--width', '100']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/● flows: \d+ lines/);
    expect(stdout).toContain('▲ power: no line about sleep and wake');
    expect(stdout).toContain('log show --last 12h --info --debug');
    expect(stdout).toContain('This capture cannot answer everything that is asked of it.');
    expect(stdout).not.toContain('VERDICT');
  });

  it('says nothing is missing where nothing is asked, and ends in 5 under --strict where something is', async () => {
    const path = fileOf('a.log', connected(story(), 0).text());
    const [lax, strict] = await Promise.all([
      runCli(['check', path, '--json']),
      runCli(['check', path, '--need', 'dns', '--strict', '--json']),
    ]);

    expect([lax.code, strict.code]).toEqual([0, 5]);
    const checks: { check: string; state: string }[] = JSON.parse(strict.stdout).quality;
    expect(checks.find(({ check }) => check === 'need-dns')?.state).toBe('red');
    expect(JSON.parse(lax.stdout).quality.some(({ check }: { check: string }) => check.startsWith('need-'))).toBe(
      false,
    );
  });

  it('refuses what nobody can need, with what can be', async () => {
    const { code, stderr } = await runCli(['check', SAMPLE, '--need', 'luck']);

    expect(code).toBe(2);
    expect(stderr).toContain('flows');
  });

  it.each(NEED_NAMES)('knows lines that answer %s', (need) => {
    const events = BUILT_IN_CATALOG.families.flatMap(({ name, messages }) =>
      messages.map((each) => `${name}/${each.name}`),
    );
    const words = BUILT_IN_CATALOG.vocabularies.map(({ name }) => `${name}/connect`);

    expect([...events, ...words].some((event) => isNeededFor([need], event))).toBe(true);
  });
});
