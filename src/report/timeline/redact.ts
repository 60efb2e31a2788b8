import type { Origin } from '../../model/log-record.ts';
import type { Timeline, TimelineBar, TimelineLane, TimelineLines } from '../../model/timeline.ts';
import { blankParts, learnParts, rewriteParts } from '../../redact/parts.ts';
import { prove } from '../../redact/prove.ts';
import { isKnownMessage, type Redactor } from '../../redact/redactor.ts';

/** What a timeline says beyond the records that the redactor has learnt: before it is sealed. */
export function learnTimeline({ flows }: Timeline, redactor: Redactor): void {
  learnParts({ flows: flows.map(({ report }) => report) }, redactor);
}

/**
 * The timeline with a token in the place of every private value; numbers, times and the names of events stay. `writers` stand
 * as the timeline's sources do. Throws `UserError` (exit code 6) where a value would still be in it.
 */
export function redactTimeline(
  timeline: Timeline,
  writers: readonly { readonly origin: Origin }[],
  redactor: Redactor,
): Timeline {
  const proved = (text: string, where: () => string): string => {
    prove(redactor, text, where);
    return text;
  };
  const said = (text: string): string => proved(redactor.text(text), () => 'the timeline');
  const processes = processNames(writers, redactor);
  const { flows } = rewriteParts({ flows: timeline.flows.map(({ report }) => report) }, redactor);
  return {
    ...timeline,
    lanes: timeline.lanes.map((lane) => ({ ...lane, name: said(laneName(lane, processes, redactor)) })),
    sources: timeline.sources.map((source, index) => {
      const writer = writers[index];
      // The first one stands for all beyond the cap, in words of ours.
      if (writer === undefined || index === 0) return source;
      const { process, sender, subsystem, category } = redactor.origin(writer.origin);
      const names = { process, sender, subsystem, category };
      for (const name of Object.values(names)) proved(name, () => 'the timeline');
      return { ...source, ...names, input: said(redactor.value('file', source.input)) };
    }),
    lines: redactLines(timeline, redactor, proved),
    flows: timeline.flows.map((flow, index) => ({ ...flow, report: flows[index] ?? flow.report })),
    bars: timeline.bars.map((bar) => ({
      ...bar,
      name: said(barName(bar, processes, redactor)),
      detail: said(bar.detail),
    })),
    marks: timeline.marks.map((mark) => ({ ...mark, text: said(mark.text) })),
  };
}

/** The timeline with nothing of the capture's in it but numbers, times, states and names of ours. */
export function blankTimeline(timeline: Timeline): Timeline {
  const { lines, flows, sources, bars, marks } = timeline;
  return {
    ...timeline,
    lanes: timeline.lanes.map((lane) => (isOurs(lane) ? lane : { ...lane, name: '' })),
    sources: sources.map((source) => ({ ...source, process: '', sender: '', subsystem: '', category: '', input: '' })),
    lines: { ...lines, text: lines.text.map(() => '') },
    flows: flows.map((flow) => ({ ...flow, report: blankParts({ flows: [flow.report] }).flows[0] ?? flow.report })),
    bars: bars.map((bar) => ({ ...bar, name: bar.kind === 'process' ? '' : bar.name, detail: '' })),
    marks: marks.map((mark) => ({ ...mark, text: '' })),
  };
}

function redactLines(
  { lines, sources, eventNames }: Timeline,
  redactor: Redactor,
  proved: (text: string, where: () => string) => string,
): TimelineLines {
  const place = (index: number): string => {
    const input = sources[lines.source[index] ?? 0]?.input ?? '';
    return `${redactor.value('file', input)}:${lines.place[index] ?? 0}`;
  };
  const text = lines.text.map((written, index) =>
    proved(redactor.message(written, isKnownMessage(eventNames[lines.event[index] ?? 0])), () => place(index)),
  );
  return { ...lines, text };
}

/** Processes as their lines name them now. Of one that is private by one of its paths only, the private name. */
function processNames(writers: readonly { readonly origin: Origin }[], redactor: Redactor): Map<string, string> {
  const names = new Map<string, string>();
  for (const { origin } of writers) {
    const { process } = redactor.origin(origin);
    if (!names.has(origin.process) || process !== origin.process) names.set(origin.process, process);
  }
  return names;
}

const OURS: ReadonlySet<string> = new Set([
  'app not named',
  'other sessions',
  'other providers',
  'other apps',
  'other processes',
]);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isOurs({ kind, name }: TimelineLane): boolean {
  return OURS.has(name) || kind === 'capture' || kind === 'power' || kind === 'path' || kind === 'kernel';
}

function laneName(lane: TimelineLane, processes: ReadonlyMap<string, string>, redactor: Redactor): string {
  const { kind, name } = lane;
  if (isOurs(lane)) return name;
  if (kind === 'session') return processes.get(name) ?? redactor.value(UUID.test(name) ? 'uuid' : 'config', name);
  return processes.get(name) ?? redactor.value('app', name);
}

/** A process with its pid, or the state of something. */
function barName({ kind, name }: TimelineBar, processes: ReadonlyMap<string, string>, redactor: Redactor): string {
  const [, process, pid = ''] = /^(.*)(\[-?\d+\])$/s.exec(name) ?? [];
  if (kind !== 'process' || process === undefined) return name;
  return (processes.get(process) ?? redactor.value('app', process)) + pid;
}
