import type { FormatName, ReportFormat, TableColumn } from '../model/input.ts';
import { BlockScanner } from './blocks/block-scanner.ts';
import { CsvScanner } from './csv/csv-scanner.ts';
import type { Intake } from './intake.ts';
import { ITERATOR } from './json/json-dialect.ts';
import { JsonScanner } from './json/json-scanner.ts';
import { NdjsonScanner } from './json/ndjson-scanner.ts';
import { isReportFormat } from './reports/report-lines.ts';
import type { StyleScanner } from './style-scanner.ts';
import { CompactHeader } from './text/compact-header.ts';
import { ConsoleHeader } from './text/console-header.ts';
import { DefaultHeader } from './text/default-header.ts';
import { DeviceSyslogHeader } from './text/device-syslog-header.ts';
import { LaunchdLogHeader } from './text/launchd-log-header.ts';
import type { LineHeader, TextFormat } from './text/line-header.ts';
import { PmsetHeader } from './text/pmset-header.ts';
import { SyslogHeader } from './text/syslog-header.ts';
import { SystemExtensionsHeader } from './text/system-extensions-header.ts';
import { TextScanner } from './text/text-scanner.ts';
import { XcodeHeader } from './text/xcode-header.ts';

/** Formats that are no style of one file: what several files make, or nobody knows. */
export type NoStyle = 'mixed' | 'unknown' | 'logarchive';

/** The styles that are read. */
export type Style = Exclude<FormatName, NoStyle>;

/** What a look at the input's beginning has shown beside its style. */
export interface StyleHints {
  readonly hasAnsi: boolean;
  /** The host before the processes of syslog's lines, where one blank only sets it apart. */
  readonly host: string | undefined;
  /** The columns of rows copied from Console, or of a CSV. */
  readonly columns: readonly TableColumn[] | undefined;
  /** The key of the messages in blocks copied from Console, where no dictionary has it. */
  readonly messageKey?: string | undefined;
}

/** Styles whose records can be read again one by one. */
export type LineStyle = Exclude<Style, ReportFormat>;

/** What reads a style. What reads reports is loaded when one comes. */
export async function openScanner(style: Style, intake: Intake, hints: StyleHints): Promise<StyleScanner> {
  if (!isReportFormat(style)) return createScanner(style, intake, hints);
  const { ReportScanner } = await import('./reports/report-scanner.ts');
  return new ReportScanner(style, intake);
}

export function createScanner(style: LineStyle, intake: Intake, hints: StyleHints): StyleScanner {
  if (style === 'ndjson') return new NdjsonScanner(intake);
  if (style === 'json') return new JsonScanner(intake);
  if (style === 'iterator-jsonl') return new NdjsonScanner(intake, ITERATOR);
  if (style === 'console-block') return new BlockScanner(intake, hints.messageKey);
  if (style === 'iterator-csv') return new CsvScanner(intake, hints.columns);
  return new TextScanner(createHeader(style, hints), intake, hints.hasAnsi);
}

/** Reads the first lines of a text style. */
export function createHeader(style: TextFormat, { host, columns }: Partial<StyleHints> = {}): LineHeader {
  switch (style) {
    case 'log-show-default':
      return new DefaultHeader();
    case 'compact':
      return new CompactHeader();
    case 'syslog':
      return new SyslogHeader(host);
    case 'ios-syslog':
      return new DeviceSyslogHeader(host);
    case 'launchd-log':
      return new LaunchdLogHeader();
    case 'xcode':
      return new XcodeHeader();
    case 'console-copy':
      return new ConsoleHeader(columns);
    case 'pmset':
      return new PmsetHeader();
    case 'systemextensionsctl':
      return new SystemExtensionsHeader();
  }
}
