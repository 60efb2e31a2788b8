import type { FlowCode } from '../model/flow.ts';
import type { FlowReport } from '../model/report.ts';

const STATES: ReadonlySet<string> = new Set(['rejected', 'orphaned']);
const CODES: ReadonlySet<FlowCode> = new Set(['REF', 'NOF', 'REJ', 'DRP', 'TMO', 'RSK', 'RSP', 'RSR', 'ORP']);

/** True where the report says that the flow came to a bad end. */
export function isFailed({ state, code }: FlowReport): boolean {
  return STATES.has(state) || (code !== undefined && CODES.has(code));
}
