/** Longer lines of a text report are read to here. */
export const MAX_LINE_CHARS = 2_048;
/** `Date/Time:        2026-03-17 10:20:30.881 +0100`. */
const FIELD = /^([A-Z][A-Za-z0-9/() -]{1,39}):(?:[ \t]+(\S.*))?$/;

/** Lines that are read; a spindump of a busy machine has a hundred thousand. */
const MAX_LINES = 400_000;

/** The lines of a text report, without trailing blanks, each bounded, as their number is. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let from = 0; from <= text.length && lines.length < MAX_LINES; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    lines.push(text.slice(from, Math.min(end, from + MAX_LINE_CHARS)).trimEnd());
    from = end + 1;
  }
  return lines;
}

/** `Key: value` of one line; the value may be empty. */
export function fieldOf(line: string): readonly [key: string, value: string] | undefined {
  const match = FIELD.exec(line);
  return match?.[1] === undefined ? undefined : [match[1], match[2] ?? ''];
}

/** The first value of every key in these lines. */
export function fieldsOf(lines: Iterable<string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [key, value] = fieldOf(line) ?? [];
    if (key !== undefined && value !== undefined && value !== '' && !fields.has(key)) fields.set(key, value);
  }
  return fields;
}

export interface NamedPid {
  readonly name: string;
  readonly pid: number | undefined;
}

/** `name [123]`, or a name alone. */
export function namedPid(text: string | undefined): NamedPid | undefined {
  if (text === undefined) return undefined;
  const match = /^(.*\S) ?\[(\d{1,10})\]/.exec(text);
  return match?.[1] === undefined ? { name: text, pid: undefined } : { name: match[1], pid: Number(match[2]) };
}
