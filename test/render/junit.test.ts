import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderJunit } from '../../src/render/junit.ts';
import { selectFindings } from '../../src/render/select.ts';
import { crowded, selfLoop } from './sample-reports.ts';

/** The outcome of each test case, and the counts of the suite. */
function read(report: Report): {
  readonly cases: Readonly<Record<string, string>>;
  readonly counts: readonly number[];
} {
  const root = new DOMParser().parseFromString(renderJunit(report), 'text/xml');
  const cases = [...root.getElementsByTagName('testcase')].map((each) => {
    const [inner] = [...each.childNodes].filter(({ nodeName }) => nodeName !== '#text');
    return [each.getAttribute('name') ?? '', inner?.nodeName ?? 'passed'];
  });
  const suite = root.getElementsByTagName('testsuite')[0];
  const counts = ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(suite?.getAttribute(name)));
  return { cases: Object.fromEntries(cases), counts };
}

describe('renderJunit', () => {
  it('has one case per detector: found fails, not observable is skipped', () => {
    expect(read(selfLoop)).toEqual({
      cases: {
        'proxy-self-loop': 'failure',
        'provider-crash': 'passed',
        'darkwake-churn': 'skipped',
        'missing-new-flow': 'skipped',
        'closed-by-kernel': 'skipped',
      },
      counts: [5, 1, 0, 3],
    });
  });

  it('tells a detector that failed by an error, and counts whoever found something', () => {
    const { cases, counts } = read(crowded);

    expect(cases['flow-orphaned']).toBe('error');
    expect(cases['config-changed']).toBe('failure');
    expect(counts[0]).toBe(Object.keys(cases).length);
    expect(counts[2]).toBe(1);
  });

  it('passes a detector whose findings were not asked for, and says so', () => {
    const warning = {
      ...selfLoop,
      findings: selfLoop.findings.map((each) => ({ ...each, severity: 'warning' as const })),
    };

    const xml = renderJunit(selectFindings(warning, 'error'));

    expect(read(selectFindings(warning, 'error')).counts).toEqual([5, 0, 0, 3]);
    expect(xml).toContain(
      '<system-out>found, but left out: below what was asked for, or known to the baseline</system-out>',
    );
  });

  it('quotes the lines with their place', () => {
    expect(renderJunit(selfLoop)).toContain('received connect result 55 (cap.log L228)');
  });
});
