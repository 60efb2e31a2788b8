/** How the report says that a flow ended: one answer for every face. */
import type { FlowCode } from '../model/flow.ts';
import type { FlowReport } from '../model/report.ts';

const STATES: ReadonlySet<string> = new Set(['rejected', 'orphaned']);
/** `REJ` alone is none of them: a transparent proxy hands back what it does not want. Source: cli.md section 5. */
const CODES: ReadonlySet<FlowCode> = new Set(['REF', 'NOF', 'DRP', 'TMO', 'RSK', 'RSP', 'RSR', 'ORP']);

/** True where the report says that the flow came to a bad end. */
export function isFailed({ state, code }: FlowReport): boolean {
  return STATES.has(state) || hasBadCode(code);
}

export function hasBadCode(code: FlowCode | undefined): boolean {
  return code !== undefined && CODES.has(code);
}

/** When it ended, as ISO 8601: as its own lines say, else when somebody acted who is known to have ended it. */
export function endOfFlow({ closedAt, closedBy }: FlowReport): string | undefined {
  return closedAt ?? closedBy?.at;
}

/** Its state code, what ended it, and who where that does not say it; empty where nothing is known. */
export function endWords({ code, closedBy }: FlowReport): string {
  if (closedBy === undefined) return code ?? '';
  const { who, reason } = closedBy;
  const isSaid = reason.startsWith(who) || who === 'open' || who === 'unknown';
  return [code ?? '', reason, isSaid ? '' : `(${who})`].filter((word) => word !== '').join(' ');
}
