import type { Confidence, Severity } from './finding.ts';

/** What changed between a capture in which it worked and one in which it does not. */
export interface CaptureDiff {
  readonly findings: readonly FindingChange[];
  readonly sessions: readonly SessionChange[];
  readonly flows: FlowChange;
  readonly deaths: readonly DeathChange[];
  /** What got worse, one sentence each; empty where nothing did. */
  readonly regressions: readonly string[];
  /** Detectors that could look in one capture only: what they say cannot be compared. */
  readonly incomparable: readonly string[];
}

export interface FindingSide {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly count: number;
  readonly message: string;
}

export interface FindingChange {
  readonly change: 'new' | 'gone' | 'changed' | 'same';
  readonly detector: string;
  readonly title: string;
  /** Whom it is about, as the capture names it. */
  readonly subject: string;
  readonly good?: FindingSide;
  readonly bad?: FindingSide;
}

export interface SessionSide {
  /** µs in the state `connected`. */
  readonly connectedUs: number;
  /** How often it left `connected`. */
  readonly drops: number;
  readonly runs: number;
  /** µs from the first `connecting` to the first `connected`; left out where it never was both. */
  readonly connectUs?: number;
  readonly stops: readonly string[];
  /** State at the end. */
  readonly state: string;
}

export interface SessionChange {
  readonly name: string;
  readonly kind: string;
  readonly good?: SessionSide;
  readonly bad?: SessionSide;
}

export interface FlowChange {
  readonly good: number;
  readonly bad: number;
  /** By outcome, the share of each in both captures (0 to 1), the greatest shift first. */
  readonly outcomes: readonly { readonly state: string; readonly good: number; readonly bad: number }[];
}

/** Ends of provider processes, by how. */
export interface DeathChange {
  readonly provider: string;
  readonly kind: string;
  readonly good: number;
  readonly bad: number;
}
