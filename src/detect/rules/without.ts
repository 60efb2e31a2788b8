import type { RuleCondition } from '../../model/catalog.ts';
import type { Micros } from '../../model/units.ts';
import type { Holds } from '../../model/why.ts';
import { inWords } from '../durations.ts';
import type { Condition, ConditionContext, Occurrence } from './condition.ts';
import { type Waiting, WaitingRoom } from './waiting-room.ts';

type Without = Extract<RuleCondition, { form: 'without' }>;

/**
 * `A without B within T`. Each A waits for its B on log time. It is found where the capture shows the whole wait and no B in
 * it; where lines may be missing from the wait it is neither found nor counted.
 */
export function createWithout(when: Without, context: ConditionContext): Condition {
  const { event: asked, missing, withinUs } = when;
  const room = new WaitingRoom(context.caps.pending);
  /** Waited in vain, but their own input has not come as far yet. */
  const unwatched: Waiting[] = [];
  const tally = { overflow: 0, suspended: 0, judged: 0 };

  const find = ({ entity, event, cite, value, until }: Waiting): void => {
    tally.judged += 1;
    context.met({ entity, event, decisive: cite, others: [], value, count: 1, from: event.at, to: until });
  };
  const miss = ({ entity, event, cite }: Waiting, actual: string, holds: Holds): void =>
    context.missed?.({ entity, event, cite, actual, holds });
  /** Whoever waited until before now waited in vain. */
  const advance = (now: Micros): void => {
    for (let each = room.first; each !== undefined && each.until < now; each = room.first) {
      room.remove(each);
      if (each.until <= (context.lastAtOf(each.event.ref.input) ?? 0)) find(each);
      else if (unwatched.length < context.caps.pending) unwatched.push(each);
      else tally.overflow += 1;
    }
  };
  const answer = ({ event, key }: Occurrence): void => {
    advance(event.at);
    for (const each of room.of(key)) {
      room.remove(each);
      tally.judged += 1;
      if (context.missed !== undefined) miss(each, `it came after ${inWords(event.at - each.event.at)}`, false);
    }
  };
  const wait = ({ event, entity, key, value }: Occurrence): void => {
    advance(event.at);
    const until = (event.at + withinUs) as Micros;
    if (context.isAsleep()) tally.suspended += 1;
    else
      room.add({
        key,
        value,
        entity,
        event: context.keepEvent(event),
        cite: context.cite(event),
        until,
        isGone: false,
      });
  };
  const both = (occurrence: Occurrence): void => {
    answer(occurrence);
    wait(occurrence);
  };
  return {
    on: asked === missing ? { [asked]: both } : { [asked]: wait, [missing]: answer },
    suspend(at) {
      for (const each of room.all) {
        if (each.until < at) continue;
        room.remove(each);
        tally.suspended += 1;
        miss(each, 'sleep or lost records fall into the wait', 'unknown');
      }
    },
    finish({ ends }) {
      for (const each of [...unwatched, ...room.all]) {
        const { input } = each.event.ref;
        if (each.until <= Math.max(ends[input] ?? 0, context.lastAtOf(input) ?? 0)) find(each);
        else {
          tally.suspended += 1;
          miss(each, 'the capture ends before the wait is over', 'unknown');
        }
      }
    },
    get overflow() {
      return room.overflow + tally.overflow;
    },
    get suspended() {
      return tally.suspended;
    },
    get judged() {
      return tally.judged;
    },
  };
}
