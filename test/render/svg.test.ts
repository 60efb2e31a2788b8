import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderSvg } from '../../src/render/svg/svg.ts';
import { blind, clean, crowded, selfLoop } from './sample-reports.ts';

/** The words in the order in which they are drawn, and what the boxes stand for. */
function read(report: Report): { readonly words: readonly string[]; readonly boxes: readonly string[] } {
  const root = new DOMParser().parseFromString(renderSvg(report), 'text/xml');
  const words = [...root.getElementsByTagName('text')].map(({ textContent }) => textContent ?? '');
  const boxes = [...root.getElementsByTagName('rect')].flatMap((each) =>
    each.firstChild?.textContent ? [each.firstChild.textContent] : [],
  );
  return { words, boxes };
}

describe('renderSvg', () => {
  it('says the verdict, the capture, the lanes and the findings', () => {
    const { words, boxes } = read(selfLoop);

    const order = [
      selfLoop.verdict.text,
      'broken, confidence high',
      'cap.log (120 kB)',
      'Quartz Proxy',
      'new flows',
      '▲ 1',
    ];
    expect(order.filter((part) => !words.includes(part))).toEqual([]);
    expect(words).toContain('1 ▲ ERROR  A provider is diverting its own traffic');
    expect(boxes).toEqual([
      'awake',
      'connecting',
      'connected',
      'pid 5102',
      '1 error: A provider is diverting its own traffic',
    ]);
  });

  it('names the severity by shape and word, not by colour alone', () => {
    const { words } = read(crowded);

    for (const mark of ['▲ ERROR', '◆ WARNING', '● INFO']) expect(words.some((text) => text.includes(mark))).toBe(true);
  });

  it('draws what was seen in a capture without any time', () => {
    expect(read(blind).boxes).toEqual([]);
    expect(read(blind).words).toContain('no findings');
  });

  it('never says that all is well where detectors could not look', () => {
    expect(read(blind).words).toContain('3 detectors could not look: this capture lacks what they need');
    expect(read(clean).words.filter((text) => text.includes('could not look'))).toEqual([]);
  });

  it('shows only what falls into the stretch of the lanes, and says that there is more', () => {
    const span = {
      from: '2026-03-18T14:05:01.000000+01:00',
      to: '2026-03-18T14:05:02.000000+01:00',
      durationUs: 1_000_000,
    };

    const { words, boxes } = read({ ...selfLoop, lanes: { ...selfLoop.lanes, span } });

    expect(boxes).toEqual(['awake', 'connected', 'pid 5102']);
    expect(words).toContain('1 ▲ ERROR  A provider is diverting its own traffic');
    expect(words.some((text) => text.startsWith('The lanes show the stretch'))).toBe(true);
  });

  it('has presentation attributes only, and a ground of its own', () => {
    const svg = renderSvg(crowded);

    expect(svg).not.toMatch(/<style|style=|class=|<script|href|<image|<foreignObject/);
    expect(svg).toMatch(/<rect width="1200" height="\d+" fill="#ffffff"\/>/);
  });
});
