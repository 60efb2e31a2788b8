import type { Cite, Flow, World } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';

/** A line that names the flow. */
export interface TrailLine {
  readonly cite: Cite;
  readonly event: string;
}

/** Lines of flows that are asked for by name while the capture is read. Bounded: what is dropped is counted. */
export interface TrailCollector {
  readonly lines: readonly TrailLine[];
  readonly dropped: number;
  /** Takes one event; `cite` makes it citable. */
  see(event: LooseEvent, cite: (event: LooseEvent) => Cite): void;
  /** The flows that are meant: of one hash there may be several, one after the other. */
  flowsIn(world: World): Flow[];
}

/** Of one flow nobody reads more. */
const MOST_LINES = 2000;

/** Whether the line is of the flow, or of another and speaks of it (`… for an unknown pcb: 3202434321`). */
function names({ name, fields }: LooseEvent, hash: number): boolean {
  if (fields.flow === hash) return true;
  return name.startsWith('kernel.flow-divert/') && Object.values(fields).includes(hash);
}

/** `ref`: a flow's hash or its id in the report. */
export function createTrailCollector(ref: string): TrailCollector {
  const hash = /^\d+$/.test(ref.split('#')[0] ?? '') ? Number(ref.split('#')[0]) : undefined;
  const lines: TrailLine[] = [];
  let dropped = 0;
  return {
    lines,
    get dropped() {
      return dropped;
    },
    see(event, cite) {
      if (hash === undefined || !names(event, hash)) return;
      if (lines.length >= MOST_LINES) dropped += 1;
      else lines.push({ cite: cite(event), event: event.name });
    },
    flowsIn: (world) => [...world.flows].filter((flow) => flow.id === ref || String(flow.hash) === ref),
  };
}
