import { Lexer, marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { Story } from '../../src/model/story.ts';
import type { Target } from '../../src/render/ticket/document.ts';
import { fillForm } from '../../src/render/ticket/form.ts';
import { BUDGETS, renderTicket } from '../../src/render/ticket/ticket.ts';
import { everything, HOSTILE, poison } from './hostile.ts';
import { selfLoop } from './sample-reports.ts';

const TARGETS: readonly Target[] = ['github', 'jira', 'feedback', 'text'];
const OPTIONS = {
  attachments: [{ name: 'report.html', says: 'the page', sha256: 'a'.repeat(64) }],
  redaction: 'Private values are replaced.',
};
/** With this text in the place of everything that a log could say. */
const storyOf = (text: string): Story => ({
  focus: { kind: 'capture' },
  omitted: 2,
  cause: { text: `${text} is why`, confidence: 'high', reasons: [text] },
  lines: [
    { at: '2026-03-18T14:05:00.9+01:00', who: text, pid: 486, says: text, decisive: false, inferred: true, line: 12 },
    {
      ...{ at: '2026-03-18T14:05:05.02+01:00', until: '2026-03-18T14:05:10.3+01:00', times: 90, who: 'kernel' },
      ...{ quotes: text, decisive: true, inferred: false, file: text, record: 3 },
    },
  ],
});
const draw = (report: Report, target: Target, said = 'connected'): string =>
  renderTicket(report, { ...OPTIONS, target, story: storyOf(said) });

/** So many findings, each with lines of this length. */
function many(count: number, length: number): Report {
  const [finding] = selfLoop.findings;
  if (finding === undefined) throw new Error('the sample has a finding');
  const lines = finding.evidence.map((cited) => ({ ...cited, text: 'word '.repeat(length / 5) }));
  const evidence = [...lines, ...lines, ...lines, ...lines];
  const title = `${finding.title} ${'word '.repeat(length / 10)}`;
  const said = Array.from({ length: 8 }, () => 'word '.repeat(150));
  const next = said.map((text) => ({ for: 'administrator', text }) as const);
  const problems = said.flatMap((message) => everything.capture.problems.map((each) => ({ ...each, message })));
  return {
    ...everything,
    capture: { ...everything.capture, problems },
    findings: Array.from({ length: count }, () => ({ ...finding, title, evidence, reasons: said, next })),
  };
}

describe('a ticket', () => {
  it.each(TARGETS)(
    'for %s says what happened, when, where, and leaves blank what only a person knows',
    async (target) => {
      const extension = { github: 'md', jira: 'jira.txt', feedback: 'feedback.txt', text: 'txt' }[target];

      await expect(draw(selfLoop, target)).toMatchFileSnapshot(`pages/ticket.${extension}`);
    },
  );

  it.each(TARGETS)('for %s fits its field, whatever was found, and says what is left out', (target) => {
    const text = draw(many(200, 400), target);

    expect(text.length).toBeLessThanOrEqual(BUDGETS[target]);
    expect(text).toContain('Left out here for its length:');
    for (const kept of ['Steps to reproduce', 'report.html']) expect(text.toLowerCase()).toContain(kept.toLowerCase());
  });

  it('shows three findings in full, and says of the others what, when and by which detector', () => {
    const lines = draw(many(40, 50), 'github').split('\n');

    expect(lines.filter((line) => /^## \d+\\\. /.test(line)).length).toBe(3);
    expect(lines.filter((line) => /^\| \d+\\\. .* \| `proxy-self-loop` \|$/.test(line)).length).toBe(30);
    expect(lines).toContain('and 7 more, in report.html and findings.json');
  });

  it('asks for the zone, the year and the day that the export does not print', () => {
    const [finding] = selfLoop.findings;
    const asked = (from: string): string | undefined => {
      const span = { from, to: from, durationUs: 0 };
      const report = { ...selfLoop, findings: finding ? [finding] : [], capture: { ...selfLoop.capture, span } };
      return /date and zone \| \(to be filled in: ([^)]*)\)/.exec(draw(report, 'github'))?.[1];
    };

    expect(asked('2026-03-18T14:05:00+01:00')).toBeUndefined();
    expect(asked('2026-03-18T14:05:00')).toBe('the UTC offset of these times, as +01:00');
    expect(asked('--03-18T14:05:00')).toBe('the year, and the UTC offset of these times, as +01:00');
    expect(asked('14:05:00')).toBe('the day, and the UTC offset of these times, as +01:00');
  });

  it('numbers findings as the page does where a baseline knows some', () => {
    const [finding] = selfLoop.findings;
    if (finding === undefined) throw new Error('the sample has a finding');
    const known = { ...finding, title: 'An old one', baselined: { reason: 'old', count: 1 } };
    const report = { ...selfLoop, findings: [known, finding] };

    const text = draw(report, 'github');
    expect(text.match(/^(?:\| finding \d|## \d)/gm)).toEqual(['| finding 2', '## 2']);
    const form = fillForm(report, undefined, {
      ...{ repo: 'a/b', template: 'b.yml', fields: [{ id: 'a', part: 'findings' }] },
    });
    expect(form?.texts.join()).not.toContain('An old one');
  });

  it('names processes of one name once, with their pids', () => {
    const [finding] = selfLoop.findings;
    if (finding === undefined) throw new Error('the sample has a finding');
    const subjects = [7, 8, 9].map((pid) => ({ kind: 'provider', bundle: 'com.example.a', pid }) as const);

    const text = draw({ ...selfLoop, findings: [{ ...finding, subjects }] }, 'github');
    expect(text).toContain('**Who:** provider `com.example.a` pid 7, 8, 9\n');
  });

  it('for Feedback names the sysdiagnose first and the time of the problem, also in UTC', () => {
    const lines = draw(selfLoop, 'feedback').split('\n');

    const [finding] = selfLoop.findings;
    expect(lines[0]).toBe(`Network Extension: ${finding?.title}`);
    expect(lines[2]).toMatch(/^Attached: the sysdiagnose/);
    expect(lines[4]).toContain(`Time of problem: ${finding?.span?.from} (`);
    expect(lines[4]).toMatch(/\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\)$/);
  });
});

describe.each(Object.entries(HOSTILE))('hostile text in a ticket: %s', (_what, hostile) => {
  const report = poison(everything, hostile, true);

  it.each(TARGETS)('has no picture that acts for %s', (target) => {
    const unseen = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

    expect(draw(report, target, hostile)).not.toMatch(unseen);
    expect(draw(report, target, hostile).length).toBeLessThanOrEqual(BUDGETS[target]);
  });

  it('stays text in Markdown', async () => {
    const html = await marked(draw(report, 'github', hostile), { gfm: true });

    const tags = [...new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map((found) => found[1] ?? ''))];
    const ours = 'h1 h2 p strong em code pre table thead tbody tr th td ul li br'.split(' ');
    expect(tags.filter((tag) => !ours.includes(tag))).toEqual([]);
  });

  it('keeps the shape of the page in Markdown', () => {
    const shape = (each: Report): unknown =>
      new Lexer({ gfm: true })
        .lex(draw(each, 'github', each === report ? hostile : 'plain'))
        .flatMap((token) => (token.type === 'heading' ? ['h'] : []));

    if (hostile.length < 500 && hostile !== '') expect(shape(report)).toEqual(shape(poison(everything, 'plain', true)));
  });

  it('ends no block, and makes no macro, link or mention in Jira', () => {
    const page = draw(report, 'jira', hostile);

    const outside = page.replaceAll(/^\{noformat\}\n[\s\S]*?\n\{noformat\}$/gm, '');
    // What Jira acts on, when no backslash stands before it: what is left is ours.
    const bare = outside.replaceAll(/\\[\\{}[\]|*_^~!+?#()-]/g, '');
    expect(bare).not.toMatch(/[[\]!~^@]|:\/\/|\bwww\.|\bmailto:/i);
    expect(bare.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
  });
});
