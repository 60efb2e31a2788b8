import type { Confidence, Severity } from '../model/finding.ts';
import type { FindingReport, Report } from '../model/report.ts';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const SURE: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return RANK[severity] >= RANK[least];
}

/** The report without the findings below `least`: they are counted in `omitted.findings`. */
export function selectFindings(report: Report, least: Severity): Report {
  return chooseFindings(report, ({ severity }) => isAtLeast(severity, least));
}

/** The report without the findings that are less sure than `least`: they are counted in `omitted.unsure`. */
export function selectSure(report: Report, least: Confidence): Report {
  return chooseFindings(report, ({ confidence }) => SURE[confidence] >= SURE[least], 'unsure');
}

/** The report without what a baseline knows: counted in `omitted.baselined`. */
export function selectNew(report: Report): Report {
  return chooseFindings(report, ({ baselined }) => baselined === undefined, 'baselined');
}

/**
 * The report without the findings that are not wanted: they are counted in `omitted` under this name, and the lane of findings, whose
 * numbers are places in the list, is renumbered.
 */
export function chooseFindings(
  report: Report,
  isWanted: (finding: FindingReport) => boolean,
  counted = 'findings',
): Report {
  const findings = report.findings.filter(isWanted);
  const left = report.findings.length - findings.length;
  if (left === 0) return report;
  const place = new Map(findings.map((finding, index) => [report.findings.indexOf(finding) + 1, index + 1]));
  return {
    ...report,
    findings,
    lanes: { ...report.lanes, findings: report.lanes.findings.map((index) => place.get(index) ?? 0) },
    omitted: { ...report.omitted, [counted]: (report.omitted[counted] ?? 0) + left },
  };
}
