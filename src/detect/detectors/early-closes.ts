import { keep } from '../../lib/keep.ts';
import { known, printed } from '../../lib/redacted.ts';
import { bareSigningId } from '../../lib/signing-id.ts';
import { TwoGenerationMap } from '../../lib/two-generation-map.ts';
import type { Cite } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAPS = { open: 20_000, apps: 512, perApp: 4_096 };
/** Another address of the same host, tried at the same time. Source: detectors.md (happy eyeballs). */
const SIBLING_US = 300_000;
/** A hash that comes back later is another flow. Source: id-correlation 3.3. */
const SAME_FLOW_US = 2 * MINUTE;
/** Later than this the close has nothing to do with the offer: the provider was asked very late. */
const LATE_US = 30 * SECOND;

/** A flow that the provider was offered. */
export interface OfferedFlow {
  readonly begunAt: Micros;
  readonly host: string;
  /** Where the kernel's close stands before the offer; the others are many, and only counted. */
  readonly told: EarlyFlow | undefined;
}

/** What the kernel did with a flow before it was offered. */
export interface EarlyFlow {
  readonly begunAt: Micros;
  readonly begun: Cite;
  readonly closed: Cite;
  readonly offer: Cite;
}

interface AppFlows {
  readonly app: string;
  readonly early: readonly EarlyFlow[];
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
  const apps = new Map<string, OfferedFlow[]>();
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
        const flows = apps.get(key) ?? [];
        if (flows.length >= CAPS.perApp || (apps.size >= CAPS.apps && !apps.has(key))) return;
        apps.set(key, flows);
        const host = known(name) ?? '';
        const { at: begunAt, begun, closed } = half;
        flows.push({
          begunAt,
          host: keep(host === '' ? printed(remote) : host),
          told: closed === undefined ? undefined : { begunAt, begun, closed, offer: context.cite(event) },
        });
      },
    },
    byApp: () =>
      [...apps].map(([app, all]) => ({
        app,
        all,
        early: all.flatMap((flow) => (flow.told === undefined || hasWon(flow, all) ? [] : [flow.told])),
      })),
  };
}

/** A race between addresses: another flow to the same host went on. */
function hasWon(flow: OfferedFlow, all: readonly OfferedFlow[]): boolean {
  return all.some(
    (other) =>
      other !== flow &&
      other.told === undefined &&
      other.host === flow.host &&
      Math.abs(other.begunAt - flow.begunAt) <= SIBLING_US,
  );
}
