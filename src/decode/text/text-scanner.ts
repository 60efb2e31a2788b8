import { ESCAPE, isDigit, NEWLINE, RETURN } from '../../lib/ascii.ts';
import { type Chatter, readChatter } from '../chatter.ts';
import { ForeignLines } from '../foreign-lines.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { BATCH_RECORDS } from '../limits.ts';
import { WANTS_NONE, WANTS_PROBE } from '../origin-table.ts';
import type { StyleScanner } from '../style-scanner.ts';
import { Suspicion } from '../suspicion.ts';
import type { Window } from '../window.ts';
import { AnsiLine } from './ansi-line.ts';
import type { LineHeader, TextFormat } from './line-header.ts';
import { OpenRecord } from './open-record.ts';

const NUL = 0;
/** A time stamp that the end of the input cut short. */
const CUT_STAMP =
  /^\d{4}-\d\d-\d{0,2}(?:(?<=\d\d) (?:[\d:]{0,8}|\d\d:\d\d:\d\d(?:\.\d*(?:[+-]\d{0,4})?| (?:[+-]\d{0,4})?)))?$/;

/** Reads the text styles: first lines by a `LineHeader`, everything else belongs to the record above it. */
export class TextScanner implements StyleScanner {
  readonly format: TextFormat;
  readonly unit = 'line';
  readonly suspicion = new Suspicion();
  readonly #header: LineHeader;
  readonly #intake: Intake;
  readonly #open: OpenRecord;
  readonly #foreign: ForeignLines;
  readonly #ansi = new AnsiLine();
  /** Whether lines are searched for terminal colours before they are read. */
  readonly #hasAnsi: boolean;
  /** Whether a record, wanted or not, is above the next line. */
  #hasRecord = false;
  /** Whether the tool itself prints what follows, up to the next record. */
  #isOnPage = false;
  /** End of the open record before a dashed rule, which is the tool's own only if the counters follow. */
  #endBeforeRule = -1;

  constructor(header: LineHeader, intake: Intake, hasAnsi: boolean) {
    this.format = header.format;
    this.#header = header;
    this.#intake = intake;
    this.#open = new OpenRecord(intake, (message) => header.tidy(message));
    this.#foreign = new ForeignLines(header.format);
    this.#hasAnsi = hasAnsi;
  }

  scan(window: Window): void {
    window.from = this.#scanLines(window);
    const { suspect } = this.suspicion;
    const needed = suspect === undefined ? window.from : suspect.offset - window.base;
    window.keep = this.#open.keepFrom(window, needed);
  }

  /**
   * The inner loop: every line of a capture comes through here. Load-bearing: nothing but the loop is in it. The engine
   * optimises it while it runs for the first time, and throws that away when code behind the loop is reached.
   */
  #scanLines(window: Window): number {
    const { bytes, view, to, maxUnit } = window;
    const intake = this.#intake;
    const header = this.#header;
    let from = window.from;
    while (from < to && intake.batch.length < BATCH_RECORDS) {
      const newline = bytes.indexOf(NEWLINE, from);
      let end = newline > from && bytes[newline - 1] === RETURN ? newline - 1 : newline;
      if (newline - from > maxUnit || window.isCut) end = this.#cutLine(window, from);
      if (!this.#hasAnsi && header.read(bytes, view, from, end)) this.#record(window, from, end, false);
      else if (from !== end && this.#isStopped(window, from, end)) break;
      intake.lines += 1;
      from = newline + 1;
    }
    return from;
  }

  cut(window: Window): void {
    const { suspect } = this.suspicion;
    if (suspect === undefined) return;
    this.#open.endAt = suspect.recordEnd;
    this.#intake.lines = suspect.lines;
    window.from = suspect.offset - window.base;
    this.finish(window);
    window.keep = window.from;
  }

  finish(window: Window): void {
    this.#open.close(window);
    this.#hasRecord = false;
  }

  /**
   * Takes the first line [from, end) of a record, which the header has just read: in the window, or in the copy without
   * colours.
   */
  #record(window: Window, from: number, end: number, isCopy: boolean): void {
    const header = this.#header;
    const { origins, lines } = this.#intake;
    const { bytes, view } = isCopy ? this.#ansi : window;
    this.#open.close(window);
    this.#hasRecord = true;
    this.#isOnPage = false;
    this.#endBeforeRule = -1;
    this.suspicion.clear();
    const at = header.hasTime
      ? this.#intake.count(header.stamp, header.level, window.bytes, from, end)
      : this.#intake.countTimeless(header.level, window.bytes, from, end);
    const slot = origins.fromText(bytes, view, header, isCopy ? this.#ansi.length : end);
    const wants = origins.wants[slot];
    if (wants === WANTS_NONE) return;
    const messageFrom = isCopy ? this.#ansi.originalIndex(header.messageFrom) : header.messageFrom;
    const start = {
      at,
      origin: origins.origin(slot),
      probe: wants === WANTS_PROBE ? origins.probe(slot) : undefined,
      level: header.level,
      pid: header.pid(bytes),
      tid: header.tid(bytes),
      line: lines + 1,
      offset: window.base + from,
      messageAt: window.base + messageFrom,
    };
    this.#open.start(start, window.base + end);
  }

  /** Takes a line that is no first line as it stands. True where it has to be decided about the style before. */
  #isStopped(window: Window, from: number, end: number): boolean {
    const { bytes } = window;
    let start = from;
    while (bytes[start] === NUL && start < end) start++;
    if (start === end || this.#readUncovered(window, start, end, start > from)) return false;
    if (this.#isOwn(window, start, end)) return false;
    const chatter = readChatter(bytes, start, end);
    if (chatter?.kind !== 'counters') this.#endBeforeRule = -1;
    return chatter === undefined ? this.#isEnough(window, start, end) : this.#isOther(chatter, window, start, end);
  }

  /** Takes a first line that stood behind NUL bytes or under terminal colours. */
  #readUncovered(window: Window, from: number, end: number, hadNul: boolean): boolean {
    const { bytes, view } = window;
    const mayHaveColour = this.#hasAnsi || bytes[from] === ESCAPE || isDigit(bytes[from]);
    const isCopy = mayHaveColour && this.#ansi.strip(bytes, from, end);
    const isRecord = isCopy
      ? this.#header.read(this.#ansi.bytes, this.#ansi.view, 0, this.#ansi.length)
      : (hadNul || this.#hasAnsi) && this.#header.read(bytes, view, from, end);
    if (isRecord) this.#record(window, from, end, isCopy);
    return isRecord;
  }

  /** Takes a line that only this style's tool prints. What is suspected to be of another style is left as it is. */
  #isOwn(window: Window, from: number, end: number): boolean {
    const own = this.suspicion.suspect === undefined ? this.#header.readOwn(window.bytes, from, end) : undefined;
    if (own === undefined) return false;
    this.finish(window);
    this.#isOnPage = own === 'page';
    return true;
  }

  /** Takes a line of the tool's own. True where column titles announce another style. */
  #isOther(chatter: Chatter, window: Window, from: number, end: number): boolean {
    if (chatter.kind === 'aside' || (chatter.kind === 'rule' && !this.#hasRecord)) return false;
    if (chatter.kind === 'rule') {
      this.#endBeforeRule = this.#open.endAt;
      return this.#isEnough(window, from, end);
    }
    if ((chatter.kind === 'titles' || chatter.kind === 'tool') && chatter.format !== this.format) {
      this.suspicion.accuse(window.base + from, this.#intake.lines, this.#open.endAt);
      if (chatter.kind === 'tool' && chatter.isWeak) return this.#isEnough(window, from, end);
      this.suspicion.confirm();
      if (this.suspicion.isRipe(window, end)) return true;
    } else if (chatter.kind === 'titles') this.#header.hearTitles(chatter.hasTtl);
    if (chatter.kind === 'counters' && this.#endBeforeRule > 0) this.#open.endAt = this.#endBeforeRule;
    this.#endBeforeRule = -1;
    this.#intake.hear(chatter);
    this.finish(window);
    return false;
  }

  /** Takes a line that goes on with the record above, or with nothing. True where another style must be thought of. */
  #isEnough(window: Window, from: number, end: number): boolean {
    const { bytes, view } = window;
    const { lines } = this.#intake;
    if (this.#foreign.has(bytes, view, from, end)) this.suspicion.accuse(window.base + from, lines, this.#open.endAt);
    if (this.suspicion.isRipe(window, end)) return true;
    if (this.#isCutShort(window, from, end)) {
      this.#note('record-truncated', 'the last line ends in the middle of a record; it is left out', window, from, end);
    } else if (this.#hasRecord && this.#header.hasContinuations) {
      this.#open.endAt = window.base + end;
    } else if (this.suspicion.suspect === undefined && !this.#isOnPage) {
      this.#note('line-unparsed', 'lines that belong to no record; they are passed over', window, from, end);
    }
    return false;
  }

  /** Whether the input ends in the middle of this line, and the line began like a first line. */
  #isCutShort(window: Window, from: number, end: number): boolean {
    const { bytes, view, addedNewline } = window;
    if (addedNewline < 0 || end < addedNewline - 1) return false;
    return this.#header.beginsWithTime(bytes, view, from, end) || CUT_STAMP.test(exampleOf(bytes, from, end));
  }

  /** The end of what is read of a line that is too long. */
  #cutLine(window: Window, from: number): number {
    const end = from + window.maxUnit;
    const limit = `${Math.round(window.maxUnit / 1024)} KiB`;
    this.#note('line-too-long', `a line longer than ${limit}; it is cut there`, window, from, end);
    return end;
  }

  #note(
    code: 'line-unparsed' | 'line-too-long' | 'record-truncated',
    message: string,
    window: Window,
    from: number,
    end: number,
  ): void {
    const text = (): string => exampleOf(window.bytes, from, end);
    this.#intake.problems.note(code, message, { line: this.#intake.lines + 1, text });
  }
}
