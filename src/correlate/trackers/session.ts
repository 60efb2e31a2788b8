import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { EventName, EventOf } from '../../model/typed-event.ts';
import { pushBounded } from '../bounded-list.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableSession, MutableSessionRun } from '../mutable.ts';
import { enterPhase, leavePhase, phaseTimedOut } from './session-phases.ts';
import { asSessionState, isExpectedStep, kindOfSessionClass } from './session-states.ts';

const CAPS = { runs: 256, history: 256 };

/** Events of the family `nesessionmanager.session`: all carry the session's tag. */
type SessionEvent = Extract<EventOf<EventName>, { readonly fields: { readonly session: unknown } }>;

/**
 * Sessions by UUID and their runs: from a start command, or the first `connecting`, to `disconnected`.
 * Source: id-correlation 1 (one configuration, many runs) and 3.1 (session → provider process by pid, exact).
 */
export const sessionTracker: Tracker = {
  id: 'session',
  after: ['process'],
  create(context) {
    return {
      on: {
        'nesessionmanager.session/status-changed': (event) => changeStatus(context, event),
        'nesessionmanager.session/start-command': (event) => {
          const session = sessionOf(context, event);
          if (session === undefined) return;
          const client = clientOf(event.fields.client, event.fields.clientPid);
          const run = session.runs.at(-1);
          // A start command to a session that is already up is a repeat, not a new run.
          if (run !== undefined && run.endedAt === undefined) run.startedBy ??= client;
          else openRun(context, session, event, client);
        },
        'nesessionmanager.session/stop-command': (event) => {
          const session = sessionOf(context, event);
          const run = session?.runs.at(-1);
          if (session === undefined) return;
          if (run !== undefined && run.endedAt === undefined)
            run.stoppedBy ??= clientOf(event.fields.client, event.fields.clientPid);
          askToStop(context, session, event);
        },
        'nesessionmanager.session/entering-state': (event) => {
          const session = sessionOf(context, event);
          if (session !== undefined && /Stopping|Disposing/.test(printed(event.fields.enteredState)))
            askToStop(context, session, event);
          if (session !== undefined) enterPhase(context, session, liveRun(session), event);
        },
        'nesessionmanager.session/leaving-state': (event) => leavePhase(liveRun(sessionOf(context, event)), event.at),
        'nesessionmanager.session/state-timer-fired': (event) => phaseTimedOut(liveRun(sessionOf(context, event))),
        'nesessionmanager.session/on-demand-start': (event) => {
          const session = sessionOf(context, event);
          if (session === undefined) return;
          const client = `On Demand[${event.fields.clientPid}]`;
          if (liveRun(session) === undefined) openRun(context, session, event, client);
          const run = liveRun(session);
          if (run !== undefined) run.isOnDemand = true;
        },
        'nesessionmanager.session/plugin-disconnected': (event) => {
          const run = sessionOf(context, event)?.runs.at(-1);
          if (run !== undefined) run.pluginReason ??= keep(printed(event.fields.reason));
        },
        'nesessionmanager.server/network-changed': () => {
          for (const session of context.store.sessions) {
            const run = liveRun(session);
            if (run !== undefined) run.networkChanges += 1;
          }
        },
        'nesessionmanager.session/plugin-started': (event) => {
          const session = sessionOf(context, event);
          if (session !== undefined) addProvider(session, event.fields.pid);
        },
      },
    };
  },
};

function sessionOf(context: TrackerContext, event: SessionEvent): MutableSession | undefined {
  const tag = parts(event.fields.session);
  const uuid = known(tag?.id);
  if (tag === undefined || uuid === undefined) return undefined;
  const existing = context.store.session(uuid);
  if (existing !== undefined) return existing;
  const sessionClass = printed(tag.class);
  const session: MutableSession = {
    uuid: keep(uuid),
    name: keep(printed(tag.name)),
    sessionClass: keep(sessionClass),
    kind: kindOfSessionClass(sessionClass),
    state: 'unknown',
    stateSince: event.at,
    runs: [],
    history: [],
    phase: undefined,
  };
  context.store.addSession(session);
  return session;
}

function liveRun(session: MutableSession | undefined): MutableSessionRun | undefined {
  const run = session?.runs.at(-1);
  return run?.endedAt === undefined ? run : undefined;
}

function changeStatus(context: TrackerContext, event: EventOf<'nesessionmanager.session/status-changed'>): void {
  const session = sessionOf(context, event);
  if (session === undefined) return;
  const from = session.state;
  const to = asSessionState(typeof event.fields.status === 'string' ? event.fields.status : undefined);
  const cite = context.cite(event);
  const isDropped = pushBounded(
    session.history,
    { from, to, at: event.at, cite, expected: isExpectedStep(from, to) },
    CAPS.history,
  );
  if (isDropped) context.store.count('sessionHistory');
  if (!isExpectedStep(from, to))
    context.unexpect({ entity: 'session', id: session.uuid, from, to, at: event.at, cite });
  session.state = to;
  session.stateSince = event.at;
  const run = session.runs.at(-1);
  const isUp = run !== undefined && run.endedAt === undefined;
  if (to === 'disconnected' && isUp) {
    run.endedAt = event.at;
    run.stopReason = event.fields.reason === undefined ? undefined : keep(printed(event.fields.reason));
  } else if ((to === 'connecting' || to === 'connected' || to === 'reasserting') && !isUp) {
    openRun(context, session, event, undefined);
  }
  context.announce({ kind: 'session', from, to, entity: session, at: event.at, cite });
}

function openRun(
  context: TrackerContext,
  session: MutableSession,
  event: SessionEvent,
  startedBy: string | undefined,
): void {
  const run: MutableSessionRun = {
    startedAt: event.at,
    startedBy,
    endedAt: undefined,
    stopReason: undefined,
    stoppedBy: undefined,
    isOnDemand: false,
    pluginReason: undefined,
    delegateInterface: undefined,
    phases: [],
    networkChanges: 0,
    providerPids: [],
  };
  if (pushBounded(session.runs, run, CAPS.runs)) context.store.count('sessionRuns');
}

function addProvider(session: MutableSession, pid: number): void {
  const run = session.runs.at(-1);
  if (run !== undefined && !run.providerPids.includes(pid)) pushBounded(run.providerPids, pid, 64);
}

/** From here on an end of the session's provider processes is what was asked for, no fault. */
function askToStop(context: TrackerContext, session: MutableSession, event: SessionEvent): void {
  for (const pid of session.runs.at(-1)?.providerPids ?? []) {
    const process = context.store.process(pid);
    if (process !== undefined && process.end === undefined) process.stopAskedAt = event.at;
  }
}

function clientOf(client: string | Redacted, pid: number | undefined): string {
  return keep(pid === undefined ? printed(client) : `${printed(client)}[${pid}]`);
}
