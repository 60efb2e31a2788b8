import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { CaptureDiff } from '../../src/model/diff.ts';
import { diffMarkdown, diffPage } from '../../src/render/diff-page.ts';
import { everything, HOSTILE, poison } from './hostile.ts';

/** With this text wherever a log could say it. */
function diffOf(text: string): CaptureDiff {
  const side = { severity: 'error', confidence: 'high', count: 3, message: text } as const;
  const session = { connectedUs: 5, drops: 1, runs: 2, connectUs: 9, stops: [text], state: text };
  const attempt = { attempt: 1, from: text, startedBy: text, stopReason: text };
  return {
    findings: [{ change: 'new', detector: text, title: text, subject: text, bad: side }],
    sessions: [{ name: text, kind: text, good: session }],
    flows: { good: 1, bad: 2, outcomes: [{ state: text, good: 0.5, bad: 1 }] },
    deaths: [{ provider: text, kind: text, good: 1, bad: 0 }],
    regressions: [text],
    incomparable: [text],
    attempts: { session: text, good: attempt, bad: attempt, steps: [{ step: text, goodUs: 1 }] },
  };
}

function tagsOf(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map((found) => found[1] ?? ''))];
}

describe.each(Object.entries(HOSTILE))('hostile text in a comparison: %s', (_what, hostile) => {
  const sides = { good: poison(everything, hostile, true).capture, bad: everything.capture };
  const diff = diffOf(hostile);

  it('stays text in the page, which has no script', () => {
    const page = diffPage(diff, sides);

    const ours = 'html head meta title style body main h1 h2 p ul li table thead tbody tr th td code strong'.split(' ');
    expect(tagsOf(page.replace('<!doctype html>', '')).filter((tag) => !ours.includes(tag))).toEqual([]);
    const attributes = [...page.matchAll(/<\w+((?: [\w-]+="[^"]*")+)>/g)].map((found) => found[1]);
    expect(attributes.join(' ')).not.toMatch(/ (?:on\w+|src|href|style)=/);
    expect(page).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('stays text in Markdown', async () => {
    const html = await marked(diffMarkdown(diff, sides), { gfm: true });

    const ours = 'h1 h2 p ul li table thead tbody tr th td code strong'.split(' ');
    expect(tagsOf(html).filter((tag) => !ours.includes(tag))).toEqual([]);
  });
});
