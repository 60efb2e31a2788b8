import type { EvidenceReport } from '../../model/report.ts';
import { clock, timeOfDay } from './clock.ts';
import { columns, cutMiddle, cutStart, padEnd, padStart, wrap } from './columns.ts';
import { type Drawn, ONE_COLUMN, type ScreenOptions } from './drawn.ts';
import { letterOf } from './input-letter.ts';
import { type Line, line, span, spread } from './line.ts';
import { placeOf } from './place.ts';
import { number } from './words.ts';

/** Of the decisive line this much is shown before it is cut: it is the one that people read to the end. */
const DECISIVE_ROWS = 3;
/** With less room for the text it stands below, on lines of its own. */
const LEAST_TEXT = 24;
const MARK = '  ▶ ';
const NO_MARK = '    ';

interface Row {
  readonly process: string;
  readonly pid: string;
  readonly time: string;
  readonly place: string;
  readonly text: string;
  readonly fold: string;
  readonly decisive: boolean;
}

/** The cited lines in log order, aligned by process and time, the decisive one marked and the most of it shown. */
export function evidenceLines(evidence: readonly EvidenceReport[], report: Drawn, options: ScreenOptions): Line[] {
  const rows = evidence.map((cited) => row(cited, report));
  const aligned = options.width < ONE_COLUMN ? undefined : table(rows, options.width);
  return aligned ?? rows.flatMap((cited) => stacked(cited, options.width));
}

function row(cited: EvidenceReport, { capture }: Drawn): Row {
  return {
    process: cited.process,
    pid: cited.pid === undefined || cited.pid < 1 ? '' : ` ${cited.pid}`,
    time: cited.at === undefined ? '' : dated(cited.at, capture.span),
    place: `${letterOf(capture, cited.input)}${placeOf(cited)}`,
    text: cited.text,
    fold: cited.times === undefined || cited.times < 2 ? '' : `×${number(cited.times)}`,
    decisive: cited.decisive,
  };
}

/** With its day where the capture runs over several. */
function dated(at: string, capture: Drawn['capture']['span']): string {
  const { date } = clock(at);
  const oneDay = capture === undefined || clock(capture.from).date === clock(capture.to).date;
  return oneDay || date === '' ? timeOfDay(at) : `${date.slice(-5)} ${timeOfDay(at)}`;
}

/** Undefined where the columns would leave too little for the text. */
function table(rows: readonly Row[], width: number): Line[] | undefined {
  const widest = (of: (cited: Row) => string): number => Math.max(0, ...rows.map((cited) => columns(of(cited))));
  const column = {
    time: widest(({ time }) => time),
    fold: widest(({ fold }) => fold),
    place: widest(({ place }) => place),
  };
  const process = Math.min(
    widest((cited) => cited.process + cited.pid),
    Math.max(20, Math.floor(width / 4.2)),
  );
  const gap = (size: number): number => (size === 0 ? 0 : size + 2);
  const before = MARK.length + gap(process) + gap(column.time);
  const room = width - before - gap(column.fold) - gap(column.place);
  if (room < LEAST_TEXT) return undefined;
  return rows.flatMap((cited) => {
    const style = cited.decisive ? 'strong' : 'plain';
    const [first = '', ...rest] = texts(cited, room);
    return [
      line(
        span(cited.decisive ? MARK : NO_MARK, 'bad'),
        span(padEnd(who(cited, process), gap(process)), style),
        span(padEnd(cited.time, gap(column.time)), 'quiet'),
        span(padEnd(first, room), style),
        span(padStart(cited.fold, gap(column.fold)), 'warn'),
        span(padStart(cited.place, gap(column.place)), 'quiet'),
      ),
      ...rest.map((text) => line(' '.repeat(before), span(text, style))),
    ];
  });
}

/** The process is cut, its pid never. */
function who({ process, pid }: Row, width: number): string {
  return cutStart(process, width - pid.length) + pid;
}

/** The decisive line over several rows, cut only as far as it must be; of the others one row. */
function texts({ text, decisive }: Row, room: number): string[] {
  if (!decisive) return [cutMiddle(text, room)];
  let rows = wrap(cutMiddle(text, room * DECISIVE_ROWS), room);
  for (let most = room * DECISIVE_ROWS - 1; rows.length > DECISIVE_ROWS; most -= 1)
    rows = wrap(cutMiddle(text, most), room);
  return rows;
}

/** Process, time and place in one line where they fit, in two where not; the text below. */
function stacked(cited: Row, width: number): Line[] {
  const style = cited.decisive ? 'strong' : 'plain';
  const facts = [cited.time, cited.place].filter((fact) => fact !== '').join('  ');
  const fold = cited.fold === '' ? '' : ` ${cited.fold}`;
  const mark = (cited.decisive ? MARK : NO_MARK).slice(width < ONE_COLUMN ? 2 : 0);
  const indent = ' '.repeat(mark.length + 2);
  const head = (room: number): Line => [
    span(mark, 'bad'),
    span(who(cited, room - fold.length - mark.length), style),
    span(fold, 'warn'),
  ];
  const besides = spread(head(Number.POSITIVE_INFINITY), line(span(facts, 'quiet')), width);
  const above = besides === undefined ? [head(width), line(span(indent + facts, 'quiet'))] : [besides];
  return [...above, ...texts(cited, width - indent.length).map((text) => line(indent, span(text, style)))];
}
