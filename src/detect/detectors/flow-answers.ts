import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import type { FlowEvent } from './own-flows.ts';

const CAPS = { rows: 2_048, cites: 6 };
/** A shorter row of rejections is not worth a look. */
const SHORTEST = 5;

/** From the last flow of an app that the provider took to the next one, or to the end: nothing but rejections. */
export interface Refusal {
  readonly run: ProcessRun;
  readonly app: string;
  /** Flows before, and how many of them were taken. */
  readonly before: number;
  readonly taken: number;
  readonly lastTaken: Cite;
  readonly first: Cite;
  readonly last: Cite;
  readonly count: number;
  readonly cites: readonly Cite[];
}

interface Row {
  readonly run: ProcessRun;
  readonly app: string;
  all: number;
  taken: number;
  lastTaken: Cite | undefined;
  refused: { first: Cite; last: Cite; count: number; readonly cites: Cite[] } | undefined;
  worst: Refusal | undefined;
}

/** Follows, for each provider run and app, what was taken and what was handed back. */
export class FlowAnswers {
  readonly #rows = new Map<string, Row>();
  readonly #atLeast: number;
  readonly #longUs: number;

  constructor(atLeast: number, longUs: number) {
    this.#atLeast = atLeast;
    this.#longUs = longUs;
  }

  add(run: ProcessRun | undefined, event: FlowEvent, isTaken: boolean, cite: Cite): void {
    const app = known(event.fields.app);
    if (run === undefined || app === undefined || app === '') return;
    const key = `${run.id} ${app}`;
    let row = this.#rows.get(key);
    if (row === undefined) {
      if (this.#rows.size >= CAPS.rows) return;
      row = { run, app: keep(app), all: 0, taken: 0, lastTaken: undefined, refused: undefined, worst: undefined };
      this.#rows.set(keep(key), row);
    }
    if (isTaken) this.#take(row, cite);
    else refuse(row, cite);
  }

  /** At the end of the capture: of each row the worst stretch. */
  all(): Refusal[] {
    return [...this.#rows.values()].flatMap((row) => {
      this.#close(row);
      return row.worst ?? [];
    });
  }

  #take(row: Row, cite: Cite): void {
    this.#close(row);
    row.all += 1;
    row.taken += 1;
    row.lastTaken = cite;
  }

  /** One that is long enough goes before any that is not; of equals the one with more flows. */
  #isWorse(next: Row['refused'] & object, best: Refusal | undefined): boolean {
    if (best === undefined) return true;
    const [a, b] = [next, best].map(
      ({ count, first, last }) => count >= this.#atLeast && last.at - first.at >= this.#longUs,
    );
    return a === b ? next.count > best.count : a === true;
  }

  #close(row: Row): void {
    const { refused, lastTaken } = row;
    row.refused = undefined;
    if (refused === undefined) return;
    const next = { run: row.run, app: row.app, before: row.all, taken: row.taken, ...refused };
    if (lastTaken !== undefined && refused.count >= SHORTEST && this.#isWorse(next, row.worst))
      row.worst = { ...next, lastTaken };
    row.all += refused.count;
  }
}

function refuse(row: Row, cite: Cite): void {
  row.refused ??= { first: cite, last: cite, count: 0, cites: [] };
  row.refused.last = cite;
  row.refused.count += 1;
  if (row.refused.cites.length < CAPS.cites) row.refused.cites.push(cite);
}

/** Something that happened at a moment. */
export interface Moment {
  readonly at: Micros;
  readonly what: string;
  readonly cite: Cite;
}
