import type { DetectorOutcome, Finding } from '../model/finding.ts';
import type { QualityCheck, VerdictReport } from '../model/report.ts';

/**
 * One sentence on top. Nothing found is said only with what was checked, and a capture that could not have shown a fault
 * is never called healthy. What a baseline knows does not count. `outside`: findings that lie outside the part of the capture
 * that was asked for.
 */
export function verdictOf(
  findings: readonly Finding[],
  outcomes: readonly DetectorOutcome[],
  quality: readonly QualityCheck[],
  outside = 0,
): VerdictReport {
  const fresh = findings.filter(({ baselined }) => baselined === undefined);
  const worst = fresh[0];
  if (worst !== undefined && worst.severity !== 'info') {
    return {
      state: worst.severity === 'error' ? 'broken' : 'suspect',
      text: worst.message,
      confidence: worst.confidence,
    };
  }
  const red = quality.find((check) => check.state === 'red');
  if (red !== undefined) return { state: 'capture-insufficient', text: `This capture cannot answer: ${red.message}.` };
  const count = (status: DetectorOutcome['status']): number => outcomes.filter((each) => each.status === status).length;
  const [clear, blind, failed] = [count('clear'), count('not-observable'), count('failed')];
  const isNew = new Set(fresh.map(({ detector }) => detector));
  const known = new Set(findings.map(({ detector }) => detector).filter((detector) => !isNew.has(detector))).size;
  const parts = [
    `${clear} of ${outcomes.length} detectors found no fault`,
    ...(known > 0 ? [`${known} only what the baseline knows`] : []),
    ...(blind > 0 ? [`${blind} could not see what they need`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(outside > 0
      ? [`${outside} ${outside === 1 ? 'finding lies' : 'findings lie'} outside the time asked for`]
      : []),
  ];
  const text = `${parts.join(', ')}.`;
  return { state: clear + known + outside === 0 ? 'capture-insufficient' : 'nothing-found', text };
}
