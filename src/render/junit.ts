import type { DetectorOutcome } from '../model/finding.ts';
import type { EvidenceReport, FindingReport, Report } from '../model/report.ts';
import { attributes, escapeXml } from './escape-xml.ts';
import { placeOf } from './terminal/place.ts';
import { visible } from './terminal/visible.ts';

interface Case {
  readonly kind: 'passed' | 'failure' | 'skipped' | 'error';
  readonly xml: string;
}

/**
 * JUnit XML: one test case per detector. Found is a failure, not observable is skipped, a detector that failed is an error.
 * A detector whose findings were all left out (`--min-severity`, `--min-confidence`, `--baseline`) passes and says so.
 */
export function renderJunit(report: Report): string {
  const cases = outcomesOf(report).map((outcome) => caseOf(outcome, report));
  const of = (kind: Case['kind']): number => cases.filter((each) => each.kind === kind).length;
  const counts = { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'necropsy', ...counts })}>`,
    `  <testsuite${attributes({ name: 'necropsy', ...counts, time: 0 })}>`,
    ...propertyLines(report),
    ...cases.map(({ xml }) => xml),
    ...captureLines(report),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** Those of the report, and whoever found something without being among them. */
function outcomesOf({ detectors, findings }: Report): readonly DetectorOutcome[] {
  const known = new Set(detectors.map(({ id }) => id));
  const others = new Set(findings.map(({ detector }) => detector).filter((id) => !known.has(id)));
  return [...detectors, ...[...others].map((id): DetectorOutcome => ({ id, status: 'found' }))];
}

function caseOf(outcome: DetectorOutcome, report: Report): Case {
  const open = `    <testcase${attributes({ classname: 'necropsy', name: outcome.id, time: 0 })}`;
  const around = (kind: Case['kind'], inner: string): Case => ({ kind, xml: `${open}>\n${inner}\n    </testcase>` });
  switch (outcome.status) {
    case 'clear':
      return { kind: 'passed', xml: `${open}/>` };
    case 'not-observable': {
      const remedy = outcome.remedy === undefined ? '' : `; record it: ${outcome.remedy}`;
      const message = `this capture lacks ${outcome.missing.join(', ')}${remedy}`;
      return around('skipped', `      <skipped${attributes({ message })}/>`);
    }
    case 'failed':
      return around('error', `      <error${attributes({ type: 'failed', message: outcome.error })}/>`);
    case 'found': {
      const findings = report.findings.filter(({ detector }) => detector === outcome.id);
      const [worst] = findings;
      if (worst === undefined)
        return around(
          'passed',
          '      <system-out>found, but left out: below what was asked for, or known to the baseline</system-out>',
        );
      const about = attributes({ type: worst.severity, message: worst.title });
      return around('failure', `      <failure${about}>${findings.map(findingText).join('\n')}</failure>`);
    }
  }
}

function findingText(finding: FindingReport): string {
  const { severity, confidence, count, span } = finding;
  const lines = [
    finding.message,
    `${severity}, confidence ${confidence}, ×${count}${span === undefined ? '' : `, ${span.from} to ${span.to}`}`,
    ...finding.reasons.map((reason) => `why: ${reason}`),
    ...finding.evidence.map(evidenceText),
    ...finding.next.map((step) => `do (${step.for}): ${step.text}`),
  ];
  return `\n${lines.map((text) => escapeXml(text)).join('\n')}\n`;
}

function evidenceText(cited: EvidenceReport): string {
  const { at = '', process, pid, text, times = 1, decisive } = cited;
  const fold = times > 1 ? ` ×${times}` : '';
  return `${decisive ? '▶' : ' '} ${at} ${process}[${pid ?? '?'}] ${text}${fold} (${cited.input} ${placeOf(cited)})`;
}

function propertyLines({ tool, verdict, capture }: Report): string[] {
  const properties: Readonly<Record<string, string | undefined>> = {
    version: tool.version,
    verdict: verdict.text,
    state: verdict.state,
    confidence: verdict.confidence,
    from: capture.span?.from,
    to: capture.span?.to,
  };
  const lines = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`      <property${attributes({ name, value })}/>`],
  );
  const inputs = capture.inputs.map((input) => `      <property${attributes({ name: 'input', value: input.name })}/>`);
  return ['    <properties>', ...lines, ...inputs, '    </properties>'];
}

/** How far the capture can be trusted: what is not green, and what was odd. */
function captureLines({ capture }: Report): string[] {
  const said = [
    ...capture.quality.filter(({ state }) => state !== 'green').map(({ check, message }) => `${check}: ${message}`),
    ...capture.problems.map(({ code, count, message }) => `${code} ×${count}: ${message}`),
  ];
  if (said.length === 0) return [];
  return [`    <system-out>${said.map((text) => escapeXml(visible(text))).join('\n')}</system-out>`];
}
