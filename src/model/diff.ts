import type { KnownBy } from './baseline.ts';
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
  /** Where two attempts of one capture were compared: their steps. */
  readonly attempts?: AttemptsDiff;
}

/** Two runs of one session, step by step. */
export interface AttemptsDiff {
  readonly session: string;
  readonly good: AttemptSide;
  readonly bad: AttemptSide;
  /** In the order in which they come, those of the good one first where they differ. */
  readonly steps: readonly StepChange[];
}

export interface AttemptSide {
  /** 1-based, among the runs of the session. */
  readonly attempt: number;
  readonly from: string;
  readonly to?: string;
  readonly startedBy?: string;
  readonly stopReason?: string;
}

/** A state of the session or of its manager, and how long after its beginning an attempt first came to it, in µs. */
export interface StepChange {
  readonly step: string;
  readonly goodUs?: number;
  readonly badUs?: number;
}

export interface FindingSide {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly count: number;
  readonly message: string;
  /** Somebody has accepted it (`--baseline`): it is no regression. */
  readonly baselined?: KnownBy;
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
