import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { PowerState } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutablePhase } from '../mutable.ts';

/** PMRD, powerd and pmset lines about one wake stand within this of each other. Source: line-formats 9. */
const ONE_CHANGE_US = 2 * SECOND;
/** A second dark wake this long after the first one is another wake, even if the sleep between was not logged. */
const NEW_WAKE_US = 10 * SECOND;
/** Capability bit of the graphics: set in a full wake, not in a dark one. Source: kernel-lifecycles 6.5. */
const GRAPHICS = 2;
const CAP_CITES = 6;

interface Change {
  readonly state: PowerState;
  readonly source: string;
  readonly reason?: string;
}

/**
 * Power as stretches of awake, dark wake and sleep. Only lines that mean one thing move it: `dark wake entry`, for
 * instance, is printed on the way to sleep too. Source: kernel-lifecycles 6.5, id-correlation 3.10 (joined by time only).
 */
export const powerTracker: Tracker = {
  id: 'power',
  after: [],
  create(context) {
    const change = (event: LooseEvent, to: Change): void => moveTo(context, event, to);
    const text = (value: string | Redacted | undefined): string | undefined =>
      value === undefined ? undefined : keep(printed(value));
    const reasoned = (state: PowerState, source: string, reason: string | undefined): Change =>
      reason === undefined ? { state, source } : { state, source, reason };
    return {
      on: {
        'system.powerd/sleep': (event) => change(event, reasoned('asleep', 'powerd', text(event.fields.reason))),
        'system.powerd/dark-wake': (event) => change(event, reasoned('dark', 'powerd', text(event.fields.reason))),
        'system.powerd/wake': (event) => change(event, reasoned('awake', 'powerd', text(event.fields.reason))),
        'system.powerd/dark-to-full-wake': (event) =>
          change(event, reasoned('awake', 'powerd', text(event.fields.reason))),
        'kernel.power/system-sleep': (event) => change(event, { state: 'asleep', source: 'kernel' }),
        'kernel.power/dark-wake': (event) => change(event, { state: 'dark', source: 'kernel' }),
        'kernel.power/transition-start': (event) => {
          const { fromState, toState, toCapability } = event.fields;
          if (printed(toState) !== 'ON_STATE') return;
          if (printed(fromState) === 'SLEEP_STATE') {
            change(event, { state: (toCapability & GRAPHICS) === 0 ? 'dark' : 'awake', source: 'kernel' });
          } else if ((toCapability & GRAPHICS) !== 0 && context.store.powerNow()?.state === 'dark') {
            change(event, { state: 'awake', source: 'kernel' });
          }
        },
        'kernel.power/wake-events': (event) => giveReason(context, event, printed(event.fields.reasons)),
        'kernel.power/sleep-reason': (event) => giveReason(context, event, printed(event.fields.reason)),
      },
      boot: (cite) => {
        const last = context.store.power.at(-1);
        if (last !== undefined && last.to === undefined) last.to = cite.at;
      },
    };
  },
};

function moveTo(context: TrackerContext, event: LooseEvent, change: Change): void {
  const cite = context.cite(event);
  const last = context.store.power.at(-1);
  if (last !== undefined && isSameChange(last, change, event.at)) {
    if (last.cites.length < CAP_CITES) last.cites.push(cite);
    if (!last.sources.includes(change.source)) last.sources.push(change.source);
    last.reason ??= change.reason;
    return;
  }
  if (last !== undefined) last.to = event.at;
  const phase: MutablePhase = {
    state: change.state,
    from: event.at,
    to: undefined,
    reason: change.reason,
    cites: [cite],
    sources: [change.source],
  };
  context.store.addPhase(phase);
  context.announce({ kind: 'power', to: change.state, entity: phase, at: event.at, cite });
}

function isSameChange(last: MutablePhase, change: Change, at: number): boolean {
  if (last.state !== change.state) return false;
  return at - last.from <= (change.state === 'dark' ? NEW_WAKE_US : Number.POSITIVE_INFINITY);
}

/** A reason line stands just before or after the line that changes the state. */
function giveReason(context: TrackerContext, event: LooseEvent, reason: string): void {
  const last = context.store.power.at(-1);
  if (last !== undefined && Math.abs(event.at - last.from) <= ONE_CHANGE_US) last.reason ??= keep(reason);
}
