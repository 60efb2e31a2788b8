import { NEWLINE } from '../../lib/ascii.ts';
import { parseTimestamp } from '../../lib/time-parse.ts';
import type { ReportFormat } from '../../model/input.ts';
import type { RecordRef } from '../../model/log-record.ts';
import { readChatter } from '../chatter.ts';
import { ForeignLines } from '../foreign-lines.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { BATCH_RECORDS } from '../limits.ts';
import { cutMessage } from '../message-text.ts';
import { WANTS_NONE } from '../origin-table.ts';
import type { StyleScanner } from '../style-scanner.ts';
import { Suspicion } from '../suspicion.ts';
import { toolOrigin } from '../text/line-header.ts';
import type { Window } from '../window.ts';
import { type Oddity, type ReadDocument, readDocument } from './read-document.ts';
import { MAX_DOCUMENT_BYTES, type Place, ReportDocument } from './report-document.ts';
import { type ReportStart, readReportStart } from './report-lines.ts';

/** What stands for the process that a record comes from: reports are files, not lines that somebody logged. */
const TOOL = 'DiagnosticReport';
const SUBSYSTEM = 'diagnostic-reports';
/** A line whose end is not there yet is waited for up to this many bytes; what is longer is taken in pieces. */
const MAX_WAIT_BYTES = 64 * 1024;

interface Ready {
  readonly read: ReadDocument;
  readonly document: ReportDocument;
  readonly text: string;
}

/**
 * Crash and diagnostic reports: .ips files (two documents: a line of metadata, then the report in JSON, as a property list
 * or as text), text reports of older systems, spindumps. One after the other, or in the middle of something else. Each
 * becomes a record, or a few. Source: sysdiagnose-layout, Crashes.
 */
export class ReportScanner implements StyleScanner {
  readonly unit = 'object';
  readonly suspicion = new Suspicion();
  readonly #intake: Intake;
  readonly #foreign: ForeignLines;
  #document: ReportDocument | undefined;
  /** A text report that may be the translation of the report behind it. */
  #translation: Ready | undefined;
  /** Formats of the documents read, or the one that was expected. */
  #format: ReportFormat | undefined;
  readonly #expected: ReportFormat;
  /** Whether the line that is being read began before the window's `from`. */
  #isInLine = false;

  constructor(format: ReportFormat, intake: Intake) {
    this.#expected = format;
    this.#intake = intake;
    this.#foreign = new ForeignLines(format);
  }

  /** That of the last document, once one is read: what is in it decides. */
  get format(): ReportFormat {
    return this.#format ?? this.#expected;
  }

  scan(window: Window): void {
    const { bytes, to } = window;
    let from = window.from;
    while (from < to && this.#intake.batch.length < BATCH_RECORDS) {
      const newline = bytes.indexOf(NEWLINE, from);
      const isWhole = newline >= 0 && newline < to;
      if (!isWhole && !window.isEnd && to - from < MAX_WAIT_BYTES) break;
      const next = isWhole ? newline + 1 : to;
      if (this.#isInLine) this.#append(window, from, next);
      else if (this.#isStopped(window, from, isWhole ? newline : to, next)) break;
      if (isWhole) this.#intake.lines += 1;
      this.#isInLine = !isWhole;
      from = next;
    }
    const { suspect } = this.suspicion;
    window.from = from;
    window.keep = suspect === undefined ? from : suspect.offset - window.base;
  }

  cut(window: Window): void {
    const { suspect } = this.suspicion;
    if (suspect === undefined) return;
    this.#document?.cutAt(suspect.offset);
    this.#intake.lines = suspect.lines;
    window.from = suspect.offset - window.base;
    window.keep = window.from;
    this.#isInLine = false;
    this.#close();
    this.#hand();
  }

  finish(): void {
    if (this.#isInLine) this.#intake.lines += 1;
    this.#isInLine = false;
    this.#close();
    this.#hand();
  }

  /** Takes a line, or its beginning. True where it has to be decided about the style before. */
  #isStopped(window: Window, from: number, end: number, next: number): boolean {
    const { bytes, view } = window;
    const place = { offset: window.base + from, line: this.#intake.lines + 1 };
    const start = readReportStart(bytes, from, end);
    if (start !== undefined && this.#document?.isEndedBy(start) !== false) {
      this.suspicion.clear();
      this.#close();
      this.#open(start, bytes, from, end, place);
      if (start.kind === 'header' || start.kind === 'title') return false;
    } else if (start === undefined && this.#isOther(window, view, from, end)) return true;
    if (this.#document === undefined) this.#readIdle(bytes, from, end, place);
    this.#document?.beginLine(bytes, from, end, place, start);
    this.#append(window, from, next);
    return false;
  }

  /** Whether the line is enough to think of another style. */
  #isOther(window: Window, view: DataView, from: number, end: number): boolean {
    const { bytes } = window;
    const chatter = readChatter(bytes, from, end);
    const isStart = chatter?.kind === 'titles' || chatter?.kind === 'tool';
    if (chatter !== undefined && !isStart) this.#intake.hear(chatter);
    if (isStart || this.#foreign.has(bytes, view, from, end))
      this.suspicion.accuse(window.base + from, this.#intake.lines, 0);
    // Only column titles say so by themselves; other tools' first lines may be part of a report.
    if (chatter?.kind === 'titles') this.suspicion.confirm();
    return this.suspicion.isRipe(window, end);
  }

  #open(start: ReportStart, bytes: Buffer, from: number, end: number, place: Place): void {
    const header = start.kind === 'header' ? bytes.toString('utf8', from, end) : undefined;
    this.#document = new ReportDocument(place, start.format, header);
    if (header !== undefined) this.#document.endAt = place.offset + end - from;
  }

  /** A line between documents: a body whose first line is missing, or nothing of ours. */
  #readIdle(bytes: Buffer, from: number, end: number, place: Place): void {
    if (this.suspicion.suspect !== undefined) return;
    const text = exampleOf(bytes, from, end);
    if (text.startsWith('{')) this.#document = new ReportDocument(place, this.#expected, undefined);
    else if (!/^[\s\0-]*$/.test(text) && readChatter(bytes, from, end) === undefined)
      this.#note('line-unparsed', 'lines that belong to no report; they are passed over', place.line, text);
  }

  #append(window: Window, from: number, to: number): void {
    const document = this.#document;
    const end = document?.append(window.bytes, from, to, window.base) ?? -1;
    // What stands behind the end on the same line is no report.
    if (end >= 0) this.#close();
  }

  #close(): void {
    const document = this.#document;
    if (document === undefined) return;
    this.#document = undefined;
    const { text } = document;
    const read = readDocument(document.header, text, document.format);
    for (const oddity of read.oddities) this.#noteOddity(oddity, document, text);
    if (document.isTooLong) {
      const limit = `${MAX_DOCUMENT_BYTES / 1024 / 1024} MiB`;
      this.#note('record-truncated', `a report longer than ${limit}; it is read up to there`, document.start.line);
    }
    if (read.records.length === 0) return;
    this.#format = read.format;
    const before = this.#translation;
    // Console prints a report twice: translated into text, then as it is.
    if (before !== undefined && isSame(before.read, read)) this.#translation = undefined;
    this.#hand();
    const ready: Ready = { read, document, text };
    if (read.format === 'crash-text') this.#translation = ready;
    else this.#handOver(ready);
  }

  #hand(): void {
    const ready = this.#translation;
    this.#translation = undefined;
    if (ready !== undefined) this.#handOver(ready);
  }

  #handOver({ read, document, text }: Ready): void {
    const { origins, batch } = this.#intake;
    for (const { category, captured, message, place } of read.records) {
      const { offset, line } = document.placeOf(place, text);
      const at = this.#intake.countAt(parseTimestamp(captured ?? ''), line);
      const slot = origins.fromTool(toolOrigin(TOOL, { subsystem: SUBSYSTEM, category }));
      if (origins.wants[slot] === WANTS_NONE) continue;
      const ref: RecordRef = { input: this.#intake.index, line, offset, length: Math.max(0, document.endAt - offset) };
      const origin = origins.origin(slot);
      const rest = { tid: 0, level: 'unknown', formatString: undefined, boot: undefined } as const;
      batch.push({ at, origin, pid: -1, message: cutMessage(message), ref, ...rest });
    }
  }

  #noteOddity(oddity: Oddity, document: ReportDocument, text: string): void {
    const { line } = document.start;
    if (oddity.kind === 'cut')
      this.#note('record-truncated', 'the input ends in the middle of a report; what is there is read', line);
    else if (oddity.kind === 'broken') {
      const at = { at: oddity.at };
      const around = text.slice(oddity.at, oddity.at + 80);
      const message = 'a report that is no valid JSON; what comes before the fault is read';
      this.#note('json-invalid', message, document.placeOf(at, text).line, around);
    } else if (oddity.kind === 'unknown')
      this.#note('line-unparsed', 'reports of a kind that is not read; they are passed over', line, text.slice(0, 80));
    else this.#note('record-truncated', `${oddity.count} more ${oddity.what} in one report; they are left out`, line);
  }

  #note(
    code: 'line-unparsed' | 'record-truncated' | 'json-invalid',
    message: string,
    line: number,
    example?: string,
  ): void {
    this.#intake.problems.note(code, message, { line, ...(example === undefined ? {} : { text: () => example }) });
  }
}

/** The same crash, once as text and once as it is. */
function isSame(text: ReadDocument, json: ReadDocument): boolean {
  if (json.format !== 'crash-ips' || text.format !== 'crash-text') return false;
  return (text.incident !== undefined && text.incident === json.incident) || text.subject === json.subject;
}
