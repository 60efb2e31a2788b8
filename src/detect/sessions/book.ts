import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { EventName, EventOf, LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { Command, MutableAttempt, MutableTrace } from './attempt.ts';
import { traceKind } from './kinds.ts';

const CAPS = { sessions: 1_000, attempts: 512, troubles: 8 };
/** Lines without a session's tag belong to the session that is being started this long. */
const UNTAGGED_US = 5 * SECOND;

/** Events of the family `nesessionmanager.session`: all carry the session's tag. */
export type SessionEvent = Extract<EventOf<EventName>, { readonly fields: { readonly session: unknown } }>;

/** What is known of all sessions so far: the handlers write into it. */
export class SessionBook {
  readonly traces = new Map<string, MutableTrace>();
  readonly #cite: (event: LooseEvent) => Cite;
  /** The session that nesessionmanager works on: lines without a tag are about it. */
  #busy: MutableTrace | undefined;
  #busyAt = 0;

  constructor(cite: (event: LooseEvent) => Cite) {
    this.#cite = cite;
  }

  cite(event: LooseEvent): Cite {
    return this.#cite(event);
  }

  of(event: SessionEvent): MutableTrace | undefined {
    const tag = parts(event.fields.session);
    const uuid = known(tag?.id);
    if (tag === undefined || uuid === undefined) return undefined;
    const trace = this.traces.get(uuid) ?? (this.traces.size < CAPS.sessions ? newTrace(uuid, tag) : undefined);
    if (trace !== undefined) this.traces.set(trace.uuid, trace);
    return trace;
  }

  /** The session of a line that names none. */
  busyAt(event: LooseEvent): MutableTrace | undefined {
    return event.at - this.#busyAt <= UNTAGGED_US ? this.#busy : undefined;
  }

  /** The attempt that is under way, made where there is none. */
  opened(trace: MutableTrace, event: LooseEvent, isWhole: boolean): MutableAttempt {
    const open = openAttempt(trace);
    if (open !== undefined) return open;
    const attempt = newAttempt(this.#cite(event), isWhole);
    trace.attempts.push(attempt);
    if (trace.attempts.length > CAPS.attempts) trace.attempts.shift();
    this.#busy = trace;
    this.#busyAt = event.at;
    return attempt;
  }

  command(event: LooseEvent, client: string | Redacted, pid: number | undefined): Command {
    return { at: event.at, cite: this.#cite(event), client: { name: keep(printed(client)), pid } };
  }

  trouble(event: EventOf<EventName>, trace: MutableTrace | undefined): void {
    const attempt = trace === undefined ? undefined : openAttempt(trace);
    if (attempt !== undefined && attempt.troubles.length < CAPS.troubles)
      attempt.troubles.push({ name: event.name, cite: this.#cite(event) });
  }

  name(trace: MutableTrace | undefined, bundle: string | Redacted | undefined): void {
    const text = known(bundle);
    if (trace !== undefined && text !== undefined && text !== '') trace.bundle ??= keep(text);
  }
}

export function openAttempt(trace: MutableTrace): MutableAttempt | undefined {
  const last = trace.attempts.at(-1);
  return last === undefined || last.ended !== undefined ? undefined : last;
}

function newTrace(
  uuid: string,
  tag: { readonly class: string | Redacted; readonly name: string | Redacted },
): MutableTrace {
  const sessionClass = keep(printed(tag.class));
  const name = keep(printed(tag.name));
  return { uuid: keep(uuid), name, sessionClass, kind: traceKind(sessionClass), bundle: undefined, attempts: [] };
}

function newAttempt(first: Cite, isWhole: boolean): MutableAttempt {
  return {
    first,
    isWhole,
    start: undefined,
    isOnDemand: false,
    repeats: 0,
    lastRepeat: undefined,
    connected: undefined,
    stop: undefined,
    ended: undefined,
    reason: undefined,
    pid: undefined,
    troubles: [],
  };
}
