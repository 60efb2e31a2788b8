import { describe, expect, it } from 'vitest';
import { isAtLeast, selectFindings } from '../../src/render/select.ts';
import { crowded } from './sample-reports.ts';

describe('selectFindings', () => {
  it('leaves a report alone that has nothing below', () => {
    expect(selectFindings(crowded, 'info')).toBe(crowded);
  });

  it('keeps what is at least as severe, counts the rest and renumbers the lane', () => {
    const [error, , warning] = crowded.findings;
    if (error === undefined || warning === undefined) expect.fail('the sample has findings');
    const report = { ...crowded, findings: [warning, error], lanes: { ...crowded.lanes, findings: [0, 1, 2, 2] } };

    const selected = selectFindings(report, 'error');

    expect(selected.findings).toEqual([error]);
    expect(selected.lanes.findings).toEqual([0, 0, 1, 1]);
    expect(selected.omitted).toEqual({ findings: 1 });
  });
});

describe('isAtLeast', () => {
  it('orders the severities', () => {
    expect([isAtLeast('error', 'warning'), isAtLeast('warning', 'warning'), isAtLeast('info', 'warning')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
