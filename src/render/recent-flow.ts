import type { FlowReport } from '../model/report.ts';

/** What reports of later versions say of a flow besides; every part may be missing. */
export interface RecentFlow {
  readonly host?: string;
  readonly interface?: string;
  /** State code (`REF`, `RSP`, …) and history string. */
  readonly code?: string;
  readonly history?: string;
  readonly closedBy?: { readonly who?: string; readonly reason?: string; readonly error?: number };
}

/** The flow with those parts. */
export function recent(flow: FlowReport): FlowReport & RecentFlow {
  // Every part is optional, so any flow has this type.
  return flow as FlowReport & RecentFlow;
}

const FAILED_STATES: ReadonlySet<string> = new Set(['rejected', 'orphaned']);
const FAILED_CODES: ReadonlySet<string> = new Set(['REF', 'NOF', 'REJ', 'DRP', 'TMO', 'RSK', 'RSP', 'RSR', 'ORP']);

/** True where the report says that the flow came to a bad end. */
export function isFailed(flow: FlowReport): boolean {
  const { code } = recent(flow);
  return FAILED_STATES.has(flow.state) || (code !== undefined && FAILED_CODES.has(code));
}
