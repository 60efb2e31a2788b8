import { NumberList } from '../../lib/number-list.ts';
import type { Cite, Flow } from '../../model/entity.ts';
import type { EventOf, LooseEvent } from '../../model/typed-event.ts';
import { type DurationUs, MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 20_000;
/** This long without an answer is no answer. */
export const WAIT_US: DurationUs = 30 * SECOND;
/** A hash that comes back later is another flow. Source: id-correlation 3.3. */
const SAME_FLOW_US = 2 * MINUTE;

/** A diverted flow: how far the provider came with it. */
export interface ServicedFlow {
  /** Kept where somebody asks what was weighed. */
  readonly flow: Flow | undefined;
  readonly begunAt: Micros;
  /** The process that was offered it. */
  readonly pid: number | undefined;
  readonly resultAt: Micros | undefined;
  readonly closedAt: Micros | undefined;
  /** Its lines, as long as it is not served or where somebody asks; those of the others are many, and never shown. */
  readonly told: ToldFlow | undefined;
  /** The provider gave it back: it went on natively or to the next provider. */
  readonly isBack: boolean;
}

interface ToldFlow {
  readonly begun: Cite;
  offer: Cite | undefined;
  result: Cite | undefined;
  closed: Cite | undefined;
}

export interface ServicedFlows {
  readonly on: DetectorHandlers;
  /** At the end of the capture: they are made anew each time. */
  all(): readonly ServicedFlow[];
}

/** Pairs the kernel's connect with the provider's offer and the kernel's connect result, by flow hash. */
export function createServicedFlows<M extends Messages>(context: DetectorContext<M>): ServicedFlows {
  /** Rows by flow hash, the newest of each. */
  const open = new Map<number, number>();
  const done: number[] = [];
  const rows = new Rows();
  const of = (event: LooseEvent): number | undefined => {
    const hash = event.fields.flow;
    return typeof hash === 'number' ? open.get(hash | 0) : undefined;
  };
  const back = (event: LooseEvent): void => {
    const row = of(event);
    if (row !== undefined) rows.isBack.set(row, 1);
  };
  const close = (event: LooseEvent): void => {
    const row = of(event);
    if (row === undefined) return;
    setOnce(rows.closedAt, row, event.at);
    const told = rows.told.get(row);
    if (told !== undefined) told.closed ??= context.cite(event);
  };
  const begin = (event: EventOf<'kernel.flow-divert/connecting'>, row: number): void => {
    const told = { begun: context.cite(event), offer: undefined, result: undefined, closed: undefined };
    rows.begin(row, event.at, told, context.isAsked ? context.world.flow(event.fields.flow) : undefined);
  };
  return {
    all: () => [...done, ...open.values()].map((row) => rows.at(row)),
    on: {
      'kernel.flow-divert/connecting': (event) => {
        const { flow } = event.fields;
        const before = open.get(flow | 0);
        if (before !== undefined && rows.isOpen(before) && event.at - rows.begunAt.at(before) < SAME_FLOW_US) return;
        const isKept = before !== undefined && done.length < CAP;
        if (isKept) done.push(before);
        else if (before !== undefined) context.overlook();
        if (flow !== 0 && open.size >= CAP && before === undefined) context.overlook();
        else if (flow !== 0) {
          // One that is not kept leaves its row.
          const row = before === undefined || isKept ? rows.size : before;
          open.set(flow | 0, row);
          begin(event, row);
        }
      },
      'networkextension.flow/new-flow': (event) => {
        const row = of(event);
        if (row === undefined) return;
        setOnce(rows.pid, row, event.pid);
        const told = rows.told.get(row);
        if (told !== undefined) told.offer ??= context.cite(event);
      },
      'kernel.flow-divert/connect-result': (event) => {
        const row = of(event);
        if (row === undefined) return;
        setOnce(rows.resultAt, row, event.at);
        const isServed = rows.resultAt.at(row) - rows.begunAt.at(row) <= WAIT_US;
        if (isServed && !context.isAsked) rows.told.delete(row);
        const told = rows.told.get(row);
        if (told !== undefined) told.result ??= context.cite(event);
      },
      'kernel.flow-divert/moving': back,
      'kernel.flow-divert/no-more-units': back,
      'kernel.flow-divert/skipped-all': back,
      'kernel.flow-divert/close-sent': close,
      'kernel.flow-divert/close-received': close,
      'kernel.flow-divert/destroying': close,
    },
  };
}

/** Flows as columns: they are many, and of most of them a few numbers are needed. */
class Rows {
  readonly begunAt = new NumberList();
  readonly pid = new NumberList();
  readonly resultAt = new NumberList();
  readonly closedAt = new NumberList();
  readonly isBack = new NumberList();
  /** By row, where there is one. */
  readonly told = new Map<number, ToldFlow>();
  readonly #flows = new Map<number, Flow>();

  get size(): number {
    return this.begunAt.length;
  }

  isOpen(row: number): boolean {
    return Number.isNaN(this.closedAt.at(row));
  }

  /** A flow in a new row, or in that of one that is forgotten. */
  begin(row: number, at: Micros, told: ToldFlow, flow: Flow | undefined): void {
    const isNew = row === this.size;
    const columns = [this.begunAt, this.pid, this.resultAt, this.closedAt, this.isBack];
    for (const column of columns) {
      const value = column === this.begunAt ? at : column === this.isBack ? 0 : Number.NaN;
      if (isNew) column.push(value);
      else column.set(row, value);
    }
    this.told.set(row, told);
    if (flow === undefined) this.#flows.delete(row);
    else this.#flows.set(row, flow);
  }

  at(row: number): ServicedFlow {
    return {
      flow: this.#flows.get(row),
      // Times of records.
      begunAt: this.begunAt.at(row) as Micros,
      pid: numberIn(this.pid, row),
      resultAt: numberIn(this.resultAt, row) as Micros | undefined,
      closedAt: numberIn(this.closedAt, row) as Micros | undefined,
      told: this.told.get(row),
      isBack: this.isBack.at(row) > 0,
    };
  }
}

function numberIn(column: NumberList, row: number): number | undefined {
  const value = column.at(row);
  return Number.isNaN(value) ? undefined : value;
}

function setOnce(column: NumberList, row: number, value: number): void {
  if (Number.isNaN(column.at(row))) column.set(row, value);
}
