/**
 * Writes records in the styles of `log show`: the other direction of `src/decode`, kept apart from it on purpose. Source of
 * the shapes: line-formats 2 to 5.
 */
import type { Level, LogRecord } from '../../src/model/log-record.ts';
import type { InputIndex, Micros, OriginId } from '../../src/model/units.ts';

export type EncodedStyle =
  | 'default'
  | 'compact'
  | 'syslog'
  | 'ndjson'
  | 'json'
  | 'json-one-line'
  | 'json-stream'
  | 'ios-syslog'
  | 'launchd-log'
  | 'xcode'
  | 'console'
  | 'console-block'
  | 'pmset'
  | 'iterator-jsonl'
  | 'iterator-csv';

export const ENCODED_STYLES: readonly EncodedStyle[] = [
  'default',
  'compact',
  'syslog',
  'ndjson',
  'json',
  'json-one-line',
  'json-stream',
];

/** Styles of tools beside `log`: they carry less than a record holds. */
export const TOOL_STYLES: readonly EncodedStyle[] = [
  'ios-syslog',
  'launchd-log',
  'xcode',
  'console',
  'console-block',
  'pmset',
  'iterator-jsonl',
  'iterator-csv',
];

export interface EncodeOptions {
  /** Of the wall clock that is printed; `at` is UTC. 60 where left out. */
  readonly offsetMinutes?: number;
  /** Whether column titles come first, and the counters or the summary last, as the tool prints them. */
  readonly hasTitles?: boolean;
}

/** What makes up a test's record; the rest is filled in. */
export type RecordParts = Partial<Omit<LogRecord, 'origin'>> & Partial<Omit<LogRecord['origin'], 'id'>>;

/** A record for tests: 2026-03-01 10:00:00 UTC, `nesessionmanager[486]`, unless said otherwise. */
export function makeRecord(parts: RecordParts = {}): LogRecord {
  const process = parts.process ?? 'nesessionmanager';
  return {
    at: parts.at ?? ((Date.UTC(2026, 2, 1, 10) * 1000) as Micros),
    origin: {
      id: 0 as OriginId,
      process,
      processPath: parts.processPath,
      sender: parts.sender ?? process,
      subsystem: parts.subsystem ?? '',
      category: parts.category ?? '',
    },
    pid: parts.pid ?? 486,
    tid: parts.tid ?? 0x1a2b,
    level: parts.level ?? 'default',
    message: parts.message ?? 'hello',
    formatString: parts.formatString,
    boot: parts.boot,
    ref: { input: 0 as InputIndex, line: 1, offset: 0, length: 0 },
  };
}

/** The text of an export that holds these records. */
export function encodeAs(style: EncodedStyle, records: readonly LogRecord[], options: EncodeOptions = {}): string {
  const { offsetMinutes = 60, hasTitles = true } = options;
  const objects = (): string[] => records.map((record) => object(record, offsetMinutes));
  switch (style) {
    case 'default':
      return lines(hasTitles ? DEFAULT_TITLES : '', records, (record) => defaultLine(record, offsetMinutes));
    case 'compact':
      return lines(hasTitles ? COMPACT_TITLES : '', records, (record) => compactLine(record, offsetMinutes));
    case 'syslog':
      return lines(hasTitles ? SYSLOG_TITLES : '', records, (record) => syslogLine(record, offsetMinutes));
    case 'ndjson': {
      const end = hasTitles ? `{"count":${records.length},"finished":1}\n` : '';
      return `${objects()
        .map((each) => `${each}\n`)
        .join('')}${end}`;
    }
    case 'json':
      return `[${objects().map(pretty).join(',')}]\n`;
    case 'json-one-line':
      return `[${objects().join(',')}]`;
    case 'json-stream':
      return `[${objects().join('\n,')}\n`;
    case 'ios-syslog':
      return lines('', records, (record) => deviceLine(record, offsetMinutes));
    case 'launchd-log':
      return lines('', records, (record) => launchdLine(record, offsetMinutes));
    case 'xcode':
      return lines('', records, (record) => xcodeLine(record, offsetMinutes));
    case 'console':
      return lines('', records, (record) => consoleRow(record, offsetMinutes));
    case 'console-block':
      return lines('', records, (record) => consoleBlock(record, offsetMinutes));
    case 'iterator-jsonl':
      return lines('', records, iteratorObject);
    case 'iterator-csv':
      return lines(hasTitles ? CSV_TITLES : '', records, csvRow);
    case 'pmset':
      return lines(hasTitles ? PMSET_TITLES : '', records, (record) => pmsetLine(record, offsetMinutes));
  }
}

const DEFAULT_TITLES = 'Timestamp                       Thread     Type        Activity             PID    TTL  \n';
const COMPACT_TITLES = 'Timestamp               Ty Process[PID:TID]\n';
const SYSLOG_TITLES = 'Timestamp                       (process)[PID]    \n';
const CSV_TITLES =
  'Timestamp,Event Type,Log Type,Subsystem,Thread ID,PID,EUID,Library,Library UUID,Activity ID,Parent Activity ID,Category,Process,Process UUID,Message,Raw Message,Boot UUID,System Timezone Name\n';
const PMSET_TITLES = `PM ASL data store: /var/log/powermanagement

Time stamp                Domain              \tMessage${' '.repeat(69)}\tDuration  \tDelay${' '.repeat(5)}
==========                ======              \t=======${' '.repeat(69)}\t========  \t=====${' '.repeat(5)}
UUID: 5C0FFEE0-1111-4222-8333-444455556666
`;

const NAMES: Readonly<Record<Level, string>> = {
  default: 'Default',
  info: 'Info',
  debug: 'Debug',
  error: 'Error',
  fault: 'Fault',
  activity: 'Activity',
  signpost: 'Signpost',
  state: 'State',
  loss: 'Loss',
  unknown: 'Default',
};
const CODES: Readonly<Record<Level, string>> = {
  default: 'Df',
  info: 'I ',
  debug: 'Db',
  error: 'E ',
  fault: 'F ',
  activity: 'A ',
  signpost: 'Sp',
  state: 'St',
  loss: 'L ',
  unknown: 'Df',
};
const EVENT_TYPES: Partial<Record<Level, string>> = {
  activity: 'activityCreateEvent',
  signpost: 'signpostEvent',
  state: 'stateEvent',
  loss: 'lossEvent',
};

function lines(titles: string, records: readonly LogRecord[], print: (record: LogRecord) => string): string {
  return titles + records.map((record) => `${print(record)}\n`).join('');
}

function defaultLine(record: LogRecord, offset: number): string {
  const columns = [
    `${wall(record.at, offset, 6)}${zone(offset)}`,
    `0x${record.tid.toString(16)}`.padEnd(10),
    NAMES[record.level].padEnd(11),
    '0x0'.padEnd(20),
    String(Math.max(0, record.pid)).padEnd(6),
    '0'.padEnd(4),
  ];
  const { process } = record.origin;
  return `${columns.join(' ')} ${process === '' ? '' : `${process}: `}${tail(record)}${record.message}`;
}

function compactLine(record: LogRecord, offset: number): string {
  const { process } = record.origin;
  const tid = record.tid.toString(16);
  return `${wall(record.at, offset, 3)} ${CODES[record.level]} ${process}[${Math.max(0, record.pid)}:${tid}] ${tail(record)}${record.message}`;
}

function syslogLine(record: LogRecord, offset: number): string {
  const { process } = record.origin;
  const time = `${wall(record.at, offset, 6)}${zone(offset)}`;
  return `${time}  localhost ${process}[${Math.max(0, record.pid)}]: ${tail(record)}${record.message}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The name of a level in angle brackets, as far as syslog has one. */
function syslogLevel(level: Level): string {
  return level === 'info' || level === 'debug' || level === 'error' || level === 'fault' ? NAMES[level] : 'Notice';
}

/** A device's syslog: no year, no zone, the sender behind the process. */
function deviceLine({ at, origin, pid, level, message }: LogRecord, offset: number): string {
  const [date = '', time = ''] = wall(at, offset, 6).split(' ');
  const [, month = '', day = ''] = date.split('-');
  const sender = origin.sender === origin.process ? '' : `(${origin.sender})`;
  const who = `${origin.process}${sender}[${Math.max(0, pid)}]`;
  return `${MONTHS[Number(month) - 1]} ${String(Number(day)).padStart(2)} ${time} ${who} <${syslogLevel(level)}>: ${message}`;
}

/** launchd's own file: the subsystem is the job. */
function launchdLine({ at, origin, level, message }: LogRecord, offset: number): string {
  const job = origin.subsystem === '' ? 'system' : origin.subsystem;
  return `${wall(at, offset, 6)} (${job}) <${syslogLevel(level)}>: ${message}`;
}

/** Xcode's console: a decimal thread, the category alone. */
function xcodeLine({ at, origin, pid, tid, message }: LogRecord, offset: number): string {
  const category = origin.category === '' ? 'general' : origin.category;
  return `${wall(at, offset, 6)}${zone(offset)} ${origin.process}[${Math.max(0, pid)}:${tid}] [${category}] ${message}`;
}

/** A row of Console's list, subsystem and category beside the columns that it shows at first. */
function consoleRow({ at, origin, level, message }: LogRecord, offset: number): string {
  const time = `${wall(at, offset, 6).slice(11)}${zone(offset)}`;
  return [NAMES[level].toLowerCase(), time, origin.process, origin.subsystem, origin.category, message].join('\t');
}

/** What Console's detail pane copies, with the keys that it shows when it is told to; a blank line behind it. */
function consoleBlock({ at, origin, level, message, pid, tid }: LogRecord, offset: number): string {
  const sender = origin.sender === origin.process ? [] : [`library: ${origin.sender}`];
  const lines = [
    `type: ${NAMES[level].toLowerCase()}`,
    `time: ${wall(at, offset, 6).slice(11)}${zone(offset)}`,
    `process: ${origin.process}`,
    ...sender,
    `PID: ${Math.max(0, pid)}`,
    `thread ID: 0x${tid.toString(16)}`,
    `subsystem: ${origin.subsystem}`,
    `category: ${origin.category}`,
    `message: ${message}`,
    '',
  ];
  return lines.join('\n');
}

/** `pmset -g log`: the category is the domain, `Notification` where there is none; the message is padded. */
function pmsetLine(record: LogRecord, offset: number): string {
  const domain = record.origin.category === '' ? 'Notification' : record.origin.category;
  const time = `${wall(record.at, offset, 0).slice(0, 19)} ${zone(offset)}`;
  return `${time} ${domain.padEnd(20)}\t${record.message.padEnd(75)}\t${' '.repeat(10)}`;
}

const ITERATOR_EVENTS: Partial<Record<Level, readonly [event: string, type: string]>> = {
  activity: ['Activity', 'Create'],
  signpost: ['Signpost', 'ProcessSignpostEvent'],
  state: ['Statedump', 'Statedump'],
  loss: ['Loss', 'Loss'],
};

/** What `unifiedlog_iterator` knows of a record, by its own names. */
function iteratorFields(record: LogRecord): Readonly<Record<string, string>> {
  const { origin, level, at } = record;
  const path = origin.processPath ?? `/usr/libexec/${origin.process}`;
  const [event, type] = ITERATOR_EVENTS[level] ?? ['Log', NAMES[level]];
  return {
    library: origin.sender === origin.process ? path : `/usr/lib/${origin.sender}`,
    process: path,
    event,
    type,
    timestamp: `${wall(at, 0, 6).replace(' ', 'T')}000Z`,
    rawMessage: record.formatString ?? '',
    boot: (record.boot ?? '').replaceAll('-', ''),
  };
}

/** `unifiedlog_iterator --format jsonl`: UTC, the keys in the order of its release 0.7. */
function iteratorObject(record: LogRecord): string {
  const { origin, tid, pid, message, at } = record;
  const { library, process, event, type, timestamp, rawMessage, boot } = iteratorFields(record);
  return JSON.stringify({
    subsystem: origin.subsystem,
    thread_id: tid,
    pid: Math.max(0, pid),
    euid: 501,
    library,
    library_uuid: 'C644A1F3927539A881F135389AFCCB11',
    activity_id: 0,
    parent_activity_id: 0,
    time: at * 1000,
    category: origin.category,
    event_type: event,
    log_type: type,
    process,
    process_uuid: 'C644A1F3927539A881F135389AFCCB11',
    message,
    raw_message: rawMessage,
    boot_uuid: boot,
    timezone_name: 'Berlin',
    message_entries: [
      { item_type: 33, item_type_size: 4, offset: 0, item_size: 20, message_strings: 'x', item: 'PrivateString' },
    ],
    timestamp,
    message_flags: ['HasPrivateData', 'MainExe'],
    evidence: '/x.logarchive/Persist/0000000000000078.tracev3',
  });
}

/** A row of `unifiedlog_iterator --format csv`: milliseconds, quotes where they are needed. */
function csvRow(record: LogRecord): string {
  const { origin, tid, pid, message } = record;
  const { library, process, event, type, timestamp, rawMessage, boot } = iteratorFields(record);
  const uuid = 'C644A1F3927539A881F135389AFCCB11';
  const cells = [
    timestamp?.replace(/\d{6}Z$/, 'Z'),
    event,
    type,
    origin.subsystem,
    tid,
    Math.max(0, pid),
    501,
    library,
    uuid,
    0,
    0,
    origin.category,
    process,
    uuid,
    message,
    rawMessage,
    boot,
    'Berlin',
  ];
  return cells
    .map((cell) => (/[",\r\n]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : `${cell}`))
    .join(',');
}

/** `(sender) [subsystem:category] `. */
function tail({ origin }: LogRecord): string {
  const sender = origin.sender === origin.process ? '' : `(${origin.sender}) `;
  const subsystem =
    origin.subsystem === '' && origin.category === '' ? '' : `[${origin.subsystem}:${origin.category}] `;
  return sender + subsystem;
}

function object(record: LogRecord, offset: number): string {
  const { origin, level } = record;
  const path = origin.processPath ?? (origin.process === '' ? '' : `/usr/libexec/${origin.process}`);
  const type = EVENT_TYPES[level] === undefined ? `"messageType":"${NAMES[level]}",` : '';
  const fields = [
    `"traceID":${310_563_934_581_555_600n + BigInt(Math.max(0, record.pid))}`,
    `"eventMessage":${quote(record.message)}`,
    `"eventType":"${EVENT_TYPES[level] ?? 'logEvent'}"`,
    '"source":null',
    `"formatString":${quote(record.formatString ?? '')}`,
    '"userID":0,"activityIdentifier":0',
    `"subsystem":${quote(origin.subsystem)}`,
    `"category":${quote(origin.category)}`,
    `"threadID":${record.tid}`,
    '"backtrace":{"frames":[{"imageOffset":448218,"imageUUID":"DC38BFCA-7B59-419E-8183-1FA470FC4647"}]}',
    `"bootUUID":${quote(record.boot ?? '')}`,
    ...(path === '' ? [] : [`"processImagePath":${quote(path)}`]),
    `"senderImagePath":${quote(origin.sender === origin.process ? path : `/usr/lib/${origin.sender}`)}`,
    `"timestamp":"${wall(record.at, offset, 6)}${zone(offset)}"`,
    '"machTimestamp":10854631418804',
    `${type}"processID":${Math.max(0, record.pid)}`,
    '"timezoneName":""',
  ];
  return `{${fields.join(',')}}`;
}

/** As `log show --style json` prints an object: two blanks, a blank before the colon. */
function pretty(text: string): string {
  // The trace id exceeds what a number holds exactly.
  const marked = text.replace(/"traceID":(\d+)/, '"traceID":"#$1#"');
  return JSON.stringify(JSON.parse(marked), null, 2)
    .replace(/"#(\d+)#"/, '$1')
    .replace(/^( *"\w+"):/gm, '$1 :')
    .replaceAll('/', '\\/');
}

/** Apple's JSON escapes the slash. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('/', '\\/');
}

function wall(at: number, offsetMinutes: number, digits: number): string {
  const local = at + offsetMinutes * 60_000_000;
  const millis = Math.floor(local / 1000);
  const [date, time] = new Date(millis).toISOString().slice(0, -1).split('T');
  const micros = String(local - millis * 1000).padStart(3, '0');
  return `${date} ${`${time}${micros}`.slice(0, 9 + digits)}`;
}

function zone(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}${part(size % 60)}`;
}
