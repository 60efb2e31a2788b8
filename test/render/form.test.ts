import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { Story } from '../../src/model/story.ts';
import { fillForm, MOST_URL } from '../../src/render/ticket/form.ts';
import { everything, HOSTILE, poison } from './hostile.ts';
import { selfLoop } from './sample-reports.ts';

const FORM = { repo: 'acme/tunnel', template: 'bug.yml' };
const ALL = {
  ...FORM,
  fields: [
    { id: 'what', part: 'verdict' },
    { id: 'when', part: 'when' },
    { id: 'env', part: 'env' },
    { id: 'story', part: 'story' },
    { id: 'logs', part: 'findings' },
  ] as const,
};
const storyOf = (text: string, lines = 1): Story => ({
  focus: { kind: 'capture' },
  omitted: 0,
  lines: Array.from({ length: lines }, () => ({
    ...{
      at: '2026-03-18T14:05:00.9+01:00',
      who: text,
      pid: 486,
      says: text,
      decisive: false,
      inferred: false,
      line: 12,
    },
  })),
});

/** As a server reads it: percent-encoded UTF-8, a plus for a blank. Throws for what is no such encoding. */
function read(url: string): Record<string, string> {
  const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
  const pairs = url.slice(url.indexOf('?') + 1).split('&');
  return Object.fromEntries(pairs.map((pair) => pair.split('=').map(decoded)));
}

/** The report with evidence lines of this length. */
function long(length: number): Report {
  const findings = selfLoop.findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((cited) => ({ ...cited, text: 'wörd '.repeat(length / 5) })),
  }));
  return { ...selfLoop, findings: [...findings, ...findings, ...findings] };
}

describe('the address of a form', () => {
  it('names the repository, the form, the title, and every field by its id', () => {
    const form = fillForm(selfLoop, storyOf('connected'), {
      ...ALL,
      fields: [...ALL.fields, { id: 'os', text: 'a+b & c' }],
    });

    expect(form?.url.startsWith('https://github.com/acme/tunnel/issues/new?template=bug.yml&title=')).toBe(true);
    const fields = read(form?.url ?? '');
    expect(Object.keys(fields)).toEqual(['template', 'title', 'what', 'when', 'env', 'story', 'logs', 'os']);
    expect(fields.title).toBe(selfLoop.findings[0]?.title);
    expect(fields.os).toBe('a+b & c');
    expect(fields.what).toContain(selfLoop.verdict.text.slice(0, 20));
    expect(fields.env).toContain('| by | necropsy');
    expect(fields.story).toContain('486  connected  (L12)');
    expect(fields.logs).toContain('**What to do**');
    expect(form?.cut).toEqual([]);
  });

  it('stays short, whatever was found: the longest parts are cut, whole lines at a time, and it says so', () => {
    const form = fillForm(long(300), storyOf('word '.repeat(30), 15), ALL);

    expect(form?.url.length).toBeLessThanOrEqual(MOST_URL);
    expect(form?.url.length).toBeGreaterThan(MOST_URL * 0.7);
    expect(form?.cut.map(({ id }) => id)).toEqual(['story', 'logs']);
    for (const { kept, of } of form?.cut ?? []) expect(kept).toBeLessThan(of);
    const { logs = '', env = '' } = read(form?.url ?? '');
    expect(logs).toContain('the rest is in report.md');
    expect(env).toContain('necropsy');
    // What was cut within a fence is closed again.
    expect(logs.match(/^`{3,}/gm)?.length).toBe((logs.match(/^`{3,}text$/gm)?.length ?? 0) * 2);
  });

  it('never cuts what the person wrote, and is none where that is too long', () => {
    const text = 'ä'.repeat(1000);

    expect(read(fillForm(long(300), undefined, { ...FORM, fields: [{ id: 'a', text }] })?.url ?? '').a).toBe(text);
    expect(fillForm(selfLoop, undefined, { ...FORM, fields: [{ id: 'a', text: text.repeat(2) }] })).toBeUndefined();
  });
});

describe.each(Object.entries(HOSTILE))('hostile text in the address of a form: %s', (_what, hostile) => {
  const form = fillForm(poison(everything, hostile, true), storyOf(hostile, 3), ALL);

  it('is encoded', () => {
    expect(form?.url).toMatch(/^https:\/\/github\.com\/acme\/tunnel\/issues\/new\?[A-Za-z0-9*_.+%=&-]*$/);
    expect(form?.url.length).toBeLessThanOrEqual(MOST_URL);
    expect(Object.keys(read(form?.url ?? ''))).toEqual(['template', 'title', 'what', 'when', 'env', 'story', 'logs']);
  });

  it('stays text in Markdown', async () => {
    const { template: _, title: __, ...fields } = read(form?.url ?? '');
    for (const text of Object.values(fields))
      expect(await marked(text, { gfm: true })).not.toMatch(/<(?:img|a|script|iframe|svg|details|input|h\d)\b|<!--/i);
  });
});
