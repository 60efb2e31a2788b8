import { keep } from '../../lib/keep.ts';
import { NumberList } from '../../lib/number-list.ts';
import { known, printed } from '../../lib/redacted.ts';
import { bareSigningId } from '../../lib/signing-id.ts';
import { TwoGenerationMap } from '../../lib/two-generation-map.ts';
import type { Cite, Flow } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAPS = { open: 20_000, apps: 512, perApp: 4_096 };
const NOBODY: readonly Cite[] = [];
/** Another address of the same host, tried at the same time. Source: detectors.md (happy eyeballs). */
const SIBLING_US = 300_000;
/** A hash that comes back later is another flow. Source: id-correlation 3.3. */
const SAME_FLOW_US = 2 * MINUTE;
/** Later than this the close has nothing to do with the offer: the provider was asked very late. */
const LATE_US = 30 * SECOND;

/** A flow that the provider was offered, and what the kernel did with it before. */
export interface OfferedFlow {
  /** Kept where somebody asks what was weighed. */
  readonly flow: Flow | undefined;
  readonly begunAt: Micros;
  readonly begun: readonly Cite[];
  /** The kernel's close, where it stands before the offer. */
  readonly closed: Cite | undefined;
  readonly offeredAt: Micros;
  /** Of those that were closed, or where somebody asks; the others are many, and never shown. */
  readonly offer: Cite | undefined;
  readonly pid: number;
  readonly host: string;
}

interface AppFlows {
  readonly app: string;
  readonly early: readonly OfferedFlow[];
  readonly all: readonly OfferedFlow[];
}

interface KernelHalf {
  readonly at: Micros;
  readonly begun: Cite;
  closed: Cite | undefined;
}

export interface EarlyCloses {
  readonly on: DetectorHandlers;
  byApp(): AppFlows[];
}

/** Pairs the kernel's half of each flow with the provider's "New flow" by their hash. */
export function createEarlyCloses<M extends Messages>(context: DetectorContext<M>): EarlyCloses {
  const kernel = new TwoGenerationMap<number, KernelHalf>(CAPS.open);
  const apps = new Map<string, OfferedFlows>();
  let turnedAt = 0 as Micros;

  const begin = (event: EventOf<'kernel.flow-divert/connecting' | 'kernel.flow-divert/created'>): void => {
    const { flow } = event.fields;
    const before = typeof flow === 'number' ? kernel.get(flow | 0) : undefined;
    if (typeof flow !== 'number' || flow === 0) return;
    // `Created` and `Connecting` are of one flow.
    if (before !== undefined && before.closed === undefined && event.at - before.at < SAME_FLOW_US) return;
    if (event.at - turnedAt > SAME_FLOW_US) {
      kernel.turn();
      turnedAt = event.at;
    }
    kernel.set(flow | 0, { at: event.at, begun: context.cite(event), closed: undefined });
  };
  return {
    on: {
      'kernel.flow-divert/created': begin,
      'kernel.flow-divert/connecting': begin,
      'kernel.flow-divert/close-sent': (event) => {
        const half = typeof event.fields.flow === 'number' ? kernel.get(event.fields.flow | 0) : undefined;
        if (half !== undefined) half.closed ??= context.cite(event);
      },
      'networkextension.flow/new-flow': (event) => {
        const { flow, app, name, remote } = event.fields;
        const half = typeof flow === 'number' ? kernel.get(flow | 0) : undefined;
        const owner = known(app);
        if (half === undefined || owner === undefined || owner === '' || event.at - half.at > LATE_US) return;
        const key = keep(bareSigningId(owner));
        const flows = apps.get(key) ?? new OfferedFlows();
        if (flows.size >= CAPS.perApp || (apps.size >= CAPS.apps && !apps.has(key))) return context.overlook();
        apps.set(key, flows);
        const host = known(name) ?? '';
        const isHealthy = half.closed === undefined && !context.isAsked;
        flows.push({
          flow: context.isAsked && typeof flow === 'number' ? context.world.flow(flow) : undefined,
          begunAt: half.at,
          begun: half.closed === undefined ? NOBODY : [half.begun],
          closed: half.closed,
          offeredAt: event.at,
          offer: isHealthy ? undefined : context.cite(event),
          pid: event.pid,
          host: keep(host === '' ? printed(remote) : host),
        });
      },
    },
    byApp: () =>
      [...apps].map(([app, flows]) => {
        const all = flows.all();
        return { app, all, early: all.filter((flow) => flow.closed !== undefined && !hasWon(flow, all)) };
      }),
  };
}

/** Flows of one app. Those of which three numbers and a name are all that is needed stand as columns: they are many. */
class OfferedFlows {
  readonly #begunAt = new NumberList();
  readonly #offeredAt = new NumberList();
  readonly #pids = new NumberList();
  readonly #hosts: string[] = [];
  /** By index: the others. */
  readonly #told = new Map<number, OfferedFlow>();

  get size(): number {
    return this.#hosts.length;
  }

  push(flow: OfferedFlow): void {
    if (flow.offer !== undefined) this.#told.set(this.size, flow);
    this.#begunAt.push(flow.begunAt);
    this.#offeredAt.push(flow.offeredAt);
    this.#pids.push(flow.pid);
    this.#hosts.push(flow.host);
  }

  all(): OfferedFlow[] {
    return this.#hosts.map((host, index) => {
      const told = this.#told.get(index);
      if (told !== undefined) return told;
      // Both were times of records.
      const begunAt = this.#begunAt.at(index) as Micros;
      const offeredAt = this.#offeredAt.at(index) as Micros;
      const pid = this.#pids.at(index);
      return { flow: undefined, begunAt, begun: NOBODY, closed: undefined, offeredAt, offer: undefined, pid, host };
    });
  }
}

/** A race between addresses: another flow to the same host went on. */
function hasWon(flow: OfferedFlow, all: readonly OfferedFlow[]): boolean {
  return all.some(
    (other) =>
      other !== flow &&
      other.closed === undefined &&
      other.host === flow.host &&
      Math.abs(other.begunAt - flow.begunAt) <= SIBLING_US,
  );
}
