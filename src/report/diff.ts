import { parseTimestamp } from '../lib/time-parse.ts';
import type {
  CaptureDiff,
  DeathChange,
  FindingChange,
  FindingSide,
  FlowChange,
  SessionChange,
  SessionSide,
} from '../model/diff.ts';
import type { Severity } from '../model/finding.ts';
import type { FindingReport, Report, SessionReport } from '../model/report.ts';

/** A count that grows by this factor got worse, not only longer. */
const WORSE = 2;
/** A shift of an outcome's share by less is noise. */
const SHIFT = 0.1;
const ENOUGH_FLOWS = 10;
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** What a second capture shows that the first one did not. Nothing but the two reports is looked at. */
export function diffReports(good: Report, bad: Report): CaptureDiff {
  const findings = findingChanges(good, bad);
  const sessions = sessionChanges(good, bad);
  const flows = flowChange(good, bad);
  const deaths = deathChanges(good, bad);
  return {
    findings,
    sessions,
    flows,
    deaths,
    regressions: [...findings.flatMap(worseFinding), ...sessions.flatMap(worseSession), ...worseFlows(flows)],
    incomparable: incomparable(good, bad),
  };
}

function findingChanges(good: Report, bad: Report): FindingChange[] {
  const before = byKey(good.findings);
  const after = byKey(bad.findings);
  const changes = [...new Set([...after.keys(), ...before.keys()])].flatMap((key): FindingChange[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const either = is ?? was;
    if (either === undefined) return [];
    return [
      {
        change: was === undefined ? 'new' : is === undefined ? 'gone' : isSame(was, is) ? 'same' : 'changed',
        detector: either.detector,
        title: either.title,
        subject: subjectOf(either),
        ...(was === undefined ? {} : { good: sideOf(was) }),
        ...(is === undefined ? {} : { bad: sideOf(is) }),
      },
    ];
  });
  const order = ['new', 'changed', 'gone', 'same'];
  return changes.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
}

/** Of several that are about one party the last; what a baseline knows never stands for what it does not. */
function byKey(findings: readonly FindingReport[]): Map<string, FindingReport> {
  const found = new Map<string, FindingReport>();
  for (const finding of findings) {
    const there = found.get(keyOf(finding));
    const isNew = finding.baselined === undefined;
    if (isNew || there === undefined || there.baselined !== undefined) found.set(keyOf(finding), finding);
  }
  return found;
}

/** The same detector about the same party: pids and times differ from capture to capture. */
function keyOf(finding: FindingReport): string {
  return `${finding.detector} ${subjectOf(finding)}`;
}

function subjectOf({ subjects }: FindingReport): string {
  const [first] = subjects;
  return first === undefined ? '' : (first.bundle ?? first.name ?? first.kind);
}

function sideOf({ severity, confidence, count, message, baselined }: FindingReport): FindingSide {
  return { severity, confidence, count, message, ...(baselined === undefined ? {} : { baselined }) };
}

function isSame(a: FindingReport, b: FindingReport): boolean {
  return a.severity === b.severity && a.confidence === b.confidence && a.count === b.count;
}

function worseFinding({ change, detector, subject, good, bad }: FindingChange): string[] {
  if (bad === undefined || bad.severity === 'info' || bad.baselined !== undefined) return [];
  if (change === 'new') return [`${detector} is new: ${bad.message}`];
  if (good === undefined || change !== 'changed') return [];
  if (RANK[bad.severity] > RANK[good.severity])
    return [`${detector} of ${subject} went from ${good.severity} to ${bad.severity}`];
  return bad.count >= good.count * WORSE
    ? [`${detector} of ${subject} went from ${good.count} to ${bad.count} times`]
    : [];
}

function sessionChanges(good: Report, bad: Report): SessionChange[] {
  const named = (report: Report): Map<string, SessionReport> =>
    new Map(report.sessions.map((session) => [`${session.name} ${session.kind}`, session]));
  const [before, after] = [named(good), named(bad)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): SessionChange[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const either = is ?? was;
    if (either === undefined) return [];
    return [
      {
        name: either.name,
        kind: either.kind,
        ...(was === undefined ? {} : { good: sessionSide(was, good.capture.span?.to) }),
        ...(is === undefined ? {} : { bad: sessionSide(is, bad.capture.span?.to) }),
      },
    ];
  });
}

function sessionSide(session: SessionReport, end: string | undefined): SessionSide {
  const last = end === undefined ? undefined : parseTimestamp(end)?.at;
  let connectedUs = 0;
  let drops = 0;
  let connecting: number | undefined;
  let connectUs: number | undefined;
  for (const [index, change] of session.history.entries()) {
    const at = parseTimestamp(change.at)?.at;
    if (at === undefined) continue;
    if (change.to === 'connecting') connecting ??= at;
    if (change.from === 'connected') drops += 1;
    if (change.to !== 'connected') continue;
    if (connecting !== undefined) connectUs ??= at - connecting;
    const next = session.history[index + 1];
    const until = next === undefined ? last : parseTimestamp(next.at)?.at;
    if (until !== undefined && until > at) connectedUs += until - at;
  }
  const stops = session.runs.flatMap((run) => run.stopReason ?? []);
  return {
    connectedUs,
    drops,
    runs: session.runs.length,
    ...(connectUs === undefined ? {} : { connectUs }),
    stops: [...new Set(stops)],
    state: session.state,
  };
}

function worseSession({ name, good, bad }: SessionChange): string[] {
  if (good === undefined || bad === undefined) return [];
  if (good.connectedUs > 0 && bad.connectedUs === 0) return [`session ${name} was connected and now never is`];
  return bad.drops > good.drops ? [`session ${name} lost its connection ${bad.drops} times, before ${good.drops}`] : [];
}

function flowChange(good: Report, bad: Report): FlowChange {
  const [before, after] = [good.flowTotals, bad.flowTotals];
  const states = [...new Set([...Object.keys(before.byState), ...Object.keys(after.byState)])];
  const share = (totals: Report['flowTotals'], state: string): number =>
    totals.seen === 0 ? 0 : (totals.byState[state] ?? 0) / totals.seen;
  const outcomes = states.map((state) => ({ state, good: share(before, state), bad: share(after, state) }));
  return {
    good: before.seen,
    bad: after.seen,
    outcomes: outcomes.toSorted(
      (a, b) => Math.abs(b.bad - b.good) - Math.abs(a.bad - a.good) || (a.state < b.state ? -1 : 1),
    ),
  };
}

/** Outcomes in which a flow did not get what it asked for. A rejected one goes on without the provider. */
const FAILED: ReadonlySet<string> = new Set(['created', 'connecting', 'orphaned']);

function worseFlows({ good, bad, outcomes }: FlowChange): string[] {
  if (good < ENOUGH_FLOWS || bad < ENOUGH_FLOWS) return [];
  return outcomes
    .filter((outcome) => FAILED.has(outcome.state) && outcome.bad - outcome.good >= SHIFT)
    .map(({ state, good: was, bad: is }) => `${percent(is)} of the flows are ${state}, before ${percent(was)}`);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function deathChanges(good: Report, bad: Report): DeathChange[] {
  const counts = new Map<string, { provider: string; kind: string; good: number; bad: number }>();
  for (const [side, report] of [
    ['good', good],
    ['bad', bad],
  ] as const) {
    for (const { provider, end } of report.processes) {
      if (provider === undefined || end === undefined) continue;
      const key = `${provider.bundle} ${end.kind}`;
      const entry = counts.get(key) ?? { provider: provider.bundle, kind: end.kind, good: 0, bad: 0 };
      entry[side] += 1;
      counts.set(key, entry);
    }
  }
  return [...counts.values()].filter((entry) => entry.good !== entry.bad);
}

function incomparable(good: Report, bad: Report): string[] {
  const blind = (report: Report): Set<string> =>
    new Set(report.detectors.filter(({ status }) => status === 'not-observable').map(({ id }) => id));
  const [before, after] = [blind(good), blind(bad)];
  return [...new Set([...before, ...after])].filter((id) => before.has(id) !== after.has(id)).sort();
}
