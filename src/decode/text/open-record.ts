import { LEVELS, type LogRecord, type Origin } from '../../model/log-record.ts';
import type { Micros } from '../../model/units.ts';
import type { Intake } from '../intake.ts';
import { MAX_MESSAGE_BYTES, SETTLE_BYTES } from '../limits.ts';
import { decodeMessage } from '../message-text.ts';
import type { Probe } from '../probe.ts';
import type { Window } from '../window.ts';

export interface RecordStart {
  readonly at: Micros;
  readonly origin: Origin;
  readonly probe: Probe | undefined;
  readonly level: number;
  readonly pid: number;
  readonly tid: number;
  /** 1-based. */
  readonly line: number;
  /** Offsets in the input. */
  readonly offset: number;
  readonly messageAt: number;
}

/** The wanted record whose end has not come yet: its message grows with every continuation line. */
export class OpenRecord {
  readonly #intake: Intake;
  readonly #tidy: (message: string) => string;
  #start: RecordStart | undefined;
  #text: string | undefined;
  /** Offset behind the last line that belongs to the record, without its line break. */
  endAt = 0;

  constructor(intake: Intake, tidy: (message: string) => string) {
    this.#intake = intake;
    this.#tidy = tidy;
  }

  get isOpen(): boolean {
    return this.#start !== undefined;
  }

  start(start: RecordStart, endAt: number): void {
    this.#start = start;
    this.#text = undefined;
    this.endAt = endAt;
  }

  /** Hands the record over, if it is wanted still. */
  close(window: Window): void {
    const start = this.#start;
    if (start === undefined) return;
    const text = this.#text ?? this.#decode(start, window);
    this.#start = undefined;
    if (text !== undefined) this.#intake.batch.push(recordOf(start, text, this.endAt, this.#intake));
  }

  /** Index of the first byte of the window that the record still needs; `otherwise` where it needs none. */
  keepFrom(window: Window, otherwise: number): number {
    const start = this.#start;
    if (start === undefined || this.#text !== undefined) return otherwise;
    const keep = start.messageAt - window.base;
    if (otherwise - keep <= SETTLE_BYTES) return keep;
    this.#text = this.#decode(start, window);
    if (this.#text === undefined) this.#start = undefined;
    return otherwise;
  }

  /** Undefined where the record's probe finds nothing. Only the part that can become the message is looked at. */
  #decode(start: RecordStart, window: Window): string | undefined {
    const from = start.messageAt - window.base;
    const to = this.endAt - window.base;
    if (start.probe !== undefined && !start.probe.isInBytes(window.bytes, from, Math.min(to, from + MAX_MESSAGE_BYTES)))
      return undefined;
    const { text, isValid } = decodeMessage(window.bytes, from, to);
    if (!isValid) {
      this.#intake.problems.note('encoding-invalid', 'bytes that are not UTF-8; each became U+FFFD', {
        line: start.line,
        text: () => text,
      });
    }
    return this.#tidy(text);
  }
}

function recordOf(start: RecordStart, message: string, endAt: number, intake: Intake): LogRecord {
  return {
    at: start.at,
    origin: start.origin,
    pid: start.pid,
    tid: start.tid,
    level: LEVELS[start.level] ?? 'unknown',
    message,
    formatString: undefined,
    boot: undefined,
    ref: { input: intake.index, line: start.line, offset: start.offset, length: endAt - start.offset },
  };
}
