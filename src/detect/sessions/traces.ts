import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { EventOf } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { type DetectorContext, type DetectorHandlers, type Messages, together } from '../define-detector.ts';
import type { SessionTrace } from './attempt.ts';
import { openAttempt, SessionBook } from './book.ts';

/** `got On Demand start message` stands just before the start command that it leads to. Source: trailofbits/algo 539. */
const ON_DEMAND_US = 2 * SECOND;

export interface SessionTraces {
  readonly on: DetectorHandlers;
  all(): readonly SessionTrace[];
  of(uuid: string): SessionTrace | undefined;
}

/** Follows every attempt at every session: who asked, who stopped, how far it came, and what was said of its failure. */
export function createSessionTraces<M extends Messages>(context: DetectorContext<M>): SessionTraces {
  const book = new SessionBook((event) => context.cite(event));
  return {
    on: together(commands(book), states(book), plugins(book), troubles(book)),
    all: () => [...book.traces.values()],
    of: (uuid) => book.traces.get(uuid),
  };
}

function commands(book: SessionBook): DetectorHandlers {
  const onDemand = new Map<string, Micros>();
  return {
    'nesessionmanager.session/on-demand-start': (event) => {
      const trace = book.of(event);
      if (trace !== undefined) onDemand.set(trace.uuid, event.at);
    },
    'nesessionmanager.session/start-command': (event) => {
      const trace = book.of(event);
      if (trace === undefined) return;
      const open = openAttempt(trace);
      if (open?.start !== undefined || open?.connected !== undefined) {
        open.repeats += 1;
        open.lastRepeat = book.cite(event);
        return;
      }
      const attempt = book.opened(trace, event, true);
      attempt.start = book.command(event, event.fields.client, event.fields.clientPid);
      attempt.isOnDemand = event.at - (onDemand.get(trace.uuid) ?? Number.NEGATIVE_INFINITY) <= ON_DEMAND_US;
    },
    'nesessionmanager.session/stop-command': (event) => {
      const trace = book.of(event);
      // A stop for what is down already says nothing.
      if (trace === undefined || trace.attempts.at(-1)?.ended !== undefined) return;
      book.opened(trace, event, false).stop ??= book.command(event, event.fields.client, event.fields.clientPid);
    },
    'nesessionmanager.session/stop-denied': (event) => {
      const attempt = book.of(event)?.attempts.at(-1);
      const isSame = attempt?.stop?.client.name === printed(event.fields.client);
      if (attempt?.stop !== undefined && isSame && event.at - attempt.stop.at < SECOND) attempt.stop = undefined;
    },
  };
}

function states(book: SessionBook): DetectorHandlers {
  return {
    'nesessionmanager.session/status-changed': (event) => {
      const trace = book.of(event);
      if (trace === undefined) return;
      const open = openAttempt(trace);
      switch (known(event.fields.status)) {
        case 'connecting':
          book.opened(trace, event, true);
          break;
        case 'connected':
        case 'reasserting':
          book.opened(trace, event, false).connected ??= book.cite(event);
          break;
        case 'disconnecting':
          book.opened(trace, event, false);
          break;
        case 'disconnected':
          if (open === undefined) break;
          open.ended = book.cite(event);
          if (event.fields.reason !== undefined) open.reason = keep(printed(event.fields.reason));
          break;
        default:
      }
    },
  };
}

function plugins(book: SessionBook): DetectorHandlers {
  const named = (
    event: EventOf<
      | 'nesessionmanager.session/plugin-status'
      | 'nesessionmanager.session/plugin-disposed'
      | 'nesessionmanager.session/plugin-attached'
    >,
  ): void => book.name(book.of(event), parts(event.fields.plugin)?.bundle);
  return {
    'nesessionmanager.session/plugin-started': (event) => {
      const trace = book.of(event);
      if (trace === undefined) return;
      book.name(trace, parts(event.fields.plugin)?.bundle);
      const attempt = openAttempt(trace);
      if (attempt !== undefined && event.fields.pid > 0) attempt.pid = event.fields.pid;
    },
    'nesessionmanager.session/plugin-status': named,
    'nesessionmanager.session/plugin-disposed': named,
    'nesessionmanager.session/plugin-attached': named,
    'nesessionmanager.session/plugin-disconnected': (event) => {
      const trace = book.of(event);
      if (trace === undefined) return;
      book.name(trace, parts(event.fields.plugin)?.bundle);
      book.trouble(event, trace);
      const attempt = openAttempt(trace);
      if (attempt !== undefined) attempt.reason ??= keep(printed(event.fields.reason));
    },
    'nesessionmanager.server/registrations-found': (event) => {
      const trace = book.busyAt(event);
      book.name(trace, event.fields.bundle);
      if (event.fields.count === 0) book.trouble(event, trace);
    },
  };
}

function troubles(book: SessionBook): DetectorHandlers {
  return {
    'nesessionmanager.session/no-network': (event) => book.trouble(event, book.of(event)),
    'nesessionmanager.session/interface-failed': (event) => book.trouble(event, book.of(event)),
    'nesessionmanager.session/timed-out': (event) => book.trouble(event, book.of(event)),
    'nesessionmanager.server/no-network': (event) => book.trouble(event, book.busyAt(event)),
    'nesessionmanager.server/interface-failed': (event) => book.trouble(event, book.busyAt(event)),
    'nesessionmanager.agent/setup-failed': (event) => book.trouble(event, book.busyAt(event)),
    'nesessionmanager.agent/start-failed': (event) => book.trouble(event, book.busyAt(event)),
  };
}
