import type { Timeline, TimelineFlow } from '../../../model/timeline.ts';
import { endWords, isFailed } from '../../flow-end.ts';
import { timeOfDay } from '../../terminal/clock.ts';
import { duration, number } from '../../terminal/words.ts';
import { html, shortHtml } from '../escape.ts';
import { table } from './table.ts';

const MOST = 25;
const HEADS = ['Opened', 'App', 'Remote', 'State', 'Kernel to provider', 'Open for', 'Ended by'];

/** The flows that took longest to reach their provider, and those that failed: at most 25 of each. */
export function flowSections({ flows }: Timeline): string[] {
  if (flows.length === 0) return [];
  const slow = flows
    .filter((flow) => delayOf(flow) !== undefined)
    .sort((a, b) => (delayOf(b) ?? 0) - (delayOf(a) ?? 0) || a.openedAt - b.openedAt)
    .slice(0, MOST);
  const failed = flows.filter(({ report }) => isFailed(report));
  const rest = failed.length > MOST ? `<p>${number(failed.length - MOST)} more failed.</p>` : '';
  const all = number(flows.length);
  const first =
    slow.length > 0
      ? table(`Slowest to reach their provider (${slow.length} of ${all})`, HEADS, slow.map(row))
      : table(`First opened (${Math.min(MOST, flows.length)} of ${all})`, HEADS, flows.slice(0, MOST).map(row));
  return [`<h2>Flows</h2>${first}`, table('Failed', HEADS, failed.slice(0, MOST).map(row)) + rest];
}

function delayOf({ kernel, provider }: TimelineFlow): number | undefined {
  return kernel === undefined || provider === undefined ? undefined : provider.from - kernel.from;
}

function row(flow: TimelineFlow): string[] {
  const { report, openedAt, closedAt } = flow;
  const delay = delayOf(flow);
  const grade = report.join === undefined || report.join.grade === 'exact' ? '' : ` (${report.join.grade})`;
  return [
    html(timeOfDay(report.openedAt)),
    shortHtml(report.app ?? '', 80),
    shortHtml(report.remote ?? '', 100),
    html(report.state),
    delay === undefined ? '' : `${duration(delay)}${html(grade)}`,
    closedAt === undefined ? 'not seen to end' : duration(closedAt - openedAt),
    html(endWords(report)),
  ];
}
