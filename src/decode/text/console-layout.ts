import type { TableColumn } from '../../model/input.ts';
import { levelOfConsoleWord, UNKNOWN } from '../levels.ts';

/** Columns looked at before the message; Console can show no more than a dozen. */
export const MOST_COLUMNS = 12;

/** A cell of the time column; a few releases print a blank before the offset, or the date. */
export const TIME_CELL = /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?$/;
export const REVERSE_DNS = /^[A-Za-z]{2,}(?:\.[\w-]+){2,}$/;
const NUMBER = /^\d{1,7}$/;
const HEX = /^0x[0-9a-f]+$/i;
const WORD = /^\p{L}{2,12}(?: \p{L}{2,12})?$/u;
/** Processes of Apple's that write about Network Extensions: where they stand is the process column. */
export const PROCESSES: ReadonlySet<string> = new Set(
  (
    'kernel nesessionmanager nehelper neagent sysextd launchd runningboardd ReportCrash mDNSResponder configd powerd symptomsd ' +
    'apsd trustd tccd amfid pkd networkserviceproxy UserEventAgent locationd cloudd nsurlsessiond'
  ).split(' '),
);
/** A count of cells that fewer rows have is a message with tabs of its own, or a row that lost its end. */
const COMMON_SHARE = 0.2;
/** A type column of words that no dictionary has takes no more values than there are types. */
const MOST_TYPES = 8;
const ENOUGH_ROWS = 8;
/** What it counts for a process that a column stands behind the time: less than a plain name. */
const BEHIND_TIME = 0.5;

/**
 * The columns of rows that were copied from Console's list: their order and set are the person's own, and no titles are
 * copied. The message is the last. Undefined where these are no such rows. Source: line-formats 6.1.
 */
export function learnColumns(rows: readonly string[]): TableColumn[] | undefined {
  const cells = rows.map((row) => row.split('\t'));
  const time = timeColumn(cells);
  const first = time === undefined ? cells.filter((row) => isType(row[0])) : cells.filter((row) => isTime(row[time]));
  const count = columnCount(first, (time ?? 1) + 2);
  if (first.length === 0 || count === undefined) return undefined;
  const columns = Array.from({ length: count }, (): TableColumn => 'other');
  columns[count - 1] = 'message';
  if (time !== undefined) columns[time] = 'time';
  const open = (): number[] => columns.flatMap((role, index) => (role === 'other' ? [index] : []));
  const share = (index: number, is: (cell: string) => boolean): number =>
    first.filter((row) => is(row[index] ?? '')).length / first.length;
  const take = (role: TableColumn, index: number | undefined): void => {
    if (index !== undefined) columns[index] = role;
  };
  take('type', typeColumn(first, open(), time, share));
  take(
    'pid',
    open().find((index) => share(index, (cell) => NUMBER.test(cell)) > 0.9),
  );
  take(
    'thread',
    open().find((index) => share(index, (cell) => HEX.test(cell)) > 0.9),
  );
  take('process', processColumn(open(), time, share));
  const named = best(open(), (index) => share(index, (cell) => REVERSE_DNS.test(cell)));
  if (named !== undefined && share(named, (cell) => REVERSE_DNS.test(cell)) > 0) {
    take('subsystem', named);
    take('category', open().find((index) => index === named + 1) ?? open().find((index) => index === named - 1));
  }
  return columns.includes('process') ? columns : undefined;
}

function isTime(cell: string | undefined): boolean {
  return cell !== undefined && TIME_CELL.test(cell.trim());
}

function isType(cell: string | undefined): boolean {
  return cell !== undefined && levelOfConsoleWord(cell) !== UNKNOWN;
}

/** Where most rows have their time. */
function timeColumn(rows: readonly (readonly string[])[]): number | undefined {
  const votes = new Map<number, number>();
  for (const row of rows) {
    const index = row.slice(0, MOST_COLUMNS).findIndex(isTime);
    if (index >= 0 && index < row.length - 1) votes.set(index, (votes.get(index) ?? 0) + 1);
  }
  return best([...votes.keys()], (index) => votes.get(index) ?? 0);
}

/** The least number of cells that is no exception: more are tabs in the message. */
function columnCount(rows: readonly (readonly string[])[], least: number): number | undefined {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const common = [...counts].filter(([count, times]) => count >= least && times >= rows.length * COMMON_SHARE);
  const smallest = Math.min(...common.map(([count]) => count));
  return Number.isFinite(smallest) ? Math.min(smallest, MOST_COLUMNS) : undefined;
}

type Share = (index: number, is: (cell: string) => boolean) => number;

/** Known words of any language tell it; else the column before the time, where it holds few different words. */
function typeColumn(
  rows: readonly (readonly string[])[],
  open: readonly number[],
  time: number | undefined,
  share: Share,
): number | undefined {
  const known = best(open, (index) => share(index, isType));
  if (known !== undefined && share(known, isType) > 0.5) return known;
  const before = time === undefined ? undefined : open.find((index) => index === time - 1);
  if (before === undefined || rows.length < ENOUGH_ROWS || open.length < 2) return undefined;
  const words = new Set(rows.map((row) => row[before] ?? ''));
  return words.size <= MOST_TYPES && [...words].every((word) => WORD.test(word)) ? before : undefined;
}

/**
 * Where known processes stand; else the column that is never empty and least often a name in reverse DNS, of Apple's above
 * all, and the one behind the time rather than another.
 */
function processColumn(open: readonly number[], time: number | undefined, share: Share): number | undefined {
  const known = best(open, (index) => share(index, (cell) => PROCESSES.has(cell)));
  if (known !== undefined && share(known, (cell) => PROCESSES.has(cell)) > 0) return known;
  return best(
    open.filter((index) => share(index, (cell) => cell !== '') === 1),
    (index) =>
      (time !== undefined && index === time + 1 ? BEHIND_TIME : 0) -
      share(index, (cell) => REVERSE_DNS.test(cell)) -
      share(index, (cell) => cell.startsWith('com.apple.')),
  );
}

/** The one with the greatest value, the first of those that have as much. */
function best(indices: readonly number[], scoreOf: (index: number) => number): number | undefined {
  let found: number | undefined;
  for (const index of indices) if (found === undefined || scoreOf(index) > scoreOf(found)) found = index;
  return found;
}
