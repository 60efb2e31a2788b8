import type { LogRecord } from '../model/log-record.ts';
import { createRepeats } from './repeats.ts';

/** Anything that hands over records in its own order, batch by batch; undefined is the end. */
export interface RecordStream {
  next(): Promise<LogRecord[] | undefined>;
}

export interface MergedStream extends RecordStream {
  /** Per stream, records that were left out because an earlier stream holds them too. */
  readonly repeats: readonly number[];
}

/** Enough to make the cost of a promise vanish; small, because what is learnt from a batch changes what is decoded next. */
const BATCH = 64;

interface Head {
  readonly stream: RecordStream;
  readonly index: number;
  batch: LogRecord[];
  position: number;
}

/**
 * One stream out of several, by time. Within a stream its own order stays, even where its clock steps back; streams
 * that say the same instant come in the order given. A record that several streams hold comes once: captures of one machine
 * overlap. A single stream is handed through untouched.
 */
export function merge(streams: readonly RecordStream[]): MergedStream {
  const repeats = new Array<number>(streams.length).fill(0);
  const [only] = streams;
  if (only !== undefined && streams.length === 1) return { next: () => only.next(), repeats };
  const seen = createRepeats();
  let heads: Head[] | undefined;
  return {
    repeats,
    async next() {
      heads ??= await openHeads(streams);
      while (heads.length > 0) {
        const taken: LogRecord[] = [];
        await takeBatch(heads, (record, stream, isAlone) => {
          if (seen.isRepeat(record, stream, isAlone)) repeats[stream] = (repeats[stream] ?? 0) + 1;
          else taken.push(record);
          return taken.length < BATCH;
        });
        if (taken.length > 0) return taken;
      }
      return undefined;
    },
  };
}

/** A heap by time, then by the order given: the earliest head stands first. */
async function openHeads(streams: readonly RecordStream[]): Promise<Head[]> {
  const heads: Head[] = [];
  for (const [index, stream] of streams.entries()) {
    const head: Head = { stream, index, batch: [], position: 0 };
    if (await refill(head)) heads.push(head);
  }
  for (let i = Math.floor(heads.length / 2) - 1; i >= 0; i--) sink(heads, i);
  return heads;
}

/** Takes from the earliest head until `take` has enough. */
async function takeBatch(
  heads: Head[],
  take: (record: LogRecord, stream: number, isAlone: boolean) => boolean,
): Promise<void> {
  for (let isMore = true; isMore; ) {
    const head = heads[0];
    const record = head?.batch[head.position];
    if (head === undefined || record === undefined) return;
    isMore = take(record, head.index, heads.length === 1);
    head.position += 1;
    if (head.position === head.batch.length && !(await refill(head))) removeFirst(heads);
    sink(heads, 0);
  }
}

function removeFirst(heads: Head[]): void {
  const last = heads.pop();
  if (last !== undefined && heads.length > 0) heads[0] = last;
}

function sink(heads: Head[], from: number): void {
  for (let at = from; ; ) {
    const left = 2 * at + 1;
    const right = left + 1;
    let least = at;
    if (isBefore(heads[left], heads[least])) least = left;
    if (isBefore(heads[right], heads[least])) least = right;
    const moved = heads[at];
    const other = heads[least];
    if (least === at || moved === undefined || other === undefined) return;
    heads[at] = other;
    heads[least] = moved;
    at = least;
  }
}

function isBefore(a: Head | undefined, b: Head | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const difference = timeOf(a) - timeOf(b);
  return difference < 0 || (difference === 0 && a.index < b.index);
}

function timeOf(head: Head): number {
  return head.batch[head.position]?.at ?? Number.POSITIVE_INFINITY;
}

/** Moves on to the stream's next batch that holds anything; false at its end. */
async function refill(head: Head): Promise<boolean> {
  for (;;) {
    const batch = await head.stream.next();
    if (batch === undefined) return false;
    if (batch.length === 0) continue;
    head.batch = batch;
    head.position = 0;
    return true;
  }
}
