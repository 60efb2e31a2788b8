import type { PowerPhase, ProcessRun, Session, World } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import { SECOND } from '../../model/units.ts';
import { type Moment, WEIGHT } from './moment.ts';

/** A run's start or stop command and the state that follows it are one moment. */
const SAME_US = 2 * SECOND;

/** What power, sessions, processes, interfaces, path and system extensions did, all through the capture. */
export function systemMoments(world: World, parties: readonly Subject[]): Moment[] {
  return [
    ...world.power.flatMap(ofPower),
    ...[...world.sessions].flatMap((session) => ofSession(session, isParty(parties, [session.uuid, session.name]))),
    ...[...world.processes].flatMap((run) => ofProcess(run, parties)),
    ...[...world.interfaces.values()].flatMap(({ name, history }) =>
      history.map(({ at, what, other, cite }) => ({
        at,
        who: cite.process,
        ...pidOf(cite.pid),
        says: `${name} ${INTERFACE[what]}${other === undefined ? '' : ` ${other}`}`,
        cite,
        key: `interface ${name} ${what}`,
        weight: isParty(parties, [name]) ? WEIGHT.party : WEIGHT.interface,
      })),
    ),
    ...world.paths.map(({ at, what, from, to, cite }) => ({
      at,
      who: cite.process,
      ...pidOf(cite.pid),
      says: `${what}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`,
      cite,
      key: `path ${what}`,
      weight: WEIGHT.path,
    })),
    ...[...world.extensions.values()].flatMap(({ bundle, history }) =>
      history.map(({ at, from, to, cite }) => ({
        at,
        who: cite.process,
        ...pidOf(cite.pid),
        says: `extension ${bundle}: ${from} → ${to}`,
        cite,
        key: `extension ${bundle} ${to}`,
        weight: isParty(parties, [bundle]) ? WEIGHT.party : WEIGHT.interface,
      })),
    ),
  ];
}

const INTERFACE: Readonly<Record<string, string>> = {
  created: 'is created',
  delegating: 'goes out by',
  'no-longer-delegating': 'goes out no longer by',
  failed: 'cannot be made',
};

const POWER: Readonly<Record<PowerPhase['state'], string>> = {
  awake: 'the machine is awake',
  dark: 'dark wake',
  asleep: 'the machine goes to sleep',
  unknown: 'the machine’s power state is not known',
};

function ofPower({ state, from, reason, cites }: PowerPhase): Moment[] {
  const [cite] = cites;
  if (cite === undefined) return [];
  const why = reason === undefined ? '' : ` (${reason})`;
  const says = `${POWER[state]}${why}`;
  return [{ at: from, who: cite.process, ...pidOf(cite.pid), says, cite, key: `power ${state}`, weight: WEIGHT.power }];
}

function ofSession(session: Session, isOurs: boolean): Moment[] {
  return session.history.map(({ at, from, to, cite }) => ({
    at,
    who: cite.process,
    ...pidOf(cite.pid),
    says: `session ${session.name}: ${from} → ${to}${whyOf(session, to, at)}`,
    cite,
    key: `session ${session.uuid} ${from} ${to}`,
    weight: isOurs ? WEIGHT.party : WEIGHT.interface,
  }));
}

/** Who asked for it, where the run says so. */
function whyOf({ runs }: Session, to: string, at: number): string {
  if (to === 'connecting') {
    const run = runs.find(({ startedAt }) => Math.abs(startedAt - at) <= SAME_US);
    if (run?.isOnDemand === true) return ' (on demand)';
    return run?.startedBy === undefined ? '' : ` (asked by ${run.startedBy})`;
  }
  if (to !== 'disconnected') return '';
  const run = runs.find(({ endedAt }) => endedAt !== undefined && Math.abs(endedAt - at) <= SAME_US);
  const why = [run?.stoppedBy === undefined ? undefined : `stopped by ${run.stoppedBy}`, run?.stopReason]
    .filter((part) => part !== undefined)
    .join(': ');
  return why === '' ? '' : ` (${why})`;
}

function ofProcess(run: ProcessRun, parties: readonly Subject[]): Moment[] {
  const { name, pid, provider, spawned, end } = run;
  const isOurs = isParty(parties, [name, provider?.bundle ?? name], pid);
  const isFault = end !== undefined && ['crash', 'jetsam', 'died'].includes(end.kind);
  if (provider === undefined && !isOurs && !isFault) return [];
  const weight = isOurs ? WEIGHT.party : provider === undefined ? WEIGHT.bystander : WEIGHT.interface;
  const start =
    spawned === undefined ? [] : [{ at: spawned.at, says: 'the process starts', cite: spawned, key: `start ${name}` }];
  const [cite] = end?.cites ?? [];
  const says = end === undefined ? '' : endWords(end);
  const stop = end === undefined ? [] : [{ at: end.at, says, cite, key: `end ${name} ${end.kind}` }];
  return [...start, ...stop].map((moment) => ({ ...moment, who: name, ...pidOf(pid), weight }));
}

const END: Readonly<Record<string, string>> = {
  crash: 'crashes',
  jetsam: 'is killed for memory',
  killed: 'is killed',
  exit: 'ends itself',
  stopped: 'ends on request',
  died: 'ends, nothing says why',
  reboot: 'ends with the machine’s restart',
  vanished: 'is gone',
};

function endWords({ kind, signal, sentBy, code }: NonNullable<ProcessRun['end']>): string {
  const facts = [
    signal,
    sentBy === undefined ? undefined : `by ${sentBy}`,
    code === undefined ? undefined : `code ${code}`,
  ];
  const told = facts.filter((fact) => fact !== undefined).join(' ');
  return `${END[kind] ?? kind}${told === '' ? '' : ` (${told})`}`;
}

function isParty(parties: readonly Subject[], names: readonly string[], pid?: number): boolean {
  return parties.some(
    (party) =>
      (pid !== undefined && pid >= 0 && party.pid === pid) ||
      [party.bundle, party.name, party.session].some((name) => name !== undefined && names.includes(name)),
  );
}

function pidOf(pid: number): { readonly pid?: number } {
  return pid < 0 ? {} : { pid };
}
