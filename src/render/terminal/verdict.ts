import type { Confidence } from '../../model/finding.ts';
import { columns, wrap, wrapCommand } from './columns.ts';
import type { Drawn, ScreenOptions } from './drawn.ts';
import { hang, type Line, line, type Style, span, spread } from './line.ts';

/** The one sentence, and right under it whatever keeps it from being the whole truth. */
export function verdictLines(report: Drawn, options: ScreenOptions): Line[] {
  const { verdict } = report;
  const label = line(span(options.width < 60 ? '' : 'VERDICT  ', 'label'));
  const indent = options.width < 60 ? 0 : 9;
  const sure = verdict.confidence;
  const room = options.width - indent - (sure === undefined ? 0 : columns(sure) + 2);
  const text = wrap(verdict.text, room).map((part) => line(span(part, verdictStyle(report))));
  const lines = hang(label, text);
  const first = lines[0];
  if (sure !== undefined && first !== undefined)
    lines[0] = spread(first, line(span(sure.toUpperCase(), sureStyle(sure))), options.width) ?? first;
  const below = [...retakeLines(report, options.width - indent), ...cautionLines(report, options.width - indent)];
  return [...lines, ...below.map((part) => [span(' '.repeat(indent)), ...part])];
}

function verdictStyle(report: Drawn): Style {
  switch (report.verdict.state) {
    case 'broken':
    case 'capture-insufficient':
      return 'bad';
    case 'suspect':
      return 'warn';
    case 'nothing-found':
      return isClean(report) ? 'good' : 'strong';
  }
}

/** True where everything could be seen, so that finding nothing means something. */
function isClean({ capture, detectors }: Drawn): boolean {
  return (
    capture.quality.every((check) => check.state === 'green') && detectors.every(({ status }) => status === 'clear')
  );
}

function sureStyle(sure: Confidence): Style {
  return sure === 'high' ? 'strong' : 'plain';
}

function retakeLines({ verdict, capture }: Drawn, width: number): Line[] {
  if (verdict.state !== 'capture-insufficient') return [];
  const worstFirst = ['red', 'amber'].flatMap((state) => capture.quality.filter((check) => check.state === state));
  const remedy = worstFirst.find((check) => check.remedy !== undefined)?.remedy;
  if (remedy === undefined) return [];
  return hang(
    line('retake it: '),
    wrapCommand(remedy, width - 11).map((text) => line(span(text, 'command'))),
  );
}

/** Keeps "nothing found" from being read as "all is well". */
function cautionLines(report: Drawn, width: number): Line[] {
  if (report.verdict.state !== 'nothing-found' || isClean(report)) return [];
  const caution = 'Not a clean bill of health: this capture could not have shown everything.';
  return wrap(caution, width).map((text) => line(span(text, 'warn')));
}
