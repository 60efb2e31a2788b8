import { describe, expect, it } from 'vitest';
import type { WhyReport } from '../../src/model/why.ts';
import { fileOf } from '../support/run-cli.ts';
import { connected, story, UUID } from '../support/story.ts';
import { runCli } from './run-cli.ts';

const MISSING = 'samples/missing-new-flow/capture.json';
const CRASH = 'samples/provider-crash/capture.log';

const why = (...words: string[]) => runCli(['why', ...words]);

async function answerOf(...words: string[]): Promise<WhyReport> {
  return JSON.parse((await why(...words, '--json', '-q')).stdout);
}

describe('necropsy why', () => {
  it('shows a finding with what its confidence is made of, and its case with values and lines', async () => {
    const { code, stdout } = await why('provider-crash', CRASH, '--width', '100');

    expect(code).toBe(0);
    expect(stdout).toContain('▲ FOUND');
    expect(stdout).toContain('confidence high');
    expect(stdout).toContain('= starts high: a fault signal, a corpse or a crash report proves it');
    expect(stdout).toMatch(/▲ found {2}Sentry Filter \(pid 733\)/);
    expect(stdout).toMatch(/✓ it ended in the capture — crash +16:05:14\.050 {2}L68/);
    expect(stdout).toMatch(/● no {2}Sentry Filter \(pid 741\)\n {2}├─ ✗ not met: it ended in the capture/);
  });

  it('says of one flow, by its hash, why nothing was found', async () => {
    // 1503298371 was answered: the capture holds its New flow and its connect result.
    const [{ stdout }] = await Promise.all([runCli(['flows', MISSING, '-f', 'json', '-q'])]);
    const flows: { hash?: number; app?: string; provider?: unknown; id: string }[] = JSON.parse(stdout);
    const answered = flows.find(({ provider }) => provider !== undefined);
    const answer = await answerOf('missing-new-flow', MISSING, '--flow', String(answered?.hash));

    expect(answer.outcome.status).toBe('found');
    expect(answer.matching).toBe(1);
    expect(answer.candidates).toHaveLength(1);
    expect(answer.candidates[0]?.isFound).toBe(false);
    const failing = answer.candidates[0]?.conditions.filter(({ holds }) => holds !== true);
    expect(failing?.map(({ says }) => says)).toEqual(['neither the provider’s New flow nor a connect result follows']);
    const byId = await answerOf('missing-new-flow', MISSING, '--flow', answered?.id ?? '');
    expect(byId.candidates).toEqual(answer.candidates);
  });

  it('is honest about a flow that the detector never weighs', async () => {
    const { stdout: list } = await runCli(['flows', MISSING, '-f', 'json', '-q']);
    const hash = String(JSON.parse(list)[0].hash);
    const { code, stdout } = await why('provider-crash', MISSING, '--flow', hash, '--width', '120');

    expect(code).toBe(0);
    expect(stdout).toContain(`never weighed: flow ${hash}`);
    expect(stdout).toContain('cases are none of single flows');
    expect(stdout).toMatch(/the kernel said: /);
  });

  it('chooses a session by its name or UUID, in any case', async () => {
    const log = fileOf('why.log', connected(story(), 0).session(9, ': status changed to disconnected').text());
    const [byName, byUuid] = await Promise.all([
      answerOf('session-flap', log, '--session', 'acme PROXY'),
      answerOf('session-flap', log, '--session', UUID.toLowerCase()),
    ]);

    expect(byName.matching).toBe(1);
    expect(byName.candidates[0]?.what).toBe('session Acme Proxy');
    expect(byUuid.candidates).toEqual(byName.candidates);
    // Connected once: two conditions ask for three.
    expect(byName.candidates[0]?.conditions[0]).toMatchObject({ holds: false, actual: '1', limit: 'at least 3' });
  });

  it('without any case says which messages are needed, and whether they could have been seen', async () => {
    const log = fileOf('bare.log', connected(story(), 0).text());
    const { code, stdout } = await why('flow-divert-detached', log, '--width', '100');

    expect(code).toBe(0);
    expect(stdout).toContain('? NOT OBSERVABLE  this capture lacks info messages of the kernel’s flow_divert');
    expect(stdout).toContain(
      '? kernel.flow-divert/group-disconnecting (info): could not be seen: no line of those who print it',
    );
    expect(stdout).toContain('✗ networkextension.flow/new-flow: never seen, although it could have been');
  });

  it('works for rules as for detectors', async () => {
    const grammar = 'samples/acme-handshake/acme.grammar';
    const capture = 'samples/acme-handshake/capture.log';
    const rule = /^rule ([\w-]+)/m.exec(await readText(grammar))?.[1] ?? '';
    const answer = await answerOf(rule, capture, '--grammar', grammar);

    expect(answer.outcome.status).toBe('found');
    expect(answer.candidates.some(({ isFound }) => isFound)).toBe(true);
    expect(answer.findings[0]?.grading?.because).toBe('the rule says so of what meets its condition');
  });

  it.each([
    [['no-such', CRASH], 'no detector is called no-such'],
    [['provider-crsh', CRASH], 'did you mean provider-crash'],
    [['missing-new-flow', MISSING, '--flow', '12'], 'no flow is called 12'],
    [['missing-new-flow', MISSING, '--session', 'Fery'], 'did you mean Ferry?'],
    [[], 'missing 1 required arg'],
  ])('refuses %j', async (words, said) => {
    const { code, stderr, stdout } = await why(...words);

    expect(code).toBe(2);
    expect(stderr.toLowerCase()).toContain(said.toLowerCase());
    expect(stdout).toBe('');
  });

  it('tells of a part of the time, and how many cases lie outside', async () => {
    const whole = await answerOf('missing-new-flow', MISSING);
    const part = await answerOf('missing-new-flow', MISSING, '--until', '11:20:10');

    // Flows begin at 11:20:03, :05.5 and :08: the fourth is later.
    expect(part.candidates).toHaveLength(3);
    expect(part.candidates.length + part.outside).toBe(whole.candidates.length);
  });

  it('leaves the report as it is', async () => {
    const { stdout } = await runCli(['analyze', CRASH, '--json', '-q']);

    expect(stdout).not.toContain('grading');
    expect(stdout).not.toContain('"why"');
  });

  it('gives the same bytes for the same input', async () => {
    const [one, two] = await Promise.all([
      why('missing-new-flow', MISSING, '--json'),
      why('missing-new-flow', MISSING, '--json'),
    ]);

    expect(one.stdout).toBe(two.stdout);
  });
});

async function readText(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path, 'utf8');
}
