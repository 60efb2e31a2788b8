import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { provePage } from '../../src/commands/prove-page.ts';
import { UserError } from '../../src/lib/errors.ts';
import type { RedactionLevel } from '../../src/redact/kinds.ts';
import { createRedactor, type Redactor } from '../../src/redact/redactor.ts';
import { renderTimeline } from '../../src/render/html/html.ts';
import type { AnalyzeResult } from '../../src/tell.ts';
import { type CanaryLine, capture, NE, PLACES, SESSION, STRICT } from './canary-lines.ts';

const CODE = { script: 'let page = 1;', style: 'b { }' };
const SAMPLE = join(import.meta.dirname, '..', '..', 'samples', 'udp-self-loop', 'capture.ndjson');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-page-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const redactorOf = (level: RedactionLevel): Redactor =>
  createRedactor({ level, key: Buffer.alloc(32, 7), commonText: '' });

type Drawn = Pick<Required<AnalyzeResult>, 'report' | 'timeline' | 'blank'>;

async function drawn(inputs: readonly string[], redactor: Redactor): Promise<Drawn> {
  const { report, timeline, blank } = await analyze({ inputs, version: '0', timeline: true, redactor });
  if (timeline === undefined || blank === undefined) throw new Error('nothing was collected');
  return { report, timeline, blank };
}

async function pageOf(lines: readonly CanaryLine[], level: RedactionLevel): Promise<string> {
  const input = join(folder, 'quenby.ndjson');
  writeFileSync(input, `${capture(lines)}\n`);
  const { report, timeline } = await drawn([input], redactorOf(level));
  return renderTimeline(report, timeline, { code: CODE, title: 'page', embed: 'all' });
}

/** All bytes of the page, and once more what its blocks hold. */
function everythingIn(page: string): string {
  const blocks = [...page.matchAll(/<script type="text\/plain" id="\w+">([^<]*)<\/script>/g)];
  const inflated = blocks.map(([, base64 = '']) => gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'));
  expect(inflated.length).toBeGreaterThan(2);
  return [page, ...inflated].join('\n').toLowerCase();
}

describe('a redacted page holds none of it, packed or not', () => {
  it.each(PLACES)('%s', async (_, lines, canaries) => {
    for (const level of ['standard', 'strict'] as const) {
      const text = everythingIn(await pageOf(lines, level));
      expect([...canaries, 'quenby'].filter((canary) => text.includes(canary))).toEqual([]);
    }
  });

  it.each(STRICT)('strict: %s', async (_, lines, canaries) => {
    const text = everythingIn(await pageOf(lines, 'strict'));

    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('holds them without redaction: the test can fail', async () => {
    const lines = PLACES.flatMap(([, each]) => each);
    const input = join(folder, 'plain.ndjson');
    writeFileSync(input, `${capture(lines)}\n`);
    const { report, timeline } = await analyze({ inputs: [input], version: '0', timeline: true });
    if (timeline === undefined) throw new Error('nothing was collected');

    const text = everythingIn(renderTimeline(report, timeline, { code: CODE, title: 'page', embed: 'all' }));

    const missing = PLACES.flatMap(([, , canaries]) => canaries).filter((canary) => !text.includes(canary));
    expect(missing).toEqual([]);
  });
});

describe('a redacted timeline', () => {
  it('is the same but for its texts: lanes, numbers, flows and findings', async () => {
    const plain = (await analyze({ inputs: [SAMPLE], version: '0', timeline: true })).timeline;
    const { timeline } = await drawn([SAMPLE], redactorOf('strict'));

    const { lines, flows, lanes, bars, findings, durationUs, eventNames } = timeline;
    expect({ ...lines, text: [] }).toEqual({ ...plain?.lines, text: [] });
    expect(flows.map(({ report }) => [report.id, report.state])).toEqual(
      plain?.flows.map(({ report }) => [report.id, report.state]),
    );
    expect(lanes.map(({ kind }) => kind)).toEqual(plain?.lanes.map(({ kind }) => kind));
    expect(bars.map(({ from, to }) => [from, to])).toEqual(plain?.bars.map(({ from, to }) => [from, to]));
    expect({ findings, durationUs, eventNames }).toEqual({
      findings: plain?.findings,
      durationUs: plain?.durationUs,
      eventNames: plain?.eventNames,
    });
  });

  it('names a session in its lane as the report does', async () => {
    const input = join(folder, 'session.ndjson');
    writeFileSync(input, `${capture([{ ...NE, message: `${SESSION}: status changed to connected` }])}\n`);

    const { report, timeline } = await drawn([input], redactorOf('standard'));

    const lane = timeline.lanes.find(({ kind }) => kind === 'session');
    expect(lane?.name).toBe(report.sessions[0]?.name);
    expect(lane?.name).toMatch(/^config-[0-9a-f]{6}$/);
  });
});

describe('the proof of a page', () => {
  const prove = async (change: (page: string) => string): Promise<void> => {
    const input = join(folder, 'proof.ndjson');
    writeFileSync(input, `${capture([{ message: 'home /Users/state/x' }, { message: 'and /Users/quenby/x' }])}\n`);
    const redactor = redactorOf('standard');
    const { report, timeline, blank } = await drawn([input], redactor);
    const options = { code: CODE, title: '', embed: 'all' } as const;
    const page = renderTimeline(report, timeline, options);
    provePage(redactor, change(page), renderTimeline(blank.report, blank.timeline, options), CODE);
  };

  it('takes a name that is a word of the page for that word', async () => {
    await expect(prove((page) => page)).resolves.toBeUndefined();
  });

  it('refuses what a page still says, in a block too', async () => {
    const plain = prove((page) => page.replace('<h1>', '<h1>Quenby'));
    const packed = prove((page) => page.replace(/(id="t0">)[^<]*/, `$1${packed64('a line of Quenby')}`));

    await expect(plain).rejects.toThrow(UserError);
    await expect(packed).rejects.toThrow(/still stand in the page: nothing was written/);
  });
});

function packed64(text: string): string {
  return gzipSync(text).toString('base64');
}
