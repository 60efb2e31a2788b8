import type { CrashReport } from '../model/death-report.ts';
import type { PowerPhase, ProcessRun, Session, SessionPhase } from '../model/entity.ts';
import type { PowerReport, ProcessReport, SessionReport } from '../model/report.ts';
import type { ReportClock } from './iso.ts';

/** The report's lists stop here; `omitted` says how many were left out. */
export const LIMITS = { processes: 200, sessions: 100, flows: 500, power: 500, history: 100, runs: 100, starts: 100 };

/** Leaves out what is undefined: JSON has no undefined, and a missing field says it better than null. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export function processReport(run: ProcessRun, clock: ReportClock): ProcessReport {
  const provider = run.provider;
  const end = run.end;
  return defined({
    pid: run.pid,
    name: run.name,
    byName: run.isByName ? true : undefined,
    boot: run.boot,
    generation: run.generation,
    from: clock.iso(run.firstAt, run.firstCite.ref.input),
    to: clock.iso(end?.at ?? run.lastAt, run.lastCite.ref.input),
    provider:
      provider === undefined
        ? undefined
        : { kind: provider.kind, bundle: provider.bundle, grade: provider.grade, reasons: [...provider.reasons] },
    throttledForS: run.throttle?.seconds,
    end:
      end === undefined
        ? undefined
        : defined({
            kind: end.kind,
            at: clock.iso(end.at, run.lastCite.ref.input),
            code: end.code,
            signal: end.signal,
            sentBy: end.sentBy,
            report: end.report === undefined ? undefined : crashReport(end.report),
            memory: end.memory === undefined ? undefined : defined({ ...end.memory }),
          }),
  }) as ProcessReport;
}

function crashReport(report: CrashReport): NonNullable<NonNullable<ProcessReport['end']>['report']> {
  const { grade, incident, exception, signal, subtype, termination, terminationCode, indicator } = report;
  const { thread, queue, appFrame } = report;
  const where = { thread, queue, appFrame };
  return defined({ grade, incident, exception, signal, subtype, termination, terminationCode, indicator, ...where });
}

export function sessionReport(session: Session, clock: ReportClock): SessionReport {
  return {
    uuid: session.uuid,
    name: session.name,
    class: session.sessionClass,
    kind: session.kind,
    state: session.state,
    runs: session.runs.slice(-LIMITS.runs).map((run) =>
      defined({
        from: clock.iso(run.startedAt),
        to: run.endedAt === undefined ? undefined : clock.iso(run.endedAt),
        startedBy: run.startedBy,
        stoppedBy: run.stoppedBy,
        stopReason: run.stopReason,
        onDemand: run.isOnDemand ? true : undefined,
        pluginReason: run.pluginReason,
        delegateInterface: run.delegateInterface,
        networkChanges: run.networkChanges === 0 ? undefined : run.networkChanges,
        phases: run.phases.length === 0 ? undefined : run.phases.map((phase) => phaseReport(phase, clock)),
        providerPids: [...run.providerPids],
      }),
    ) as SessionReport['runs'],
    history: session.history.slice(-LIMITS.history).map((change) => ({
      at: clock.iso(change.at, change.cite.ref.input),
      from: change.from,
      to: change.to,
      line: change.cite.ref.line,
      expected: change.expected,
    })),
  };
}

function phaseReport(phase: SessionPhase, clock: ReportClock): object {
  const { input } = phase.cite.ref;
  return defined({
    name: phase.name,
    from: clock.iso(phase.from, input),
    to: phase.to === undefined ? undefined : clock.iso(phase.to, input),
    timeoutS: phase.timeoutS,
    timedOut: phase.hasTimedOut ? true : undefined,
  });
}

export function powerReport(phase: PowerPhase, clock: ReportClock): PowerReport {
  const input = phase.cites[0]?.ref.input;
  return defined({
    state: phase.state,
    from: clock.iso(phase.from, input),
    to: phase.to === undefined ? undefined : clock.iso(phase.to, input),
    reason: phase.reason,
    sources: [...phase.sources],
  }) as PowerReport;
}
