import { keep } from '../../lib/keep.ts';
import type { Flow } from '../../model/entity.ts';
import { LEVELS, type LogRecord, type Origin } from '../../model/log-record.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { OriginId } from '../../model/units.ts';

/** Lines kept of one capture; beyond the first number only those that are events. */
export const LINE_CAPS = { lines: 1_500_000, events: 2_000_000, flows: 250_000, sources: 65_000 } as const;

/** Who wrote a line, by its numbers. */
export interface SourceKey {
  readonly origin: Origin;
  readonly pid: number;
  readonly input: number;
}

/** Lines as they come, one array per column. */
export interface CollectedLines {
  readonly at: number[];
  readonly source: number[];
  readonly level: number[];
  readonly event: number[];
  /** 1-based place in `flows`, 0 for none. */
  readonly flow: number[];
  readonly line: number[];
  readonly offset: number[];
  readonly text: string[];
}

/** Keeps the lines of a capture for a drawing of it. Bounded: what is dropped is counted. */
export interface TimelineCollector {
  readonly lines: CollectedLines;
  readonly sources: readonly SourceKey[];
  readonly eventNames: readonly string[];
  /** Flows that some line named, those too that the correlator has forgotten meanwhile. */
  readonly flows: readonly Flow[];
  readonly dropped: { readonly lines: number; readonly flows: number };
  /** Takes one line in log order, after the correlator took its event; `flow` is the one that the line names. */
  see(record: LogRecord, event: LooseEvent | undefined, flow: Flow | undefined): void;
}

export function createTimelineCollector(caps: typeof LINE_CAPS = LINE_CAPS): TimelineCollector {
  const lines: CollectedLines = { at: [], source: [], level: [], event: [], flow: [], line: [], offset: [], text: [] };
  const sources = createTable<SourceKey>(caps.sources, { origin: OTHERS, pid: -1, input: -1 });
  const events = createTable<string>(caps.sources, '');
  const flows = new Map<Flow, number>();
  const dropped = { lines: 0, flows: 0 };

  const flowPlace = (flow: Flow | undefined): number => {
    if (flow === undefined) return 0;
    const known = flows.get(flow);
    if (known !== undefined) return known;
    if (flows.size >= caps.flows) {
      dropped.flows += 1;
      return 0;
    }
    flows.set(flow, flows.size + 1);
    return flows.size;
  };

  return {
    lines,
    sources: sources.values,
    eventNames: events.values,
    get flows() {
      return [...flows.keys()];
    },
    dropped,
    see(record, event, flow) {
      const room = event === undefined ? caps.lines : caps.events;
      if (lines.at.length >= room) {
        dropped.lines += 1;
        return;
      }
      const { origin, pid, ref } = record;
      lines.at.push(record.at);
      lines.source.push(sources.place(`${origin.id}:${pid}:${ref.input}`, { origin, pid, input: ref.input }));
      lines.level.push(LEVELS.indexOf(record.level));
      lines.event.push(event === undefined ? 0 : events.place(event.name, event.name));
      lines.flow.push(flowPlace(flow));
      lines.line.push(ref.file === undefined ? ref.line : 0);
      lines.offset.push(ref.offset);
      lines.text.push(keep(record.message));
    },
  };
}

/** Stands for all writers beyond the cap. */
const OTHERS: Origin = {
  id: -1 as OriginId,
  process: 'other processes',
  processPath: undefined,
  sender: '',
  subsystem: '',
  category: '',
};

/** Numbers things in the order in which they come; 0 is `rest`, which stands for all that came when the table was full. */
function createTable<T>(cap: number, rest: T): { readonly values: T[]; place(key: string, value: T): number } {
  const places = new Map<string, number>();
  const values: T[] = [rest];
  return {
    values,
    place(key, value) {
      const known = places.get(key);
      if (known !== undefined) return known;
      if (values.length >= cap) return 0;
      places.set(key, values.push(value) - 1);
      return values.length - 1;
    },
  };
}
