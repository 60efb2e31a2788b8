import { describe, expect, it } from 'vitest';
import type { DetectorMeta } from '../../../src/model/finding.ts';
import { renderExplanation } from '../../../src/render/terminal/explain.ts';
import { renderNames } from '../../../src/render/terminal/names.ts';
import { displayWidth } from './display-width.ts';

const META: DetectorMeta = {
  id: 'proxy-self-loop',
  title: 'A provider is diverting its own traffic',
  severity: 'error',
  severityNote: 'a warning while the rate does not grow',
  why: 'Each outbound connection of the provider is handed back to it, so flows multiply until sockets run out.',
  how: ['the source app of accepted flows is the provider itself', 'their number grows from second to second'],
  notIt: ['a provider that rejects its own flows: they go out natively'],
  blindSpots: ['a privacy-redacted source app cannot be compared'],
  needs: ['networkextension.provider/new-udp-flow', 'networkextension.provider/new-flow-accepted'],
  levels: ['default', 'info'],
  next: [
    { for: 'provider-developer', text: 'Return false from handleNewUDPFlow for flows of the provider itself.' },
    { for: 'apple', text: 'Offer a flag that excludes the provider from its own rules.' },
  ],
  references: ['https://developer.apple.com/documentation/networkextension/netransparentproxyprovider'],
};

describe('renderExplanation', () => {
  it.each([45, 80])('is as drawn at %i columns', async (width) => {
    await expect(renderExplanation(META, { width, colour: false })).toMatchFileSnapshot(`screens/explain-${width}.txt`);
  });

  it('is never wider than the terminal', () => {
    for (let width = 20; width <= 140; width += 1)
      for (const line of renderExplanation(META, { width, colour: false }).split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(Math.min(width, 100));
  });

  it('leaves out headings with nothing below', () => {
    const text = renderExplanation(
      { ...META, notIt: [], references: [], severityNote: '' },
      { width: 80, colour: false },
    );

    expect(text).not.toMatch(/What is not it|References/);
    expect(text).toContain('▲ ERROR');
  });
});

describe('renderNames', () => {
  const names = [
    { name: 'a', title: 'one' },
    { name: 'long-name', title: 'two words and some more of them', severity: 'info' as const },
  ];

  it('sets sentences beside the names', () => {
    expect(renderNames(names, { width: 40, colour: false })).toBe(
      ['a          one', '● long-name  two words and some more of', '             them', ''].join('\n'),
    );
  });

  it('sets them below where it is narrow', () => {
    expect(renderNames(names, { width: 24, colour: false })).toBe(
      ['a', '    one', '● long-name', '    two words and some', '    more of them', ''].join('\n'),
    );
  });
});
