import type { Join } from '../model/cite.ts';
import type { FlowEndings } from '../model/entity.ts';
import type { ClosedBy, Flow } from '../model/flow.ts';
import type { ClosedByReport, FlowReport, FlowTotals, JoinReport } from '../model/report-flows.ts';
import { defined } from './entities.ts';
import type { ReportClock } from './iso.ts';

export function flowReport(flow: Flow, clock: ReportClock, nameOf: (input: number) => string): FlowReport {
  const ref = flow.cites[0]?.ref;
  return defined({
    id: flow.id,
    hash: flow.hash,
    protocol: flow.protocol,
    app: flow.app,
    remote: flow.remote,
    host: flow.host,
    interface: flow.interfaceName,
    providerPid: flow.providerPid,
    state: flow.state,
    openedAt: clock.iso(flow.openedAt, ref?.input),
    closedAt: flow.closedAt === undefined ? undefined : clock.iso(flow.closedAt, ref?.input),
    kernel: flow.kernel?.steps.slice(),
    provider: flow.provider?.steps.slice(),
    join: flow.join === undefined ? undefined : { ...flow.join },
    closedBy: flow.ending === undefined ? undefined : closedByReport(flow.ending.closedBy, clock, ref?.input),
    code: flow.ending?.code,
    history: flow.ending?.history,
    joins: flow.joins.length === 0 ? undefined : flow.joins.map(joinReport),
    input: ref === undefined ? undefined : nameOf(ref.input),
    line: ref === undefined || ref.file !== undefined ? undefined : ref.line,
  }) as FlowReport;
}

function closedByReport(closedBy: ClosedBy, clock: ReportClock, input: number | undefined): ClosedByReport {
  const { who, reason, error, at, knew, grade } = closedBy;
  return defined({
    who,
    reason,
    at: at === undefined ? undefined : clock.iso(at, input),
    error,
    knew: [...knew],
    grade,
  }) as ClosedByReport;
}

export function joinReport({ with: other, id, grade, score, margin, isAmbiguous, reasons }: Join): JoinReport {
  return defined({
    with: other,
    id,
    grade,
    score,
    margin,
    ambiguous: isAmbiguous,
    reasons: [...reasons],
  }) as JoinReport;
}

export function flowTotals(flows: readonly Flow[], evicted: number, endings: FlowEndings): FlowTotals {
  const hurt = mostHurt(flows);
  const byState: Record<string, number> = {};
  for (const flow of flows) byState[flow.state] = (byState[flow.state] ?? 0) + 1;
  return {
    seen: flows.length + evicted,
    byState: inOrder(byState),
    byCode: inOrder(endings.byCode),
    byCloser: inOrder(endings.byCloser),
    ...(hurt.length === 0 ? {} : { hurt }),
  };
}

/** Ends that the app did not want; a flow that is handed back (`REJ`) goes its way without the provider. */
const FAILED: ReadonlySet<string> = new Set(['REF', 'NOF', 'DRP', 'TMO', 'RSP', 'RSK', 'RSR', 'ORP']);
const MOST_HURT = 5;

function mostHurt(flows: readonly Flow[]): { readonly app: string; readonly failed: number }[] {
  const failed = new Map<string, number>();
  for (const { app, ending } of flows)
    if (app !== undefined && ending !== undefined && FAILED.has(ending.code))
      failed.set(app, (failed.get(app) ?? 0) + 1);
  return [...failed]
    .map(([app, count]) => ({ app, failed: count }))
    .sort((a, b) => b.failed - a.failed || (a.app < b.app ? -1 : 1))
    .slice(0, MOST_HURT);
}

function inOrder(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
