import type { LogRecord } from '../../model/log-record.ts';
import { compareKeys, compareRecords, type OrderKey } from './record-order.ts';
import { SortedRun } from './sorted-run.ts';

/** Limits in bytes. Smaller ones are for tests: what comes out does not depend on them. */
export interface SorterSizes {
  /** Records that are held as they are before they are packed. */
  readonly looseBytes: number;
  /** Packed records that are held at all. */
  readonly packedBytes: number;
}

const USUAL_SIZES: SorterSizes = { looseBytes: 8 * 1024 * 1024, packedBytes: 48 * 1024 * 1024 };
/** What a record takes beside its message. */
const RECORD_BYTES = 320;

/**
 * Brings records into order in bounded memory. Where they are too many, it keeps the earlier ones: `cut` is then the first
 * that it no longer takes, and whoever fills it comes again for those from there on.
 */
export class RecordSorter {
  /** Records from here on are for a later pass; undefined: it takes all. */
  cut: OrderKey | undefined;
  readonly #sizes: SorterSizes;
  readonly #from: OrderKey | undefined;
  #loose: LogRecord[] = [];
  #looseBytes = 0;
  #runs: SortedRun[] = [];

  /** `from`: earlier ones were there before. */
  constructor(from: OrderKey | undefined, sizes: SorterSizes = USUAL_SIZES) {
    this.#from = from;
    this.#sizes = sizes;
  }

  /** Whether a record of this time and place would be taken. */
  takes(at: number, offset: number): boolean {
    return !isBefore(at, offset, this.#from) && (this.cut === undefined || isBefore(at, offset, this.cut));
  }

  /** False where nothing of this stretch of time would be. */
  takesAny(first: number, last: number): boolean {
    return (this.#from === undefined || last >= this.#from.at) && (this.cut === undefined || first <= this.cut.at);
  }

  add(record: LogRecord): void {
    this.#loose.push(record);
    this.#looseBytes += RECORD_BYTES + record.message.length * 2;
    if (this.#looseBytes < this.#sizes.looseBytes) return;
    this.#runs.push(SortedRun.pack(this.#takeLoose()));
    if (this.#runs.reduce((sum, run) => sum + run.cost, 0) > this.#sizes.packedBytes) this.#shorten();
  }

  /** All records, in order. Afterwards it is empty. */
  *drain(): Generator<LogRecord> {
    const runs = this.#runs;
    this.#runs = [];
    const loose = this.#takeLoose();
    for (const record of runs.length === 0 ? loose : mergeRuns([...runs.map((run) => run.read()), loose.values()])) {
      if (this.cut !== undefined && !isBefore(record.at, record.ref.offset, this.cut)) return;
      yield record;
    }
  }

  #takeLoose(): LogRecord[] {
    const records = this.#loose.sort(compareRecords);
    this.#loose = [];
    this.#looseBytes = 0;
    return records;
  }

  /** Gives up the last eighth: most archives come nearly in order, so little is given up that was packed in vain. */
  #shorten(): void {
    const weights = this.#runs.flatMap((run) => run.weights).sort((a, b) => compareKeys(a.key, b.key));
    const most = (weights.reduce((sum, { bytes }) => sum + bytes, 0) * 7) / 8;
    let sum = 0;
    // The very first block stays, so that every pass brings something.
    const cut = weights.find(({ bytes }, index) => {
      sum += bytes;
      return index > 0 && sum > most;
    })?.key;
    if (cut === undefined) return;
    this.cut = cut;
    for (const run of this.#runs) run.keep((first) => compareKeys(first, cut) < 0);
    this.#runs = this.#runs.filter((run) => run.weights.length > 0);
  }
}

function isBefore(at: number, offset: number, key: OrderKey | undefined): boolean {
  if (key === undefined) return false;
  return at < key.at || (at === key.at && offset < key.offset);
}

/** One ordered sequence out of several: a heap of their first records. */
function* mergeRuns(runs: readonly Iterator<LogRecord>[]): Generator<LogRecord> {
  const heap: { record: LogRecord; readonly run: Iterator<LogRecord> }[] = [];
  for (const run of runs) {
    const first = run.next();
    if (first.done !== true) heap.push({ record: first.value, run });
  }
  heap.sort((a, b) => compareRecords(a.record, b.record));
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    yield top.record;
    const next = top.run.next();
    if (next.done === true) {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
    } else top.record = next.value;
    sink(heap);
  }
}

function sink(heap: { record: LogRecord }[]): void {
  let at = 0;
  for (;;) {
    let least = at;
    for (const child of [at * 2 + 1, at * 2 + 2]) {
      const candidate = heap[child];
      const current = heap[least];
      if (candidate !== undefined && current !== undefined && compareRecords(candidate.record, current.record) < 0)
        least = child;
    }
    if (least === at) return;
    const moved = heap[at];
    const other = heap[least];
    if (moved === undefined || other === undefined) return;
    heap[at] = other;
    heap[least] = moved;
    at = least;
  }
}
