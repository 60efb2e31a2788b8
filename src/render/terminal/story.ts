import type { Story, StoryLine } from '../../model/story.ts';
import { whoOf } from '../who.ts';
import { clock, timeOfDay } from './clock.ts';
import { columns, cutMiddle, cutStart, padEnd, padStart, wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { placeOf } from './place.ts';
import { visibleDeep } from './visible.ts';
import { number } from './words.ts';

interface Options {
  readonly width: number;
  readonly colour: boolean;
}

/** With less room for the words they stand below. */
const LEAST_TEXT = 30;
/** Of a quoted line so many rows are shown. */
const QUOTE_ROWS = 2;
const REASONS_SHOWN = 3;

/** Who did what, a row each, with the place of the line; then what it comes to. */
export function renderStory(story: Story, { width, colour }: Options): string {
  const shown = visibleDeep(story);
  const lines = [
    ...wrap(headOf(shown), width).map((text) => line(span(text, 'strong'))),
    line(),
    ...bodyLines(shown.lines, width),
    ...(shown.omitted > 0 ? [line(span(`  ${number(shown.omitted)} lesser moments left out`, 'quiet'))] : []),
    ...(shown.lines.length === 0 ? [line(span('  nothing is told of it', 'quiet'))] : []),
    line(),
    ...causeLines(shown, width),
  ];
  return paint(lines, { width, colour });
}

function headOf({ focus, span: time }: Story): string {
  const day =
    time === undefined ? '' : [clock(time.from).date, clock(time.from).zone].filter((part) => part !== '').join(' ');
  const of =
    focus.kind === 'finding'
      ? `finding ${focus.index}, ${focus.detector}: ${focus.title}`
      : focus.kind === 'flow'
        ? `flow ${focus.id}`
        : focus.kind === 'time'
          ? `around ${focus.at}`
          : 'the capture';
  return day === '' ? of : `${of} · ${day}`;
}

function bodyLines(lines: readonly StoryLine[], width: number): Line[] {
  const times = lines.map((each) => `${timeOfDay(each.at)}${each.until === undefined ? '' : '…'}`);
  const places = lines.map((each) => (each.line === undefined && each.file === undefined ? '' : placeOf(each)));
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(columns));
  const wide = {
    time: widest(times),
    place: widest(places),
    who: Math.min(widest(lines.map(whoOf)), Math.floor(width / 4)),
  };
  const before = 2 + wide.time + 2 + wide.who + 2;
  const room = width - before - (wide.place === 0 ? 0 : wide.place + 2);
  return lines.flatMap((each, index): Line[] => {
    const style = each.decisive ? 'strong' : 'plain';
    const mark = span(each.decisive ? '▶ ' : each.inferred ? '○ ' : '  ', 'bad');
    const time = span(padEnd(times[index] ?? '', wide.time), 'quiet');
    const place = span(padStart(places[index] ?? '', wide.place), 'quiet');
    const who = whoOf(each);
    if (room < LEAST_TEXT) {
      const below = wrapped(each, width - 4);
      return [
        line(mark, time, '  ', cutStart(who, width - wide.time - wide.place - 6), '  ', place),
        ...below.map((text) => line('    ', span(text, style))),
      ];
    }
    const [first = '', ...rest] = wrapped(each, room);
    return [
      line(
        mark,
        time,
        '  ',
        padEnd(cutStart(who, wide.who), wide.who),
        '  ',
        span(padEnd(first, room), style),
        '  ',
        place,
      ),
      ...rest.map((text) => line(' '.repeat(before), span(text, style))),
    ];
  });
}

/** Our words whole; the log's are cut in their middle. */
function wrapped({ says, quotes, times, until }: StoryLine, room: number): string[] {
  const more = [
    ...(times === undefined ? [] : [`×${number(times)}`]),
    ...(until === undefined ? [] : [`until ${timeOfDay(until)}`]),
  ].join(' ');
  const tail = more === '' ? '' : `  ${more}`;
  if (says !== undefined) return wrap(`${says}${tail}`, room);
  return wrap(`“${cutMiddle(quotes ?? '', Math.max(20, room * QUOTE_ROWS - columns(tail) - 6))}”${tail}`, room);
}

function causeLines({ cause }: Story, width: number): Line[] {
  if (cause === undefined) return [];
  const { text, confidence, reasons } = cause;
  const body = (words: string, label: string): Line[] =>
    hang(
      line(span(label, 'label')),
      wrap(words, width - label.length).map((part) => line(part)),
    );
  return [
    ...body(text, 'Cause: '),
    ...(confidence === undefined
      ? []
      : body([confidence, ...reasons.slice(0, REASONS_SHOWN)].join(' · '), 'Confidence: ')),
  ];
}
