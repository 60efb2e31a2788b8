/** Texts of a block stand one on a line; what would end the line is written otherwise. */

/** Stands for a line whose text is not in the file. */
const ABSENT = '\u0000';

export function encodeText(text: string | undefined): string {
  if (text === undefined) return ABSENT;
  return /[\\\n\r\0]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\0', '\\0')
    : text;
}

/** Undefined where the text is not in the file. */
export function decodeText(line: string): string | undefined {
  if (line === ABSENT) return undefined;
  if (!line.includes('\\')) return line;
  return line.replace(/\\(.)/gs, (_, letter: string) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };
