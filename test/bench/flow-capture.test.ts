import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/testing/analyze-text.ts';
import { makeFlowCapture } from './flow-capture.ts';
import type { Style } from './styles.ts';

function make(style: Style, flows: number, seed = 1) {
  let text = '';
  const facts = makeFlowCapture({ style, flows, seed }, (piece) => {
    text += piece;
    return Buffer.byteLength(piece);
  });
  expect(facts.bytes).toBe(Buffer.byteLength(text));
  return { facts, text };
}

describe('the generated capture of flows', () => {
  it('is the same for the same seed and another for another', () => {
    expect(make('default', 200, 7)).toEqual(make('default', 200, 7));
    expect(make('default', 200, 7).text).not.toBe(make('default', 200, 8).text);
  });

  it('holds as many flows as asked for, each begun once, about twelve lines each', () => {
    const { facts, text } = make('default', 5_000);

    const begun = [...text.matchAll(/ kernel: \((\d+)\): Created$/gm)].map(([, hash]) => hash);

    expect(begun.length).toBe(5_000);
    expect(new Set(begun).size).toBe(5_000 - facts.reused);
    expect(facts.story / facts.flows).toSatisfy((lines: number) => lines > 10.5 && lines < 13);
  });

  it('never goes back in time, and sleeps', () => {
    const times = make('default', 3_500)
      .text.split('\n')
      .flatMap((line) => (/^2026/.test(line) ? [line.slice(0, 26)] : []));
    const gaps = times.map((time, i) => Date.parse(time) - Date.parse(times[i - 1] ?? time));

    expect(times).toEqual(times.toSorted());
    expect(Math.max(...gaps)).toBeGreaterThan(5 * 60_000);
  });

  it('tells the same in both styles, and of every way in which flows end', async () => {
    const reports = await Promise.all(
      (['default', 'ndjson'] as const).map((style) =>
        analyzeText(Buffer.from(make(style, 4_000).text), { detectors: [] }),
      ),
    );

    const [first, second] = reports.map(({ flowTotals }) => flowTotals);
    expect(second).toEqual(first);
    expect(Object.keys(first?.byCode ?? {}).sort()).toEqual(
      expect.arrayContaining(['OK', 'REJ', 'RSA', 'RSP', 'RSR', 'TMO']),
    );
    expect(first?.seen).toBe(4_000);
  });
});
