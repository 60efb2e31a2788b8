import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const ACME = join('samples', 'acme-handshake', 'acme.grammar');
const CAPTURE = join('samples', 'acme-handshake', 'capture.log');

let folder = '';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A family of one's own with `gate`, and a rule with this condition. */
const rule = (when: string, where = 'subsystem == "com.acme.gate"'): string => `family acme.gate
  title "Acme gate"
  where ${where}
message gate
  text   "gate {gate:rest}"
  sample "gate a" -> gate=a
rule acme-gate
  title    "Gate {gate}"
  severity error
  when     ${when}
  means    "Nothing goes through."
  not-it   "A gate that is closed."
  do       developer "Reset it."
  example found "one" "2026-03-01 10:00:00.000 Df acmed[9:1] [com.acme.gate:main] gate a"
  example clear "none" "2026-03-01 10:00:00.000 Df acmed[9:1] [com.acme.gate:main] door a"
`;
const LOG = '2026-03-01 10:00:00.000 Df acmed[9:1] [com.acme.gate:main] gate b\n';

describe('--rules', () => {
  it('runs rules beside the detectors, of a file or a folder, and they are chosen by name', async () => {
    const into = join(folder, 'rules');
    mkdirSync(into);
    writeFileSync(join(into, 'gate.grammar'), rule('seen acme.gate/gate'));
    const log = file('gate.log', LOG);
    const args = ['analyze', log, '--rules', into, '--json'];

    const [both, alone] = await Promise.all([
      runCli([...args, '--rules', ACME]),
      runCli([...args, '--rule', 'acme-gate']),
    ]);

    const ids = (stdout: string) => JSON.parse(stdout).detectors.map(({ id }: { id: string }) => id) as string[];
    expect([both.code, alone.code]).toEqual([0, 0]);
    expect(ids(both.stdout)).toEqual(expect.arrayContaining(['acme-gate', 'acme-handshake-storm', 'provider-crash']));
    expect(ids(alone.stdout)).toEqual(['acme-gate']);
    expect(JSON.parse(alone.stdout).findings).toMatchObject([{ detector: 'acme-gate', title: 'Gate b' }]);
  });

  it.each([
    ['analyze', [CAPTURE]],
    ['diff', [CAPTURE, CAPTURE]],
    ['timeline', [CAPTURE, '-o', 'never.html']],
    ['watch', []],
    ['demo', []],
    ['why proxy-self-loop', [CAPTURE]],
    ['story', [CAPTURE]],
    ['report', [CAPTURE, '-o', 'never']],
    ['explain', ['acme-gate']],
    ['rules list', []],
    ['rules coverage', [CAPTURE]],
  ])('of %s refuses a wrong rule with its place and a suggestion, and ends in 4', async (command, inputs) => {
    const path = file('wrong.grammar', rule('seen acme.gate/gaet'));

    const { code, stdout, stderr } = await runCli([...command.split(' '), ...inputs, '--rules', path]);

    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain(`the rules in ${path} are wrong`);
    expect(stderr).toContain(`${path}:10:17  rule-unknown-event`);
    expect(stderr).toContain('did you mean acme.gate/gate?');
  });

  it('ends in 4 where a path cannot be read', async () => {
    const { code, stderr } = await runCli(['analyze', CAPTURE, '--rules', join(folder, 'none')]);

    expect(code).toBe(4);
    expect(stderr).toContain('cannot read the grammar');
  });

  it('keeps a grammar with an error apart: it costs itself, and the run ends in 4', async () => {
    const wrong = file('flawed.grammar', 'family x\n  titel "y"\n');
    const log = file('beside.log', LOG);
    const good = file('good.grammar', rule('seen acme.gate/gate'));

    const { code, stdout } = await runCli(['analyze', log, '--rules', good, '--grammar', wrong]);

    expect(code).toBe(4);
    expect(stdout).toContain('acme-gate');
  });

  it('names the rules in the commands that the screen proposes', async () => {
    const path = file('named.grammar', rule('seen acme.gate/gate'));
    const log = file('named.log', LOG);

    const { stdout } = await runCli(['analyze', log, '--rules', path, '--width', '200']);

    expect(stdout).toContain(`necropsy explain acme-gate --grammar ${path}`);
  });
});

describe('a rule of somebody else’s', () => {
  const evil = `${LOG.trimEnd().replace('gate b', `gate ${'a'.repeat(5_000)}!`)}\n`;

  it.each([
    ['a pattern that backtracks', rule('seen acme.gate/gate where gate MATCHES "(((a+)+)+)+b"')],
    ['a pattern in its gate', rule('seen acme.gate/gate', 'process MATCHES "((a+)+)+b"')],
    ['many wildcards', rule(`seen acme.gate/gate where gate LIKE "${'*a'.repeat(200)}b"`)],
    ['a large threshold', rule('count acme.gate/gate >= 999999999999 within 9999999h')],
    ['a long wait', rule('acme.gate/gate then acme.gate/gate then acme.gate/gate within 9999999h')],
  ])(
    'does not run away: %s',
    async (_what, text) => {
      const path = file('evil.grammar', text);
      const log = file('evil.log', evil.replace('acmed', 'a'.repeat(60)).repeat(2_000));
      const started = performance.now();

      const { code } = await runCli(['analyze', log, '--rules', path, '--rule', 'acme-gate', '--json']);

      expect(code).toBe(0);
      // A second is usual, also on a busy machine; what backtracks takes longer than the universe has.
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );

  it.each([
    ['a back reference', 'seen acme.gate/gate where gate MATCHES "(a)\\\\1"', 'run safely'],
    ['repetitions of repetitions', 'seen acme.gate/gate where gate MATCHES "((a{1000}){1000}){1000}"', 'run safely'],
    ['a threshold that is no number of lines', 'count acme.gate/gate >= 0 within 1s', 'expected a whole number from 1'],
  ])('is refused with %s', async (_what, when, said) => {
    const path = file('refused.grammar', rule(when));

    const { code, stderr } = await runCli(['analyze', CAPTURE, '--rules', path]);

    expect(code).toBe(4);
    expect(stderr).toContain(said);
  });
});
