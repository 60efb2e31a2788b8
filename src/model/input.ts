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
  | 'console-block'
  | 'iterator-jsonl'
  | 'iterator-csv'
  | 'crash-ips'
  | 'jetsam-ips'
  | 'resource-report'
  | 'crash-text'
  | 'spindump'
  | 'panic-ips'
  | 'stackshot-ips'
  | 'logarchive'
  | 'mixed'
  | 'unknown';

/** Formats of documents that report one thing, and hold no line of any log. */
export const REPORT_FORMATS = [
  'crash-ips',
  'jetsam-ips',
  'resource-report',
  'crash-text',
  'spindump',
  'panic-ips',
  'stackshot-ips',
] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a column of Console's list, or of unifiedlog_iterator's CSV, holds, as far as it is read. */
export type TableColumn =
  | 'type'
  | 'time'
  | 'process'
  | 'pid'
  | 'thread'
  | 'subsystem'
  | 'category'
  | 'event'
  | 'sender'
  | 'format'
  | 'boot'
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
  | 'text-missing'
  | 'order-restored'
  | 'key-unknown'
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
  | 'records-repeated'
  | 'machines-apart'
  | 'member-refused'
  | 'container-damaged'
  | 'input-changed'
  | 'entities-evicted'
  | 'strings-missing'
  | 'arguments-missing'
  | 'archive-damaged'
  | 'archive-truncated'
  | 'archive-partial'
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
  /** The folder or container that it came in. */
  readonly container?: string;
  /** A file of a folder or container that is no log: it is left out of the list of inputs. */
  readonly isPassedOver?: boolean;
  /** What the columns of rows copied from Console, or of a CSV, hold: needed to read one of them again. */
  readonly columns?: readonly TableColumn[] | undefined;
  /** The key of the messages in blocks copied from Console, where no dictionary has it: as needed. */
  readonly messageKey?: string | undefined;
  /** Levels the export says it left out (`Skipping info and debug messages, …`). */
  readonly skippedLevels: readonly Level[];
  /** The predicate of the export's banner: what it does not match was never in the capture. */
  readonly predicate: string | undefined;
  /** Of a log archive: how much of it was read, and what it lacks. */
  readonly archive?: ArchiveFacts;
  /** The machine that wrote it, where the input says. */
  readonly machine?: BuildFacts;
}

/** Counts of what stands in an archive. */
export interface ArchiveFacts {
  /** Files of records that were read. */
  readonly files: number;
  /** Files that end inside a part: normal for the newest one of a live system. */
  readonly truncatedFiles: number;
  /** Compressed parts, and how many of them were passed over because nobody in them was of interest. */
  readonly chunksets: number;
  readonly skippedChunksets: number;
  /** Bytes that were passed over, decompressed. */
  readonly skippedBytes: number;
  /** Entries of the parts that were read, wanted or not. */
  readonly entries: number;
  /** Parts that could not be read: damage. */
  readonly damaged: number;
  /** Records whose long arguments are nowhere in their file. */
  readonly missingArguments: number;
  /** Images whose format strings the archive lacks, by records without a message; at most a hundred, the worst first. */
  readonly missingStrings: readonly { readonly image: string; readonly records: number }[];
  /** All of them. */
  readonly missingImages: number;
  /** How often the archive was gone through: more than once where its records do not fit in memory. */
  readonly passes: number;
}

/** What the header of a log archive says of its machine. */
export interface BuildFacts {
  /** Build of the system: `25E246`. */
  readonly build: string;
  /** `Mac16,1`, `J96AP`. */
  readonly hardware: string;
}

export interface ZoneChange {
  readonly from: Micros;
  readonly offsetMinutes: number;
}
