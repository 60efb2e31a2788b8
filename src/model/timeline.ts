/**
 * What a drawing of the capture needs beyond the report: every line with its text, every flow, everything in numbers.
 * Collected on demand (`analyze({ timeline })`); the report stays the same with it and without it.
 * All times are µs since `from`, the beginning of the capture's span.
 */
import type { FlowReport } from './report.ts';

export interface Timeline {
  /** ISO 8601 of the time 0 as the export prints it; empty where no line has a time. */
  readonly from: string;
  readonly durationUs: number;
  /** Offsets from UTC, by the time from which each holds; empty where the export prints none. */
  readonly zones: readonly { readonly at: number; readonly offsetMinutes: number }[];
  readonly lanes: readonly TimelineLane[];
  /** Who wrote lines; a line names its writer by its place here. */
  readonly sources: readonly TimelineSource[];
  /** Names of the events that occur; the first is empty and stands for a line that is no event. */
  readonly eventNames: readonly string[];
  readonly lines: TimelineLines;
  readonly flows: readonly TimelineFlow[];
  readonly bars: readonly TimelineBar[];
  readonly marks: readonly TimelineMark[];
  /** Stretches of more than a few seconds in which nothing at all was logged, sleep aside. */
  readonly gaps: readonly TimelineSpan[];
  /** In the order of the report's findings. */
  readonly findings: readonly TimelineFinding[];
  readonly leftOut: TimelineLeftOut;
}

export interface TimelineSpan {
  readonly from: number;
  readonly to: number;
}

export const LANE_KINDS = ['capture', 'power', 'path', 'session', 'provider', 'kernel', 'app', 'system'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export interface TimelineLane {
  readonly kind: LaneKind;
  /** As the log names it: a bundle, a process, a part of the kernel. */
  readonly name: string;
}

export interface TimelineSource {
  readonly process: string;
  /** -1 where the export prints none. */
  readonly pid: number;
  readonly sender: string;
  readonly subsystem: string;
  readonly category: string;
  /** Name of the input. */
  readonly input: string;
  /** µs within which its input's times may lie: 1, or 1,000 or 1,000,000 where it prints none finer. */
  readonly stepUs: number;
}

/** Lines in the order of time, one array per column. */
export interface TimelineLines {
  readonly count: number;
  readonly at: Float64Array;
  readonly source: Uint32Array;
  readonly lane: Uint8Array;
  /** Place of the line's level in `LEVELS`. */
  readonly level: Uint8Array;
  readonly event: Uint16Array;
  /** 1-based place in `flows`; 0 where the line names none. */
  readonly flow: Uint32Array;
  /** 1-based line of the input; 0 in archives, which have none. */
  readonly place: Float64Array;
  readonly text: readonly string[];
}

/** A flow, and where it is drawn. `report` is what a report would say of it. */
export interface TimelineFlow {
  readonly report: FlowReport;
  readonly openedAt: number;
  /** Its own end, else the moment at which somebody ended it; undefined where no line says that it ended. */
  readonly closedAt: number | undefined;
  /** Up to its close where the kernel ended it. */
  readonly kernel: TimelineSpan | undefined;
  readonly provider: TimelineSpan | undefined;
  readonly appLane: number;
  readonly kernelLane: number;
  /** Undefined where no provider is known to have it. */
  readonly providerLane: number | undefined;
}

/** Something with a beginning and an end that is no flow: a state of a session, the life of a provider. */
export interface TimelineBar extends TimelineSpan {
  readonly lane: number;
  readonly kind: 'power' | 'session' | 'process';
  /** The state, or the process. */
  readonly name: string;
  readonly detail: string;
  /** Concluded from something else, as the state before a change: drawn dashed. */
  readonly inferred: boolean;
  /** No line says when it ended. */
  readonly isOpen: boolean;
}

/** An instant about the capture itself. */
export interface TimelineMark {
  readonly at: number;
  readonly kind: 'boot' | 'loss' | 'clock' | 'zone';
  readonly text: string;
}

export interface TimelineFinding {
  readonly span: TimelineSpan | undefined;
  /** Per piece of evidence its line; -1 where it is not among them. */
  readonly evidence: readonly number[];
}

/** What the caps and the span left out, in numbers. */
export interface TimelineLeftOut {
  /** Lines beyond the cap. */
  readonly lines: number;
  /** Lines without a time or outside the span. */
  readonly outside: number;
  readonly flows: number;
}
