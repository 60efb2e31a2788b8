import type { FindingReport, Report } from '../../model/report.ts';
import { lacking } from './lacking.ts';
import { type Line, line, paint, span } from './line.ts';
import { placeOf } from './place.ts';
import { visibleDeep } from './visible.ts';
import { omittedFindings, SEVERITY } from './words.ts';

const LACKING_SHOWN = 3;

/**
 * For pipes: one line per finding, its fields divided by single blanks, the title last:
 * `error proxy-self-loop high 90 2026-03-18T14:05:05.020300+01:00 L118 A provider is diverting its own traffic`.
 * A field without a value is `-`. Without findings one line with the verdict, which then is what was checked, and all that limits it.
 */
export function renderPiped(report: Report, options: { readonly colour: boolean }): string {
  const { capture, verdict, findings, detectors, omitted } = report;
  const drawn = visibleDeep({ capture, verdict, findings, detectors, omitted });
  const lines = drawn.findings.map((finding) => findingLine(finding, drawn.capture.inputs.length > 1));
  return paint(lines.length > 0 ? lines : [nothingLine(drawn)], {
    colour: options.colour,
    width: Number.POSITIVE_INFINITY,
  });
}

function findingLine(finding: FindingReport, several: boolean): Line {
  const { severity, detector, confidence, count, span: during, title } = finding;
  const cited = finding.evidence.find(({ decisive }) => decisive) ?? finding.evidence[0];
  const place = cited === undefined ? '-' : `${several ? `${cited.input.replace(/\s+/g, '_')}:` : ''}${placeOf(cited)}`;
  return line(
    span(severity, SEVERITY[severity].style),
    ` ${detector} ${confidence} ${count} ${during?.from ?? '-'} ${place} ${title}`,
  );
}

/** `nothing-found: 3 of 5 detectors found no fault, 2 could not see what they need; missing …; no info messages: …`. */
function nothingLine(report: Pick<Report, 'capture' | 'verdict' | 'detectors' | 'omitted'>): Line {
  const { verdict, capture, omitted } = report;
  const missing = lacking(report);
  const more = missing.length > LACKING_SHOWN ? ` and ${missing.length - LACKING_SHOWN} more` : '';
  const parts = [
    `${verdict.state}: ${verdict.text.replace(/\.$/, '')}`,
    ...omittedFindings(omitted).map((text) => text.replace(/ not shown.*$/, '')),
    ...(missing.length > 0 ? [`missing ${missing.slice(0, LACKING_SHOWN).join(', ')}${more}`] : []),
    ...capture.quality.filter(({ state }) => state !== 'green').map(({ message }) => message),
  ];
  return line(parts.join('; '));
}
