import type { DetectorOutcome, Grading, GradingStep } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { CandidateReport, ConditionReport, Holds, NeedReport, WhyFinding, WhyReport } from '../../model/why.ts';
import { timeOfDay } from './clock.ts';
import { wrap, wrapCommand } from './columns.ts';
import { ONE_COLUMN } from './drawn.ts';
import { letterOf } from './input-letter.ts';
import { hang, type Line, line, paint, type Style, span, spread, widthOf } from './line.ts';
import { placeOf } from './place.ts';
import { visibleDeep } from './visible.ts';
import { count, number, SEVERITY } from './words.ts';

/** Of the found cases and of all. */
const SHOWN = { found: 3, all: 10 };
const NARROWEST = 20;

interface Options {
  readonly width: number;
  readonly colour: boolean;
  /** Every case, not only the first ones. */
  readonly all: boolean;
}

/** Sign and word together: whoever does not see the one reads the other. */
const HOLDS: Readonly<Record<string, { readonly sign: string; readonly word: string; readonly style: Style }>> = {
  true: { sign: '✓', word: '', style: 'good' },
  false: { sign: '✗', word: 'not met: ', style: 'bad' },
  unknown: { sign: '?', word: 'cannot be told: ', style: 'warn' },
};

/** What a detector weighed: its answer, its findings with their confidence, every case as a tree, what it needs to see. */
export function renderWhy(answer: WhyReport, inputs: Pick<Report['capture'], 'inputs'>, options: Options): string {
  const why = visibleDeep(answer);
  const capture = visibleDeep(inputs);
  const width = Math.max(NARROWEST, options.width);
  const shown = options.all ? why.candidates : shownOf(why.candidates);
  const sections: readonly (readonly Line[])[] = [
    [...prose(why.title, width, 'strong'), line(span(why.detector, 'quiet')), ...outcomeLines(why, width)],
    section(
      'Findings and their confidence',
      why.findings.flatMap((finding) => findingLines(finding, width - 2)),
    ),
    section(
      'Not weighed',
      why.remarks.flatMap((remark) => bullet(remark, width - 2)),
    ),
    section(
      heading(why, shown.length),
      shown.flatMap((each) => candidateLines(each, capture, width - 2)),
    ),
    section(
      'What it needs to see',
      why.needs.flatMap((need) => needLines(need, width - 2)),
    ),
  ].filter((lines) => lines.length > 0);
  return paint(
    sections.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines])),
    { colour: options.colour, width },
  );
}

function section(title: string, body: readonly Line[]): Line[] {
  if (body.length === 0) return [];
  return [line(span(title, 'label')), ...body.map((content) => [span('  '), ...content])];
}

function prose(text: string, width: number, style: Style = 'plain'): Line[] {
  return wrap(text, width).map((part) => line(span(part, style)));
}

function bullet(text: string, width: number): Line[] {
  return hang(line(span('· ', 'quiet')), prose(text, width - 2));
}

/** Some of what was found, and the nearest misses. */
function shownOf(candidates: readonly CandidateReport[]): readonly CandidateReport[] {
  const found = candidates.filter(({ isFound }) => isFound);
  const misses = candidates.filter(({ isFound }) => !isFound);
  const room = SHOWN.all - Math.min(found.length, SHOWN.found);
  const some = misses.slice(0, room);
  return [...found.slice(0, SHOWN.all - some.length), ...some];
}

function heading({ weighed, matching, asked, outside }: WhyReport, shown: number): string {
  const isPart = asked.flow !== undefined || asked.session !== undefined;
  const late = outside === 0 ? '' : `, ${number(outside)} outside of the time asked for`;
  const of = isPart ? `${number(matching)} asked for, of ${number(weighed)} weighed` : `${number(weighed)} weighed`;
  const some = shown + outside < matching ? `, the nearest ${shown} shown (--all shows more)` : '';
  return `Cases: ${of}${late}${some}`;
}

function outcomeLines({ outcome, weighed }: WhyReport, width: number): Line[] {
  const { word, style, text } = answerOf(outcome, weighed);
  const label = line(span(`${word}  `, style));
  return [
    ...hang(label, prose(text, width - widthOf(label))),
    ...(outcome.status === 'not-observable' && outcome.remedy !== undefined
      ? wrapCommand(outcome.remedy, width - 2).map((part) => line('  ', span(part, 'command')))
      : []),
  ];
}

function answerOf(outcome: DetectorOutcome, weighed: number): { word: string; style: Style; text: string } {
  switch (outcome.status) {
    case 'found':
      return { word: '▲ FOUND', style: 'bad', text: 'every condition holds for at least one case' };
    case 'clear':
      return {
        word: '● CLEAR',
        style: 'good',
        text:
          weighed === 0
            ? 'the capture could have shown it, and holds nothing that comes near'
            : `${count(weighed, 'case')} looked at, and each lacks something`,
      };
    case 'not-observable':
      return {
        word: '? NOT OBSERVABLE',
        style: 'warn',
        text: `this capture lacks ${outcome.missing.join('; ')}`,
      };
    case 'failed':
      return { word: '▲ FAILED', style: 'bad', text: `our fault: ${outcome.error}` };
  }
}

function findingLines({ severity, message, confidence, grading, reasons }: WhyFinding, width: number): Line[] {
  const { shape, style } = SEVERITY[severity];
  return [
    ...hang(line(span(`${shape} `, style)), prose(message, width - 2, 'strong')),
    ...indent(2, [
      line(span(`confidence ${confidence}`, 'label')),
      ...(grading === undefined ? [] : gradingLines(grading, width - 2)),
      ...reasons.flatMap((reason) => bullet(reason, width - 2)),
    ]),
  ];
}

function gradingLines({ start, because, raised, lowered }: Grading, width: number): Line[] {
  const step = (sign: string, style: Style, { to, says }: GradingStep, verb: string): Line[] =>
    hang(line(span(`${sign} `, style)), prose(`${verb} ${to}: ${says}`, width - 2));
  return [
    ...step('=', 'quiet', { to: start, says: because }, 'starts'),
    ...raised.flatMap((each) => step('↑', 'good', each, 'raised to')),
    ...lowered.flatMap((each) => step('↓', 'warn', each, 'lowered to')),
  ];
}

function candidateLines(
  { what, isFound, conditions }: CandidateReport,
  capture: Pick<Report['capture'], 'inputs'>,
  width: number,
): Line[] {
  const [word, style]: [string, Style] = isFound ? ['▲ found  ', 'bad'] : ['● no  ', 'quiet'];
  return [
    ...hang(line(span(word, style)), prose(what, width - word.length, 'strong')),
    ...tree(conditions, capture, width),
  ];
}

function tree(
  conditions: readonly ConditionReport[],
  capture: Pick<Report['capture'], 'inputs'>,
  width: number,
): Line[] {
  return conditions.flatMap((condition, index) => {
    const isLast = index === conditions.length - 1;
    const [branch, trunk] = isLast ? ['└─ ', '   '] : ['├─ ', '│  '];
    const parts = tree(condition.parts ?? [], capture, width - 3);
    return [...conditionLines(condition, capture, width - 3), ...parts].map((content, row) => [
      span(row === 0 ? branch : trunk, 'quiet'),
      ...content,
    ]);
  });
}

function conditionLines(condition: ConditionReport, capture: Pick<Report['capture'], 'inputs'>, width: number): Line[] {
  const { says, actual, limit, join, parts = [] } = condition;
  const { sign, word, style } = signOf(condition.holds);
  const of = parts.length === 0 ? '' : join === 'any' ? ' (any of)' : ' (all of)';
  const asked = limit === undefined ? '' : ` (${limit})`;
  const came = actual === undefined ? '' : ` — ${actual}`;
  const text = prose(`${word}${says}${of}${asked}${came}`, width - 2);
  const rows = hang(line(span(`${sign} `, style)), text);
  const place = placeLine(condition, capture);
  const last = rows.at(-1);
  if (place.length === 0 || last === undefined) return rows;
  const besides = width < ONE_COLUMN - 10 ? undefined : spread(last, place, width);
  return besides === undefined ? [...rows, [span('  '), ...place]] : [...rows.slice(0, -1), besides];
}

function placeLine(condition: ConditionReport, capture: Pick<Report['capture'], 'inputs'>): Line {
  const { at, input, line: row, file, record } = condition;
  if (input === undefined) return [];
  const place = `${letterOf(capture, input)}${placeOf({
    ...(row === undefined ? {} : { line: row }),
    ...(file === undefined ? {} : { file }),
    ...(record === undefined ? {} : { record }),
  })}`;
  return line(span(at === undefined ? place : `${timeOfDay(at)}  ${place}`, 'quiet'));
}

function signOf(holds: Holds) {
  return HOLDS[String(holds)] ?? { sign: '?', word: '', style: 'warn' as const };
}

function needLines({ event, level, seen, state, why }: NeedReport, width: number): Line[] {
  const holds: Holds = state === 'seen' ? true : state === 'absent' ? false : 'unknown';
  const { sign, style } = signOf(holds);
  const said =
    state === 'seen'
      ? `seen ${seen === 1 ? 'once' : `${number(seen)} times`}`
      : state === 'absent'
        ? 'never seen, although it could have been'
        : `could not be seen: ${why ?? ''}`;
  const label = level === undefined || level === 'default' ? '' : ` (${level})`;
  return hang(line(span(`${sign} `, style)), prose(`${event}${label}: ${said}`, width - 2));
}

function indent(by: number, lines: readonly Line[]): Line[] {
  return lines.map((content) => [span(' '.repeat(by)), ...content]);
}
