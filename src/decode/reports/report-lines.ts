import { OPEN_BRACE, QUOTE } from '../../lib/ascii.ts';
import { parseTimestamp } from '../../lib/time-parse.ts';
import { type FormatName, REPORT_FORMATS, type ReportFormat } from '../../model/input.ts';
import { MINUTE } from '../../model/units.ts';

const FORMATS: ReadonlySet<string> = new Set(REPORT_FORMATS);

export function isReportFormat(format: FormatName): format is ReportFormat {
  return FORMATS.has(format);
}

/** With what a document of a report begins. */
export interface ReportStart {
  readonly format: ReportFormat;
  /** `header`: the first line of an .ips file; `body`: its second document without it; else a line of a text report. */
  readonly kind: 'header' | 'body' | 'title' | 'incident' | 'process' | 'date';
  /** The line may as well be part of something else. */
  readonly isWeak: boolean;
}

const LETTER_A = 0x61;
const LETTER_P = 0x70;
/** Enough of a first line to tell it. */
const LOOKED_AT = 1024;
const HEADER = /^\{ ?"(?:[\w ]{1,40}" ?: ?.*")?(?:bug_type|incident_id)" ?: ?"?\w/;
const JETSAM_TYPE = /"bug_type" ?: ?"?298\b/;
/** Keys that reports have and records of a log have not. */
const BODY_KEY =
  /"(?:crashReporterKey|captureTime|procLaunch|procPath|faultingThread|usedImages|memoryStatus|largestProcess)" ?:/;
const PRETTY_KEY = new RegExp(`^\\s{0,8}${BODY_KEY.source}`);
const BODY_START =
  /^\{(?:\s*$| *"(?:uptime|procRole|version|userID|deployVersion|modelCode|crashReporterKey|memoryStatus|build|captureTime|pid|procName|procPath|incident|exception)" ?:)/;
const TITLE = /^(?:Translated Report \(Full Report Below\)|Full Report)\s*$/;
const INCIDENT = /^Incident Identifier: +[0-9A-Fa-f-]{16,40}\s*$/;
const PROCESS = /^Process:[ \t]{2,}\S.* \[\d{1,10}\]\s*$/;
const DATE = /^Date\/Time:[ \t]{2,}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;

/** The first characters of the lines below: most lines are told apart by this alone. */
const FIRST = new Uint8Array(256);
for (const letter of '{TFIPD') FIRST[letter.charCodeAt(0)] = 1;

/** What begins at this line; undefined where no report does. */
export function readReportStart(bytes: Buffer, from: number, end: number): ReportStart | undefined {
  if (FIRST[bytes[from] ?? 0] === 0 || from >= end) return undefined;
  const line = bytes.toString('utf8', from, Math.min(end, from + LOOKED_AT));
  if (bytes[from] === OPEN_BRACE) return readBrace(line);
  if (TITLE.test(line)) return { format: 'crash-text', kind: 'title', isWeak: line.startsWith('Full') };
  if (INCIDENT.test(line)) return { format: 'crash-text', kind: 'incident', isWeak: false };
  if (PROCESS.test(line)) return { format: 'crash-text', kind: 'process', isWeak: false };
  return DATE.test(line) ? { format: 'spindump', kind: 'date', isWeak: false } : undefined;
}

function readBrace(line: string): ReportStart | undefined {
  if (HEADER.test(line) && !line.includes('"eventMessage"'))
    return { format: JETSAM_TYPE.test(line) ? 'jetsam-ips' : 'crash-ips', kind: 'header', isWeak: false };
  // A compact body, whose header was lost.
  if (!BODY_START.test(line) || !BODY_KEY.test(line)) return undefined;
  return {
    format: /"(?:memoryStatus|largestProcess)"/.test(line) ? 'jetsam-ips' : 'crash-ips',
    kind: 'body',
    isWeak: false,
  };
}

/** Whether this object may be the first line of an .ips file, which begins with its `app_name`: cheap, asked for each record. */
export function mayBeHeader(bytes: Buffer, from: number): boolean {
  return bytes[from + 2] === LETTER_A && bytes[from + 3] === LETTER_P && bytes[from + 1] === QUOTE;
}

/** Whether this is a line of a report's body that is printed over many lines. */
export function isReportBody(line: string): boolean {
  return PRETTY_KEY.test(line);
}

/** Wall clock in µs of a report, and its offset. */
export interface ReportTime {
  readonly firstWall: number;
  readonly offsetMinutes: number | undefined;
}

/** The time in the first line of an .ips file, or in the head of a text report that begins with it. */
export function readReportTime(bytes: Buffer, from: number, end: number): ReportTime | undefined {
  const line = bytes.toString('utf8', from, Math.min(end, from + LOOKED_AT));
  const printed = /"timestamp" ?: ?"([^"]{1,40})"|^Date\/Time:\s+(\S.{1,40})$/.exec(line);
  const time = parseTimestamp((printed?.[1] ?? printed?.[2] ?? '').trim());
  if (time === undefined) return undefined;
  return { firstWall: time.at + (time.offsetMinutes ?? 0) * MINUTE, offsetMinutes: time.offsetMinutes };
}
