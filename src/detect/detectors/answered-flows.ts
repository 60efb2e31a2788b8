import { createInterner } from '../../lib/interner.ts';
import { known, printed } from '../../lib/redacted.ts';
import { TwoGenerationMap } from '../../lib/two-generation-map.ts';
import type { Cite } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAPS = { open: 4_000, done: 20_000, rejections: 100_000, pids: 64, words: 2_048 };
const DNS = /[.:]53$/;

/** A flow from the provider library's first line to its last, with what was moved. */
export interface FinishedFlow {
  readonly pid: number;
  readonly isUdp: boolean;
  /** It goes to port 53. */
  readonly isDns: boolean;
  readonly begunAt: Micros;
  readonly endedAt: Micros;
  /** Nothing was moved either way. */
  readonly isEmpty: boolean;
  /** The app sent, and the provider gave nothing back. */
  readonly isUnanswered: boolean;
  /** Of those that got nothing; the others are many, and only counted. */
  readonly told: ToldFlow | undefined;
}

/** What is shown of a flow. */
export interface ToldFlow {
  readonly app: string;
  readonly remote: string;
  readonly begun: Cite;
  readonly ended: Cite;
}

export interface AnsweredFlows {
  readonly on: DetectorHandlers;
  byPid(): ReadonlyMap<number, readonly FinishedFlow[]>;
  /** Rejections of this process in this time: such flows end without data too. */
  rejectedIn(pid: number, from: number, to: number): number;
}

/** Flows by the counters that libnetworkextension prints at their end. */
export function createAnsweredFlows<M extends Messages>(context: DetectorContext<M>): AnsweredFlows {
  const open = new TwoGenerationMap<number, Begun>(CAPS.open);
  const done = new Map<number, FinishedFlow[]>();
  const intern = createInterner(CAPS.words);
  let doneCount = 0;
  const rejections = new Map<number, Micros[]>();
  return {
    byPid: () => done,
    rejectedIn: (pid, from, to) => {
      const times = rejections.get(pid) ?? [];
      return firstAfter(times, to) - firstAfter(times, from - 1);
    },
    on: {
      'networkextension.flow/new-flow': (event) => {
        const { flow, type, app, remote } = event.fields;
        open.set(flow | 0, {
          pid: event.pid,
          isUdp: known(type) === 'datagram',
          app: intern(printed(app)),
          remote: intern(printed(remote)),
          begun: context.cite(event),
        });
      },
      'networkextension.flow/destroying': (event) => {
        const { flow, clientTx, clientRx, kernelRx, kernelTx } = event.fields;
        const begun = open.get(flow | 0);
        open.delete(flow | 0);
        if (begun === undefined || doneCount >= CAPS.done) return;
        doneCount += 1;
        const out = Number(clientTx) + Number(kernelTx);
        const into = Number(clientRx) + Number(kernelRx);
        const flows = done.get(begun.pid) ?? [];
        if (flows.length === 0) done.set(begun.pid, flows);
        flows.push(finished(begun, event.at, out, into, () => context.cite(event)));
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

interface Begun {
  readonly pid: number;
  readonly isUdp: boolean;
  readonly app: string;
  readonly remote: string;
  readonly begun: Cite;
}

function finished(flow: Begun, endedAt: Micros, out: number, into: number, cite: () => Cite): FinishedFlow {
  const { pid, isUdp, app, remote, begun } = flow;
  return {
    pid,
    isUdp,
    isDns: DNS.test(remote),
    begunAt: begun.at,
    endedAt,
    isEmpty: out + into === 0,
    isUnanswered: out === 0 && into > 0,
    told: out === 0 ? { app, remote, begun, ended: cite() } : undefined,
  };
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
