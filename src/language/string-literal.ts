/** The text of a string literal, and where each of its characters stands in what was written. */
export interface WrittenText {
  readonly text: string;
  /** Offset in the token's image of the character at `index` of `text`. */
  offsetOf(index: number): number;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/**
 * Reads `"…"` and `'…'`. A backslash before a quote or a backslash stands for that character, `\n \t \r` for theirs; before
 * anything else it stays, so that a regular expression can be written as it is.
 */
export function readString(image: string): WrittenText {
  const quote = image[0];
  const end = image.length > 1 && image.endsWith(quote ?? '') ? image.length - 1 : image.length;
  if (!image.includes('\\')) {
    return { text: image.slice(1, end), offsetOf: (index) => index + 1 };
  }
  let text = '';
  const offsets: number[] = [];
  for (let at = 1; at < end; at++) {
    offsets.push(at);
    const next = image[at + 1];
    if (image[at] === '\\' && next !== undefined && at + 1 < end) {
      const escaped = ESCAPES[next] ?? (next === '"' || next === "'" || next === '\\' ? next : undefined);
      if (escaped !== undefined) {
        text += escaped;
        at++;
        continue;
      }
    }
    text += image[at];
  }
  return { text, offsetOf: (index) => offsets[index] ?? end };
}

/** Reads `"""…"""`: the first and the last line's blanks fall away, and so does the indentation all other lines share. */
export function readBlock(image: string): string {
  const lines = image.slice(3, -3).split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines[0]?.trim() === '') lines.shift();
  if (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  let indent: string | undefined;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    indent = indent === undefined ? own : commonStart(indent, own);
  }
  const width = indent?.length ?? 0;
  return lines.map((line) => line.slice(width)).join('\n');
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
