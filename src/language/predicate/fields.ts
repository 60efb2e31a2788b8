import type { Predicate } from '../../model/catalog.ts';
import { LEVELS } from '../../model/log-record.ts';

/**
 * Fields of the predicate language. Apple's names come from `log help predicates`; the names that `log` prints in its JSON
 * and ours stand beside them. A name that is not listed is one of ours (`event`, `session.id`, a hole) and keeps its value's type.
 */
export type FieldType = 'string' | 'number' | 'level' | 'instant';

interface Field {
  readonly type: FieldType;
  readonly aliases: readonly string[];
  /** Known from a record's origin alone. */
  readonly origin?: true;
}

const FIELDS: Readonly<Record<string, Field>> = {
  process: { type: 'string', aliases: ['processName'], origin: true },
  processImagePath: { type: 'string', aliases: ['processPath'], origin: true },
  sender: { type: 'string', aliases: ['library', 'senderName'], origin: true },
  subsystem: { type: 'string', aliases: [], origin: true },
  category: { type: 'string', aliases: [], origin: true },
  role: { type: 'string', aliases: [], origin: true },
  senderImagePath: { type: 'string', aliases: ['senderPath'] },
  eventMessage: { type: 'string', aliases: ['composedMessage', 'message'] },
  formatString: { type: 'string', aliases: [] },
  messageType: { type: 'level', aliases: ['logType', 'level'] },
  processIdentifier: { type: 'number', aliases: ['processID', 'pid'] },
  threadIdentifier: { type: 'number', aliases: ['threadID', 'tid'] },
  activityIdentifier: { type: 'number', aliases: [] },
  timestamp: { type: 'instant', aliases: ['date'] },
  bootUUID: { type: 'string', aliases: ['boot'] },
  event: { type: 'string', aliases: [] },
  family: { type: 'string', aliases: [] },
  input: { type: 'string', aliases: [] },
  line: { type: 'number', aliases: [] },
};

/** Every field by its own name, Apple's first. */
export const LISTED_FIELDS: readonly string[] = Object.keys(FIELDS);
/** The field that a comparison with an instant without an offset asks for: the clock as the export prints it. */
export const WALL_CLOCK = 'wallClock';

const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries(FIELDS).flatMap(([name, field]) =>
    [name, ...field.aliases].map((alias): [string, string] => [alias.toLowerCase(), name]),
  ),
);

/** The name under which a field is asked for, whatever the case or alias it was written in. */
export function canonicalField(written: string): string {
  return CANONICAL.get(written.toLowerCase()) ?? written;
}

/** undefined for a field whose type only its value tells. */
export function fieldType(canonical: string): FieldType | undefined {
  return FIELDS[canonical]?.type;
}

export function isOriginField(canonical: string): boolean {
  return FIELDS[canonical]?.origin === true;
}

export const ORIGIN_FIELDS: readonly string[] = Object.keys(FIELDS).filter(isOriginField);

/** Apple's numbers for message types, as `log` accepts them: `messageType == 16`. */
const LEVEL_NUMBERS: ReadonlyMap<number, string> = new Map([
  [0, 'default'],
  [1, 'info'],
  [2, 'debug'],
  [16, 'error'],
  [17, 'fault'],
]);

/** A level by name or by Apple's number; undefined where there is none. `release` is Apple's older word for `default`. */
export function levelOf(written: string | number): string | undefined {
  if (typeof written === 'number') return LEVEL_NUMBERS.get(written);
  const name = written.toLowerCase();
  return name === 'release' ? 'default' : LEVELS.find((level) => level === name);
}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** `2026-01-09 12:29:37.123456+0100` → µs since 1970; without an offset the clock's reading is taken as it stands. */
export function instantOf(written: string): number | undefined {
  const match = INSTANT.exec(written.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return (ms - offsetMs(zone)) * 1000 + Number(fraction.padEnd(6, '0'));
}

export function hasZone(written: string): boolean {
  return INSTANT.exec(written.trim())?.[8] !== undefined;
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replaceAll(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

const UNITS: Readonly<Record<string, number>> = { us: 1, ms: 1e3, s: 1e6, m: 60e6, h: 3600e6, d: 86_400e6 };

/** `500ms`, `2s`, `1.5m`, `1h` → µs. */
export function durationOf(written: string): number {
  const [, amount = '0', unit = 'us'] = /^([\d.]+)([a-z]+)$/.exec(written) ?? [];
  return Math.round(Number(amount) * (UNITS[unit] ?? 1));
}

/** Every field that a predicate asks for. */
export function fieldsOf(predicate: Predicate): Set<string> {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return new Set(predicate.terms.flatMap((term) => [...fieldsOf(term)]));
    case 'not':
      return fieldsOf(predicate.term);
    case 'compare':
      return new Set([predicate.field]);
    default:
      return new Set();
  }
}
