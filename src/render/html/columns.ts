import type { Timeline, TimelineFlow, TimelineLines, TimelineSpan } from '../../model/timeline.ts';
import { endWords, isFailed } from '../flow-end.ts';
import { FLOW_COLUMNS, JOINS, LINE_COLUMNS } from './page-data.ts';
import { encodePlanes, signed } from './planes.ts';

/** Lines and flows as columns, lines first; the words that flows use are added to `words`. */
export function encodeColumns(timeline: Timeline, words: string[]): Uint8Array {
  return encodePlanes([...lineColumns(timeline.lines), ...flowColumns(timeline.flows, createWords(words))]);
}

function lineColumns(lines: TimelineLines): ArrayLike<number>[] {
  const differences = new Float64Array(lines.count);
  const places = new Float64Array(lines.count);
  let lastAt = 0;
  let lastPlace = 0;
  for (let i = 0; i < lines.count; i++) {
    const at = lines.at[i] ?? 0;
    differences[i] = at - lastAt;
    lastAt = at;
    const place = lines.place[i] ?? 0;
    places[i] = signed(place - lastPlace);
    lastPlace = place;
  }
  const { source, lane, level, event, flow } = lines;
  const columns = { at: differences, source, lane, level, event, flow, place: places };
  return LINE_COLUMNS.map((name) => columns[name]);
}

function flowColumns(flows: readonly TimelineFlow[], place: (word: string | undefined) => number): ArrayLike<number>[] {
  const start = (flow: TimelineFlow, side: TimelineSpan | undefined): number =>
    signed(side === undefined ? undefined : side.from - flow.openedAt);
  const end = ({ openedAt, closedAt }: TimelineFlow, side: TimelineSpan | undefined): number =>
    side === undefined ? 0 : signed(side.to - (closedAt ?? openedAt));
  const values: Readonly<Record<(typeof FLOW_COLUMNS)[number], (flow: TimelineFlow, before: number) => number>> = {
    opened: ({ openedAt }, before) => signed(openedAt - before),
    closed: ({ openedAt, closedAt }) => signed(closedAt === undefined ? undefined : closedAt - openedAt),
    kernelFrom: (flow) => start(flow, flow.kernel),
    kernelTo: (flow) => end(flow, flow.kernel),
    providerFrom: (flow) => start(flow, flow.provider),
    providerTo: (flow) => end(flow, flow.provider),
    app: ({ report }) => place(report.app),
    remote: ({ report }) => place(report.remote),
    state: ({ report }) => place(report.state),
    protocol: ({ report }) => place(report.protocol),
    appLane: ({ appLane }) => appLane,
    kernelLane: ({ kernelLane }) => kernelLane,
    providerLane: ({ providerLane }) => (providerLane === undefined ? 0 : providerLane + 1),
    failed: ({ report }) => (isFailed(report) ? 1 : 0),
    ending: ({ report }) => place(endWords(report)),
    join: ({ report }) => Math.max(0, (JOINS as readonly string[]).indexOf(report.join?.grade ?? '')),
  };
  return FLOW_COLUMNS.map((name) => flows.map((flow, i) => values[name](flow, flows[i - 1]?.openedAt ?? 0)));
}

/** Numbers words in the order in which they come; the empty word is 0. */
function createWords(words: string[]): (word: string | undefined) => number {
  const places = new Map<string, number>();
  const place = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    places.set(word, words.push(word) - 1);
    return words.length - 1;
  };
  place('');
  return (word = '') => place(word);
}
