import type { Flow, PowerPhase, Session } from '../model/entity.ts';
import type { Finding } from '../model/finding.ts';
import type { LanesReport } from '../model/report.ts';
import type { Micros } from '../model/units.ts';

/** Enough for a wide terminal; renderers resample. */
const COLUMNS = 120;
const MAX_SESSIONS = 4;

interface LaneInput {
  readonly from: Micros;
  readonly to: Micros;
  readonly power: readonly PowerPhase[];
  readonly sessions: readonly Session[];
  readonly flows: readonly Flow[];
  readonly findings: readonly Finding[];
}

/** A stretch of the capture sampled evenly: what stood in each of its parts. */
export function lanesOf(input: LaneInput): LanesReport {
  const width = input.to - input.from;
  if (width <= 0) return { columns: 0, power: [], sessions: [], newFlows: [], findings: [] };
  const columns = COLUMNS;
  const at = (column: number): number => input.from + ((column + 0.5) * width) / columns;
  const columnOf = (time: number): number =>
    Math.min(columns - 1, Math.max(0, Math.floor(((time - input.from) / width) * columns)));
  const newFlows = new Array<number>(columns).fill(0);
  for (const flow of input.flows) {
    if (flow.openedAt < input.from || flow.openedAt > input.to) continue;
    const column = columnOf(flow.openedAt);
    newFlows[column] = (newFlows[column] ?? 0) + 1;
  }
  const findings = new Array<number>(columns).fill(0);
  for (const [index, finding] of [...input.findings.entries()].toReversed()) {
    if (finding.span === undefined || finding.span.to < input.from || finding.span.from > input.to) continue;
    for (let column = columnOf(finding.span.from); column <= columnOf(finding.span.to); column++)
      findings[column] = index + 1;
  }
  return {
    columns,
    power: Array.from({ length: columns }, (_, column) => powerAt(input.power, at(column))),
    sessions: input.sessions.slice(0, MAX_SESSIONS).map((session) => ({
      name: session.name,
      uuid: session.uuid,
      states: Array.from({ length: columns }, (_, column) => stateAt(session, at(column))),
    })),
    newFlows,
    findings,
  };
}

function powerAt(phases: readonly PowerPhase[], time: number): PowerPhase['state'] {
  let state: PowerPhase['state'] = 'unknown';
  for (const phase of phases) {
    if (phase.from > time) break;
    state = phase.state;
  }
  // Before the first line about power nothing is known, except that a machine that goes to sleep was awake.
  const first = phases[0];
  return state === 'unknown' && first?.state === 'asleep' ? 'awake' : state;
}

function stateAt(session: Session, time: number): string {
  let state: string = session.history[0]?.from ?? session.state;
  for (const change of session.history) {
    if (change.at > time) break;
    state = change.to;
  }
  return state;
}
