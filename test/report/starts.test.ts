import { describe, expect, it } from 'vitest';
import { eventNames } from '../../src/language/catalog/check-names.ts';
import { median } from '../../src/lib/median.ts';
import type { Report } from '../../src/model/report.ts';
import { START_STEPS, type StartReport } from '../../src/model/start.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { startRows } from '../../src/render/listing/start-columns.ts';
import { startTable } from '../../src/render/markdown/starts.ts';
import { analyzeText } from '../../src/testing/analyze-text.ts';
import { type Story, story, UUID } from '../support/story.ts';

const BUNDLE = 'com.example.acme.extension';
const PLUGIN = `NEFlowDivertPlugin(${BUNDLE}[inactive])`;

async function reportOf(log: Story): Promise<Report> {
  return analyzeText(Buffer.from(log.text()), { detectors: [] });
}

async function startsOf(log: Story): Promise<readonly StartReport[]> {
  return (await reportOf(log)).starts ?? [];
}

/** `asked seen 0`, one per step, its time in ms after the one before it. */
function told({ steps }: StartReport): string[] {
  return steps.map(({ step, state, tookUs }) =>
    [step, state, ...(tookUs === undefined ? [] : [tookUs / 1000])].join(' '),
  );
}

const ask = (log: Story, at: number): Story =>
  log.session(at, ': Received a start command from Acme[501]').session(at + 0.001, ': status changed to connecting');
const found = (log: Story, at: number, count = 1): Story =>
  log.line(
    at,
    'Df',
    'nesessionmanager',
    486,
    `[com.apple.networkextension:] Found ${count} registrations for ${BUNDLE} (com.apple.networkextension.app-proxy)`,
  );
const spawned = (log: Story, at: number, pid: number): Story =>
  log.line(at, 'Df', 'launchd', 1, `[gui/501/${BUNDLE} [${pid}]:] xpcproxy spawned with pid ${pid}`);
const light = (log: Story, at: number, pid: number): Story =>
  log.line(
    at,
    'Df',
    BUNDLE,
    pid,
    '(libxpc.dylib) [com.apple.xpc:connection] [0x7fa83508100] activating connection: mach=true listener=true peer=false name=com.apple.networkextension.provider',
  );
const running = (log: Story, at: number, pid: number): Story =>
  log.session(at, ` in state NESMVPNSessionStateStarting: plugin ${PLUGIN} started with PID ${pid} error (null)`);
const attached = (log: Story, at: number): Story =>
  log.session(at, ` in state NESMVPNSessionStateStarting: plugin ${PLUGIN} attached IPC with endpoint 0x1`);
const ended = (log: Story, at: number, reason: string): Story =>
  log.session(at, `: status changed to disconnected, last stop reason ${reason}`);

/** A start in which everything is told. */
function whole(log: Story, at: number, pid = 569, slowUs = 0): Story {
  ask(log, at);
  found(log, at + 0.01);
  log.line(
    at + 0.02,
    'Df',
    'pkd',
    170,
    `[com.apple.PlugInKit:xpc] allowing host 612 com.apple.neagent to use plug-in ${BUNDLE}(1.0) uuid=2A1F7C1E-0B5D-4E0C-9B43-6C7D1B2A3F44 at /Applications/Acme.app/Contents/PlugIns/Acme.appex`,
  );
  spawned(log, at + 0.05, pid);
  light(log, at + 0.15 + slowUs, pid);
  running(log, at + 0.2 + slowUs, pid);
  attached(log, at + 0.21 + slowUs);
  log.line(
    at + 0.22 + slowUs,
    'Df',
    BUNDLE,
    pid,
    `(NetworkExtension) [com.apple.networkextension:] [Extension ${BUNDLE}]: Calling startProxyWithOptions with options 0x0`,
  );
  log.session(at + 0.4 + slowUs, ': config request: pushing handler [(null)] (null)');
  return log.session(at + 0.5 + slowUs, ': status changed to connected');
}

describe('the table of steps', () => {
  it('names events of the catalog', () => {
    const known = eventNames(BUILT_IN_CATALOG);

    expect(START_STEPS.flatMap(({ events }) => events.filter((event) => !known.has(event)))).toEqual([]);
  });

  it('names events that every capture keeps: nothing has to be asked for its level', () => {
    const levels = START_STEPS.flatMap(({ events }) => [...events]).map((event) => {
      const [family, message] = event.split('/');
      const messages = BUILT_IN_CATALOG.families.find(({ name }) => name === family)?.messages ?? [];
      return messages.find(({ name }) => name === message)?.level ?? 'default';
    });

    expect([...new Set(levels)]).toEqual(['default']);
  });
});

describe('a start', () => {
  it('that goes as it should has every step in its order, with the time of each', async () => {
    const [start] = await startsOf(whole(story(), 0));

    expect(start).toMatchObject({
      session: UUID,
      name: 'Acme Proxy',
      startedBy: 'Acme[501]',
      pid: 569,
      bundle: BUNDLE,
      outcome: 'connected',
      tookUs: 500_000,
    });
    expect(start && told(start)).toEqual([
      'asked seen',
      'registered seen 10',
      'approved seen 10',
      'launched seen 30',
      'first-light seen 100',
      'running seen 50',
      'ipc seen 10',
      'called seen 10',
      'settings seen 180',
      'connected seen 100',
    ]);
    expect(start?.steps[4]).toMatchObject({ line: 7, since: 'launched' });
  });

  it('of an extension that is not installed fails where it is looked for', async () => {
    const [start] = await startsOf(ended(found(ask(story(), 0), 0.01, 0), 0.2, 'Plugin was disabled'));

    expect(start).toMatchObject({ outcome: 'ended', stoppedAfter: 'asked', reason: 'Plugin was disabled' });
    expect(start?.steps[1]).toMatchObject({
      state: 'failed',
      note: `no installed extension is called ${BUNDLE}`,
    });
    expect(start?.steps.slice(2).map(({ state }) => state)).toEqual(new Array(8).fill('not-reached'));
  });

  it('whose process never speaks stops after what was seen last; lines of others are not its own', async () => {
    const log = spawned(found(ask(story(), 0), 0.01), 0.05, 569);
    light(log, 0.06, 4_444);

    const [start] = await startsOf(ended(running(log, 0.2, 569), 60, 'Plugin initialization timed out'));

    expect(start && told(start).slice(3, 8)).toEqual([
      'launched seen 40',
      'first-light passed',
      'running seen 150',
      'ipc missing',
      'called not-reached',
    ]);
    expect(start).toMatchObject({ stoppedAfter: 'running', reason: 'Plugin initialization timed out' });
  });

  it('says nothing of steps that nobody in the capture would print', async () => {
    const [start] = await startsOf(ended(found(ask(story(), 0), 0.01), 0.2, 'Plugin failed'));

    expect(start?.steps.find(({ step }) => step === 'approved')?.state).toBe('not-visible');
    expect(start?.steps.find(({ step }) => step === 'first-light')?.state).not.toBe('missing');
  });

  it('that the capture does not see the end of is open, not stopped', async () => {
    const [start] = await startsOf(attached(running(ask(story(), 0), 0.2, 569), 0.21));

    expect(start).toMatchObject({ outcome: 'open', stoppedAfter: 'ipc' });
    expect(start?.steps.some(({ state }) => state === 'missing')).toBe(false);
    expect(start?.steps.at(-1)?.state).toBe('open');
  });

  it('of a provider that ran already tells its launch as earlier', async () => {
    const log = light(spawned(story(), 0, 569), 0.1, 569);

    const [start] = await startsOf(running(ask(log, 100), 100.2, 569).session(100.5, ': status changed to connected'));

    expect(start && told(start).slice(3, 6)).toEqual(['launched earlier', 'first-light earlier', 'running seen 200']);
  });

  it('is timed against the other starts, and says of how many', async () => {
    const log = story();
    for (const at of [0, 100, 200]) ended(whole(log, at), at + 50, 'Stop command received');
    whole(log, 300, 570, 9);

    const starts = await startsOf(log);

    const lights = starts.map(({ steps }) => steps[4]);
    expect(lights.map((step) => [step?.tookUs, step?.usualUs, step?.others])).toEqual([
      [100_000, 100_000, 3],
      [100_000, 100_000, 3],
      [100_000, 100_000, 3],
      [9_100_000, 100_000, 3],
    ]);
    expect(startTable(starts)).toContain('first-light +9.1s (others 100ms)');
    expect(startTable(starts).split('\n')).toHaveLength(3);
  });

  it('does not take a line that two starts may have', async () => {
    const other = story({ uuid: 'AAAAAAAA-1111-4222-8333-44445555AAAA', name: 'Other' });
    const parts = [ask(story(), 0), ask(other, 0.002), found(story(), 0.01)];
    const both = Buffer.from(parts.map((part) => part.text().split('\n').slice(1).join('\n')).join(''));

    const { starts = [] } = await analyzeText(both, { detectors: [] });

    expect(starts).toHaveLength(2);
    expect(starts.map(({ steps }) => steps[1]?.state)).not.toContain('seen');
  });

  it('asked for twice is one, and what comes after it is connected is no part of it', async () => {
    const log = whole(ask(story(), 0), 1);
    log.session(30, ': Received a start command from Acme[501]');

    const starts = await startsOf(ended(log, 60, 'Stop command received'));

    expect(starts).toHaveLength(1);
    expect(starts[0]).toMatchObject({ outcome: 'connected', from: '2026-03-01T10:00:00.000000' });
  });

  it('is not told of where no session starts', async () => {
    expect(await reportOf(story().session(0, ': status changed to disconnected'))).not.toHaveProperty('starts');
  });
});

describe('lists of starts', () => {
  it('are bounded, and say what they left out', async () => {
    const log = story();
    for (let at = 0; at < 2_100; at += 1) ended(ask(log, at), at + 0.5, 'x');

    const { starts = [], omitted } = await reportOf(log);

    expect([starts.length, omitted.starts]).toEqual([100, 2_000]);
  });

  it('have a row per step', async () => {
    expect(startRows(await startsOf(whole(story(), 0))).map(({ step }) => step.step)).toEqual(
      START_STEPS.map(({ id }) => id),
    );
    expect(startRows(undefined)).toEqual([]);
  });

  it('say nothing in Markdown of starts that went as they usually do', async () => {
    expect(startTable(await startsOf(whole(story(), 0)))).toBe('');
  });
});

describe('median', () => {
  it('is the middle, whatever the order, and between the least and the most', () => {
    expect([median([]), median([3]), median([4, 1]), median([9, 1, 5])]).toEqual([0, 3, 2.5, 5]);
    for (let seed = 1; seed < 200; seed += 1) {
      const values = Array.from({ length: 1 + (seed % 9) }, (_, index) => (seed * 7_919 + index * 104_729) % 1_000);
      const middle = median(values);

      expect(middle).toBe(median(values.toReversed()));
      expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length);
    }
  });
});
