import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import type { DetectorContext, Messages, Verdict } from '../define-detector.ts';

/** How to come by what a log does not hold. */
export const REPORTS_REMEDY = 'cp /Library/Logs/DiagnosticReports/*.ips ~/Library/Logs/DiagnosticReports/*.ips .';

/** Provider runs grouped by the bundle they go by, each group oldest first, groups by name. */
export function byProvider(processes: Iterable<ProcessRun>): ProcessRun[][] {
  const groups = new Map<string, ProcessRun[]>();
  for (const run of processes) {
    if (run.provider === undefined) continue;
    groups.set(run.provider.bundle, [...(groups.get(run.provider.bundle) ?? []), run]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, runs]) => runs.toSorted((a, b) => a.firstAt - b.firstAt));
}

/** A provider life this short did no work. Source: detectors.md, provider-exit-loop (lifetimes < 60 s). */
const SHORT_US = 60 * SECOND;

/** It ended itself, or nobody says how, within a minute: no fault signal, no memory limit, no stop, no update. */
export function isShortVoluntaryLife(run: ProcessRun): boolean {
  if (run.end === undefined) return false;
  const isVoluntary = run.end.kind === 'exit' || run.end.kind === 'died' || run.end.kind === 'vanished';
  return isVoluntary && run.end.at - run.firstAt < SHORT_US;
}

/** Deaths are seen through launchd, ReportCrash, nesessionmanager, runningboardd or the kernel: one of them must have spoken. */
export function deathsCanBeSeen<M extends Messages>(context: DetectorContext<M>): Verdict {
  const hasProvider = [...context.world.processes].some((run) => run.provider !== undefined);
  const hasWitness = context.observed.seesAny('launchd', 'ReportCrash', 'nesessionmanager', 'neagent', 'runningboardd');
  if (hasProvider && hasWitness) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: [
      ...(hasProvider ? [] : ['lines of a provider process']),
      ...(hasWitness ? [] : ['lines of launchd, ReportCrash, runningboardd or nesessionmanager']),
    ],
    remedy: recordCommand(),
  };
}
