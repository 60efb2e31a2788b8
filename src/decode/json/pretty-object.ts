import { BLANK, CLOSE_BRACE, COLON, COMMA, NEWLINE, OPEN_BRACE, QUOTE, RETURN } from '../../lib/ascii.ts';
import { sameBytes } from '../same-bytes.ts';
import { APPLE } from './json-dialect.ts';
import { JsonFacts } from './json-facts.ts';
import { INCOMPLETE, INVALID } from './json-walk.ts';

/** ` : "` between a key's quote and its value. */
const BETWEEN = 4;

interface Candidate {
  readonly key: number;
  readonly name: DataView;
  readonly length: number;
}

/** Keys that may begin with a given letter: they are few, most lines begin with none of their letters. */
const BY_LETTER: readonly (readonly Candidate[] | undefined)[] = Array.from({ length: 256 }, (_, letter) => {
  const candidates = APPLE.names.flatMap((name, index) =>
    name[0] === letter
      ? [{ key: APPLE.keys[index] ?? 0, name: new DataView(Uint8Array.from(name).buffer), length: name.length }]
      : [],
  );
  return candidates.length === 0 ? undefined : candidates;
});

/**
 * Reads an object as `log show --style json` prints it: one key on each line, two blanks before it, ` : ` behind it, the
 * closing brace at the start of a line. No string of JSON holds a line break, so the lines alone show where the object ends.
 */
export class PrettyReader {
  readonly facts = new JsonFacts();
  /** Line breaks inside the object read last. */
  newlines = 0;

  /** Index behind the object that begins at `from`; `INVALID` where it is not printed like that: the walker's turn. */
  read(bytes: Buffer, view: DataView, from: number, to: number): number {
    this.facts.clear();
    this.newlines = 0;
    let newline = lineBreak(bytes, from + 1, to);
    if (newline !== from + 1 && !(bytes[from + 1] === RETURN && newline === from + 2)) return INVALID;
    for (;;) {
      const line = newline + 1;
      this.newlines += 1;
      if (line >= to) return INCOMPLETE;
      const first = bytes[line];
      if (first === CLOSE_BRACE) return line + 1;
      // Indented any deeper, the closing brace would not stand at the start of its line.
      if (first !== BLANK || (this.newlines === 1 && !isKeyLine(bytes, line))) return INVALID;
      newline = lineBreak(bytes, line, to);
      if (newline < 0) return INCOMPLETE;
      if (isKeyLine(bytes, line)) this.#readLine(bytes, view, line + 3, newline);
    }
  }

  #readLine(bytes: Buffer, view: DataView, key: number, newline: number): void {
    const candidates = BY_LETTER[bytes[key] ?? 0];
    if (candidates === undefined) return;
    for (const candidate of candidates) {
      const { length } = candidate;
      if (key + length + BETWEEN > newline || !sameBytes(view, key, candidate.name, 0, length)) continue;
      const from = key + length + BETWEEN;
      let end = bytes[newline - 1] === RETURN ? newline - 1 : newline;
      if (bytes[end - 1] === COMMA) end -= 1;
      const isString = bytes[from - 3] === COLON && bytes[from - 1] === QUOTE && bytes[end - 1] === QUOTE && end > from;
      if (isString) this.facts.set(candidate.key, from, end - 1);
      return;
    }
  }
}

function isKeyLine(bytes: Buffer, line: number): boolean {
  return bytes[line] === BLANK && bytes[line + 1] === BLANK && bytes[line + 2] === QUOTE;
}

function lineBreak(bytes: Buffer, from: number, to: number): number {
  const found = bytes.indexOf(NEWLINE, from);
  return found < to ? found : -1;
}

/** Whether an object printed over many lines begins at `at`. */
export function beginsPretty(bytes: Buffer, at: number): boolean {
  return (
    bytes[at] === OPEN_BRACE && (bytes[at + 1] === NEWLINE || (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE))
  );
}
