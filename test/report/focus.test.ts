import { describe, expect, it } from 'vitest';
import type { Flow, Session, Span } from '../../src/model/entity.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Micros } from '../../src/model/units.ts';
import { focusOf } from '../../src/report/focus.ts';

const MINUTE = 60_000_000;
const DAY = 1440 * MINUTE;

const span = (from: number, to: number): Span => ({ from: from as Micros, to: to as Micros });
/** Only what the function looks at. */
const finding = (from: number, to: number): Finding => ({ span: span(from, to) }) as unknown as Finding;
const session = (...times: readonly number[]): Session =>
  ({ history: times.map((at) => ({ at })) }) as unknown as Session;
const flow = (openedAt: number, closedAt?: number): Flow => ({ openedAt, closedAt }) as unknown as Flow;

describe('the lanes show', () => {
  it.each<[string, readonly Finding[], readonly Session[], readonly Flow[], Span | undefined]>([
    ['the whole capture where nothing was found', [], [], [], undefined],
    ['the whole where a finding fills much of it', [finding(2 * DAY, 5 * DAY)], [], [], undefined],
    [
      'the worst finding with a margin',
      [finding(DAY, DAY + 10 * MINUTE)],
      [],
      [],
      span(DAY - 2 * MINUTE, DAY + 12 * MINUTE),
    ],
    [
      'what lies near the worst one too, and not what lies days away',
      [finding(DAY, DAY + 10 * MINUTE), finding(DAY + 15 * MINUTE, DAY + 20 * MINUTE), finding(7 * DAY, 8 * DAY)],
      [],
      [],
      span(DAY - 4 * MINUTE, DAY + 24 * MINUTE),
    ],
    [
      'sessions and flows where there is no finding',
      [],
      [session(DAY, DAY + 5 * MINUTE)],
      [flow(DAY + MINUTE, DAY + 10 * MINUTE), flow(DAY + 2 * MINUTE)],
      span(DAY - 2 * MINUTE, DAY + 12 * MINUTE),
    ],
    ['nothing beyond the ends of the capture', [finding(0, MINUTE)], [], [], span(0, MINUTE + MINUTE / 2)],
  ])('%s', (_, findings, sessions, flows, expected) => {
    expect(focusOf(span(0, 10 * DAY), findings, sessions, flows)).toEqual(expected);
  });

  it('the whole of a short capture: a second is no reason to look closer', () => {
    expect(focusOf(span(0, 3 * MINUTE), [finding(MINUTE, MINUTE + 1_000_000)], [], [])).toBeUndefined();
  });
});
