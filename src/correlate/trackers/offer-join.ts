import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { bareSigningId } from '../../lib/signing-id.ts';
import type { EventName, LooseEvent, Redacted } from '../../model/typed-event.ts';
import type { TrackerContext } from '../define-tracker.ts';
import type { MutableFlow } from '../mutable.ts';

/** How long after `New flow` the framework's line about the same flow may come. Source: id-correlation 3.4, < 5 ms typical. */
const JOIN_US = 50_000;
const CAP_PENDING = 256;

const VERDICTS: ReadonlyMap<string, 'accepted' | 'rejected'> = new Map([
  ['networkextension.provider/new-flow-accepted', 'accepted'],
  ['networkextension.provider/new-flow-rejected', 'rejected'],
]);
export const OFFER_EVENTS: readonly EventName[] = [
  'networkextension.provider/new-flow-accepted',
  'networkextension.provider/new-flow-rejected',
];

export interface OfferJoin {
  /** A `(N): New flow` line: its flow waits for the framework's lines. */
  flowSeen(flow: MutableFlow, event: LooseEvent): void;
  /** A `[Extension B]: … new flow …` line, which carries no flow id. */
  offerSeen(event: LooseEvent): void;
}

/**
 * Joins the framework's accept and reject lines to the flow they are about. They carry no id, so the join is inferred:
 * same provider pid, app and remote, closest in time, each `New flow` used once per verdict, in order.
 */
export function createOfferJoin(context: TrackerContext): OfferJoin {
  const pending = new Map<number, { flow: MutableFlow; at: number }[]>();

  return {
    flowSeen(flow, event) {
      const list = pending.get(event.pid) ?? [];
      list.push({ flow, at: event.at });
      if (list.length > CAP_PENDING) list.shift();
      pending.set(event.pid, list);
      if (pending.size > 64) pending.delete(pending.keys().next().value ?? event.pid);
    },
    offerSeen(event) {
      const verdict = VERDICTS.get(event.name);
      const list = pending.get(event.pid);
      if (verdict === undefined || list === undefined) return;
      const app = known(event.fields.app as string | Redacted | undefined);
      const remote = known(event.fields.remote as string | Redacted | undefined);
      const index = list.findIndex((wait) => event.at - wait.at <= JOIN_US && fits(wait.flow, app, remote));
      const flow = list[index]?.flow;
      if (flow === undefined) return;
      list.splice(index, 1);
      const from = flow.state;
      if (flow.provider !== undefined) flow.provider.steps.push(verdict);
      flow.remote ??= remote === undefined ? undefined : keep(remote);
      if (from !== 'offered' && from !== 'connecting') return;
      flow.state = verdict;
      context.announce({ kind: 'flow', from, to: verdict, entity: flow, at: event.at, cite: context.cite(event) });
    },
  };
}

function fits(flow: MutableFlow, app: string | undefined, remote: string | undefined): boolean {
  if (app !== undefined && flow.app !== undefined && bareSigningId(app) !== bareSigningId(flow.app)) return false;
  return remote === undefined || flow.remote === undefined || remote === flow.remote;
}
