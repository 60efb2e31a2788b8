import type { Subject } from '../../model/finding.ts';
import type { EvidenceReport, FindingReport } from '../../model/report.ts';
import { clock, timeOfDay } from '../terminal/clock.ts';
import { cutMiddle, padEnd } from '../terminal/columns.ts';
import { AUDIENCE } from '../terminal/finding-card.ts';
import { placeOf } from '../terminal/place.ts';
import { duration, number, SEVERITY } from '../terminal/words.ts';
import { code, fenced, inline, table } from './escape.ts';

/** A line of evidence, and any sentence, is cut in its middle beyond this. */
const LINE = 400;
const SENTENCE = 1000;
/** Of reasons, steps and parties. */
const LISTED = 10;

/** Every finding in a row. */
export function findingsTable(findings: readonly FindingReport[]): string {
  const rows = findings.map(({ severity, detector, title, count, confidence, span }, index) => [
    String(index + 1),
    `${SEVERITY[severity].shape} ${severity}`,
    inline(cutMiddle(title, 200)),
    code(detector),
    `×${number(count)}`,
    confidence,
    span === undefined ? '' : `${inline(clock(span.from).time)} +${duration(span.durationUs)}`,
  ]);
  return table(['', 'severity', 'finding', 'detector', 'count', 'confidence', 'when'], rows);
}

/** One finding in full: what happened to whom, why we think so, the lines, what to do. */
export function findingSection(finding: FindingReport, place: number): string {
  const { severity, title, message, reasons, subjects, span, next, evidence } = finding;
  const said = message === title ? [] : [sentence(message)];
  const when =
    span === undefined ? [] : [`**When:** ${code(span.from)} to ${code(span.to)} (${duration(span.durationUs)})`];
  return [
    `### ${place} ${SEVERITY[severity].shape} ${inline(cutMiddle(title, 200))}`,
    ...said,
    [...when, ...(subjects.length === 0 ? [] : [`**Who:** ${whoText(subjects)}`])].join('\\\n'),
    ...(reasons.length === 0 ? [] : [`**Why** (confidence ${finding.confidence}):\n\n${bullets(reasons, sentence)}`]),
    ...(evidence.length === 0 ? [] : [fenced(evidenceLines(evidence), 'text')]),
    ...(next.length === 0
      ? []
      : [
          `**Next:**\n\n${bullets(next, (step) => `${AUDIENCE[step.for] ?? inline(step.for)}: ${sentence(step.text)}`)}`,
        ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sentence(text: string): string {
  return inline(cutMiddle(text, SENTENCE));
}

function bullets<T>(items: readonly T[], words: (item: T) => string): string {
  const hidden = items.length - LISTED;
  const shown = items.slice(0, LISTED).map((item) => `- ${words(item)}`);
  return [...shown, ...(hidden > 0 ? [`- and ${number(hidden)} more`] : [])].join('\n');
}

/** Every party, the one at fault first. */
function whoText(subjects: readonly Subject[]): string {
  const hidden = subjects.length - LISTED;
  return [...subjects.slice(0, LISTED).map(subjectText), ...(hidden > 0 ? [`and ${number(hidden)} more`] : [])].join(
    ' · ',
  );
}

function subjectText({ kind, bundle, pid, session, name }: Subject): string {
  const names = [...new Set([name, bundle])].filter((text) => text !== undefined && text !== '');
  const shown = names.length > 0 ? names.join(' ') : (session ?? '');
  return [inline(kind), code(cutMiddle(shown, 200)), pid === undefined ? '' : `pid ${pid}`]
    .filter((text) => text !== '')
    .join(' ');
}

/** `▶ 14:05:05.020  kernel         ×90  text  (cap.log L118)`. */
function evidenceLines(evidence: readonly EvidenceReport[]): string[] {
  const who = ({ process, pid }: EvidenceReport): string =>
    cutMiddle(pid === undefined || pid < 1 ? process : `${process} ${pid}`, 40);
  const width = Math.max(...evidence.map((cited) => who(cited).length));
  return evidence.map((cited) => {
    const { at, text, times = 1, decisive, input } = cited;
    const time = at === undefined ? '' : `${timeOfDay(at)}  `;
    const fold = times > 1 ? `×${number(times)}  ` : '';
    const place = `(${cutMiddle(input, 80)} ${placeOf(cited)})`;
    return `${decisive ? '▶' : ' '} ${time}${padEnd(who(cited), width)}  ${fold}${cutMiddle(text, LINE)}  ${place}`;
  });
}
