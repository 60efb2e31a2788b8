import type { TableColumn } from '../../model/input.ts';
import { CsvRow, cellText } from './csv-row.ts';

const ROLES: Readonly<Record<string, TableColumn>> = {
  timestamp: 'time',
  datetime: 'time',
  time: 'time',
  eventtype: 'event',
  logtype: 'type',
  level: 'type',
  subsystem: 'subsystem',
  category: 'category',
  threadid: 'thread',
  pid: 'pid',
  processid: 'pid',
  library: 'sender',
  librarypath: 'sender',
  sender: 'sender',
  process: 'process',
  processpath: 'process',
  message: 'message',
  eventmessage: 'message',
  rawmessage: 'format',
  formatstring: 'format',
  bootuuid: 'boot',
  bootid: 'boot',
};

/** Columns of release 0.7; before, `Parent Activity ID` was not there. Source: unifiedlog_iterator's main.rs. */
const TITLES =
  'Timestamp,Event Type,Log Type,Subsystem,Thread ID,PID,EUID,Library,Library UUID,Activity ID,Parent Activity ID,Category,Process,Process UUID,Message,Raw Message,Boot UUID,System Timezone Name';

/** What the columns hold that these titles name; undefined where they are no titles of log records. */
export function columnsOf(bytes: Buffer, from: number, end: number): readonly TableColumn[] | undefined {
  const row = new CsvRow();
  if (row.read(bytes, from, end, true) < 0) return undefined;
  const taken = new Set<TableColumn>();
  const columns = Array.from({ length: row.count }, (_, cell) => {
    const title = cellText(bytes, row.ranges[cell * 2] ?? 0, row.ranges[cell * 2 + 1] ?? 0);
    const role = ROLES[title.toLowerCase().replace(/[^a-z]/g, '')] ?? 'other';
    // The first of two columns for one thing counts: `Timestamp` and `time`.
    if (taken.has(role)) return 'other';
    taken.add(role);
    return role;
  });
  const isTable = taken.has('time') && taken.has('process') && taken.has('message');
  return isTable && (taken.has('event') || taken.has('type')) ? columns : undefined;
}

/** Whether these are columns of such a table, and none of Console's list. */
export function isCsvTable(columns: readonly TableColumn[]): boolean {
  return columns.some((role) => role === 'event' || role === 'sender' || role === 'format' || role === 'boot');
}

const WITH_PARENT = columnsIn(TITLES);
const WITHOUT_PARENT = columnsIn(TITLES.replace('Parent Activity ID,', ''));

/** The columns of rows that no titles stand above, by the number of their cells. */
export function usualColumns(count: number): readonly TableColumn[] {
  return count === WITHOUT_PARENT.length ? WITHOUT_PARENT : WITH_PARENT;
}

function columnsIn(titles: string): readonly TableColumn[] {
  const bytes = Buffer.from(titles);
  return columnsOf(bytes, 0, bytes.length) ?? [];
}
