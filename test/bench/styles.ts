/** The two styles of the bench. Source of the shapes: `log show` of macOS 15, default and ndjson. */
import type { GeneratedRecord } from './record.ts';

export type Style = 'default' | 'ndjson';

export interface Printer {
  readonly head: string;
  print(record: GeneratedRecord): string;
  tail(records: number): string;
}

const ZONE_MINUTES = 60;
const ZONE = '+0100';

export function printerOf(style: Style, boot: string): Printer {
  const clock = wallClock();
  if (style === 'default') {
    return {
      head: 'Timestamp                       Thread     Type        Activity             PID    TTL  \n',
      print: (record) => printDefault(record, clock(record.at)),
      tail: () => '',
    };
  }
  return {
    head: '',
    print: (record) => printNdjson(record, clock(record.at), boot),
    tail: (records) => `{"count":${records},"finished":1}\n`,
  };
}

function printDefault(record: GeneratedRecord, time: string): string {
  const thread = `0x${record.thread.toString(16)}`.padEnd(10);
  const activity = `0x${record.activity.toString(16)}`.padEnd(20);
  const columns = `${time} ${thread} ${record.level.padEnd(11)} ${activity} ${String(record.pid).padEnd(6)} 0   `;
  const sender = record.senderPath === record.processPath ? '' : `(${lastComponent(record.senderPath)}) `;
  const origin = record.subsystem === '' ? '' : `[${record.subsystem}:${record.category}] `;
  return `${columns} ${lastComponent(record.processPath)}: ${sender}${origin}${record.message}\n`;
}

function printNdjson(record: GeneratedRecord, time: string, boot: string): string {
  const offset = (record.thread * 7919 + record.pid * 104_729) % 4_194_304;
  const image = imageUuid(record.senderPath);
  return (
    `{"traceID":${1_000_000_000 + record.thread}${String(record.at).slice(-9)},"eventMessage":${quote(record.message)},` +
    `"eventType":"logEvent","source":null,"formatString":${quote(record.formatString)},"userID":${record.user},` +
    `"activityIdentifier":${record.activity},"subsystem":"${record.subsystem}","category":"${record.category}",` +
    `"threadID":${record.thread},"senderImageUUID":"${image}","backtrace":{"frames":[{"imageOffset":${offset},` +
    `"imageUUID":"${image}"}]},"bootUUID":"${boot}","processImagePath":${quote(record.processPath)},` +
    `"senderImagePath":${quote(record.senderPath)},"timestamp":"${time}","machTimestamp":${(record.at % 1e12) * 24},` +
    `"messageType":"${record.level}","processImageUUID":"${imageUuid(record.processPath)}","processID":${record.pid},` +
    `"senderProgramCounter":${offset},"parentActivityIdentifier":0,"timezoneName":""}\n`
  );
}

/** Apple's JSON escapes the slash. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('/', '\\/');
}

function lastComponent(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const imageUuids = new Map<string, string>();

function imageUuid(path: string): string {
  let uuid = imageUuids.get(path);
  if (uuid === undefined) {
    const digits = [...path].reduce((sum, char) => (sum * 33n + BigInt(char.charCodeAt(0))) % (1n << 128n), 5381n);
    const hex = digits.toString(16).toUpperCase().padStart(32, 'A');
    uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    imageUuids.set(path, uuid);
  }
  return uuid;
}

/** Prints µs since 1970 as `log show` does; the part above a second is made once per second. */
function wallClock(): (at: number) => string {
  let second = Number.NaN;
  let text = '';
  return (at) => {
    const now = Math.floor(at / 1_000_000);
    if (now !== second) {
      second = now;
      text = new Date((now + ZONE_MINUTES * 60) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    }
    return `${text}.${String(at % 1_000_000).padStart(6, '0')}${ZONE}`;
  };
}
