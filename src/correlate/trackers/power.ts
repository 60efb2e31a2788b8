import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite, PowerState } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutablePhase } from '../mutable.ts';

/** PMRD, powerd and pmset lines about one wake stand within this of each other. Source: line-formats 9. */
const ONE_CHANGE_US = 2 * SECOND;
/** A second dark wake this long after the first one is another wake, even if the sleep between was not logged. */
const NEW_WAKE_US = 10 * SECOND;
/** Capability bit of the graphics: set in a full wake, not in a dark one. Source: kernel-lifecycles 6.5. */
const GRAPHICS = 2;
const CAP_CITES = 6;
const PMSET = 'pmset';
/** Lines of pmset that wait for a more exact word; a machine does not change its state this often in two seconds. */
const CAP_WAITING = 32;
/** A sleep and a wake may stand between what pmset and powerd say of the same change. */
const PHASES_BACK = 4;

interface Change {
  readonly state: PowerState;
  readonly source: string;
  readonly reason?: string;
}

/** A change, when it happened, and the line that tells of it. */
interface Told extends Change {
  readonly at: Micros;
  readonly cite: Cite;
}

/**
 * Power as stretches of awake, dark wake and sleep. Only lines that mean one thing move it: `dark wake entry`, for
 * instance, is printed on the way to sleep too. Source: kernel-lifecycles 6.5, id-correlation 3.10 (joined by time only).
 */
export const powerTracker: Tracker = {
  id: 'power',
  after: [],
  create(context) {
    const waiting: Told[] = [];
    const change = (event: LooseEvent, to: Change): void =>
      hear(context, waiting, { ...to, at: event.at, cite: context.cite(event) });
    const text = (value: string | Redacted | undefined): string | undefined =>
      value === undefined ? undefined : keep(printed(value));
    const reasoned = (state: PowerState, source: string, reason: string | undefined): Change =>
      reason === undefined ? { state, source } : { state, source, reason };
    const end = (at: Micros): void => {
      settle(context, waiting, Number.POSITIVE_INFINITY);
      endWith(context, at);
    };
    return {
      every(event) {
        if (waiting.length > 0) settle(context, waiting, event.at - ONE_CHANGE_US);
      },
      on: {
        'system.powerd/sleep': (event) => change(event, reasoned('asleep', 'powerd', text(event.fields.reason))),
        'system.powerd/dark-wake': (event) => change(event, reasoned('dark', 'powerd', text(event.fields.reason))),
        'system.powerd/wake': (event) => change(event, reasoned('awake', 'powerd', text(event.fields.reason))),
        'system.powerd/dark-to-full-wake': (event) =>
          change(event, reasoned('awake', 'powerd', text(event.fields.reason))),
        'system.pmset/sleep': (event) => change(event, reasoned('asleep', PMSET, text(event.fields.reason))),
        'system.pmset/dark-wake': (event) => change(event, reasoned('dark', PMSET, text(event.fields.reason))),
        'system.pmset/wake': (event) => change(event, reasoned('awake', PMSET, text(event.fields.reason))),
        'system.pmset/dark-to-full-wake': (event) => change(event, reasoned('awake', PMSET, text(event.fields.reason))),
        'system.pmset/started': (event) => end(event.at),
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
      boot: (cite) => end(cite.at),
      finish: () => settle(context, waiting, Number.POSITIVE_INFINITY),
    };
  },
};

/**
 * pmset cuts its seconds, so its lines come before those of powerd and the kernel about the same change, and about the one
 * before. They wait whether another source tells of it, and count for themselves where none does.
 */
function hear(context: TrackerContext, waiting: Told[], told: Told): void {
  if (told.source === PMSET) {
    const phase = context.store.power.slice(-PHASES_BACK).findLast((each) => isTold(each, told));
    if (phase !== undefined) join(phase, told);
    else waiting.push(told);
    if (waiting.length > CAP_WAITING) settle(context, waiting, told.at);
    return;
  }
  const index = waiting.findIndex((each) => each.state === told.state && isNear(each.at, told.at));
  const before = waiting.splice(0, index + 1);
  const same = before.pop();
  for (const each of before) moveTo(context, each);
  const phase = moveTo(context, told);
  if (same !== undefined) join(phase, same);
}

/** Whether another source has told of this change already. */
function isTold(phase: MutablePhase, told: Told): boolean {
  return phase.state === told.state && isNear(phase.from, told.at) && !phase.sources.includes(told.source);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= ONE_CHANGE_US;
}

/** Counts what has waited long enough. */
function settle(context: TrackerContext, waiting: Told[], until: number): void {
  const index = waiting.findIndex(({ at }) => at >= until);
  for (const each of waiting.splice(0, index < 0 ? waiting.length : index)) moveTo(context, each);
}

/** The phase in which the change puts the machine: another one, or the one it is in. */
function moveTo(context: TrackerContext, told: Told): MutablePhase {
  const { state, source, reason, cite } = told;
  const last = context.store.power.at(-1);
  if (last !== undefined && last.to === undefined && isSameChange(last, told)) {
    join(last, told);
    return last;
  }
  // What waited may be of the second in which the last phase began.
  const at =
    source === PMSET && last !== undefined && isNear(last.from, told.at) && told.at < last.from ? last.from : told.at;
  if (last !== undefined) last.to ??= at;
  const phase: MutablePhase = { state, from: at, to: undefined, reason, cites: [cite], sources: [source] };
  context.store.addPhase(phase);
  context.announce({ kind: 'power', to: state, entity: phase, at, cite });
  return phase;
}

function join(phase: MutablePhase, { cite, source, reason }: Told): void {
  if (phase.cites.length < CAP_CITES) phase.cites.push(cite);
  if (!phase.sources.includes(source)) phase.sources.push(source);
  phase.reason ??= reason;
}

/** The machine was off, or powerd: nothing is known of its state until the next line. */
function endWith(context: TrackerContext, at: Micros): void {
  const last = context.store.power.at(-1);
  if (last !== undefined) last.to ??= at;
}

function isSameChange(last: MutablePhase, { state, at }: Told): boolean {
  if (last.state !== state) return false;
  return at - last.from <= (state === 'dark' ? NEW_WAKE_US : Number.POSITIVE_INFINITY);
}

/** A reason line stands just before or after the line that changes the state. */
function giveReason(context: TrackerContext, event: LooseEvent, reason: string): void {
  const last = context.store.power.at(-1);
  if (last !== undefined && Math.abs(event.at - last.from) <= ONE_CHANGE_US) last.reason ??= keep(reason);
}
