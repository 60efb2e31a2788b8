import {
  BLANK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  RETURN,
} from '../../lib/ascii.ts';
import { readChatter } from '../chatter.ts';
import { ForeignLines } from '../foreign-lines.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { BATCH_RECORDS } from '../limits.ts';
import { mayBeHeader } from '../reports/report-lines.ts';
import type { StyleScanner } from '../style-scanner.ts';
import { Suspicion } from '../suspicion.ts';
import type { Window } from '../window.ts';
import { APPLE, type JsonDialect } from './json-dialect.ts';
import { JsonFacts, PROCESS_PATH } from './json-facts.ts';
import { JsonRecords } from './json-records.ts';
import { JsonWalker } from './json-walk.ts';
import { KeyCursors } from './key-cursors.ts';

const NUL = 0;

/** One object on each line: `log show --style ndjson`, or what another dialect stands for. Source: line-formats 5. */
export class NdjsonScanner implements StyleScanner {
  readonly format: JsonDialect['format'];
  readonly unit = 'line';
  readonly suspicion = new Suspicion();
  readonly #intake: Intake;
  readonly #records: JsonRecords;
  readonly #cursors: KeyCursors;
  readonly #walker: JsonWalker;
  readonly #facts = new JsonFacts();
  readonly #foreign: ForeignLines;

  constructor(intake: Intake, dialect: JsonDialect = APPLE) {
    this.format = dialect.format;
    this.#intake = intake;
    this.#cursors = new KeyCursors(dialect);
    this.#walker = new JsonWalker(dialect);
    this.#foreign = new ForeignLines(dialect.format);
    this.#records = new JsonRecords(intake, dialect);
  }

  scan(window: Window): void {
    const { bytes, to, maxUnit } = window;
    const intake = this.#intake;
    const cursors = this.#cursors;
    cursors.follow(window.edition);
    let from = window.from;
    while (from < to) {
      const newline = bytes.indexOf(NEWLINE, from);
      const end = newline > from && bytes[newline - 1] === RETURN ? newline - 1 : newline;
      if (newline - from > maxUnit || window.isCut) this.#refuseLong(window, from);
      else if (bytes[from] === OPEN_BRACE && bytes[end - 1] === CLOSE_BRACE && cursors.locate(bytes, from, end)) {
        this.suspicion.clear();
        this.#records.take(window, from, end, cursors.facts);
      } else if (from !== end && this.#isStopped(window, from, end)) break;
      intake.lines += 1;
      from = newline + 1;
      if (intake.batch.length >= BATCH_RECORDS) break;
    }
    const { suspect } = this.suspicion;
    window.from = from;
    window.keep = suspect === undefined ? from : suspect.offset - window.base;
  }

  cut(window: Window): void {
    const { suspect } = this.suspicion;
    if (suspect === undefined) return;
    this.#intake.lines = suspect.lines;
    window.from = suspect.offset - window.base;
    window.keep = window.from;
  }

  finish(): void {}

  /** Takes a line that the cursors could not read. True where it has to be decided about the style before. */
  #isStopped(window: Window, from: number, end: number): boolean {
    const { bytes } = window;
    // An array in the other dialect begins.
    const isArray = bytes[from] === OPEN_BRACKET || bytes[from] === COMMA;
    if (isArray && this.#foreign.has(bytes, window.view, from, end)) return this.#isOther(window, from, end);
    let start = from;
    while (start < end && isFiller(bytes[start] ?? 0)) start++;
    if (start === end) return false;
    if (bytes[start] !== OPEN_BRACE || mayBeHeader(bytes, start) || this.#isOfOtherDialect(window, start, end))
      return this.#isOther(window, start, end);
    this.suspicion.clear();
    this.#walkLine(window, start, end);
    return false;
  }

  /** Records of the other dialect are objects, too; nearly all of both name a process. */
  #isOfOtherDialect({ bytes, view }: Window, from: number, end: number): boolean {
    // While another style is suspected, an object that is broken or no record is no proof of this one.
    if (this.#walker.walk(bytes, from, end, this.#facts) < 0 || !this.#facts.isRecord)
      return this.suspicion.suspect !== undefined;
    return !this.#facts.has(PROCESS_PATH) && this.#foreign.has(bytes, view, from, end);
  }

  /** Reads every object of a line, in whatever form. */
  #walkLine(window: Window, from: number, end: number): void {
    const { bytes } = window;
    let start = from;
    while (start < end) {
      if (isFiller(bytes[start] ?? 0)) {
        start++;
        continue;
      }
      const behind = bytes[start] === OPEN_BRACE ? this.#walker.walk(bytes, start, end, this.#facts) : -1;
      if (behind < 0) {
        this.#noteBroken(window, start, end);
        return;
      }
      if (this.#records.take(window, start, behind, this.#facts)) this.#cursors.learn(this.#facts);
      else this.#records.refuse(window, start, behind);
      start = behind;
    }
  }

  #isOther(window: Window, from: number, end: number): boolean {
    const { bytes, view } = window;
    const { lines } = this.#intake;
    const chatter = readChatter(bytes, from, end);
    if (chatter !== undefined && chatter.kind !== 'tool') {
      this.#intake.hear(chatter);
      return false;
    }
    if (chatter !== undefined || this.#foreign.has(bytes, view, from, end))
      this.suspicion.accuse(window.base + from, lines, 0);
    if (chatter?.isWeak === false) this.suspicion.confirm();
    if (this.suspicion.isRipe(window, end)) return true;
    if (this.suspicion.suspect === undefined)
      this.#note('line-unparsed', 'lines that hold no JSON; they are passed over', window, from, end);
    return false;
  }

  #noteBroken(window: Window, from: number, end: number): void {
    const isLast = window.addedNewline >= 0 && end >= window.addedNewline - 1;
    if (isLast)
      this.#note('record-truncated', 'the last line ends in the middle of a record; it is left out', window, from, end);
    else this.#note('json-invalid', 'lines that are no valid JSON; they are left out', window, from, end);
  }

  #refuseLong(window: Window, from: number): void {
    const limit = `${Math.round(window.maxUnit / 1024)} KiB`;
    this.#note('line-too-long', `a line longer than ${limit}; it is left out`, window, from, from + window.maxUnit);
  }

  #note(
    code: 'line-unparsed' | 'line-too-long' | 'record-truncated' | 'json-invalid',
    message: string,
    window: Window,
    from: number,
    end: number,
  ): void {
    const text = (): string => exampleOf(window.bytes, from, end);
    this.#intake.problems.note(code, message, { line: this.#intake.lines + 1, text });
  }
}

/** Blanks, NUL bytes, and what stands between the elements of an array. */
function isFiller(byte: number): boolean {
  return (
    byte === BLANK || byte === COMMA || byte === OPEN_BRACKET || byte === CLOSE_BRACKET || byte === NUL || byte === 0x09
  );
}
