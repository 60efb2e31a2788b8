import { ESCAPE } from '../lib/ascii.ts';
import { ProblemLog } from '../lib/problems.ts';
import type { FormatName, TableColumn } from '../model/input.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { InputIndex } from '../model/units.ts';
import { Intake } from './intake.ts';
import { OriginTable } from './origin-table.ts';
import { isReportFormat } from './reports/report-lines.ts';
import { createScanner, type LineStyle } from './scanners.ts';
import { Window } from './window.ts';

const ALL_STYLES: readonly LineStyle[] = [
  'console-block',
  'ndjson',
  'log-show-default',
  'compact',
  'syslog',
  'ios-syslog',
  'launchd-log',
  'xcode',
  'console-copy',
  'pmset',
  'systemextensionsctl',
  'iterator-jsonl',
  'iterator-csv',
  'json',
];

/**
 * Decodes the bytes of one record again, as a `RecordRef` of an input of this format names them; undefined where they are
 * none. Its `ref` and origin id count from these bytes alone.
 */
export function decodeAt(
  format: FormatName,
  bytes: Buffer,
  columns?: readonly TableColumn[],
  messageKey?: string,
): LogRecord | undefined {
  // What an archive holds, and a report, cannot be read again from a piece of it.
  if (format === 'logarchive' || isReportFormat(format)) return undefined;
  const styles = format === 'mixed' || format === 'unknown' ? ALL_STYLES : [format];
  for (const style of styles) {
    const record = decodeAs(style, bytes, columns, messageKey);
    if (record !== undefined) return record;
  }
  return undefined;
}

function decodeAs(
  style: LineStyle,
  bytes: Buffer,
  columns: readonly TableColumn[] | undefined,
  messageKey: string | undefined,
): LogRecord | undefined {
  const intake = new Intake(0 as InputIndex, new OriginTable(() => 'all'), new ProblemLog(''));
  const scanner = createScanner(style, intake, {
    hasAnsi: bytes.includes(ESCAPE),
    host: undefined,
    columns,
    messageKey,
  });
  const window = Window.over(bytes);
  while (scanner.unit === 'line' ? window.offerLines() : window.offerAll()) {
    const before = window.from;
    scanner.scan(window);
    // All of it is one record: lines of another style in it are quotations.
    if (scanner.suspicion.isDue) scanner.suspicion.acquit(bytes.length);
    else if (window.from === before) break;
  }
  scanner.finish(window);
  return intake.batch[0];
}
