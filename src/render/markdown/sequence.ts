import type { FindingReport, FlowReport, Report } from '../../model/report.ts';
import { endOfFlow, isFailed } from '../flow-end.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { microsOf } from '../trace/when.ts';
import { mermaidLabel } from './escape.ts';

const MESSAGES = 40;
const PARTIES = 8;
const LABEL = 100;

export interface Sequence {
  readonly heading: string;
  /** What the picture cannot say; may be empty. */
  readonly note: string;
  /** Lines of a mermaid diagram. */
  readonly lines: readonly string[];
}

/**
 * The worst flow as a sequence from app to kernel to provider; where no flow belongs to the worst finding, the lines that
 * show it, process by process. Undefined where there is neither.
 */
export function sequenceOf(report: Report): Sequence | undefined {
  const [worst] = report.findings;
  const flow = worstFlow(report, worst);
  if (flow !== undefined) return flowSequence(flow);
  return worst === undefined || worst.evidence.length === 0 ? undefined : evidenceSequence(worst);
}

/**
 * The flow that the finding names; else one within its time, of its parties, that failed or whose app is a party itself.
 * Without a finding the first that failed.
 */
function worstFlow({ flows }: Report, worst: FindingReport | undefined): FlowReport | undefined {
  if (worst === undefined) return flows.find(isFailed);
  const { subjects, span } = worst;
  const parties = new Set(subjects.flatMap(({ kind, bundle, name }) => (kind === 'interface' ? [] : [bundle, name])));
  const pids = new Set(subjects.flatMap(({ pid }) => (pid === undefined ? [] : [pid])));
  const named = flows.find(({ id, hash }) => parties.has(id) || (hash !== undefined && parties.has(String(hash))));
  if (named !== undefined) return named;
  const [from, to] = [microsOf(span?.from ?? ''), microsOf(span?.to ?? '')];
  return flows.find((flow) => {
    const opened = microsOf(flow.openedAt);
    const isWithin = opened !== undefined && from !== undefined && to !== undefined && opened >= from && opened <= to;
    const isApp = flow.app !== undefined && parties.has(flow.app);
    const isIts = isApp || (flow.providerPid !== undefined && pids.has(flow.providerPid));
    return isWithin && isIts && (isApp || isFailed(flow));
  });
}

function flowSequence(flow: FlowReport): Sequence {
  const { app, kernel, provider, providerPid, protocol, remote, openedAt, state } = flow;
  const { code, history, host, closedBy } = flow;
  const end = endOfFlow(flow);
  const who = closedBy?.who;
  const isOffered = provider !== undefined || providerPid !== undefined;
  const lines = [
    party('A', `app ${app ?? 'unknown'}`),
    party('K', 'kernel'),
    ...(isOffered ? [party('P', `provider${providerPid === undefined ? '' : ` pid ${providerPid}`}`)] : []),
    `A->>K: ${label([timeOfDay(openedAt), 'opens', protocol, host, remote])}`,
    ...(kernel === undefined ? ['Note over K: nothing seen'] : steps('K', kernel)),
    ...(isOffered ? ['K->>P: diverted to the provider', ...steps('P', provider ?? [])] : []),
    `Note over A,${isOffered ? 'P' : 'K'}: ${label([
      [
        end !== undefined ? `${timeOfDay(end)} closed` : who === 'open' ? 'open at the end' : 'not seen to end',
        closedBy === undefined || ['open', 'unknown'].includes(closedBy.who) ? undefined : `by ${closedBy.who}`,
        closedBy?.reason,
        closedBy?.error === undefined ? undefined : `error ${closedBy.error}`,
        `state ${state}`,
        code,
        history,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
    ])}`,
  ];
  const note = isOffered
    ? 'The steps of each side are in their own order; which side was first at what, the report does not say.'
    : '';
  return { heading: `One of its flows: ${flow.id}`, note, lines: diagram(lines) };
}

function steps(id: string, words: readonly string[]): string[] {
  const shown = words.slice(0, (MESSAGES - 6) / 2);
  const hidden = words.length - shown.length;
  return [
    ...shown.map((word) => `${id}->>${id}: ${label([word])}`),
    ...(hidden > 0 ? [`Note over ${id}: and ${hidden} more`] : []),
  ];
}

function evidenceSequence(worst: FindingReport): Sequence {
  const cited = worst.evidence.slice(0, MESSAGES);
  const names = [...new Set(cited.map(({ process, pid }) => who(process, pid)))].slice(0, PARTIES);
  const notes = cited.flatMap(({ process, pid, at, text, times }) => {
    const place = names.indexOf(who(process, pid));
    if (place < 0) return [];
    const fold = times !== undefined && times > 1 ? `x${times}` : undefined;
    return [`Note over P${place}: ${label([at === undefined ? undefined : timeOfDay(at), fold, text])}`];
  });
  return {
    heading: 'Who said what',
    note: '',
    lines: diagram([...names.map((name, index) => party(`P${index}`, name)), ...notes]),
  };
}

function who(process: string, pid: number | undefined): string {
  return pid === undefined || pid < 1 ? `process ${process}` : `${process} pid ${pid}`;
}

function party(id: string, name: string): string {
  return `participant ${id} as ${label([name])}`;
}

function label(parts: readonly (string | undefined)[]): string {
  return mermaidLabel(cutMiddle(parts.filter((part) => part !== undefined && part !== '').join(' '), LABEL));
}

function diagram(lines: readonly string[]): string[] {
  return ['sequenceDiagram', ...lines.map((line) => `  ${line}`)];
}
