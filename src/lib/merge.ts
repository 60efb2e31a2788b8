import type { LogRecord } from '../model/log-record.ts';

/** Anything that hands over records in its own order, batch by batch; undefined is the end. */
export interface RecordStream {
  next(): Promise<LogRecord[] | undefined>;
}

/** Enough to make the cost of a promise vanish; small, because what is learnt from a batch changes what is decoded next. */
const BATCH = 64;

interface Head {
  readonly stream: RecordStream;
  batch: LogRecord[];
  position: number;
}

/**
 * One stream out of several, by time. Within a stream its own order stays, even where its clock steps back; streams
 * that say the same instant come in the order given. A single stream is handed through untouched.
 */
export function merge(streams: readonly RecordStream[]): RecordStream {
  const [only] = streams;
  if (only !== undefined && streams.length === 1) return only;
  let heads: Head[] | undefined;
  return {
    async next() {
      heads ??= await openHeads(streams);
      return takeBatch(heads);
    },
  };
}

async function openHeads(streams: readonly RecordStream[]): Promise<Head[]> {
  const heads: Head[] = [];
  for (const stream of streams) {
    const head: Head = { stream, batch: [], position: 0 };
    if (await refill(head)) heads.push(head);
  }
  return heads;
}

/** Takes from the earliest head until the batch is full, or a head has to wait for its next batch. */
async function takeBatch(heads: Head[]): Promise<LogRecord[] | undefined> {
  if (heads.length === 0) return undefined;
  const taken: LogRecord[] = [];
  while (heads.length > 0 && taken.length < BATCH) {
    const head = earliest(heads);
    const record = head?.batch[head.position];
    if (head === undefined || record === undefined) break;
    taken.push(record);
    head.position += 1;
    if (head.position === head.batch.length && !(await refill(head))) heads.splice(heads.indexOf(head), 1);
  }
  return taken;
}

function earliest(heads: readonly Head[]): Head | undefined {
  let best: Head | undefined;
  let bestAt = Number.POSITIVE_INFINITY;
  for (const head of heads) {
    const at = head.batch[head.position]?.at ?? Number.POSITIVE_INFINITY;
    if (best === undefined || at < bestAt) {
      best = head;
      bestAt = at;
    }
  }
  return best;
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
