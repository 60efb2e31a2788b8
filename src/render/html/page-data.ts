/** What the page holds as data, the same for the assembler that writes it and the client that reads it. */
import type { Report } from '../../model/report.ts';
import type {
  Timeline,
  TimelineBar,
  TimelineFinding,
  TimelineLane,
  TimelineMark,
  TimelineSource,
  TimelineSpan,
} from '../../model/timeline.ts';

/** A reader refuses a newer one. */
export const PAGE_VERSION = 1;
/** Lines per block of text. */
export const BLOCK_LINES = 4096;
/** Flows per block of details. */
export const BLOCK_FLOWS = 1024;

/** From this many lines on, an outline stands before the columns: the page is drawn before they are read. */
export const OUTLINE_LINES = 20_000;
/** Equal parts of the capture, from its beginning to 1 µs after its end, in which an outline counts. */
export const OUTLINE_PARTS = 384;

/** Whose text is in the file. */
export type Embedding = 'all' | 'evidence' | 'none';

/** Small, plain JSON: what the first paint needs besides the columns. */
export interface PageConfig {
  readonly v: typeof PAGE_VERSION;
  readonly title: string;
  readonly from: string;
  readonly durationUs: number;
  readonly zones: Timeline['zones'];
  readonly lanes: readonly TimelineLane[];
  readonly bars: readonly TimelineBar[];
  readonly marks: readonly TimelineMark[];
  readonly gaps: readonly TimelineSpan[];
  readonly places: readonly TimelineFinding[];
  readonly leftOut: Timeline['leftOut'];
  readonly lines: number;
  readonly flows: number;
  readonly embedding: Embedding;
  /** Lines whose text is in the file. */
  readonly textLines: number;
  readonly report: PageReport;
  /** 0-based finding that is shown first. */
  readonly startAt?: number;
}

/** The parts of the report that the page draws; flows come as columns. */
export type PageReport = Pick<
  Report,
  'tool' | 'capture' | 'verdict' | 'findings' | 'detectors' | 'sessions' | 'power' | 'flowTotals' | 'omitted'
>;

/** Words that columns name by number; gzipped JSON. */
export interface PageTables {
  readonly sources: readonly TimelineSource[];
  readonly eventNames: readonly string[];
  /** Words of flows: apps, remotes, states, protocols. */
  readonly words: readonly string[];
}

/** Columns of lines, in their order in the file. Times and places are differences to the line before. */
export const LINE_COLUMNS = ['at', 'source', 'lane', 'level', 'event', 'flow', 'place'] as const;

/** Columns of flows. Beginnings are differences to the opening, ends of the sides to the end (`signed`). */
export const FLOW_COLUMNS = [
  'opened',
  'closed',
  'kernelFrom',
  'kernelTo',
  'providerFrom',
  'providerTo',
  'app',
  'remote',
  'state',
  'protocol',
  'appLane',
  'kernelLane',
  'providerLane',
  'join',
  'failed',
  'ending',
] as const;

/** What an outline counts per part, lane after lane: lines, and where bars of flows begin and end. */
export const OUTLINE_COLUMNS = ['at', 'errors', 'faults', 'from', 'to'] as const;

/** 0 is a flow of which one half only was seen. */
export const JOINS = ['', 'exact', 'inferred', 'presumed'] as const;
