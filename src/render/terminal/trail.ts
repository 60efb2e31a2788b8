import { HISTORY } from '../../model/flow.ts';
import type { FlowTrail, TrailLane, TrailStep } from '../../model/flow-trail.ts';
import type { FlowReport, JoinReport } from '../../model/report-flows.ts';
import { clock, timeOfDay } from './clock.ts';
import { columns, cutMiddle, padEnd, padStart, wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { placeOf } from './place.ts';
import { visible, visibleDeep } from './visible.ts';
import { count, duration, number } from './words.ts';

interface Options {
  readonly width: number;
  readonly colour: boolean;
}

/** Below this the text stands under its line. */
const LEAST_TEXT = 28;

/** One flow as lanes side by side: a column per process, a row per line, the time since the flow's first line. */
export function renderTrail(trail: FlowTrail, { width, colour }: Options): string {
  const shown = visibleDeep(trail);
  return paint(
    [...headLines(shown.flow, width), line(), ...bodyLines(shown, width), line(), ...footLines(shown, width)],
    {
      colour,
      width,
    },
  );
}

function headLines(flow: FlowReport, width: number): Line[] {
  const { id, protocol, app, host, remote, interface: by, code = '???', providerPid } = flow;
  const goes = host === undefined || remote === undefined ? (host ?? remote) : `${host} (${remote})`;
  const facts = [
    `flow ${id}`,
    ...(protocol === undefined ? [] : [protocol]),
    `${app ?? 'an unknown app'} → ${goes ?? 'unknown'}`,
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(providerPid === undefined ? [] : [`provider pid ${providerPid}`]),
  ].join(' · ');
  const head = wrap(facts, width - code.length - 2);
  return [
    ...head.map((text, index) =>
      index === 0 ? line(span(padEnd(text, width - code.length - 1), 'strong'), ' ', span(code, 'bad')) : line(text),
    ),
    ...wrap(endingOf(flow), width).map((text) => line(text)),
  ];
}

function endingOf({ openedAt, closedBy, history = '' }: FlowReport): string {
  const { date, zone } = clock(openedAt);
  const opened = `opened ${[date, timeOfDay(openedAt), zone].filter((part) => part !== '').join(' ')}`;
  if (closedBy === undefined) return `${opened} · how it ended is not known`;
  const { who, reason, error, knew, grade, at } = closedBy;
  const ended =
    who === 'open'
      ? 'open when the capture ends'
      : `ended by ${who === 'unknown' ? 'an unknown party' : `the ${who}`}${at === undefined ? '' : ` at ${timeOfDay(at)}`}: ${reason}`;
  return [
    opened,
    `${ended}${error === undefined ? '' : `, errno ${error}`}`,
    ...(knew.length === 0 ? [] : [`told by ${knew.join(', ')}`]),
    `known ${grade}`,
    ...(history === '' ? [] : [`history ${history}`]),
  ].join(' · ');
}

function bodyLines({ lanes, steps, omitted, flow }: FlowTrail, width: number): Line[] {
  const letters = lanes.map((_, index) => String.fromCharCode(97 + index));
  const since = steps.map(({ sinceUs }) => signed(sinceUs));
  const places = steps.map((step) => placeText(step));
  const wide = {
    since: Math.max(0, ...since.map(columns)),
    place: Math.max(0, ...places.map(columns)),
    gutter: lanes.length * 2,
  };
  const room = width - wide.gutter - 14 - wide.since - 2 - (wide.place === 0 ? 0 : wide.place + 2);
  const rows = steps.flatMap((step, index): Line[] => {
    const text = step.isOurs === true ? step.text : textWithout(flow, step.text);
    const style = step.closes === true ? 'strong' : step.isOurs === true ? 'note' : 'plain';
    const fixed = [
      ...gutterOf(lanes, steps, index),
      span(step.isOrderUnknown === true ? '≈' : ' ', 'warn'),
      span(padEnd(timeOfDay(step.at), 13), 'quiet'),
      span(padStart(since[index] ?? '', wide.since), 'quiet'),
      span('  '),
    ];
    const place = span(padStart(places[index] ?? '', wide.place), 'quiet');
    if (room >= LEAST_TEXT) return [[...fixed, span(padEnd(cutMiddle(text, room), room), style), span('  '), place]];
    const below = wide.gutter + 2;
    return [[...fixed, place], line(' '.repeat(below), span(cutMiddle(text, width - below), style))];
  });
  const legend = lanes.map(
    ({ kind, name }, index) => `${letters[index]} ${kind === 'system' ? name : laneName(kind, name)}`,
  );
  return [
    ...wrap(legend.join(' · '), width).map((text) => line(span(text, 'label'))),
    line(span(letters.join(' '), 'label')),
    ...rows,
    ...(omitted > 0 ? [line(span(`and ${number(omitted)} more lines of it`, 'quiet'))] : []),
    ...(steps.length === 0 ? [line(span('no line of it is kept', 'quiet'))] : []),
  ];
}

function laneName(kind: TrailLane['kind'], name: string): string {
  return kind === name ? name : `${kind} ${name}`;
}

/** A column per lane: the line's own marked, hollow where it is inferred; a stroke from a lane's first line to its last. */
function gutterOf(lanes: readonly TrailLane[], steps: readonly TrailStep[], index: number): Line {
  return lanes.map((_, lane) => {
    const step = steps[index];
    if (step?.lane === lane) {
      const mark = step.closes === true ? '▶' : step.grade === 'exact' ? '●' : '○';
      return span(`${mark} `, step.closes === true ? 'bad' : 'good');
    }
    const first = steps.findIndex((each) => each.lane === lane);
    const last = steps.findLastIndex((each) => each.lane === lane);
    return span(index > first && index < last ? '│ ' : '  ', 'quiet');
  });
}

function footLines({ flow, steps }: FlowTrail, width: number): Line[] {
  const letters = [...new Set(flow.history ?? '')].flatMap((letter) =>
    Object.hasOwn(HISTORY, letter) ? [`${letter} ${HISTORY[letter as keyof typeof HISTORY]}`] : [],
  );
  const inferred = steps.some(({ grade }) => grade !== 'exact') ? ['○ belongs to it by circumstance'] : [];
  const unsure = steps.some(({ isOrderUnknown }) => isOrderUnknown) ? ['≈ closer than 1 ms: order unknown'] : [];
  const marks = [...(steps.some(({ closes }) => closes) ? ['▶ ended it'] : []), ...inferred, ...unsure];
  const parts: readonly (readonly [string, string])[] = [
    ['marks', marks.join(' · ')],
    ['history', letters.join(' · ')],
    ['joins', [...kernelJoin(flow), ...(flow.joins ?? []).map(joinText)].join(' · ')],
  ];
  return parts.flatMap(([label, text]) =>
    text === ''
      ? []
      : hang(
          line(span(`${label}: `, 'label')),
          wrap(text, width - label.length - 2).map((part) => line(part)),
        ),
  );
}

function kernelJoin({ join }: FlowReport): string[] {
  return join === undefined ? [] : [`kernel and provider ${join.grade}: ${join.reason}`];
}

function joinText({ with: side, id, grade, score, margin, ambiguous, reasons }: JoinReport): string {
  const numbers = [
    ...(score === undefined ? [] : [`score ${score}`]),
    ...(margin === undefined ? [] : [`${margin} before the next`]),
    ...(ambiguous ? ['ambiguous'] : []),
  ];
  return `${side} ${id} ${grade}${numbers.length === 0 ? '' : ` (${numbers.join(', ')})`}: ${reasons.join(', ')}`;
}

/** The flow is named above: its number in front of every line would only take room. */
function textWithout({ hash }: FlowReport, text: string): string {
  const head = `(${hash}): `;
  return text.startsWith(head) ? text.slice(head.length) : text;
}

function placeText(step: TrailStep): string {
  return step.line === undefined && step.file === undefined ? '' : visible(placeOf(step));
}

/** `+4.0 ms` to the tenth below a second, `−0.2 ms`, `+2m05s`. */
function signed(us: number): string {
  const size = Math.abs(us);
  const sign = us < 0 ? '−' : '+';
  return size < 1_000_000 ? `${sign}${(size / 1000).toFixed(1)}ms` : `${sign}${duration(size)}`;
}

/** What stands above several flows of one hash. */
export function trailCount(trails: readonly FlowTrail[]): string {
  return `${count(trails.length, 'flow')} of that name, one after the other`;
}
