import { describe, expect, it } from 'vitest';
import { accept, withoutExpired, withoutGone } from '../../src/baseline/make-baseline.ts';
import { isExpired, markKnown } from '../../src/baseline/mark-known.ts';
import { fingerprintOf } from '../../src/lib/fingerprint.ts';
import type { Baseline } from '../../src/model/baseline.ts';
import type { DetectorOutcome, Finding, Severity, Subject } from '../../src/model/finding.ts';
import type { FindingReport } from '../../src/model/report.ts';

const EMPTY: Baseline = { schemaVersion: 1, entries: [] };
const HOW = { reason: 'known', since: '2026-03-01', expires: '2026-05-30' };

function finding(bundle: string, count: number, severity: Severity = 'warning'): FindingReport {
  const subjects: Subject[] = [{ kind: 'provider', bundle, pid: 7 }];
  const rest = { confidence: 'high', reasons: [], title: 't', message: 'm', evidence: [], next: [] } as const;
  return { detector: 'darkwake-churn', severity, count, subjects, ...rest };
}

/** Of a run's findings with this baseline, which are marked. */
function marks(baseline: Baseline, findings: readonly FindingReport[], today = '2026-03-02'): boolean[] {
  // What marks them looks at nothing that differs between the two shapes.
  return markKnown(baseline, today)(findings as unknown as Finding[]).map(({ baselined }) => baselined !== undefined);
}

describe('a baseline', () => {
  const known = accept(EMPTY, [finding('a', 5), finding('b', 2)], HOW);

  it('marks what it was made of, with its reason and day', () => {
    const [marked] = markKnown(known, '2026-03-02')([finding('a', 5)] as unknown as Finding[]);

    expect(marks(known, [finding('a', 5), finding('b', 1), finding('c', 1)])).toEqual([true, true, false]);
    expect(marked?.baselined).toEqual({ reason: 'known', count: 5, expires: '2026-05-30' });
  });

  it('lets a finding come back when its count grows, it is graver, or the day is over', () => {
    expect(marks(known, [finding('a', 6)])).toEqual([false]);
    expect(marks(known, [finding('a', 1, 'error')])).toEqual([false]);
    expect(marks(known, [finding('a', 5)], '2026-05-30')).toEqual([true]);
    expect(marks(known, [finding('a', 5)], '2026-05-31')).toEqual([false]);
  });

  it('counts findings of one fault together, however they are ordered', () => {
    const both = accept(EMPTY, [finding('a', 3), finding('a', 4)], HOW);

    expect(both.entries).toMatchObject([{ count: 7 }]);
    expect(marks(both, [finding('a', 4), finding('a', 3)])).toEqual([true, true]);
    expect(marks(both, [finding('a', 4), finding('a', 4)])).toEqual([false, false]);
  });

  it('never marks anything where it has no entry', () => {
    expect(marks(EMPTY, [finding('a', 1)])).toEqual([false]);
  });

  it('replaces the entry of the same fault and keeps the others, in an order of its own', () => {
    const again = accept(known, [finding('b', 9)], { reason: 'new', since: '2026-04-01' });

    expect(again.entries.map(({ who, count, reason }) => [who, count, reason])).toEqual([
      ['provider a', 5, 'known'],
      ['provider b', 9, 'new'],
    ]);
    expect(again.entries[1]).not.toHaveProperty('expires');
    expect(accept(EMPTY, [finding('b', 2), finding('a', 5)], HOW)).toEqual(known);
  });

  it('holds for ever without a day', () => {
    expect(isExpired({}, '9999-12-31')).toBe(false);
    expect(withoutExpired(known, '2026-05-31').entries).toEqual([]);
    expect(withoutExpired(known, '2026-05-30')).toEqual(known);
  });
});

describe('pruning against a capture', () => {
  const known = accept(EMPTY, [finding('a', 5)], HOW);
  const outcome = (status: DetectorOutcome['status']): DetectorOutcome =>
    ({ id: 'darkwake-churn', status, missing: ['x'], error: 'x' }) as DetectorOutcome;

  it.each([
    ['clear', [], 0],
    ['found', [finding('b', 1)], 0],
    ['found', [finding('a', 1)], 1],
    ['not-observable', [], 1],
    ['failed', [], 1],
  ] as const)('where its detector is %s of %j leaves %i', (status, findings, left) => {
    expect(withoutGone(known, { findings, detectors: [outcome(status)] }).entries).toHaveLength(left);
  });

  it('keeps an entry whose detector did not run', () => {
    expect(withoutGone(known, { findings: [], detectors: [] }).entries).toHaveLength(1);
  });
});

describe('fingerprintOf', () => {
  it('is of detector and parties, without pids, and of flows without their numbers', () => {
    const of = (detector: string, ...subjects: Subject[]) => fingerprintOf({ detector, subjects });

    expect(of('x', { kind: 'provider', bundle: 'a', pid: 1 })).toBe(of('x', { kind: 'provider', bundle: 'a', pid: 2 }));
    expect(of('x', { kind: 'flow', name: '1' })).toBe(of('x', { kind: 'flow', name: '2' }));
    expect(of('x', { kind: 'app', bundle: 'a' })).not.toBe(of('x', { kind: 'app', bundle: 'b' }));
    expect(of('x')).not.toBe(of('y'));
    expect(of('x')).toMatch(/^[0-9a-f]{32}$/);
  });
});
