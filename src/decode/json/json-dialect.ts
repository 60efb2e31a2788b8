import { ACTIVITY, DEFAULT, LOSS, levelOfWord, SIGNPOST, STATE, UNKNOWN } from '../levels.ts';
import { EVENT_TYPE, type JsonFacts, MESSAGE_TYPE } from './json-facts.ts';

/** What a record holds beside its time, its origin and its level. */
export interface JsonValues {
  /** -1 where there is none. */
  readonly pid: number;
  readonly tid: number;
  readonly message: string;
  readonly formatString: string | undefined;
  readonly boot: string | undefined;
}

type Value = Readonly<Record<string, unknown>>;

/** How a tool spells a log record as a JSON object. */
export interface JsonDialect {
  readonly format: 'ndjson' | 'iterator-jsonl';
  /** `key"` as it stands in the bytes behind the opening quote, all spellings of all keys. */
  readonly names: readonly Buffer[];
  /** The number of the key that each name spells, as in `KEYS`. */
  readonly keys: readonly number[];
  /** Whether `NANOS` is a number that stands in for the time. */
  readonly hasNanos: boolean;
  /** Index into `LEVELS`. */
  level(facts: JsonFacts, bytes: Buffer, view: DataView): number;
  read(value: Value): JsonValues;
}

/** First letters of event types: activity…, signpost…, state…, loss… and log…, timesync… and trace…. */
const LETTER_A = 0x61;
const LETTER_I = 0x69;
const LETTER_L = 0x6c;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LOWER = 0x20;

function named(spellings: readonly (readonly string[])[]): Pick<JsonDialect, 'names' | 'keys'> {
  return {
    names: spellings.flatMap((each) => each.map((name) => Buffer.from(`${name}"`))),
    keys: spellings.flatMap((each, key) => each.map(() => key)),
  };
}

/** `log show --style ndjson` and `json`. Source: line-formats 5. */
export const APPLE: JsonDialect = {
  format: 'ndjson',
  ...named([
    ['processImagePath'],
    ['senderImagePath'],
    ['subsystem'],
    ['category'],
    ['timestamp'],
    ['messageType'],
    ['eventType'],
  ]),
  hasNanos: false,
  /** An event that is no message has no message type. Source: line-formats 0.6, 5. */
  level(facts, bytes, view) {
    const event = facts.from(EVENT_TYPE);
    const first = event === 0 ? 0 : bytes[event];
    if (first === LETTER_A) return ACTIVITY;
    if (first === LETTER_S) return bytes[event + 1] === LETTER_I ? SIGNPOST : STATE;
    if (first === LETTER_L && bytes[event + 2] === LETTER_S) return LOSS;
    const type = facts.from(MESSAGE_TYPE);
    if (facts.to(MESSAGE_TYPE) - type >= 4) return levelOfWord(view.getInt32(type, true));
    // Time synchronisation and traces carry no type of their own.
    return first === LETTER_T ? DEFAULT : UNKNOWN;
  },
  read: (value) => ({
    pid: numberOr(value.processID, -1),
    tid: numberOr(value.threadID, 0),
    message: textOr(value.eventMessage, '') ?? '',
    formatString: textOr(value.formatString, undefined),
    boot: textOr(value.bootUUID, undefined),
  }),
};

/**
 * `unifiedlog_iterator --format jsonl` of mandiant/macos-UnifiedLogs: UTC, full paths, Apple's format string as the raw
 * message. Programs that pass its lines on spell the keys their own way. Source: its `LogData`, release 0.7.
 */
export const ITERATOR: JsonDialect = {
  format: 'iterator-jsonl',
  ...named([
    spelled('process', 'process_path'),
    spelled('library', 'library_path', 'sender'),
    spelled('subsystem'),
    spelled('category'),
    spelled('timestamp', 'datetime'),
    spelled('log_type', 'level'),
    spelled('event_type'),
    spelled('time'),
  ]),
  hasNanos: true,
  level: (facts, bytes, view) =>
    iteratorLevel(
      view,
      bytes,
      facts.from(EVENT_TYPE),
      facts.to(EVENT_TYPE),
      facts.from(MESSAGE_TYPE),
      facts.to(MESSAGE_TYPE),
    ),
  read: (value) => ({
    pid: pidOf(firstOf(value, PID)),
    tid: tidOf(firstOf(value, TID)),
    message: textOr(firstOf(value, MESSAGE), '') ?? '',
    formatString: textOr(firstOf(value, RAW_MESSAGE), undefined),
    boot: bootOf(textOr(firstOf(value, BOOT), undefined)),
  }),
};

const PID = spelled('pid', 'process_id');
const TID = spelled('thread_id', 'tid');
const MESSAGE = spelled('message', 'event_message');
const RAW_MESSAGE = spelled('raw_message', 'format_string');
const BOOT = spelled('boot_uuid', 'boot_id');

/** `event_type`, `eventType`, `Event Type`, `Thread ID`. */
function spelled(...names: readonly string[]): string[] {
  const all = names.flatMap((name) => {
    const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    const title = words.map((word) => (/^(?:id|pid|uuid)$/i.test(word) ? word.toUpperCase() : word)).join(' ');
    return [name, words.join('').replace(/^./, (letter) => letter.toLowerCase()), title, words.join(' ')];
  });
  return [...new Set(all)];
}

/** The level of one of its records, from where the event's type and the message's stand; 0, 0 where there is none. */
export function iteratorLevel(
  view: DataView,
  bytes: Buffer,
  event: number,
  eventTo: number,
  type: number,
  typeTo: number,
): number {
  const size = eventTo - event;
  const first = size > 2 ? (bytes[event] ?? 0) | LOWER : 0;
  if (first === LETTER_A) return ACTIVITY;
  // Signpost, Simpledump, Statedump.
  if (first === LETTER_S && bytes[event + 1] !== LETTER_I) return STATE;
  if (first === LETTER_S && bytes[event + 2] === 0x67) return SIGNPOST;
  if (first === LETTER_L && bytes[event + 2] === LETTER_S) return LOSS;
  const level = typeTo - type < 4 ? UNKNOWN : levelOfWord(view.getInt32(type, true) & ~LOWER);
  if (level !== UNKNOWN) return level;
  // Create and Useraction are activities; dumps and traces carry no type of their own.
  if (typeTo > type && ((bytes[type] ?? 0) | LOWER) === 0x63) return ACTIVITY;
  return first === LETTER_S || first === LETTER_T ? DEFAULT : UNKNOWN;
}

/** A process id: numbers that were extended by their sign, or that no process has, are none. */
export function pidOf(value: unknown): number {
  const pid = integerOf(value);
  return pid >= 0 && pid <= 0x7fff_ffff ? pid : -1;
}

/** A thread id that a number holds exactly; else 0. */
export function tidOf(value: unknown): number {
  const tid = integerOf(value);
  return tid >= 0 && tid <= Number.MAX_SAFE_INTEGER ? tid : 0;
}

function integerOf(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : -1;
}

/** The tool prints the boot's UUID without dashes; `log show` prints them. */
export function bootOf(text: string | undefined): string | undefined {
  if (text === undefined || /^0*$/.test(text)) return undefined;
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(text);
  return parts === null ? text : parts.slice(1).join('-').toUpperCase();
}

function firstOf(value: Value, names: readonly string[]): unknown {
  for (const name of names) if (Object.hasOwn(value, name)) return value[name];
  return undefined;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function textOr(value: unknown, otherwise: string | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
