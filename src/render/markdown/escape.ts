/** What text needs before it may stand in Markdown; everything takes text that is visible already, on one line. */

/** Words that a forge turns into something else (mention, issue, commit, address, emoji, formula): as code they stay words. */
const ACTIVE =
  /[@#$`]|:\/\/|:(?:[+-]1|100|[\w+-]*[a-z][\w+-]*):|(?:^|[^\w])(?:www\.|mailto:|xmpp:|javascript:|data:|GH-\d)|\b[0-9a-f]{7,40}\b|!\d|%\d|&\w+;/i;
const MEANS = /[\\*_[\]<>|~&{}!]/g;
/** At the start of a line these begin a list or a rule; the others that do are escaped wherever they stand. */
const STARTS = /^(?:[-+=]|\d{1,9}(?=[.)](?: |$)))/;

/** Text between other text, or in a cell of a table: nothing in it is markup. */
export function inline(text: string): string {
  return text
    .split(/( +)/)
    .map((word) => (ACTIVE.test(word) ? code(word) : word.replace(MEANS, '\\$&')))
    .join('')
    .replace(STARTS, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A code span: its fence is longer than any run of backticks in it. */
export function code(text: string): string {
  if (text.trim() === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A block of lines as they stand; its fence is longer than any run of backticks in them. */
export function fenced(lines: readonly string[], language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A table of cells that are Markdown already. A bar divides cells even in a code span, unless an odd number of backslashes is before it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const bar = (all: string, before: string): string => (before.length % 2 === 0 ? `\\${all}` : all);
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(\\*)\|/g, bar)).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/**
 * A label in a mermaid diagram: every character that could end it or begin something as its code point. Source: tried with
 * mermaid 11 (html-timeline.md section 11).
 */
export function mermaidLabel(text: string): string {
  return [...text]
    .map((character) => (/[\w .,()/-]/.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');
}
