import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';
import type { SessionEvent } from './book.ts';

/** `State timer … fired` and `timed out` tell of one timeout. */
const ONE_TIMEOUT_US = 2 * SECOND;
const CAPS = { sessions: 512, timeouts: 512 };

/** A state that lasted longer than nesessionmanager allows. */
export interface Timeout {
  readonly session: string;
  readonly name: string;
  readonly state: string;
  /** Seconds allowed, where a line says so. */
  readonly allowed: number | undefined;
  readonly entered: Cite | undefined;
  readonly cites: Cite[];
  /** The provider's process as nesessionmanager started it for this state, and whether its channel came up. */
  readonly pid: number | undefined;
  readonly attached: Cite | undefined;
}

interface State {
  readonly id: string;
  name: string;
  state: string;
  allowed: number | undefined;
  entered: Cite | undefined;
  pid: number | undefined;
  attached: Cite | undefined;
}

export interface Timeouts {
  readonly on: DetectorHandlers;
  all(): readonly Timeout[];
}

/** Which states of which sessions timed out, and how far the provider had come. Filter sessions have only these lines. */
export function createTimeouts<M extends Messages>(context: DetectorContext<M>): Timeouts {
  const states = new Map<string, State>();
  const timeouts: Timeout[] = [];
  const stateOf = (event: SessionEvent): State | undefined => {
    const tag = parts(event.fields.session);
    const id = known(tag?.id);
    if (tag === undefined || id === undefined || (states.size >= CAPS.sessions && !states.has(id))) return undefined;
    const before = states.get(id);
    if (before !== undefined) return before;
    const state: State = {
      id: keep(id),
      name: keep(printed(tag.name)),
      state: '',
      allowed: undefined,
      entered: undefined,
      pid: undefined,
      attached: undefined,
    };
    states.set(state.id, state);
    return state;
  };
  const timedOut = (event: SessionEvent & LooseEvent, said: string | undefined, allowed: number | undefined): void => {
    const state = stateOf(event);
    if (state === undefined) return;
    const cite = context.cite(event);
    const last = timeouts.findLast(({ session }) => session === state.id);
    if (last !== undefined && event.at - (last.cites[0]?.at ?? 0) <= ONE_TIMEOUT_US) {
      last.cites.push(cite);
      return;
    }
    if (timeouts.length >= CAPS.timeouts) return;
    const { name, entered, pid, attached } = state;
    timeouts.push({
      session: state.id,
      name,
      state: keep(said ?? state.state),
      allowed: allowed ?? state.allowed,
      entered,
      cites: [cite],
      pid,
      attached,
    });
  };
  return {
    all: () => timeouts,
    on: {
      'nesessionmanager.session/entering-state': (event) => {
        const state = stateOf(event);
        if (state === undefined) return;
        state.state = keep(printed(event.fields.enteredState));
        state.allowed = event.fields.timeout;
        state.entered = context.cite(event);
        if (/Idle|Preparing|Initial/.test(state.state)) {
          state.pid = undefined;
          state.attached = undefined;
        }
      },
      'nesessionmanager.session/plugin-started': (event) => {
        const state = stateOf(event);
        if (state !== undefined && event.fields.pid > 0) state.pid = event.fields.pid;
      },
      'nesessionmanager.session/plugin-attached': (event) => {
        const state = stateOf(event);
        if (state !== undefined) state.attached = context.cite(event);
      },
      'nesessionmanager.session/state-timer-fired': (event) =>
        timedOut(event, known(event.fields.timedState), event.fields.timeout),
      'nesessionmanager.session/timed-out': (event) => timedOut(event, known(event.fields.state), undefined),
    },
  };
}

/** µs that the state lasted, as far as the log tells. */
export function waitedFor({ entered, cites, allowed }: Timeout): number {
  const at = cites[0]?.at;
  if (entered !== undefined && at !== undefined) return at - entered.at;
  return (allowed ?? 0) * SECOND;
}

/** `NESMVPNSessionStateStarting` → `Starting`. */
export function shortState(state: string): string {
  return state.replace(/^NESM\w*?SessionState/, '') || state;
}
