import type { Severity } from '../model/finding.ts';
import type { FindingReport, Report } from '../model/report.ts';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return RANK[severity] >= RANK[least];
}

/** The report without the findings below `least`. */
export function selectFindings(report: Report, least: Severity): Report {
  return chooseFindings(report, ({ severity }) => isAtLeast(severity, least));
}

/**
 * The report without the findings that are not wanted: they are counted in `omitted.findings`, and the lane of findings, whose
 * numbers are places in the list, is renumbered.
 */
export function chooseFindings(report: Report, isWanted: (finding: FindingReport) => boolean): Report {
  const findings = report.findings.filter(isWanted);
  const left = report.findings.length - findings.length;
  if (left === 0) return report;
  const place = new Map(findings.map((finding, index) => [report.findings.indexOf(finding) + 1, index + 1]));
  return {
    ...report,
    findings,
    lanes: { ...report.lanes, findings: report.lanes.findings.map((index) => place.get(index) ?? 0) },
    omitted: { ...report.omitted, findings: (report.omitted.findings ?? 0) + left },
  };
}
