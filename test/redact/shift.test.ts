import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { provedTimes } from '../../src/commands/prove-times.ts';
import { runRedact } from '../../src/commands/redact-run.ts';
import { runTicket, type TicketFlags } from '../../src/commands/ticket-run.ts';
import { createTimeShift } from '../../src/lib/time-shift.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLES = join(ROOT, 'samples');
let folder = '';
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-shift-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function path(name: string): string {
  made += 1;
  return join(folder, `${made}-${name}`);
}

async function bundle(input: string, flags: Partial<TicketFlags>): Promise<string> {
  const output = path('bundle');
  const given = { for: 'github', redact: 'standard', 'max-size': '25MB', quiet: true, output, ...flags } as const;
  expect(await runTicket([input], given, { version: '0', root: ROOT })).toBe(0);
  return output;
}

/** Every file as somebody may read it, but for the program of the page. */
function everythingIn(output: string): string {
  return readdirSync(output)
    .map((name) => {
      const bytes = readFileSync(join(output, name));
      const raw = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const blocks = [...raw.matchAll(/<script type="text\/plain" id="\w+">([^<]*)<\/script>/g)];
      const inflated = blocks.map(([, base64 = '']) => gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'));
      return [raw.replaceAll(/<script>[\s\S]*?<\/script>/g, ''), ...inflated].join('\n');
    })
    .join('\n');
}

function captures(): string[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((each) => /capture\.\w+$|\.ips$/.test(each))
    .map((each) => join(SAMPLES, each));
}

/** The same text 37 days earlier, by the calendar of JavaScript. */
function earlier(text: string): string {
  return text.replaceAll(/(?<!\d)20\d\d-\d\d-\d\d/g, (day) =>
    new Date(Date.parse(day) - 37 * 86_400_000).toISOString().slice(0, 10),
  );
}

describe('a capture with moved times', () => {
  it.each(captures())('%s tells the same on other days', async (input) => {
    const options = { inputs: [input], version: '0', timeline: true, hasWholeLists: true, story: {} } as const;
    const plain = await analyze(options);
    const moved = await analyze({ ...options, shift: createTimeShift(-37) });

    const yearless = plain.report.capture.span?.from.startsWith('-') === true;
    if (!yearless) {
      expect(JSON.parse(JSON.stringify(moved))).toEqual(JSON.parse(earlier(JSON.stringify(plain))));
      return;
    }
    expect(moved.report.capture.span?.durationUs).toBe(plain.report.capture.span?.durationUs);
    expect(moved.report.findings.map(({ title }) => title)).toEqual(plain.report.findings.map(({ title }) => title));
  });
});

const DAY = '2026-03-18';
const LINES = [
  [`${DAY} 13:59:59.000000+0100`, 'nesessionmanager', 'previous start Mar 17 10:00:00, certificate until 2027-01-01'],
  [
    `${DAY} 14:00:00.000000+0100`,
    'Agent',
    'logged at Wed Mar 18 13:00:00 2026, epoch=1773838800, file Agent-2026-03-18-140000.ips',
  ],
  [`${DAY} 14:00:01.000000+0100`, 'Agent', 'took 00:05:10 until 14:00:01, number 1773838801'],
];

function capture(): string {
  const input = path('capture_2026.03.18_14-00-00.ndjson');
  const lines = LINES.map(([timestamp = '', process = '', eventMessage]) =>
    JSON.stringify({
      ...{
        timestamp,
        eventMessage,
        processImagePath: `/Users/anna/build-${DAY}/${process}-20260318T140000`,
        senderImagePath: `/usr/libexec/${process}`,
      },
      ...{
        messageType: 'Default',
        subsystem: 'com.apple.networkextension',
        category: `run ${DAY}`,
        processID: 7,
        threadID: 1,
      },
    }),
  );
  writeFileSync(input, `${lines.join('\n')}\n`);
  return input;
}

describe('report --shift-time', () => {
  it.each(['off', 'standard'] as const)('leaves no date of the capture in any file (--redact %s)', async (redact) => {
    const text = everythingIn(await bundle(capture(), { redact, 'shift-time': '-37d' }));

    expect(text).not.toMatch(/2026-03-1[78]|Mar 1[78]|1773838800|2026\.03\.18|20260318|2027-01-01/);
    expect(text).toContain('2026-02-09');
    expect(text).toContain('logged at Mon Feb  9 13:00:00 2026, epoch=1770642000');
    expect(text).toContain('previous start Feb  8 10:00:00, certificate until 2026-11-25');
  });

  it('says that times are moved and what was left, never by how much', async () => {
    const output = await bundle(capture(), { 'shift-time': '-37d', since: `${DAY} 13:00` });

    const read = (name: string): string => readFileSync(join(output, name), 'utf8');
    const { timeBase, options } = JSON.parse(read('manifest.json'));
    expect([timeBase.isMoved, timeBase.leftTexts]).toEqual([true, 1]);
    expect(options).toMatchObject({ 'shift-time': 'by an amount that is not said' });
    expect(Object.keys(options)).not.toContain('since');
    expect(read('REDACTION.md')).toContain('searched for the true days before anything was written. **Found: 0.**');
    expect(read('REDACTION.md')).toContain('numbers of something else: 1 text.');
    expect(read('report.md')).toContain('All dates are moved by one number of days');
    expect(everythingIn(output)).not.toMatch(/37 ?d|-37/);
  });

  it('takes --since and --until as the capture says them', async () => {
    const part = { since: `${DAY} 14:00:00`, until: '14:00:00' };
    const output = await bundle(capture(), { ...part, 'shift-time': '-37d', redact: 'off' });

    expect(JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')).shown).toMatchObject({
      from: '2026-02-09T14:00:00.000000+01:00',
      durationUs: 0,
    });
  });

  it('says so where the true days cannot be told from the moved ones', async () => {
    const output = await bundle(capture(), { 'shift-time': '1d' });

    expect(readFileSync(join(output, 'REDACTION.md'), 'utf8')).toContain('**not searched for**');
  });

  it('writes nothing where a date of the capture would still stand in a file', async () => {
    const shift = createTimeShift(-37);
    const { report, timeline } = await analyze({ inputs: [capture()], version: '0', timeline: true, shift });
    if (timeline === undefined) throw new Error('nothing was collected');
    const facts = { options: {}, given: [], rules: { detectors: 0, messages: 0 } };
    const input = {
      ...({ report, timeline, title: '', target: 'github', code: { script: '', style: '' } } as const),
      facts: { ...facts, redaction: { level: 'off', values: {}, looked: 0 } as const },
    };
    const leaky = { name: 'flows.csv', bytes: Buffer.alloc(0), texts: [`${DAY} 14:00:00`] };
    const packed = { bytes: 0, write: () => undefined };

    const attempt = provedTimes(input, shift, async () => ({ files: [leaky], packed }));
    await expect(attempt).rejects.toThrow(/would still stand in flows.csv: nothing was written/);
  });

  it('by a key: the same whole weeks back each time', async () => {
    const key = path('a.key');
    const fromOf = async (): Promise<string> => {
      const output = await bundle(capture(), { 'shift-time': 'key', 'key-file': key });
      return JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')).window.from;
    };
    const [from, again] = [await fromOf(), await fromOf()];

    const days = (Date.parse(`${DAY}T13:59:59+01:00`) - Date.parse(from)) / 86_400_000;
    expect(again).toBe(from);
    expect([days % 7, days > 0]).toEqual([0, true]);
    await expect(bundle(capture(), { 'shift-time': 'key' })).rejects.toThrow(/give --key-file too/);
  });

  it.each(['0d', '37', '5h', '-1.5d', '99999d', 'Monday'])('takes no %s', async (text) => {
    await expect(bundle(capture(), { 'shift-time': text })).rejects.toThrow(/takes whole days/);
  });
});

describe('redact --shift-time', () => {
  it('moves stamps and texts, and still takes --until as the capture says it', async () => {
    const output = path('out.ndjson');
    const flags = { quiet: true, output, redact: 'standard', 'shift-time': '-37d', until: `${DAY} 14:00:00` } as const;
    expect(await runRedact([capture()], flags)).toBe(0);

    const lines = readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ timestamp }) => timestamp)).toEqual([
      '2026-02-09 13:59:59.000000+0100',
      '2026-02-09 14:00:00.000000+0100',
      undefined,
    ]);
    expect(lines[1].eventMessage).toBe(
      'logged at Mon Feb  9 13:00:00 2026, epoch=1770642000, file Agent-2026-02-09-140000.ips',
    );
  });
});
