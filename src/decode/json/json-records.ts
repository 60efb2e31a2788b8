import { isUtf8 } from 'node:buffer';
import { LEVELS, type LogRecord, type Origin } from '../../model/log-record.ts';
import type { Micros } from '../../model/units.ts';
import { stripAnsi } from '../ansi.ts';
import { readChatter } from '../chatter.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { cutMessage } from '../message-text.ts';
import { MissingTexts } from '../missing-texts.ts';
import { WANTS_NONE, WANTS_PROBE } from '../origin-table.ts';
import { AnyStamp } from '../partial-stamp.ts';
import type { Window } from '../window.ts';
import { APPLE, type JsonDialect } from './json-dialect.ts';
import { type JsonFacts, NANOS, TIMESTAMP } from './json-facts.ts';

const LOG_TOOL = '/usr/bin/log';
const SUMMARY = Buffer.from('{"count":');

/** Turns objects that a scanner has found into records: all are counted, wanted ones parsed. */
export class JsonRecords {
  readonly #intake: Intake;
  readonly #stamp = new AnyStamp();
  readonly #dialect: JsonDialect;
  readonly #missing: MissingTexts | undefined;

  constructor(intake: Intake, dialect: JsonDialect = APPLE) {
    this.#intake = intake;
    this.#dialect = dialect;
    this.#missing = dialect === APPLE ? undefined : new MissingTexts(intake);
  }

  /** Takes the object in [from, end) of the window, whose values `facts` has found. False where it is no log record. */
  take(window: Window, from: number, end: number, facts: JsonFacts): boolean {
    const { bytes, view } = window;
    if (!facts.isRecord) return false;
    const intake = this.#intake;
    const stamp = this.#stamp;
    if (!stamp.read(bytes, view, facts.from(TIMESTAMP), facts.to(TIMESTAMP)))
      stamp.takeNanos(
        facts.has(NANOS) ? Number(bytes.toString('latin1', facts.from(NANOS), facts.to(NANOS))) : Number.NaN,
      );
    const level = this.#dialect.level(facts, bytes, view);
    // Before any time it is a list that has none (`necropsy events` of one); behind times it is damage.
    const isTimeless = !facts.has(TIMESTAMP) && !facts.has(NANOS) && intake.first === undefined;
    const at = isTimeless
      ? intake.countTimeless(level, bytes, from, end)
      : intake.count(stamp, level, bytes, from, end);
    const slot = intake.origins.fromJson(bytes, view, facts.origin);
    if (intake.origins.origin(slot).processPath === LOG_TOOL) this.#hear(bytes, from, end);
    const wants = intake.origins.wants[slot];
    if (wants === WANTS_NONE) return true;
    const probe = wants === WANTS_PROBE ? intake.origins.probe(slot) : undefined;
    if (probe !== undefined && !probe.mayBeInJson(bytes, from, end)) return true;
    const record = this.#parse(window, from, end, at, intake.origins.origin(slot), level);
    if (record !== undefined && (probe === undefined || probe.isIn(record.message))) intake.batch.push(record);
    return true;
  }

  /** Counts an object that is neither a record nor the summary that ends an export. */
  refuse(window: Window, from: number, end: number): void {
    if (window.bytes.compare(SUMMARY, 0, SUMMARY.length, from, Math.min(end, from + SUMMARY.length)) === 0) return;
    this.#intake.problems.note('line-unparsed', 'JSON that is no log record; it is passed over', {
      line: this.#intake.lines + 1,
      text: () => exampleOf(window.bytes, from, end),
    });
  }

  /** What the log tool says of the export stands in a record of its own where `necropsy events` wrote it. */
  #hear(bytes: Buffer, from: number, end: number): void {
    const message = textOr(parseObject(bytes.toString('utf8', from, end))?.eventMessage, '') ?? '';
    const line = Buffer.from(message);
    const chatter = readChatter(line, 0, line.length);
    if (chatter !== undefined) this.#intake.hear(chatter);
  }

  #parse(window: Window, from: number, end: number, at: Micros, origin: Origin, level: number): LogRecord | undefined {
    const { bytes, base } = window;
    const line = this.#intake.lines + 1;
    const raw = bytes.toString('utf8', from, end);
    if (raw.includes('\ufffd') && !isUtf8(bytes.subarray(from, end))) {
      this.#intake.problems.note('encoding-invalid', 'bytes that are not UTF-8; each became U+FFFD', {
        line,
        text: () => raw,
      });
    }
    const value = parseObject(raw);
    if (value === undefined) {
      this.#intake.problems.note('json-invalid', 'lines that are no valid JSON; they are left out', {
        line,
        text: () => raw,
      });
      return undefined;
    }
    const { pid, tid, message, formatString, boot } = this.#dialect.read(value);
    this.#missing?.look(message, line);
    return {
      at,
      origin,
      pid,
      tid,
      level: LEVELS[level] ?? 'unknown',
      message: cutMessage(stripAnsi(message)),
      formatString,
      boot,
      ref: { input: this.#intake.index, line, offset: base + from, length: end - from },
    };
  }
}

/** Undefined where the text is no JSON object. NUL bytes, which no JSON may hold, are left out. */
function parseObject(raw: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(raw.includes('\0') ? raw.replaceAll('\0', '') : raw);
    // An object literal of JSON has string keys only.
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function textOr(value: unknown, otherwise: string | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
