import stringWidth from 'string-width';

const PLAIN = /^[ -~]*$/;
/** Wide since Unicode 9 or later, which the library's tables do not know; or made wide by a variation selector. */
const NEWER_WIDE =
  /.\u{fe0f}|[\p{Emoji_Presentation}\u{2630}-\u{2637}\u{268a}-\u{268f}\u{4dc0}-\u{4dff}\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f260}-\u{1f265}]/gu;
const MARKS = /[\p{Mn}\p{Me}]/gu;

/** Made when a text first needs it: it costs more start-up than all the rest of the screen. */
const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * Terminal columns that a visible text takes. Where terminals disagree (flags, skin tones) the larger answer.
 * Source: EastAsianWidth of Unicode 14, code point by code point: never less, more only for what joins into one picture.
 */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return stringWidth(text.replace(NEWER_WIDE, 'あ').replace(MARKS, ''));
}

/** Shortened to `width` columns with `…` at the end. */
export function cutEnd(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return width < 1 ? '' : `${takeStart(text, width - 1)}…`;
}

/** Shortened to `width` columns with `…` in the middle: both ends of a log line tell more than its middle. */
export function cutMiddle(text: string, width: number): string {
  if (columns(text) <= width) return text;
  if (width < 1) return '';
  const tail = Math.floor((width - 1) / 2);
  return `${takeStart(text, width - 1 - tail)}…${takeEnd(text, tail)}`;
}

/** Shortened to `width` columns with `…` at the start: of `com.example.proxy.extension` the end tells more. */
export function cutStart(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return width < 1 ? '' : `…${takeEnd(text, width - 1)}`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columns(text))) + text;
}

/**
 * Broken at blanks into lines of at most `width` columns; longer words are broken where the line ends. Never empty: an
 * empty text is one empty line.
 */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columns(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (columns(word) > room) {
      const head = takeStart(word, room) || firstGrapheme(word);
      lines.push(head);
      word = word.slice(head.length);
    }
    line = word;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

const COMMAND = /^(?:sudo|log|necropsy|sysdiagnose) (?!.*, then\b)/;

/**
 * A shell command broken between its words, each line but the last ended by a backslash, so that it can be copied as it
 * stands. Quoted words stay whole unless they are wider than the screen. Advice in prose,
 * several steps too, is wrapped as prose.
 */
export function wrapCommand(command: string, width: number): string[] {
  if (!COMMAND.test(command)) return wrap(command, width);
  if (columns(command) <= width) return [command];
  const lines: string[] = [];
  let line = '';
  for (const word of command.match(/(?:'[^']*'|"[^"]*"|\S)+/g) ?? []) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columns(joined) + 2 <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  lines.push(line);
  return lines.flatMap((part, index) => {
    const rows = wrap(part, width - 2);
    // Stands on the row that ends the words: on a row of its own it would continue nothing.
    if (index < lines.length - 1) rows.push(`${rows.pop()} \\`);
    return rows;
  });
}

function takeStart(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, width);
  let taken = '';
  let room = width;
  for (const { segment } of graphemes().segment(text)) {
    room -= columns(segment);
    if (room < 0) break;
    taken += segment;
  }
  return taken;
}

function takeEnd(text: string, width: number): string {
  if (width <= 0) return '';
  if (PLAIN.test(text)) return text.slice(-width);
  let taken = '';
  let room = width;
  // A log line can be long: only so much of its end is looked at.
  for (const { segment } of [...graphemes().segment(text.slice(-16 * width))].reverse()) {
    room -= columns(segment);
    if (room < 0) break;
    taken = segment + taken;
  }
  return taken;
}

function firstGrapheme(text: string): string {
  return graphemes().segment(text)[Symbol.iterator]().next().value?.segment ?? text;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
