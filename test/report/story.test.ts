import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { STORY_LINES, type Story } from '../../src/model/story.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;
const SAMPLES = new URL('../../samples/', import.meta.url).pathname;
/** Source: the case's expected list: eight flows, which the kernel closed 4 ms after they began, 3 ms before the provider's New flow. */
const CLOSED_FIRST = `${LOGS}apple-767275-kernel-close-first.log`;

async function storyOf(input: string, at?: string): Promise<Story | undefined> {
  return (await analyze({ inputs: [input], version: '0.0.0', story: { at } })).story;
}

const told = (story: Story | undefined): string[] =>
  (story?.lines ?? []).map(({ at, who, says, quotes }) => `${at.slice(11, 23)} ${who} ${says ?? quotes}`);

describe('the story of eight flows that were closed before the provider saw them', () => {
  it('tells one from the app’s view, the kernel’s and the provider’s, and counts the others', async () => {
    const story = await storyOf(CLOSED_FIRST);

    expect(told(story)).toEqual([
      '15:20:12.000 Bank C4 starts, to Hostname#26e115d4:443',
      '15:20:12.002 kernel diverts a TCP flow of com.example.bank to api.bank.example',
      '15:20:12.006 kernel closes it 4.0 ms after it began (kernel-closed, errno 53)',
      '15:20:12.009 PerAppProxy gets the flow: it is closed already',
      '15:20:12.010 Bank C4 fails: Connection aborted [53]',
      '15:20:15.102 kernel the same with 7 more flows of com.example.bank',
    ]);
    expect(story?.lines.map(({ decisive }) => decisive)).toEqual([false, false, true, false, false, false]);
    expect(story?.lines.map(({ inferred }) => inferred)).toEqual([true, false, false, false, true, false]);
    expect(story?.lines.at(-1)?.until?.slice(11, 23)).toBe('15:20:33.702');
    expect(story?.cause?.confidence).toBe('medium');
  });

  it('is of one of them where one is asked for', async () => {
    const story = await storyOf(CLOSED_FIRST, '2612861961');

    expect(story?.focus).toEqual({ kind: 'flow', id: '2612861961' });
    expect(told(story).map((line) => line.slice(13))).toEqual([
      expect.stringContaining('C5 starts'),
      'kernel diverts a TCP flow of com.example.bank to api.bank.example',
      'kernel closes it 4.0 ms after it began (kernel-closed, errno 53)',
      'PerAppProxy gets the flow: it is closed already',
      expect.stringContaining('C5 fails'),
    ]);
    expect(story?.cause?.text).toBe('The kernel ended the flow (kernel-closed); known exact.');
  });

  it('is of a time, a detector or a number; and of nothing else', async () => {
    const [time, detector, place, nothing] = await Promise.all(
      ['15:20:12±1s', 'flow-closed-before-provider', '1', '2'].map((at) => storyOf(CLOSED_FIRST, at)),
    );

    expect(time?.focus).toEqual({ kind: 'time', at: '15:20:12±1s' });
    expect(told(time)).toHaveLength(5);
    expect(detector).toEqual(place);
    expect(nothing).toBeUndefined();
  });
});

describe('what led to it', () => {
  it('is the last state before, and what decides is never left out', async () => {
    const story = await storyOf(`${LOGS}protonvpn-35-dead-while-connected.log`);

    expect(told(story).slice(0, 2)).toEqual([
      '09:30:02.000 powerd the machine goes to sleep (Software Sleep pid=96)',
      '09:37:00.200 powerd the machine is awake (EC.LidOpen/Lid Open)',
    ]);
    expect(story?.lines.filter(({ decisive }) => decisive)).toHaveLength(1);
  });

  it('has lines of one time as the log has them: the death before what follows from it', async () => {
    // Source: lines 17, 18, 21 and 22 of the case, all of 08:52:23.
    const story = await storyOf(`${LOGS}radiance-595-jetsam.log`);

    expect(story?.lines.slice(1, 5).map(({ line }) => line)).toEqual([17, 18, 21, 22]);
  });

  it('folds what happens again and again', async () => {
    const story = await storyOf(`${LOGS}lulu-904-exit-loop.log`);

    // Source: the case's lines: launchd's seven "exited due to exit(255)".
    expect(story?.lines.find(({ says }) => says === 'ends itself (code 255)')?.times).toBe(7);
  });

  it('counts no command to start among those to stop', async () => {
    const story = await storyOf(`${LOGS}tailscale-20843-foreign-stop.log`);

    // Source: lines 48, 109, 171 and 232 of the case stop it; 64, 126, 187 and 248 are the app's own starts.
    const stops = story?.lines.filter(({ quotes }) => quotes?.includes('Received a stop command from Sentinel'));
    expect(stops?.reduce((sum, { times = 1 }) => sum + times, 0)).toBe(4);
    expect(story?.lines.some(({ quotes }) => quotes?.includes('Received a start command'))).toBe(true);
  });
});

/** Every case and every sample that is a log. */
const CAPTURES = [
  ...readdirSync(LOGS)
    .filter((name) => /\.(?:log|ndjson|ips)$/.test(name))
    .map((name) => join(LOGS, name)),
  ...readdirSync(SAMPLES, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(SAMPLES, entry.name))
          .filter((name) => /^capture/.test(name))
          .map((name) => join(SAMPLES, entry.name, name))
      : [],
  ),
];

it.each(CAPTURES)('is short, in order, and quotes what the log says: %s', async (capture) => {
  const story = await storyOf(capture);
  const lines = story?.lines ?? [];
  const text = readFileSync(capture, 'utf8').split('\n');

  expect(story).toBeDefined();
  expect(lines.length).toBeLessThanOrEqual(STORY_LINES);
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  for (const { quotes, line } of lines) {
    if (quotes === undefined || line === undefined || !capture.endsWith('.log')) continue;
    expect(text[line - 1]).toContain(quotes.split('\n')[0]?.trim());
  }
  expect(await storyOf(capture)).toEqual(story);
});
