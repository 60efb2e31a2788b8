/** One flow as `flows show` tells it: what every process printed of it, side by side. Collected on demand. */
import type { Grade } from './cite.ts';
import type { FlowReport } from './report-flows.ts';

export interface FlowTrail {
  readonly flow: FlowReport;
  /** Who said something of it, from the app inwards; steps name them by their place here. */
  readonly lanes: readonly TrailLane[];
  /** In the order of time; lines of one time as they came. */
  readonly steps: readonly TrailStep[];
  /** Lines beyond the cap, counted and left out. */
  readonly omitted: number;
}

export const TRAIL_LANES = ['app', 'kernel', 'provider', 'filter', 'system'] as const;
export type TrailLaneKind = (typeof TRAIL_LANES)[number];

export interface TrailLane {
  readonly kind: TrailLaneKind;
  /** As the log names it. */
  readonly name: string;
}

export interface TrailStep {
  readonly at: string;
  /** µs since the flow's first line; before it less than 0. */
  readonly sinceUs: number;
  readonly lane: number;
  /** The message of the catalog, where the step is a line of the log. */
  readonly event?: string;
  /** The log's own message, or our words where `isOurs`: what an entity beside the flow did. */
  readonly text: string;
  readonly isOurs?: true;
  /** How it is known that it belongs to the flow. */
  readonly grade: Grade;
  /** The act that ended the flow. */
  readonly closes?: true;
  /** Within 1 ms of a line of another process before it: which was first the clocks do not say. */
  readonly isOrderUnknown?: true;
  readonly input: string;
  readonly line?: number;
  readonly file?: string;
  readonly record?: number;
}
