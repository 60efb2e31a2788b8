import type { RecordRef } from './log-record.ts';
import type { Micros } from './units.ts';

/** A line that can be cited: a place, and what is needed to print it without reading it again. */
export interface Cite {
  readonly at: Micros;
  readonly ref: RecordRef;
  readonly process: string;
  readonly pid: number;
  /** The message, kept only where the input cannot be read twice (stdin). */
  readonly text: string | undefined;
}

/** How sure a join or an identification is: the same value on both sides, strong circumstance, or a guess by name. */
export type Grade = 'exact' | 'inferred' | 'presumed';

/**
 * How two things that two processes print were found to be one. Exact joins are by an equal value; the others are scored.
 * Source: id-correlation 3 (which joins are exact) and 4 (score, threshold, margin).
 */
export interface Join {
  /** What the other side is. */
  readonly with: JoinSide;
  /** The other side's own name: `911` for a process, `1502:C4` for a connection, the UUID of a filter flow. */
  readonly id: string;
  readonly grade: Grade;
  /** Sum of the weights of what agrees; missing where the join is by an equal value. */
  readonly score?: number;
  /** How far the second-best candidate is behind; missing where there was none. */
  readonly margin?: number;
  /** The second-best candidate is so near that it may as well be that one. */
  readonly isAmbiguous: boolean;
  /** One sentence each, with the values that agree. */
  readonly reasons: readonly string[];
}

export type JoinSide = 'provider' | 'framework' | 'connection' | 'filter-flow' | 'flow' | 'dns' | 'task' | 'process';
