import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { EventOf } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import { pushBounded } from '../bounded-list.ts';
import type { TrackerContext } from '../define-tracker.ts';
import type { MutableSession, MutableSessionRun } from '../mutable.ts';

const CAP = 64;
const PREFIX = /^NESM[A-Za-z0-9]*SessionState/;

/**
 * Which state of nesessionmanager's machine may follow which. Source: its `Entering state` lines in published logs. A
 * state that is not in here may follow any.
 */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  Idle: ['PreparingNetwork', 'Starting', 'Stopping'],
  PreparingNetwork: ['Starting', 'Stopping', 'Disposing', 'Idle'],
  Starting: ['Running', 'Stopping', 'Disposing'],
  Running: ['Stopping', 'Disposing', 'Starting', 'PreparingNetwork'],
  Stopping: ['Disposing', 'Idle'],
  Disposing: ['Idle', 'PreparingNetwork', 'Starting'],
};

export function enterPhase(
  context: TrackerContext,
  session: MutableSession,
  run: MutableSessionRun | undefined,
  event: EventOf<'nesessionmanager.session/entering-state'>,
): void {
  const name = keep(printed(event.fields.enteredState));
  const cite = context.cite(event);
  const from = session.phase;
  session.phase = name;
  const steps = from === undefined ? undefined : STEPS[from.replace(PREFIX, '')];
  const to = name.replace(PREFIX, '');
  if (from !== undefined && steps !== undefined && to in STEPS && from !== name && !steps.includes(to))
    context.unexpect({ entity: 'session', id: session.uuid, from, to: name, at: event.at, cite });
  if (run === undefined) return;
  leavePhase(run, event.at);
  const phase = { name, from: event.at, to: undefined, timeoutS: event.fields.timeout, hasTimedOut: false, cite };
  if (pushBounded(run.phases, phase, CAP)) context.store.count('sessionPhases');
}

export function leavePhase(run: MutableSessionRun | undefined, at: Micros): void {
  const phase = run?.phases.at(-1);
  if (phase !== undefined) phase.to ??= at;
}

export function phaseTimedOut(run: MutableSessionRun | undefined): void {
  const phase = run?.phases.at(-1);
  if (phase !== undefined) phase.hasTimedOut = true;
}
