import { LEVELS, type LogRecord } from '../../model/log-record.ts';
import type { InputIndex, Micros } from '../../model/units.ts';
import { stripAnsi } from '../ansi.ts';
import type { TimeWindow } from '../input-reader.ts';
import { cutMessage } from '../message-text.ts';
import type { Verdict } from './gates.ts';
import type { RecordSorter } from './record-sorter.ts';
import type { TraceFile } from './trace-file.ts';

/** Where an entry stands in its decompressed chunkset. */
export interface EntryPlace {
  readonly at: Micros;
  readonly position: number;
  readonly length: number;
}

/** Takes what is wanted, of the stretch of time that is asked for. */
export class RecordSink {
  readonly sorter: RecordSorter;
  readonly #input: InputIndex;
  readonly #since: number;
  readonly #until: number;

  constructor(sorter: RecordSorter, input: InputIndex, window: TimeWindow | undefined) {
    this.sorter = sorter;
    this.#input = input;
    this.#since = window?.since ?? Number.NEGATIVE_INFINITY;
    this.#until = window?.until ?? Number.POSITIVE_INFINITY;
  }

  /** Whether a record of this time would be taken: asked before it is made. */
  takes(file: TraceFile, at: number, position: number): boolean {
    if (at < this.#since || at > this.#until) return false;
    return this.sorter.takes(at, file.base + file.rawBefore + position);
  }

  takesAny(first: number, last: number): boolean {
    return last >= this.#since && first <= this.#until && this.sorter.takesAny(first, last);
  }

  add(
    file: TraceFile,
    { at, position, length }: EntryPlace,
    verdict: Verdict,
    entry: {
      readonly pid: number;
      readonly tid: number;
      readonly level: number;
      readonly message: string;
      readonly formatString: string | undefined;
    },
  ): void {
    const message = cutMessage(stripAnsi(withoutNul(entry.message)));
    if (verdict.probe !== undefined && !verdict.probe.isIn(message)) return;
    const line = file.rawBefore + position;
    const record: LogRecord = {
      at,
      origin: verdict.origin,
      pid: entry.pid,
      tid: entry.tid,
      level: LEVELS[entry.level] ?? 'unknown',
      message,
      formatString: entry.formatString === '' ? undefined : entry.formatString,
      boot: file.boot,
      ref: { input: this.#input, line, file: file.path, offset: file.base + line, length },
    };
    this.sorter.add(record);
  }
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
