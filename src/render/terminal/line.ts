import { Chalk } from 'chalk';
import { columns, cutEnd } from './columns.ts';
import { visible } from './visible.ts';

/** What a piece of text is, not how it looks: the palette below decides that. */
export type Style = 'plain' | 'strong' | 'quiet' | 'label' | 'bad' | 'warn' | 'good' | 'note' | 'command';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** One line of the screen, laid out: its spans together are never wider than the screen. */
export type Line = readonly Span[];

export function span(text: string, style: Style = 'plain'): Span {
  return { text, style };
}

export function line(...spans: readonly (Span | string)[]): Line {
  return spans.map((part) => (typeof part === 'string' ? span(part) : part));
}

export function widthOf(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + columns(text), 0);
}

/** Left and right on one line where both fit with two blanks between, else undefined. */
export function spread(left: Line, right: Line, width: number): Line | undefined {
  const gap = width - widthOf(left) - widthOf(right);
  if (right.length === 0) return left;
  return gap < 2 ? undefined : [...left, span(' '.repeat(gap)), ...right];
}

/**
 * Chunks set side by side with `separator` between, over as many lines as they need. A chunk wider than the screen gets
 * a line of its own, uncut: the caller wraps or cuts what may be long.
 */
export function flow(chunks: readonly Line[], separator: string, width: number): Line[] {
  const lines: Span[][] = [];
  let room = 0;
  for (const chunk of chunks) {
    const last = lines.at(-1);
    const needed = separator.length + widthOf(chunk);
    if (last === undefined || needed > room) {
      lines.push([...chunk]);
      room = width - widthOf(chunk);
    } else {
      last.push(span(separator), ...chunk);
      room -= needed;
    }
  }
  return lines;
}

/** `lines` with `label` before the first and as many blanks before the others; the label alone where there are none. */
export function hang(label: Line, lines: readonly Line[]): Line[] {
  if (lines.length === 0) return [label];
  const indent = span(' '.repeat(widthOf(label)));
  return lines.map((content, index) => (index === 0 ? [...label, ...content] : [indent, ...content]));
}

export interface Paper {
  readonly colour: boolean;
  /** Whatever is wider is cut at its end; on a screen of 45 columns and more the layout leaves nothing to cut. */
  readonly width: number;
}

/**
 * The lines as text, each ended by a newline, without blanks at their ends. 16 colours only, so that the person's own
 * theme decides. The last gate for hostile text: nothing passes that a terminal would act on.
 */
export function paint(lines: readonly Line[], paper: Paper): string {
  const chalk = new Chalk({ level: paper.colour ? 1 : 0 });
  const palette: Readonly<Record<Style, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    quiet: chalk.dim,
    label: chalk.bold,
    bad: chalk.bold.red,
    warn: chalk.yellow,
    good: chalk.green,
    note: chalk.cyan,
    command: chalk.cyan,
  };
  const painted = ({ text, style }: Span): string => (/^ *$/.test(text) ? text : palette[style](visible(text)));
  return lines.map((spans) => `${trimmed(fitted(spans, paper.width)).map(painted).join('')}\n`).join('');
}

function fitted(spans: Line, width: number): Line {
  let room = width;
  return spans.map((part) => {
    const text = cutEnd(part.text, room);
    room -= columns(text);
    return text === part.text ? part : { ...part, text };
  });
}

function trimmed(spans: Line): Line {
  const kept = [...spans];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const text = last.text.replace(/ +$/, '');
    if (text !== '') return [...kept, span(text, last.style)];
  }
  return [];
}
