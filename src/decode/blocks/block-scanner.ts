import { BLANK, COLON, NEWLINE, RETURN } from '../../lib/ascii.ts';
import { type Chatter, readChatter } from '../chatter.ts';
import { ForeignLines } from '../foreign-lines.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { BATCH_RECORDS } from '../limits.ts';
import { WANTS_NONE, WANTS_PROBE } from '../origin-table.ts';
import type { StyleScanner } from '../style-scanner.ts';
import { Suspicion } from '../suspicion.ts';
import { OpenRecord } from '../text/open-record.ts';
import type { Window } from '../window.ts';
import { BlockHeader, mayBeginBlock } from './block-header.ts';
import { type KeyLine, readKeyLine, roleOfKey } from './block-keys.ts';

/** Values before the message are short. */
const LONGEST_LINE = 2048;
/** A key and its colon, in bytes. */
const LONGEST_KEY = 128;
const FULL_WIDTH_COLON_END = 0x9a;

/** Where the lines stand that may be a block's header. */
interface Pending {
  readonly offset: number;
  /** Lines before it. */
  readonly lines: number;
  readonly text: string;
}

/**
 * What Console copies from its detail pane: blocks of `type:`, `time:`, `process:` …, the message last. It runs to the next
 * block, blank lines and all. What a block's first line is, only its message shows: until then it may belong to the message above.
 */
export class BlockScanner implements StyleScanner {
  readonly format = 'console-block';
  readonly unit = 'line';
  readonly suspicion = new Suspicion();
  readonly #intake: Intake;
  readonly #open: OpenRecord;
  readonly #header = new BlockHeader();
  readonly #foreign = new ForeignLines('console-block');
  /** The key of the message, where no dictionary has it. */
  readonly #messageKey: string | undefined;
  #pending: Pending | undefined;
  /** End of the last line of the pending header. */
  #pendingEnd = 0;
  /** Whether a message, wanted or not, is above the next line. */
  #isInMessage = false;
  #isBehindBlank = false;
  /** The key that the block above began with. */
  #firstKey = '';
  #isLost = false;

  constructor(intake: Intake, messageKey: string | undefined) {
    this.#intake = intake;
    this.#messageKey = messageKey;
    this.#open = new OpenRecord(intake, (message) => message);
  }

  scan(window: Window): void {
    const { bytes, to, maxUnit } = window;
    const intake = this.#intake;
    let from = window.from;
    while (from < to && intake.batch.length < BATCH_RECORDS) {
      const newline = bytes.indexOf(NEWLINE, from);
      let end = newline > from && bytes[newline - 1] === RETURN ? newline - 1 : newline;
      if (newline - from > maxUnit || window.isCut) end = this.#cutLine(window, from);
      if (this.#isStopped(window, from, end)) break;
      intake.lines += 1;
      from = newline + 1;
    }
    window.from = from;
    const { suspect } = this.suspicion;
    window.keep = this.#open.keepFrom(window, suspect === undefined ? from : suspect.offset - window.base);
  }

  cut(window: Window): void {
    const { suspect } = this.suspicion;
    if (suspect === undefined) return;
    this.#forget();
    this.#open.endAt = suspect.recordEnd;
    this.#intake.lines = suspect.lines;
    window.from = suspect.offset - window.base;
    this.finish(window);
    window.keep = window.from;
  }

  finish(window: Window): void {
    if (this.#pending !== undefined) this.#drop(window, 'record-truncated');
    this.#open.close(window);
    this.#isInMessage = false;
  }

  /** Takes a line. True where it has to be decided about the style before. */
  #isStopped(window: Window, from: number, end: number): boolean {
    const { bytes } = window;
    let start = from;
    while (start < end && (bytes[start] ?? 0) <= BLANK) start++;
    if (start === end) {
      this.#endHeader(window);
      this.#isBehindBlank = true;
      return false;
    }
    // NUL bytes of a damaged file are left out, blanks belong to the line.
    const text = bytes[from] === 0 ? start : from;
    const line = hasColon(bytes, text, end) ? bytes.toString('utf8', text, Math.min(end, text + LONGEST_LINE)) : '';
    const key = line === '' ? undefined : readKeyLine(line);
    const isTaken = key !== undefined && this.#takeKey(window, key, line, text, end);
    if (isTaken) this.#isBehindBlank = false;
    return !isTaken && this.#takeOther(window, start, end);
  }

  /** Takes a line that begins with a key, if it can be one of a header, or of a message that one precedes. */
  #takeKey(window: Window, line: KeyLine, text: string, from: number, end: number): boolean {
    const header = this.#header;
    const isMessage = roleOfKey(line.key) === 'message' || line.key === this.#messageKey;
    if (isMessage && this.#pending !== undefined && header.read()) {
      this.#begin(window, this.#pending, from + Buffer.byteLength(text.slice(0, line.valueAt)), from, end);
      return true;
    }
    if (isMessage) return false;
    if (this.#pending !== undefined && header.has(line.key)) this.#drop(window, 'line-unparsed');
    if (this.#pending === undefined && !this.#mayBegin(line)) return false;
    if (!header.add(line)) return false;
    this.#pending ??= { offset: window.base + from, lines: this.#intake.lines, text };
    this.#pendingEnd = window.base + end;
    return true;
  }

  /** Inside a message only a line like that of the block above, or one behind a blank line, can begin another block. */
  #mayBegin(line: KeyLine): boolean {
    if (!this.#isInMessage) return true;
    const isLikeAbove = line.key === this.#firstKey;
    if (this.#isBehindBlank) return isLikeAbove || mayBeginBlock(line);
    return mayBeginBlock(line) && (isLikeAbove || roleOfKey(line.key) === 'type');
  }

  /** The message of a block begins. */
  #begin(window: Window, pending: Pending, messageFrom: number, from: number, end: number): void {
    const { bytes, base } = window;
    const header = this.#header;
    const { origins } = this.#intake;
    this.#open.close(window);
    this.suspicion.clear();
    this.#isInMessage = true;
    this.#isLost = false;
    this.#firstKey = header.keys[0] ?? '';
    this.#noteUnknown(pending);
    this.#forget();
    const at = header.hasTime
      ? this.#intake.count(header.stamp, header.level, bytes, from, end)
      : this.#intake.countTimeless(header.level, bytes, from, end);
    const slot = origins.fromParts({ ...header.origin, processPath: undefined });
    const wants = origins.wants[slot];
    if (wants === WANTS_NONE) return;
    const start = {
      at,
      origin: origins.origin(slot),
      probe: wants === WANTS_PROBE ? origins.probe(slot) : undefined,
      level: header.level,
      pid: header.pid,
      tid: header.tid,
      line: pending.lines + 1,
      offset: pending.offset,
      messageAt: base + Math.min(messageFrom, end),
    };
    this.#open.start(start, base + end);
  }

  #noteUnknown(pending: Pending): void {
    const { unknown } = this.#header;
    if (unknown === undefined) return;
    const message = 'keys of Console that no dictionary has, and whose place does not tell; what they say is not read';
    const text = (): string => `${unknown.key}: ${unknown.value}`;
    this.#intake.problems.note('key-unknown', message, { line: pending.lines + 1, text });
  }

  #forget(): void {
    this.#header.clear();
    this.#pending = undefined;
  }

  /** The header is not followed by its message. */
  #endHeader(window: Window): void {
    if (this.#pending !== undefined) this.#drop(window, 'line-unparsed');
  }

  /** Gives up a header: it is a block without a message, or belongs to the message above. */
  #drop(window: Window, code: 'line-unparsed' | 'record-truncated'): void {
    const { text = '', lines = 0 } = this.#pending ?? {};
    const { count, isCertain } = this.#header;
    this.#forget();
    if (this.#isInMessage && !isCertain) {
      this.#open.endAt = this.#pendingEnd;
      return;
    }
    if (isCertain || !this.#isLost) {
      const message =
        code === 'record-truncated'
          ? 'the input ends before the message of a block; it is left out'
          : 'lines of blocks that have no message; they are passed over';
      this.#intake.problems.note(code, message, { line: lines + 1, text: () => text }, count);
    }
    this.#open.close(window);
    this.#isInMessage = false;
    this.#isLost ||= isCertain;
  }

  /** Takes a line that no header can hold. True where it has to be decided about the style before. */
  #takeOther(window: Window, from: number, end: number): boolean {
    const { bytes, view, base } = window;
    this.#endHeader(window);
    const { lines } = this.#intake;
    const { endAt } = this.#open;
    const chatter = readChatter(bytes, from, end);
    if (isOtherTool(chatter) || this.#foreign.has(bytes, view, from, end))
      this.suspicion.accuse(base + from, lines, endAt);
    if (chatter?.kind === 'titles' || (chatter?.kind === 'tool' && !chatter.isWeak)) this.suspicion.confirm();
    if (this.suspicion.isRipe(window, end)) return true;
    this.#isBehindBlank = false;
    if (this.#isInMessage) this.#open.endAt = base + end;
    else if (chatter === undefined && this.suspicion.suspect === undefined && !this.#isLost)
      this.#note('line-unparsed', 'lines that belong to no block; they are passed over', window, from, end);
    return false;
  }

  #cutLine(window: Window, from: number): number {
    const end = from + window.maxUnit;
    const limit = `${Math.round(window.maxUnit / 1024)} KiB`;
    this.#note('line-too-long', `a line longer than ${limit}; it is cut there`, window, from, end);
    return end;
  }

  #note(code: 'line-unparsed' | 'line-too-long', message: string, window: Window, from: number, end: number): void {
    const text = (): string => exampleOf(window.bytes, from, end);
    this.#intake.problems.note(code, message, { line: this.#intake.lines + 1, text });
  }
}

function isOtherTool(chatter: Chatter | undefined): boolean {
  return chatter?.kind === 'titles' || chatter?.kind === 'tool';
}

/** A loop: a native search knows no end and would run through the block. */
function hasColon(bytes: Buffer, from: number, end: number): boolean {
  const stop = Math.min(end, from + LONGEST_KEY);
  for (let i = from; i < stop; i++) {
    const byte = bytes[i];
    if (byte === COLON || byte === FULL_WIDTH_COLON_END) return true;
  }
  return false;
}
