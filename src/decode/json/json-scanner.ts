import { BLANK, CLOSE_BRACKET, COMMA, NEWLINE, OPEN_BRACE, OPEN_BRACKET } from '../../lib/ascii.ts';
import { readChatter } from '../chatter.ts';
import { ForeignLines } from '../foreign-lines.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { BATCH_RECORDS } from '../limits.ts';
import { mayBeHeader } from '../reports/report-lines.ts';
import type { StyleScanner } from '../style-scanner.ts';
import { Suspicion } from '../suspicion.ts';
import type { Window } from '../window.ts';
import { JsonFacts, PROCESS_PATH } from './json-facts.ts';
import { JsonRecords } from './json-records.ts';
import { INCOMPLETE, INVALID, JsonWalker, ObjectSkipper } from './json-walk.ts';
import { beginsPretty, PrettyReader } from './pretty-object.ts';

type ProblemOfJson = 'line-unparsed' | 'line-too-long' | 'record-truncated' | 'json-invalid' | 'array-unclosed';

/**
 * `log show --style json`: an array of objects, printed over many lines, on one line, or one or several to a line; and
 * `log stream --style json`, whose elements have the comma before them and whose array never closes. Anything between
 * objects is passed over. Source: line-formats 5.
 */
export class JsonScanner implements StyleScanner {
  readonly format = 'json';
  readonly unit = 'object';
  readonly suspicion = new Suspicion();
  readonly #intake: Intake;
  readonly #records: JsonRecords;
  readonly #walker = new JsonWalker();
  readonly #pretty = new PrettyReader();
  readonly #facts = new JsonFacts();
  readonly #foreign = new ForeignLines('json');
  /** Set while the rest of an object that is too long is passed over. */
  #skipper: ObjectSkipper | undefined;
  /** Arrays that are open. */
  #open = 0;
  /** Whether something stands behind the last line break read: a line, too. */
  #isInLine = false;
  /** Set behind a broken object, until a record is found: what is between is rubble, and has been reported once. */
  #isLost = false;

  constructor(intake: Intake) {
    this.#intake = intake;
    this.#records = new JsonRecords(intake);
  }

  scan(window: Window): void {
    const { bytes, to } = window;
    const intake = this.#intake;
    let i = window.from;
    if (this.#skipper !== undefined) i = this.#skipOn(window, i, this.#skipper);
    while (i < to && intake.batch.length < BATCH_RECORDS) {
      const byte = bytes[i] ?? 0;
      const isObject = byte === OPEN_BRACE && !mayBeHeader(bytes, i);
      const next = isObject ? this.#readObject(window, i) : this.#passFiller(window, i, byte);
      if (next < 0) break;
      i = next;
    }
    const { suspect } = this.suspicion;
    if (i > window.from) this.#isInLine = bytes[i - 1] !== NEWLINE;
    window.from = i;
    window.keep = suspect === undefined ? i : suspect.offset - window.base;
  }

  cut(window: Window): void {
    const { suspect } = this.suspicion;
    if (suspect === undefined) return;
    this.#intake.lines = suspect.lines;
    window.from = suspect.offset - window.base;
    window.keep = window.from;
  }

  finish(window: Window): void {
    if (this.#open > 0 && window.isEnd) {
      this.#note(
        'array-unclosed',
        'the array is never closed, as in a live stream or a cut file; all whole records in it are read',
        window,
        0,
        0,
      );
    }
    this.#open = 0;
    if (this.#isInLine) this.#intake.lines += 1;
    this.#isInLine = false;
  }

  /** Index behind one byte between objects, or behind a line that holds no JSON; -1 as in `#readJunk`. */
  #passFiller(window: Window, at: number, byte: number): number {
    if (byte === NEWLINE) this.#intake.lines += 1;
    else if (byte === OPEN_BRACKET) this.#open += 1;
    else if (byte === CLOSE_BRACKET) this.#open -= 1;
    else if (byte > BLANK && byte !== COMMA) return this.#readJunk(window, at);
    return at + 1;
  }

  /** Index behind the object at `from`; -1 where its end has not been read yet. */
  #readObject(window: Window, from: number): number {
    const { bytes, view, to, maxUnit } = window;
    const pretty = beginsPretty(bytes, from) ? this.#pretty.read(bytes, view, from, to) : INVALID;
    const isPretty = pretty > 0 && this.#pretty.facts.isRecord;
    const facts = isPretty ? this.#pretty.facts : this.#facts;
    const end = isPretty || pretty === INCOMPLETE ? pretty : this.#walker.walk(bytes, from, to, facts);
    if (end === INVALID) return this.#passRubble(window, from);
    if (end === INCOMPLETE) return this.#awaitEnd(window, from);
    if (end - from > maxUnit) this.#noteLong(window, from);
    // Records of the other dialect are objects, too; nearly all of both name a process.
    else if (!facts.has(PROCESS_PATH) && this.#foreign.has(bytes, view, from, end)) return this.#readJunk(window, from);
    else if (this.#records.take(window, from, end, facts)) {
      this.#isLost = false;
      this.suspicion.clear();
    } else if (!this.#isLost) this.#records.refuse(window, from, end);
    this.#intake.lines += isPretty ? this.#pretty.newlines : this.#walker.newlines;
    return end;
  }

  /** Decides about an object whose end is not there: it comes later, never, or too late. */
  #awaitEnd(window: Window, from: number): number {
    const { to, maxUnit, isEnd } = window;
    if (!isEnd && to - from <= maxUnit) return -1;
    this.#skipper = new ObjectSkipper();
    if (to - from > maxUnit) this.#noteLong(window, from);
    else if (!this.#isLost)
      this.#note('record-truncated', 'the input ends in the middle of a record; it is left out', window, from, to);
    return this.#skipOn(window, from, this.#skipper);
  }

  #skipOn(window: Window, from: number, skipper: ObjectSkipper): number {
    const end = skipper.skip(window.bytes, from, window.to);
    this.#intake.lines += skipper.newlines;
    if (end < 0) return window.to;
    this.#skipper = undefined;
    return end;
  }

  /** Passes over something that began like an object and is none. */
  #passRubble(window: Window, from: number): number {
    const { bytes, to } = window;
    if (!this.#isLost) {
      this.#note(
        'json-invalid',
        'text that is no valid JSON; it is passed over up to the next record',
        window,
        from,
        to,
      );
    }
    this.#isLost = true;
    return rubbleEnd(bytes, from + 1, to);
  }

  /** Index behind a line that holds no JSON; -1 where it is not whole yet, or the style has to be decided first. */
  #readJunk(window: Window, from: number): number {
    const { bytes, view, to } = window;
    if (this.#isLost) return rubbleEnd(bytes, from + 1, to);
    const newline = bytes.indexOf(NEWLINE, from);
    const isWhole = newline >= 0 && newline < to;
    if (!isWhole && !window.isEnd && to - from <= window.maxUnit) return -1;
    const end = isWhole ? newline : to;
    const chatter = readChatter(bytes, from, end);
    if (chatter !== undefined && chatter.kind !== 'tool') {
      this.#intake.hear(chatter);
      return end;
    }
    if (chatter !== undefined || this.#foreign.has(bytes, view, from, end))
      this.suspicion.accuse(window.base + from, this.#intake.lines, 0);
    if (chatter?.isWeak === false) this.suspicion.confirm();
    if (this.suspicion.isRipe(window, end)) return -1;
    if (this.suspicion.suspect === undefined) {
      this.#note('line-unparsed', 'lines that hold no JSON; they are passed over', window, from, end);
    }
    return end;
  }

  #noteLong(window: Window, from: number): void {
    const limit = `${Math.round(window.maxUnit / 1024)} KiB`;
    this.#note('line-too-long', `a record longer than ${limit}; it is left out`, window, from, from + window.maxUnit);
  }

  #note(code: ProblemOfJson, message: string, window: Window, from: number, end: number): void {
    const text = (): string => exampleOf(window.bytes, from, end);
    this.#intake.problems.note(code, message, { line: this.#intake.lines + 1, ...(end > from ? { text } : {}) });
  }
}

/** Where the rest of a broken object may end: the next brace, or the end of the line. */
function rubbleEnd(bytes: Buffer, from: number, to: number): number {
  let i = from;
  while (i < to && bytes[i] !== OPEN_BRACE && bytes[i] !== NEWLINE) i++;
  return i;
}
