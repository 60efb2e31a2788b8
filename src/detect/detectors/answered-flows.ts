import { createInterner } from '../../lib/interner.ts';
import { NumberList } from '../../lib/number-list.ts';
import { known, printed } from '../../lib/redacted.ts';
import { TwoGenerationMap } from '../../lib/two-generation-map.ts';
import type { Cite, Flow } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAPS = { open: 4_000, done: 20_000, rejections: 100_000, pids: 64, words: 2_048 };
const IS_UDP = 1;
const IS_EMPTY = 2;
const IS_UNANSWERED = 4;

/** A flow from the provider library's first line to its last, with what was moved. */
export interface FinishedFlow {
  /** Kept where somebody asks what was weighed. */
  readonly flow: Flow | undefined;
  readonly pid: number;
  readonly isUdp: boolean;
  readonly app: string;
  readonly remote: string;
  readonly begunAt: Micros;
  readonly endedAt: Micros;
  /** Its lines, where it got nothing or somebody asks; those of the others are many, and never shown. */
  readonly told: { readonly begun: Cite; readonly ended: Cite } | undefined;
  /** Nothing was moved either way. */
  readonly isEmpty: boolean;
  /** The app sent, and the provider gave nothing back. */
  readonly isUnanswered: boolean;
}

interface OpenFlow extends Pick<FinishedFlow, 'flow' | 'pid' | 'isUdp' | 'app' | 'remote'> {
  readonly begun: Cite;
}

export interface AnsweredFlows {
  readonly on: DetectorHandlers;
  /** At the end of the capture: they are made anew each time. */
  all(): readonly FinishedFlow[];
  /** Rejections of this process in this time: such flows end without data too. */
  rejectedIn(pid: number, from: number, to: number): number;
}

/** Flows by the counters that libnetworkextension prints at their end. */
export function createAnsweredFlows<M extends Messages>(context: DetectorContext<M>): AnsweredFlows {
  const open = new TwoGenerationMap<number, OpenFlow>(CAPS.open);
  const intern = createInterner(CAPS.words);
  const done = new FinishedFlows();
  const rejections = new Map<number, Micros[]>();
  return {
    all: () => done.all(),
    rejectedIn: (pid, from, to) => {
      const times = rejections.get(pid) ?? [];
      return firstAfter(times, to) - firstAfter(times, from - 1);
    },
    on: {
      'networkextension.flow/new-flow': (event) => {
        const { flow, type, app, remote } = event.fields;
        open.set(flow | 0, {
          flow: context.isAsked ? context.world.flow(flow) : undefined,
          pid: event.pid,
          isUdp: known(type) === 'datagram',
          app: intern(printed(app)),
          remote: intern(printed(remote)),
          begun: context.cite(event),
        });
      },
      'networkextension.flow/destroying': (event) => {
        const { flow, clientTx, clientRx, kernelRx, kernelTx } = event.fields;
        const before = open.get(flow | 0);
        open.delete(flow | 0);
        if (before === undefined) return;
        if (done.size >= CAPS.done) return context.overlook();
        const out = Number(clientTx) + Number(kernelTx);
        const into = Number(clientRx) + Number(kernelRx);
        const ended = out === 0 || context.isAsked ? context.cite(event) : undefined;
        done.push(before, { at: event.at, cite: ended }, out, into);
      },
      'networkextension.provider/new-flow-rejected': (event) => {
        const times = rejections.get(event.pid) ?? [];
        if (times.length >= CAPS.rejections || (rejections.size >= CAPS.pids && !rejections.has(event.pid))) return;
        times.push(event.at);
        rejections.set(event.pid, times);
      },
    },
  };
}

/** Finished flows as columns: they are many, and of most of them a few numbers are needed. */
class FinishedFlows {
  readonly #pids = new NumberList();
  readonly #begun = new NumberList();
  readonly #ended = new NumberList();
  /** `IS_UDP` and the others, added up. */
  readonly #signs = new NumberList();
  readonly #apps: string[] = [];
  readonly #remotes: string[] = [];
  /** By index, where there is one. */
  readonly #flows = new Map<number, Flow>();
  readonly #told = new Map<number, FinishedFlow['told']>();

  get size(): number {
    return this.#apps.length;
  }

  push(
    { flow, pid, isUdp, app, remote, begun }: OpenFlow,
    end: { readonly at: Micros; readonly cite: Cite | undefined },
    out: number,
    into: number,
  ): void {
    const index = this.size;
    const isEmpty = out + into === 0;
    const isUnanswered = out === 0 && into > 0;
    this.#pids.push(pid);
    this.#begun.push(begun.at);
    this.#ended.push(end.at);
    this.#signs.push((isUdp ? IS_UDP : 0) + (isEmpty ? IS_EMPTY : 0) + (isUnanswered ? IS_UNANSWERED : 0));
    this.#apps.push(app);
    this.#remotes.push(remote);
    if (flow !== undefined) this.#flows.set(index, flow);
    if (end.cite !== undefined) this.#told.set(index, { begun, ended: end.cite });
  }

  all(): FinishedFlow[] {
    return this.#apps.map((app, index) => {
      const signs = this.#signs.at(index);
      return {
        flow: this.#flows.get(index),
        pid: this.#pids.at(index),
        isUdp: (signs & IS_UDP) > 0,
        app,
        remote: this.#remotes[index] ?? '',
        // Both were a record's time.
        begunAt: this.#begun.at(index) as Micros,
        endedAt: this.#ended.at(index) as Micros,
        told: this.#told.get(index),
        isEmpty: (signs & IS_EMPTY) > 0,
        isUnanswered: (signs & IS_UNANSWERED) > 0,
      };
    });
  }
}

/** Index of the first time later than `at`; times are in order. */
function firstAfter(times: readonly Micros[], at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
