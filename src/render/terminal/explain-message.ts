import type {
  CodeExplanation,
  FieldExplanation,
  LineExplanation,
  MessageExplanation,
  ValueExplanation,
} from '../../model/explanation.ts';
import { columns, cutEnd, wrap } from './columns.ts';
import { hang, type Line, line, paint, type Style, span } from './line.ts';
import type { Named } from './names.ts';
import { visibleDeep } from './visible.ts';
import { list } from './words.ts';

interface Options {
  readonly width: number;
  readonly colour: boolean;
}

/** Prose is read best at this width or below. */
const WIDEST = 100;
const NARROWEST = 20;
const MOST_SAMPLES = 3;
const MOST_CODES_NAMED = 6;

/** What a message says, who prints it and when, its wordings and values, and what usually follows. */
export function renderMessage(explanation: MessageExplanation, options: Options): string {
  const width = widthFor(options);
  const drawn = visibleDeep(explanation);
  return paintSections([...headSections(drawn, width), ...bodySections(drawn, width)], options, width);
}

/** The same for a pasted line: its values first. */
export function renderLine(explanation: LineExplanation, options: Options): string {
  const width = widthFor(options);
  const { events, process } = visibleDeep(explanation);
  const isSure = process !== undefined || events.length === 1;
  const intro = isSure
    ? []
    : [prose('The text alone does not say who printed it; it may be one of these:', width, 'quiet')];
  const pages = events.flatMap((event) => [
    ...headSections(event, width),
    section(
      'Values',
      event.values.flatMap((value) => valueLines(value, width - 2)),
    ),
    ...nextSections(event, width),
    prose(`All about it: necropsy explain ${event.event}`, width, 'quiet'),
  ]);
  return paintSections([...intro, ...pages], options, width);
}

/** One code of a table, or the whole table. */
export function renderCode({ table, code }: CodeExplanation, options: Options): string {
  const width = widthFor(options);
  const drawn = visibleDeep(table);
  const codes = code === undefined ? drawn.codes : drawn.codes.filter(({ value }) => value === code);
  const widest = Math.max(0, ...codes.map(({ value, name }) => `${value}  ${name}`.length));
  const rows = codes.flatMap(({ value, name, means }) => {
    const label = line(span(String(value), 'strong'), `  ${name}`);
    if (means === undefined) return [label];
    const gap = ' '.repeat(Math.max(2, widest + 2 - `${value}  ${name}`.length));
    return widest + 26 < width
      ? hang([...label, span(gap)], prose(means, width - widest - 2))
      : [label, ...indented(prose(means, width - 4), 4)];
  });
  return paintSections(
    [
      [...prose(drawn.title, width, 'strong'), line(span(drawn.name, 'quiet'))],
      rows,
      section('References', bullets(drawn.see, width - 2)),
    ],
    options,
    width,
  );
}

/** Messages of a family, as `renderNames` lists them. */
export function namedMessages(family: {
  readonly name: string;
  readonly messages: readonly { readonly name: string; readonly means?: string }[];
}): Named[] {
  return family.messages.map(({ name, means }) => ({ name: `${family.name}/${name}`, title: means ?? '' }));
}

function headSections(explanation: MessageExplanation, width: number): Line[][] {
  const { message, event, familyTitle } = explanation;
  return [
    [...prose(message.means ?? familyTitle, width, 'strong'), line(span(event, 'quiet'))],
    message.harmless === undefined ? [] : hang(line(span('● harmless  ', 'good')), prose(message.harmless, width - 12)),
  ];
}

function bodySections(explanation: MessageExplanation, width: number): Line[][] {
  const { message, familyTitle, printedBy, head = '', readBy, see } = explanation;
  const { level = 'default', earlierLevels = [], os, onlyIf, lifecycle } = message;
  const facts = [
    ['Family', familyTitle],
    ['Printed by', printedBy],
    ['Level', [level, ...earlierLevels.map((each) => `${each.level} in ${each.os || 'earlier releases'}`)].join(', ')],
    ['Releases', os],
    ['Only if', onlyIf],
    ['Step', lifecycle],
    ['Read by', readBy.length === 0 ? undefined : list(readBy)],
  ] as const;
  return [
    facts.flatMap(([label, text]) =>
      text === undefined ? [] : hang(line(span(`${label}  `.padEnd(12), 'label')), prose(text, width - 12)),
    ),
    section(
      'Wording',
      message.texts.flatMap(({ source }) => bullets([`${head}${source}`], width - 2)),
    ),
    section(
      'Values',
      explanation.fields.flatMap((field) => fieldLines(field, width - 2)),
    ),
    section(
      'Sample',
      message.samples.slice(0, MOST_SAMPLES).flatMap(({ text }) => bullets([text], width - 2)),
    ),
    ...nextSections(explanation, width),
    section('References', bullets(see, width - 2)),
  ];
}

function nextSections({ next }: MessageExplanation, width: number): Line[][] {
  const lines = next.flatMap(({ event, means }) => [
    ...bullets([event], width - 2),
    ...(means === undefined ? [] : indented(prose(means, width - 6, 'quiet'), 2)),
  ]);
  return [section('Usually followed by', lines)];
}

function fieldLines({ name, type, words, codes }: FieldExplanation, width: number): Line[] {
  const kind = codes !== undefined ? `a code: necropsy explain ${codes}` : words === undefined ? type : oneOf(words);
  return hang(line(span('· ', 'quiet'), span(name, 'strong'), '  '), prose(kind, width - columns(name) - 4));
}

function oneOf(words: readonly string[]): string {
  const shown = words.slice(0, MOST_CODES_NAMED).join(' | ');
  return words.length > MOST_CODES_NAMED ? `${shown} | …` : shown;
}

function valueLines({ name, value, decoded }: ValueExplanation, width: number): Line[] {
  const label = line(span('· ', 'quiet'), span(name, 'strong'), '  ');
  const room = Math.max(8, width - columns(name) - 4);
  const lines = hang(label, prose(cutEnd(value, 400), room));
  return decoded === undefined ? lines : [...lines, ...indented(prose(decoded, width - 4, 'note'), 2)];
}

function section(heading: string, body: readonly Line[]): Line[] {
  return body.length === 0 ? [] : [line(span(heading, 'label')), ...indented(body, 2)];
}

function indented(lines: readonly Line[], by: number): Line[] {
  return lines.map((content) => [span(' '.repeat(by)), ...content]);
}

function bullets(texts: readonly string[], width: number): Line[] {
  return texts.flatMap((text) => hang(line(span('· ', 'quiet')), prose(text, width - 2)));
}

function prose(text: string, width: number, style: Style = 'plain'): Line[] {
  return text === '' ? [] : wrap(text, Math.max(8, width)).map((part) => line(span(part, style)));
}

function widthFor({ width }: Options): number {
  return Math.max(NARROWEST, Math.min(WIDEST, width));
}

function paintSections(sections: readonly (readonly Line[])[], options: Options, width: number): string {
  const shown = sections.filter((lines) => lines.length > 0);
  return paint(
    shown.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines])),
    { colour: options.colour, width },
  );
}
