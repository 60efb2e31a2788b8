import { keep } from '../../lib/keep.ts';
import { known, printed } from '../../lib/redacted.ts';
import { bareSigningId, isWithin } from '../../lib/signing-id.ts';
import type { ExitKind, ProcessEnd } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { DeathSign, MutableProcess } from '../mutable.ts';
import { kindOfSignal } from './exit-reasons.ts';
import { joinKills, killFor, killOrEnd, MIB, overOwnLimit } from './memory-kills.ts';
import { jobOf, jobPidOf } from './process.ts';

/** An end this soon after a stop was asked for is the stop itself. */
const STOP_US = 15 * SECOND;
/** launchd's line without a name is about the process whose own lines stopped within this time. */
const NAMELESS_US = 2 * SECOND;
/** The chain kernel → launchd → runningboardd → nesessionmanager → ReportCrash about one death. Source: id-correlation 3.2. */
export const CHAIN_US = 30 * SECOND;
const CAP_SIGNS = 12;

export type SignFacts = Omit<DeathSign, 'at' | 'cite'>;

/**
 * How process runs end and by whom: every line about a death is a sign, the strongest decides.
 * Source: id-correlation 3.2 (classify by the launchd line; a crash needs a fault signal, a corpse or a report).
 */
export const deathTracker: Tracker = {
  id: 'death',
  after: ['process', 'provider', 'session'],
  create(context) {
    const byPid = (event: LooseEvent, pid: number | undefined, facts: SignFacts): void => {
      const run = pid === undefined ? undefined : context.store.process(pid);
      if (run !== undefined) addSign(context, run, event, facts);
    };
    const byJob = (event: LooseEvent, job: string | Redacted | undefined, facts: SignFacts): void => {
      const run = runOfJob(context, event, job === undefined ? undefined : printed(job));
      if (run !== undefined) addSign(context, run, event, facts);
    };
    const askStop = (event: LooseEvent): void => {
      const run = context.store.runOf(event);
      if (run !== undefined) run.stopAskedAt = event.at;
    };
    return {
      on: {
        'system.launchd/exited-code': (event) =>
          byJob(event, event.fields.job, { kind: 'exit', code: event.fields.code }),
        'system.launchd/exited-signal': (event) => {
          const signal = String(event.fields.signal);
          const sentBy = event.fields.sender === undefined ? undefined : keep(printed(event.fields.sender));
          byJob(event, event.fields.job, {
            kind: kindOfSignal(signal, sentBy),
            signal,
            ...(sentBy === undefined ? {} : { sentBy }),
          });
        },
        'system.launchd/exited-reason': (event) =>
          byJob(event, undefined, killOrEnd(event.fields.namespace, event.fields.code)),
        'system.launchd/respawn-throttled': (event) => {
          const run = runOfJob(context, event, undefined);
          const isRecent = run?.end === undefined || event.at - run.end.at < CHAIN_US;
          if (run !== undefined && isRecent)
            run.throttle = { seconds: event.fields.seconds, at: event.at, cite: context.cite(event) };
        },
        'system.report-crash/formulating': (event) => byPid(event, event.fields.pid, { kind: 'crash' }),
        'system.report-crash/saved': (event) => byPid(event, event.fields.pid, { kind: 'crash' }),
        'system.report-memory/killed': (event) =>
          byPid(event, event.fields.pid, { kind: 'jetsam', memory: killFor(printed(event.fields.reason)) }),
        'kernel.process/corpse-allowed': (event) => byPid(event, event.fields.pid, { kind: 'crash' }),
        'kernel.memorystatus/exceeded-limit': (event) => {
          if (printed(event.fields.fatality) !== 'fatal') return;
          const limitBytes = event.fields.megabytes * MIB;
          byPid(event, event.fields.pid, { kind: 'jetsam', memory: overOwnLimit({ limitBytes }) });
        },
        'kernel.memorystatus/killing-process': (event) => {
          const { pid, cause, footprintKb } = event.fields;
          const bytes = footprintKb === undefined ? undefined : Number(footprintKb) * 1024;
          byPid(event, pid, { kind: 'jetsam', memory: killFor(printed(cause), bytes) });
        },
        'kernel.memorystatus/killing-high-band': (event) => byPid(event, event.fields.pid, { kind: 'jetsam' }),
        'system.runningboard/termination-reported': (event) =>
          byPid(event, event.fields.pid, killOrEnd(event.fields.domain, event.fields.code)),
        'nesessionmanager.agent/died-unexpectedly': (event) => {
          const run = providerOfBundle(context, known(event.fields.bundle), event);
          if (run !== undefined) addSign(context, run, event, { kind: 'died' });
        },
        'networkextension.provider/stop-tunnel': askStop,
        'networkextension.provider/stop-proxy': askStop,
        'networkextension.provider/stop-filter': askStop,
      },
      finish: () => markVanished(context.store.providers),
      boot: (cite) => {
        for (const run of context.store.processes) {
          if (run.end === undefined)
            run.end = {
              kind: 'reboot',
              at: cite.at,
              code: undefined,
              signal: undefined,
              sentBy: undefined,
              cites: [cite],
            };
        }
      },
    };
  },
};

/** By the pid in the job's label, else by the job's name, else the one provider that just fell silent. */
function runOfJob(context: TrackerContext, event: LooseEvent, job: string | undefined): MutableProcess | undefined {
  const pid = jobPidOf(event);
  if (pid !== undefined) return context.store.process(pid);
  const label = job ?? jobOf(event);
  const isOpen = (run: MutableProcess): boolean => run.end === undefined || event.at - run.end.at < CHAIN_US;
  const open = context.store.providers.filter(isOpen);
  if (label !== '') return open.findLast((run) => isCalled(run, label));
  const silent = open.filter((run) => run.end === undefined && event.at - run.lastAt <= NAMELESS_US);
  return silent.length === 1 ? silent[0] : undefined;
}

function isCalled(run: MutableProcess, label: string): boolean {
  const bare = bareSigningId(label);
  const names = [run.name, run.provider?.bundle, ...(run.provider?.otherBundles ?? [])];
  return names.some((name) => name !== undefined && (name === bare || bare.startsWith(`${name}.`)));
}

function providerOfBundle(
  context: TrackerContext,
  bundle: string | undefined,
  event: LooseEvent,
): MutableProcess | undefined {
  const recent = context.store.providers.filter((run) => run.end === undefined || event.at - run.end.at < CHAIN_US);
  if (bundle === undefined) return recent.length === 1 ? recent[0] : undefined;
  const named = recent.filter((run) => isCalled(run, bundle) || isWithin(run.provider?.bundle ?? run.name, bundle));
  // The newest that is already over is the one that died; a fresh run under the same name is its successor.
  return named.findLast((run) => run.end !== undefined) ?? named.at(-1);
}

/** No line says how a run ended, but a later run of the same provider took its place: it is gone. */
function markVanished(providers: readonly MutableProcess[]): void {
  for (const run of providers) {
    if (run.end !== undefined) continue;
    const successor = providers.find(
      (other) =>
        other !== run &&
        other.boot === run.boot &&
        other.provider?.bundle === run.provider?.bundle &&
        other.firstAt > run.lastAt,
    );
    if (successor === undefined) continue;
    const wasAsked = run.stopAskedAt !== undefined && run.lastAt - run.stopAskedAt <= STOP_US;
    run.end = {
      kind: wasAsked ? 'stopped' : 'vanished',
      at: run.lastAt,
      code: undefined,
      signal: undefined,
      sentBy: undefined,
      cites: [run.lastCite, successor.firstCite],
    };
  }
}

/** Takes one thing that is said of a run's death; what comes long after it is about another one. */
export function addSign(context: TrackerContext, run: MutableProcess, event: LooseEvent, facts: SignFacts): void {
  if (run.end !== undefined && run.end.kind !== 'vanished' && event.at - run.end.at > CHAIN_US) return;
  if (run.signs.length >= CAP_SIGNS) return;
  const cite = context.cite(event);
  run.signs.push({ ...facts, at: event.at, cite });
  const isFirst = run.end === undefined;
  run.end = settle(run);
  if (isFirst) context.announce({ kind: 'process', to: 'ended', entity: run, at: event.at, cite });
}

/** What reports and the kernel add, put together from all signs. */
function detailsOf(signs: readonly DeathSign[]): Pick<ProcessEnd, 'report' | 'memory'> {
  const report = signs.find((sign) => sign.report !== undefined)?.report;
  const memory = joinKills(signs.flatMap((sign) => sign.memory ?? []));
  return { ...(report === undefined ? {} : { report }), ...(memory === undefined ? {} : { memory }) };
}

const STRENGTH: readonly ExitKind[] = ['jetsam', 'crash', 'killed', 'exit', 'died', 'vanished', 'stopped', 'reboot'];

/** Of signs that say the same the report says most. */
function byStrength(a: DeathSign, b: DeathSign): number {
  const reports = Number(b.report !== undefined) - Number(a.report !== undefined);
  return STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind) || reports || a.at - b.at;
}

/** The strongest sign decides; an end that was asked for is a stop, unless it is a fault. */
function settle(run: MutableProcess): ProcessEnd {
  const ranked = run.signs.toSorted(byStrength);
  const strongest = ranked[0];
  if (strongest === undefined) throw new Error('a process ends by at least one sign');
  const first = run.signs.reduce((a, b) => (b.at < a.at ? b : a));
  const wasAsked =
    run.stopAskedAt !== undefined && first.at - run.stopAskedAt >= -SECOND && first.at - run.stopAskedAt <= STOP_US;
  const isFault = strongest.kind === 'jetsam' || strongest.kind === 'crash';
  return {
    kind: wasAsked && !isFault ? 'stopped' : strongest.kind,
    at: first.at,
    code: ranked.find((sign) => sign.code !== undefined)?.code,
    signal: ranked.find((sign) => sign.signal !== undefined)?.signal,
    sentBy: ranked.find((sign) => sign.sentBy !== undefined)?.sentBy,
    ...detailsOf(ranked),
    cites: ranked.map((sign) => sign.cite).slice(0, 8),
  };
}
