import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { RecordRef } from '../../model/log-record.ts';
import { START_STEPS, type StartStepId } from '../../model/start.ts';
import type { EventName, EventOf, LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';

/** When a step was told, and by which line. */
export interface StepSign {
  readonly at: Micros;
  readonly ref: RecordRef;
  readonly note?: string;
}

export interface Start {
  readonly machine: number;
  readonly uuid: string;
  readonly name: string;
  readonly sessionClass: string;
  readonly from: Micros;
  readonly ref: RecordRef;
  startedBy: string | undefined;
  pid: number | undefined;
  bundle: string | undefined;
  /** The first sign of each. */
  readonly signs: Map<StartStepId, StepSign>;
  readonly failures: Map<StartStepId, StepSign>;
  endedAt: Micros | undefined;
  reason: string | undefined;
}

/** Remembers provider starts as their lines pass. */
export interface StartBook {
  see(event: LooseEvent, machine: number): void;
  /** In the order in which they began; what processes themselves said is joined to them by pid. */
  all(): readonly Start[];
  /** Starts that were forgotten, the oldest ones. */
  readonly dropped: number;
}

const CAPS = { starts: 2_000, pids: 2_000, perPid: 12, bundles: 500 };
/** A line without a session's tag is about the start that was asked for at most so long before. */
const UNTAGGED_US = 10 * SECOND;

/** Events that this reads. */
const READ: ReadonlySet<string> = new Set<EventName>([
  ...START_STEPS.flatMap(({ events }) => [...events]),
  'nesessionmanager.session/plugin-disconnected',
  'nesessionmanager.session/interface-failed',
  'nesessionmanager.session/settings-failed',
  'nesessionmanager.agent/setup-failed',
  'nesessionmanager.agent/start-failed',
]);

export function isReadForStarts(event: string): boolean {
  return READ.has(event);
}

/** What nesessionmanager puts in front: the session, which the start names already. */
const TAG = /^NESM\w+\[[^\]]*\](?: in state \w+)?:\s*/;

type SessionEvent = Extract<EventOf<EventName>, { readonly fields: { readonly session: unknown } }>;
type PidSign = StepSign & { readonly step: StartStepId };

export function createStartBook(): StartBook {
  const starts: Start[] = [];
  const open = new Map<string, Start>();
  const byPid = new Map<string, PidSign[]>();
  const enabled = new Map<string, StepSign & { readonly state: string }>();
  let dropped = 0;

  const openOf = (event: SessionEvent, machine: number): Start | undefined => {
    const uuid = known(parts(event.fields.session)?.id);
    return uuid === undefined ? undefined : open.get(`${machine} ${uuid}`);
  };
  const begin = (event: SessionEvent, machine: number): Start | undefined => {
    const tag = parts(event.fields.session);
    const uuid = known(tag?.id);
    if (tag === undefined || uuid === undefined) return undefined;
    const before = open.get(`${machine} ${uuid}`);
    if (before !== undefined) return before;
    const start = newStart(event, machine, {
      uuid: keep(uuid),
      name: keep(printed(tag.name)),
      sessionClass: keep(printed(tag.class)),
    });
    starts.push(start);
    open.set(`${machine} ${uuid}`, start);
    if (starts.length > CAPS.starts) {
      starts.shift();
      dropped += 1;
    }
    return start;
  };
  const close = (start: Start): void => {
    open.delete(`${start.machine} ${start.uuid}`);
  };
  /** The start that a line without a tag is about: the only one on its way whose bundle fits. */
  const untagged = (event: LooseEvent, machine: number, bundle: string | undefined): Start | undefined => {
    const recent = [...open.values()].filter(
      (start) => start.machine === machine && event.at - start.from <= UNTAGGED_US && !start.signs.has('connected'),
    );
    const fitting = recent.filter((start) => start.bundle !== undefined && isRelated(start.bundle, bundle));
    const candidates = fitting.length > 0 ? fitting : recent.filter((start) => start.bundle === undefined);
    return candidates.length === 1 ? candidates[0] : undefined;
  };
  const ofPid = (step: StartStepId, pid: number, event: LooseEvent, machine: number): void => {
    if (pid <= 0) return;
    const key = `${machine} ${pid}`;
    const list = byPid.get(key) ?? [];
    if (list.length === 0 && byPid.size >= CAPS.pids) byPid.delete(byPid.keys().next().value ?? '');
    byPid.set(key, list);
    list.push({ step, at: event.at, ref: event.ref });
    if (list.length > CAPS.perPid) list.shift();
  };
  const handlers = handlersOf({ begin, openOf, close, untagged, ofPid, enabled });
  return {
    see(event, machine) {
      if (!READ.has(event.name)) return;
      // The names of the table are those of the events that its handlers take.
      (handlers[event.name as EventName] as ((event: LooseEvent, machine: number) => void) | undefined)?.(
        event,
        machine,
      );
    },
    all() {
      for (const start of starts) {
        joinPid(start, byPid.get(`${start.machine} ${start.pid ?? 0}`) ?? []);
        joinExtension(start, enabled);
      }
      return starts;
    },
    get dropped() {
      return dropped;
    },
  };
}

interface Hands {
  readonly begin: (event: SessionEvent, machine: number) => Start | undefined;
  readonly openOf: (event: SessionEvent, machine: number) => Start | undefined;
  readonly close: (start: Start) => void;
  readonly untagged: (event: LooseEvent, machine: number, bundle: string | undefined) => Start | undefined;
  readonly ofPid: (step: StartStepId, pid: number, event: LooseEvent, machine: number) => void;
  readonly enabled: Map<string, StepSign & { readonly state: string }>;
}

type Handlers = { readonly [N in EventName]?: (event: EventOf<N>, machine: number) => void };

function handlersOf(hands: Hands): Handlers {
  return { ...sessionHandlers(hands), ...systemHandlers(hands) };
}

/** Lines of nesessionmanager that carry the session's tag. */
function sessionHandlers({ begin, openOf, close }: Hands): Handlers {
  return {
    'nesessionmanager.session/start-command': (event, machine) => {
      const start = begin(event, machine);
      if (start === undefined || start.signs.has('connected')) return;
      const { client, clientPid } = event.fields;
      start.startedBy ??= keep(`${printed(client)}[${clientPid}]`);
      sign(start, 'asked', event);
    },
    'nesessionmanager.session/status-changed': (event, machine) => {
      const status = known(event.fields.status);
      const start = status === 'connecting' ? begin(event, machine) : openOf(event, machine);
      if (start === undefined) return;
      if (status === 'connected') sign(start, 'connected', event);
      if (status !== 'disconnected') return;
      start.endedAt = event.at;
      const { reason } = event.fields;
      if (reason !== undefined) start.reason = keep(printed(reason));
      close(start);
    },
    'nesessionmanager.session/plugin-installed': (event, machine) => sign(openOf(event, machine), 'registered', event),
    'nesessionmanager.session/plugin-started': (event, machine) => {
      const start = openOf(event, machine);
      if (start === undefined) return;
      start.bundle ??= textOf(parts(event.fields.plugin)?.bundle);
      if (event.fields.pid > 0) {
        start.pid ??= event.fields.pid;
        sign(start, 'running', event);
      } else fail(start, 'running', event, event.fields.error);
    },
    'nesessionmanager.session/plugin-attached': (event, machine) => sign(openOf(event, machine), 'ipc', event),
    'nesessionmanager.session/settings-requested': (event, machine) => sign(openOf(event, machine), 'settings', event),
    'nesessionmanager.session/settings-failed': (event, machine) => fail(openOf(event, machine), 'settings', event),
    'nesessionmanager.session/interface-failed': (event, machine) => fail(openOf(event, machine), 'settings', event),
    'nesessionmanager.session/plugin-disconnected': (event, machine) => {
      const start = openOf(event, machine);
      if (start !== undefined) start.reason ??= keep(printed(event.fields.reason));
    },
  };
}

/** Lines without a tag, and those of the provider's own process. */
function systemHandlers({ untagged, ofPid, enabled }: Hands): Handlers {
  const own =
    (step: StartStepId) =>
    (event: LooseEvent, machine: number): void =>
      ofPid(step, event.pid, event, machine);
  const about = (event: LooseEvent, machine: number, bundle: unknown): Start | undefined =>
    untagged(event, machine, textOf(bundle));
  return {
    'nesessionmanager.server/registrations-found': (event, machine) => {
      const { count, bundle } = event.fields;
      const start = about(event, machine, bundle);
      if (start === undefined) return;
      start.bundle ??= textOf(bundle);
      if (count > 0) sign(start, 'registered', event);
      else fail(start, 'registered', event, `no installed extension is called ${printed(bundle)}`);
    },
    'nesessionmanager.agent/starting': (event, machine) =>
      sign(about(event, machine, event.fields.bundle), 'launched', event),
    'nesessionmanager.agent/start-identified': (event, machine) =>
      sign(about(event, machine, event.fields.bundle), 'launched', event),
    'nesessionmanager.agent/start-failed': (event, machine) =>
      fail(about(event, machine, event.fields.bundle), 'launched', event),
    'nesessionmanager.agent/setup-failed': (event, machine) =>
      fail(about(event, machine, event.fields.bundle), 'running', event),
    'networkextension.plugin-kit/launching': (event, machine) =>
      sign(about(event, machine, undefined), 'launched', event),
    'system.pkd/host-allowed': (event, machine) => sign(about(event, machine, event.fields.bundle), 'approved', event),
    'system.sysextd/state-changed': (event, machine) => {
      const [bundle, state] = [textOf(event.fields.bundle), textOf(event.fields.state)];
      if (bundle === undefined || state === undefined) return;
      const key = `${machine} ${bundle}`;
      if (enabled.has(key) || enabled.size < CAPS.bundles) enabled.set(key, { state, at: event.at, ref: event.ref });
    },
    'system.launchd/spawned': (event, machine) => ofPid('launched', event.fields.pid, event, machine),
    'system.plugin-kit/started': own('first-light'),
    'network.xpc/provider-listener': own('first-light'),
    'system.runningboard-client/identity-resolved': own('first-light'),
    'networkextension.provider/start-tunnel': own('called'),
    'networkextension.provider/start-proxy': own('called'),
    'networkextension.provider/start-filter': own('called'),
    'networkextension.provider/settings-applied': own('settings'),
  };
}

function newStart(event: LooseEvent, machine: number, session: Pick<Start, 'uuid' | 'name' | 'sessionClass'>): Start {
  return {
    machine,
    ...session,
    from: event.at,
    ref: event.ref,
    startedBy: undefined,
    pid: undefined,
    bundle: undefined,
    signs: new Map(),
    failures: new Map(),
    endedAt: undefined,
    reason: undefined,
  };
}

function sign(start: Start | undefined, step: StartStepId, { at, ref }: LooseEvent): void {
  if (start === undefined || start.signs.has(step)) return;
  // What happens after it was connected is no part of the start.
  if (start.signs.has('connected')) return;
  start.signs.set(step, { at, ref });
}

function fail(start: Start | undefined, step: StartStepId, { at, ref, message }: LooseEvent, note?: unknown): void {
  if (start === undefined || start.failures.has(step) || start.signs.has('connected')) return;
  start.failures.set(step, { at, ref, note: keep((textOf(note) ?? message.replace(TAG, '')).slice(0, 400)) });
}

/** What the process said of itself while this start was on its way; what it said before, where it ran already. */
function joinPid(start: Start, said: readonly PidSign[]): void {
  const until = start.signs.get('connected')?.at ?? start.endedAt ?? Number.POSITIVE_INFINITY;
  for (const { step, at, ref } of said) {
    if (at > until) continue;
    const known = start.signs.get(step);
    if (known === undefined || (known.at < start.from && at >= start.from)) start.signs.set(step, { at, ref });
  }
}

/** A system extension that was switched on before, or that is in a state in which it cannot start. */
function joinExtension(start: Start, states: ReadonlyMap<string, StepSign & { readonly state: string }>): void {
  if (start.bundle === undefined || start.signs.has('approved')) return;
  for (const [key, { state, at, ref }] of states) {
    const [machine, bundle] = key.split(' ');
    if (machine !== String(start.machine) || !isRelated(start.bundle, bundle)) continue;
    if (at > (start.signs.get('connected')?.at ?? start.endedAt ?? Number.POSITIVE_INFINITY)) continue;
    if (state === 'activated_enabled') start.signs.set('approved', { at, ref });
    else start.failures.set('approved', { at, ref, note: state });
  }
}

/** The same extension, or the app that it is of. */
function isRelated(a: string, b: string | undefined): boolean {
  return b !== undefined && (a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? keep(value.slice(0, 256)) : undefined;
}
