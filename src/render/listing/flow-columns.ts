import { parseTimestamp } from '../../lib/time-parse.ts';
import type { FlowReport } from '../../model/report-flows.ts';
import { endOfFlow, hasBadCode } from '../flow-end.ts';
import { timeOfDay } from '../terminal/clock.ts';
import type { Style } from '../terminal/line.ts';
import { duration } from '../terminal/words.ts';
import type { Column } from './listing.ts';

/** `flows`: when, what became of it, whose it is, where it went, who ended it. */
export const FLOW_COLUMNS: readonly Column<FlowReport>[] = [
  {
    key: 'openedAt',
    isFixed: true,
    title: 'opened',
    value: ({ openedAt }) => openedAt,
    text: ({ openedAt }) => timeOfDay(openedAt),
  },
  {
    key: 'dur',
    isFixed: true,
    title: 'for',
    value: lengthOf,
    text: (flow) => {
      const us = lengthOf(flow);
      return us === undefined ? '' : duration(us);
    },
    isRight: true,
    yields: 3,
  },
  { key: 'code', isFixed: true, title: 'code', value: ({ code }) => code, style: codeStyle },
  { key: 'history', isFixed: true, title: 'history', value: ({ history }) => history, yields: 2 },
  { key: 'protocol', isFixed: true, title: 'prot', value: ({ protocol }) => protocol, yields: 5 },
  { key: 'app', title: 'app', value: ({ app }) => app },
  { key: 'remote', title: 'remote', value: ({ host, remote }) => host ?? remote },
  { key: 'closedBy', isFixed: true, title: 'closed by', value: ({ closedBy }) => closedBy?.who },
  { key: 'reason', title: 'why', value: ({ closedBy }) => closedBy?.reason, yields: 1 },
  { key: 'id', isFixed: true, title: 'flow', value: ({ id }) => id, yields: 4 },
];

/** More that `--where` may ask for. */
export const FLOW_FIELDS: Readonly<Record<string, (flow: FlowReport) => unknown>> = {
  state: ({ state }) => state,
  host: ({ host }) => host,
  interface: (flow) => flow.interface,
  provider: ({ providerPid }) => providerPid,
  hash: ({ hash }) => hash,
  grade: ({ closedBy }) => closedBy?.grade,
  error: ({ closedBy }) => closedBy?.error,
};

/** µs from its first line to its end. */
function lengthOf(flow: FlowReport): number | undefined {
  const end = endOfFlow(flow);
  const [from, to] = [parseTimestamp(flow.openedAt)?.at, end === undefined ? undefined : parseTimestamp(end)?.at];
  return from === undefined || to === undefined || to < from ? undefined : to - from;
}

function codeStyle({ code }: FlowReport): Style {
  return code === undefined ? 'quiet' : hasBadCode(code) ? 'bad' : 'plain';
}
