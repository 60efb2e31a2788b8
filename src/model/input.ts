import type { Level } from './log-record.ts';
import type { Micros } from './units.ts';

/** Export styles a report can name; only added to (report-contract). */
export type FormatName =
  | 'log-show-default'
  | 'compact'
  | 'syslog'
  | 'ndjson'
  | 'json'
  | 'ios-syslog'
  | 'launchd-log'
  | 'xcode'
  | 'console-copy'
  | 'pmset'
  | 'systemextensionsctl'
  | 'crash-ips'
  | 'jetsam-ips'
  | 'resource-report'
  | 'crash-text'
  | 'spindump'
  | 'logarchive'
  | 'mixed'
  | 'unknown';

/** Formats of documents that report one thing, and hold no line of any log. */
export const REPORT_FORMATS = ['crash-ips', 'jetsam-ips', 'resource-report', 'crash-text', 'spindump'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a column of Console's list holds, as far as it is read. */
export type ConsoleColumn =
  | 'type'
  | 'time'
  | 'process'
  | 'pid'
  | 'thread'
  | 'subsystem'
  | 'category'
  | 'other'
  | 'message';

/** Odd data: counted with a first example, shown in the report, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly count: number;
  /** One sentence for people: what was found, and what was done with it. */
  readonly message: string;
  readonly example: { readonly input: string; readonly line?: number; readonly text?: string };
}

export type ProblemCode =
  | 'line-unparsed'
  | 'line-too-long'
  | 'record-truncated'
  | 'json-invalid'
  | 'array-unclosed'
  | 'nul-bytes'
  | 'encoding-invalid'
  | 'time-invalid'
  | 'time-missing'
  | 'clock-stepped'
  | 'zone-unknown'
  | 'zone-assumed'
  | 'date-unknown'
  | 'date-assumed'
  | 'style-changed'
  | 'input-unreadable'
  | 'input-empty'
  | 'format-unknown'
  | 'format-unsupported'
  | 'input-changed'
  | 'entities-evicted'
  | 'interrupted';

/** What a decoder learnt about one input while reading it. */
export interface InputSummary {
  readonly name: string;
  readonly format: FormatName;
  readonly bytes: number;
  /** Physical lines, the last one counted even without a newline. */
  readonly lines: number;
  readonly records: number;
  /** Records per level. */
  readonly levels: Readonly<Record<Level, number>>;
  /** Earliest and latest record that carries a time; undefined where there is none. */
  readonly first: Micros | undefined;
  readonly last: Micros | undefined;
  /** UTC offsets in the order in which the input changes them; empty where the export prints none. */
  readonly zones: readonly ZoneChange[];
  /** What the columns of rows copied from Console hold: needed to read one of them again. */
  readonly columns?: readonly ConsoleColumn[] | undefined;
  /** Levels the export says it left out (`Skipping info and debug messages, …`). */
  readonly skippedLevels: readonly Level[];
  /** The predicate of the export's banner: what it does not match was never in the capture. */
  readonly predicate: string | undefined;
}

export interface ZoneChange {
  readonly from: Micros;
  readonly offsetMinutes: number;
}
