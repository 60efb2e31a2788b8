import type { Severity } from '../../model/finding.ts';
import type { FindingReport } from '../../model/report.ts';
import { clock } from './clock.ts';
import { cutEnd, padEnd, wrap } from './columns.ts';
import { type Drawn, ONE_COLUMN, type ScreenOptions } from './drawn.ts';
import { cardLines } from './finding-card.ts';
import { type Line, line, type Span, span, spread, widthOf } from './line.ts';
import { count, duration, list, number, omittedFindings, SEVERITY } from './words.ts';

const LISTED = 5;
const OPENED = 3;
const INDENT = 4;

/** The findings, worst first as the report orders them: the worst ones opened, a few more named, the rest counted. */
export function findingLines(report: Drawn, options: ScreenOptions): Line[] {
  const { findings, omitted } = report;
  const listed = options.all ? findings : listedOf(findings);
  const worst = listed[0]?.severity;
  const isOpen = (finding: FindingReport, index: number): boolean =>
    options.all || index === 0 || (index < OPENED && finding.severity === worst);
  const heads = headColumns(listed, options.width);
  const lines = listed.flatMap((finding, index) => {
    const open = isOpen(finding, index);
    const head = headLines(finding, index + 1, open, heads, options.width);
    if (!open) return head;
    const next = index + 1 < listed.length ? [[]] : [];
    return [...head, ...cardLines(finding, report, options), ...next];
  });
  const hidden = findings.filter((finding) => !listed.includes(finding));
  return [...lines, ...hiddenLines(hidden, omitted, options.width)];
}

/** Info findings are worth a line only where nothing worse is. */
function listedOf(findings: readonly FindingReport[]): readonly FindingReport[] {
  const worse = findings.filter((finding) => finding.severity !== 'info');
  return (worse.length > 0 ? worse : findings).slice(0, LISTED);
}

interface HeadColumns {
  readonly detector: number;
  readonly times: number;
  readonly when: number;
}

function headColumns(findings: readonly FindingReport[], width: number): HeadColumns {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  return {
    detector: Math.min(widest(findings.map(({ detector }) => detector)), Math.floor(width / 3)),
    times: widest(findings.map(times)),
    when: widest(findings.map((finding) => when(finding, width))),
  };
}

function times(finding: FindingReport): string {
  return `×${number(finding.count)}`;
}

function when({ span: during }: FindingReport, width: number): string {
  if (during === undefined) return '';
  const start = clock(during.from).time;
  return width < 80 || during.durationUs === 0 ? start : `${start} +${duration(during.durationUs)}`;
}

/** Everything on one line where it fits; else the title below, whole where the finding is open. */
function headLines(finding: FindingReport, index: number, open: boolean, head: HeadColumns, width: number): Line[] {
  const { shape, word, style } = SEVERITY[finding.severity];
  const narrow = width < ONE_COLUMN;
  const left: Span[] = [
    span(`${index} ${shape} ${narrow ? word : padEnd(word, 5)}  `, style),
    span(cutEnd(finding.detector, Math.max(8, width - 11)), 'strong'),
  ];
  const right = [
    span(
      narrow ? `${finding.confidence} ` : padEnd(finding.confidence, 6),
      finding.confidence === 'high' ? 'plain' : 'quiet',
    ),
    span(narrow ? `${times(finding)} ` : ` ${padEnd(times(finding), head.times)}  `, 'quiet'),
    span(narrow ? when(finding, width) : padEnd(when(finding, width), head.when), 'quiet'),
  ];
  const gap = ' '.repeat(Math.max(0, head.detector - finding.detector.length) + 2);
  const title = (text: string): Span => span(text, open ? 'strong' : 'plain');
  const oneLine = spread([...left, span(gap), title(finding.title)], right, width);
  if (oneLine !== undefined) return [oneLine];
  const top = spread(left, right, width);
  const room = width - widthOf([...left, span(gap)]) - widthOf(right) - 2;
  if (!open && top !== undefined && room >= 24) {
    const cut = [...left, span(gap), title(cutEnd(finding.title, room))];
    return [spread(cut, right, width) ?? cut];
  }
  const below = wrap(finding.title, width - INDENT).map((text) => line(' '.repeat(INDENT), title(text)));
  return top === undefined ? [left, line(' '.repeat(INDENT), ...right), ...below] : [top, ...below];
}

function hiddenLines(hidden: readonly FindingReport[], omitted: Drawn['omitted'], width: number): Line[] {
  const of = (severity: Severity): number => hidden.filter((finding) => finding.severity === severity).length;
  const groups = [
    ...(of('error') > 0 ? [count(of('error'), 'error')] : []),
    ...(of('warning') > 0 ? [count(of('warning'), 'warning')] : []),
    ...(of('info') > 0 ? [count(of('info'), 'info finding')] : []),
  ];
  const sentences = [...(groups.length > 0 ? [`${list(groups)} not shown (--all)`] : []), ...omittedFindings(omitted)];
  return sentences.flatMap((sentence) =>
    wrap(sentence, width - INDENT).map((text) => line(span(' '.repeat(INDENT) + text, 'quiet'))),
  );
}
