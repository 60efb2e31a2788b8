import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { DetectorMeta } from '../../src/model/finding.ts';
import { renderDetectorIndex, renderDetectorPage } from '../../src/render/markdown/detector-page.ts';
import { HOSTILE } from './hostile.ts';

const meta: DetectorMeta = {
  id: 'acme-stuck',
  title: 'The gate is stuck',
  severity: 'error',
  severityNote: 'always error',
  why: 'Nothing goes through.',
  how: ['acme.gate/stuck is seen'],
  notIt: ['a gate that is closed on purpose'],
  blindSpots: [],
  needs: ['acme.gate/stuck'],
  levels: ['default', 'info'],
  next: [{ for: 'provider-developer', text: 'Run `gatectl reset` and look at a*b*c.' }],
  references: ['https://example.com/gate'],
};

describe('renderDetectorPage', () => {
  it('has the parts of explain in its order, and leaves out what is empty', () => {
    expect(renderDetectorPage(meta)).toBe(`# \`acme-stuck\`

**The gate is stuck**

▲ error: always error

## Why it matters

Nothing goes through.

## How it is seen

- acme.gate/stuck is seen

## What is not it

- a gate that is closed on purpose

## What the capture must hold

Messages of level default and info:

- \`acme.gate/stuck\`

## What to do

- **provider developer:** Run \`gatectl reset\` and look at a\\*b\\*c.

## References

- \`https://example.com/gate\`
`);
  });

  it.each(Object.entries(HOSTILE))('lets nothing of %s act', (_name, text) => {
    const page = renderDetectorPage({
      ...meta,
      title: text,
      why: text,
      how: [text],
      next: [{ for: 'apple', text }],
      references: [text],
    });

    // What acts in HTML would be an element that the page's own markup does not make.
    const elements = new Set([...marked.parse(page, { async: false }).matchAll(/<(\w+)/g)].map(([, name]) => name));
    expect(
      [...elements].filter((name) => !['h1', 'h2', 'p', 'strong', 'ul', 'li', 'code'].includes(name ?? '')),
    ).toEqual([]);
    expect(page).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]/);
  });
});

describe('renderDetectorIndex', () => {
  it('links every page, and holds no row but its own', () => {
    expect(renderDetectorIndex([meta, { ...meta, id: 'acme-x', title: 'a | b\n| c' }])).toBe(`# Detectors

| detector | severity | says | needs messages of level |
| --- | --- | --- | --- |
| [\`acme-stuck\`](acme-stuck.md) | ▲ error | The gate is stuck | default, info |
| [\`acme-x\`](acme-x.md) | ▲ error | a \\| b ↵ \\| c | default, info |
`);
  });
});
