import type { LanesReport, SpanReport } from '../../model/report.ts';
import { clock, later } from './clock.ts';
import { columns, cutEnd, padEnd } from './columns.ts';
import { type Drawn, LANES_FROM, type ScreenOptions } from './drawn.ts';
import { type Line, line, type Span, type Style, span } from './line.ts';
import { duration, number, SEVERITY } from './words.ts';

const LABEL = 16;
const LEGEND = 27;
const SESSIONS_SHOWN = 4;

const POWER: Readonly<Record<string, string>> = { awake: '█', dark: '▄', asleep: '▁', unknown: ' ' };
const SESSION: Readonly<Record<string, string>> = {
  connected: '═',
  connecting: '╌',
  reasserting: '╌',
  disconnecting: '╌',
};
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** The capture's shape over time, one lane per thing; lanes in which nothing happens are left out. */
export function laneLines(report: Drawn, options: ScreenOptions): Line[] {
  const { lanes, capture } = report;
  if (options.width < LANES_FROM || lanes.columns < 1 || capture.span === undefined) return [];
  const width = options.width - LABEL - LEGEND;
  const drawn = [
    ...powerLane(lanes, width),
    ...lanes.sessions.slice(0, SESSIONS_SHOWN).flatMap((session, index) => sessionLane(session, index === 0, width)),
    ...flowLane(lanes, width),
    ...findingLane(report, width),
  ];
  const hidden = lanes.sessions.length - SESSIONS_SHOWN;
  if (hidden > 0) drawn.push(lane(`+ ${number(hidden)} sessions`, [], '', width));
  if (drawn.length === 0) return [];
  return [...aboutStretch(lanes), axis(lanes.span ?? capture.span, width), ...drawn];
}

/** Where the lanes show a part of the capture only, which day and how long it is. */
function aboutStretch({ span: stretch }: LanesReport): Line[] {
  if (stretch === undefined) return [];
  const { date } = clock(stretch.from);
  const when = [date, duration(stretch.durationUs)].filter((part) => part !== '').join(', ');
  return [line(span(`${' '.repeat(LABEL)}${when} of the capture`, 'quiet'))];
}

function lane(label: string, cells: readonly Span[], legend: string, width: number): Line {
  const drawn = cells.reduce((sum, cell) => sum + columns(cell.text), 0);
  return line(
    span(padEnd(cutEnd(label, LABEL - 2), LABEL), 'quiet'),
    ...cells,
    ' '.repeat(width - drawn + 2),
    span(cutEnd(legend, LEGEND - 2), 'quiet'),
  );
}

function axis(times: SpanReport, width: number): Line {
  const gap = times.durationUs / width < 100_000 ? 16 : 12;
  const labels = Math.max(2, Math.floor(width / gap));
  const stepUs = times.durationUs / (labels - 1);
  let text = '';
  for (let index = 0; index < labels; index += 1) {
    const label = later(times.from, stepUs * index, stepUs);
    const at = index === labels - 1 ? width - label.length : Math.round((width / (labels - 1)) * index);
    text = padEnd(text, at) + label;
  }
  return line(span(' '.repeat(LABEL) + text, 'quiet'));
}

function powerLane({ power }: LanesReport, width: number): Line[] {
  if (power.every((state) => state === 'unknown')) return [];
  const cells = resample(power, width).map((state) => POWER[state] ?? ' ');
  return [lane('power', [span(cells.join(''))], 'awake █  dark ▄  asleep ▁', width)];
}

function sessionLane(session: LanesReport['sessions'][number], isFirst: boolean, width: number): Line[] {
  const states = resample(session.states, width);
  const cells = states.map((state, index) => {
    const before = states[index - 1];
    const ends = SESSION[state] === undefined && before !== undefined && SESSION[before] !== undefined;
    return ends ? span('╳', 'bad') : span(SESSION[state] ?? ' ', 'good');
  });
  if (cells.every((cell) => cell.text === ' ')) return [];
  return [lane(session.name, cells, isFirst ? 'connected ═  between ╌' : '', width)];
}

function flowLane({ newFlows }: LanesReport, width: number): Line[] {
  const sums = buckets(newFlows, width).map((bucket) => bucket.reduce((sum, flows) => sum + flows, 0));
  const most = Math.max(0, ...sums);
  if (most === 0) return [];
  const cells = sums.map((sum) => (sum === 0 ? ' ' : (BARS[Math.ceil((sum / most) * BARS.length) - 1] ?? '█')));
  return [lane('new flows', [span(cells.join(''), 'note')], `most per column: ${number(most)}`, width)];
}

function findingLane({ lanes, findings }: Drawn, width: number): Line[] {
  const cells = buckets(lanes.findings, width).map((bucket) => {
    const worst = Math.min(...bucket.filter((index) => index > 0));
    const finding = findings[worst - 1];
    if (finding === undefined) return span(' ');
    const style: Style = SEVERITY[finding.severity].style;
    return span(worst > 9 ? '+' : String(worst), style);
  });
  return cells.every((cell) => cell.text === ' ') ? [] : [lane('findings', cells, '', width)];
}

/** The values that fall into each of `width` columns; a value is repeated where there are fewer values than columns. */
function buckets<T>(values: readonly T[], width: number): T[][] {
  return Array.from({ length: width }, (_, index) => {
    const from = Math.floor((index * values.length) / width);
    const to = Math.floor(((index + 1) * values.length) / width);
    return values.slice(from, Math.max(to, from + 1));
  });
}

/** One state per column: of several the one that is rarest in the whole lane, so that a short wake is not lost. */
function resample<S extends string>(states: readonly S[], width: number): S[] {
  const seen = new Map<S, number>();
  for (const state of states) seen.set(state, (seen.get(state) ?? 0) + 1);
  const rarity = (state: S): number => (state === 'unknown' ? Number.POSITIVE_INFINITY : (seen.get(state) ?? 0));
  return buckets(states, width).flatMap((bucket) =>
    bucket.reduce<S[]>(
      (best, state) => (best[0] === undefined || rarity(state) < rarity(best[0]) ? [state] : best),
      [],
    ),
  );
}
