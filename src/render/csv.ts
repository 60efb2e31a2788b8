import type { Subject } from '../model/finding.ts';
import type { EvidenceReport, FlowReport, Report } from '../model/report.ts';
import { endOfFlow } from './flow-end.ts';
import { placeOf } from './terminal/place.ts';
import { visible } from './terminal/visible.ts';
import { microsOf } from './trace/when.ts';

export type Cell = string | number | undefined;

/** What a spreadsheet takes for a formula, at the start of a cell or after the semicolon that divides cells elsewhere. */
const FORMULA = /(^|;)(\s*)(?=[=+\-@|%\uff1d\uff0b\uff0d\uff20])/g;

/** Findings, one row each, the worst first. RFC 4180: quoted text, CRLF; no text starts a formula. */
export function renderCsv({ findings }: Report): string {
  const head = [
    ...['index', 'severity', 'confidence', 'detector', 'title', 'message', 'count', 'from', 'to', 'duration_us'],
    ...['subjects', 'reasons', 'input', 'place', 'at', 'process', 'pid', 'evidence', 'evidence_lines', 'next'],
  ];
  const rows = findings.map((finding, index): Cell[] => {
    const { severity, confidence, detector, title, message, count, span } = finding;
    const cited: Partial<EvidenceReport> =
      finding.evidence.find(({ decisive }) => decisive) ?? finding.evidence[0] ?? {};
    return [
      ...[index + 1, severity, confidence, detector, title, message, count, span?.from, span?.to, span?.durationUs],
      finding.subjects.map(subjectText).join(' | '),
      finding.reasons.join(' | '),
      ...[cited.input, finding.evidence.length === 0 ? undefined : placeOf(cited), cited.at, cited.process, cited.pid],
      ...[cited.text, finding.evidence.length],
      finding.next.map((step) => `${step.for}: ${step.text}`).join(' | '),
    ];
  });
  return csvTable([head, ...rows]);
}

/** Flows, one row each, in the order of the report; columns of what the report does not hold are empty. */
export function renderFlowsCsv({ flows, processes }: Report): string {
  const head = [
    ...['id', 'hash', 'protocol', 'app', 'remote', 'host', 'interface', 'provider_pid', 'state', 'code', 'history'],
    ...[
      'opened_at',
      'closed_at',
      'closed_by',
      'close_reason',
      'close_error',
      'kernel',
      'provider',
      'join',
      'join_reason',
    ],
    ...['duration_us', 'provider_generation'],
  ];
  return csvTable([head, ...flows.map((flow) => flowRow(flow, processes))]);
}

function flowRow(flow: FlowReport, processes: Report['processes']): Cell[] {
  const { id, hash, protocol, app, remote, providerPid, state, openedAt, closedAt, join } = flow;
  const { host, interface: way, code, history, closedBy } = flow;
  return [
    ...[id, hash, protocol, app, remote, host, way, providerPid, state, code, history],
    ...[openedAt, closedAt, closedBy?.who, closedBy?.reason, closedBy?.error],
    ...[flow.kernel?.join(' | '), flow.provider?.join(' | '), join?.grade, join?.reason],
    ...[durationOf(flow), generationOf(flow, processes)],
  ];
}

function durationOf(flow: FlowReport): number | undefined {
  const [from, to] = [microsOf(flow.openedAt), microsOf(endOfFlow(flow) ?? '')];
  return from === undefined || to === undefined || to < from ? undefined : to - from;
}

/** Which life of its provider it belongs to, among the processes that the report lists. */
function generationOf({ providerPid, openedAt }: FlowReport, processes: Report['processes']): number | undefined {
  const at = microsOf(openedAt) ?? Number.NaN;
  const lives = processes.filter(({ pid }) => pid === providerPid && pid > 0);
  const within = lives.find(({ from, to }) => at >= (microsOf(from) ?? Infinity) && at <= (microsOf(to) ?? -Infinity));
  return (within ?? (lives.length === 1 ? lives[0] : undefined))?.generation;
}

function subjectText({ kind, bundle, pid, session, name }: Subject): string {
  return [kind, name, bundle, pid === undefined ? undefined : `[${pid}]`, session]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** Rows as RFC 4180 has them; the first one names the columns. */
export function csvTable(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Numbers bare, text quoted; an apostrophe before whatever a spreadsheet would run. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return `"${visible(value).replace(FORMULA, "$1$2'").replaceAll('"', '""')}"`;
}
