import { BLANK, COLON, COMMA, isDigit, OPEN_BRACE, OPEN_BRACKET } from '../lib/ascii.ts';
import type { FormatName } from '../model/input.ts';
import { isTellingLine } from './blocks/block-header.ts';
import { initialsOf, readKeyLine } from './blocks/block-keys.ts';
import { CsvStart } from './csv/csv-start.ts';
import { CompactHeader } from './text/compact-header.ts';
import { ConsoleHeader } from './text/console-header.ts';
import { DefaultHeader } from './text/default-header.ts';
import { DeviceSyslogHeader } from './text/device-syslog-header.ts';
import { LaunchdLogHeader } from './text/launchd-log-header.ts';
import type { LineHeader } from './text/line-header.ts';
import { PmsetHeader } from './text/pmset-header.ts';
import { SyslogHeader } from './text/syslog-header.ts';
import { XcodeHeader } from './text/xcode-header.ts';

/** How far into a line the keys of a log record are looked for: the message before them can be long. */
const KEYS_WITHIN = 64 * 1024;
/** First bytes of the keys of types and times, of which most lines have none. */
const TELLING_INITIALS = initialsOf(['type', 'time']);
/** A key, and a key with a type or a time behind it, in bytes. */
const LONGEST_KEY = 32;
const LONGEST_KEY_LINE = 96;
const MONTH_INITIALS = Buffer.from('ADFJMNOS');
const ITERATOR_TYPE = /"(?:event|log)[_ ]?type"\s*:/i;
const ITERATOR_IMAGE = /"(?:process|library)(?:[_ ]?path)?"\s*:/i;
const KEYS = ['"eventMessage"', '"processImagePath"', '"machTimestamp"', '"traceID"'];

/** Tells lines that are records of another style than the one being read. */
export class ForeignLines {
  readonly #headers: readonly LineHeader[];
  /** The only style that begins with a letter, a month's. */
  readonly #device: LineHeader | undefined;
  /** Its rows begin with whatever column comes first. */
  readonly #console: LineHeader | undefined;
  readonly #csv: CsvStart | undefined;
  readonly #readsBlocks: boolean;
  readonly #readsApple: boolean;
  readonly #readsIterator: boolean;

  constructor(own: FormatName) {
    const headers: readonly LineHeader[] = [
      new DefaultHeader(),
      new CompactHeader(),
      new SyslogHeader(),
      new LaunchdLogHeader(),
      new XcodeHeader(),
      new PmsetHeader(),
    ];
    this.#headers = headers.filter((header) => header.format !== own);
    this.#console = own === 'console-copy' ? undefined : new ConsoleHeader(undefined, false);
    this.#device = own === 'ios-syslog' ? undefined : new DeviceSyslogHeader();
    this.#csv = own === 'iterator-csv' ? undefined : new CsvStart();
    this.#readsBlocks = own === 'console-block';
    this.#readsApple = own === 'ndjson' || own === 'json';
    this.#readsIterator = own === 'iterator-jsonl';
  }

  has(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    // Dumps are indented; no style's first line is.
    if (bytes[from] === BLANK) return false;
    if (isDigit(bytes[from])) {
      return (
        this.#headers.some((header) => header.read(bytes, view, from, end)) ||
        this.#csv?.has(bytes, view, from, end) === true ||
        this.#console?.read(bytes, view, from, end) === true
      );
    }
    if (this.#console?.read(bytes, view, from, end) === true) return true;
    if (!this.#readsBlocks && looksLikeBlock(bytes, from, end)) return true;
    if (isMonthInitial(bytes[from])) return this.#device?.read(bytes, view, from, end) === true;
    return (
      (!this.#readsApple && looksLikeJsonRecord(bytes, from, end)) ||
      (!this.#readsIterator && looksLikeIteratorRecord(bytes, from, end))
    );
  }
}

/** `A`, `D`, `F`, `J`, `M`, `N`, `O` or `S`. */
function isMonthInitial(byte: number | undefined): boolean {
  return byte !== undefined && MONTH_INITIALS.includes(byte);
}

/** A line that holds a log record as JSON, or begins an array of them that is printed over many lines. */
export function looksLikeJsonRecord(bytes: Buffer, from: number, end: number): boolean {
  let i = from;
  if (bytes[i] === OPEN_BRACKET || bytes[i] === COMMA) i++;
  if (bytes[i] !== OPEN_BRACE || i >= end) return false;
  // A brace alone is everywhere; behind a bracket or a comma it begins an element that is printed over many lines.
  if (i + 1 === end) return i > from;
  const text = bytes.toString('latin1', i, Math.min(end, i + KEYS_WITHIN));
  return text.startsWith('{"') && KEYS.some((key) => text.includes(key));
}

/** A line that holds a record as `unifiedlog_iterator` prints it. */
export function looksLikeIteratorRecord(bytes: Buffer, from: number, end: number): boolean {
  if (bytes[from] !== OPEN_BRACE || end - from < 3) return false;
  const text = bytes.toString('latin1', from, Math.min(end, from + KEYS_WITHIN));
  return ITERATOR_TYPE.test(text) && ITERATOR_IMAGE.test(text) && !KEYS.some((key) => text.includes(key));
}

/** A line that gives a type or a time behind its key, as blocks copied from Console do. */
function looksLikeBlock(bytes: Buffer, from: number, end: number): boolean {
  if (TELLING_INITIALS[bytes[from] ?? 0] === 0 || end - from > LONGEST_KEY_LINE || !hasColon(bytes, from, end))
    return false;
  const line = readKeyLine(bytes.toString('utf8', from, end));
  return line !== undefined && isTellingLine(line);
}

/** Whether a colon stands behind a word or two. A loop: a native search would run through the block. */
function hasColon(bytes: Buffer, from: number, end: number): boolean {
  const stop = Math.min(end, from + LONGEST_KEY);
  for (let i = from; i < stop; i++) if (bytes[i] === COLON) return true;
  return false;
}
