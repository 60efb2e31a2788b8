/**
 * What a detector weighed: each case it looked at, its conditions in order with what the capture holds, and whether it became a
 * finding. Only collected where somebody asks (`necropsy why`); no part of the report.
 */
import type { Cite } from './cite.ts';
import type { Confidence, DetectorOutcome, Grading, Severity, Subject } from './finding.ts';
import type { Flow } from './flow.ts';
import type { Level } from './log-record.ts';

/** `unknown` where the capture cannot tell. */
export type Holds = boolean | 'unknown';

export interface WeighedCondition {
  /** A sentence that is true where the condition holds: `opened within 5 s of the wake`. */
  readonly says: string;
  /** What the capture holds instead or in proof: `12 s`. */
  readonly actual?: string;
  /** What is asked, where the sentence does not say it: `at least 3`. */
  readonly limit?: string;
  readonly holds: Holds;
  /** The line that decides it. */
  readonly cite?: Cite | undefined;
  /** What it is made of: `all` of them, or `any`. */
  readonly join?: 'all' | 'any';
  readonly parts?: readonly WeighedCondition[];
}

/** One case that a detector looked at. */
export interface Candidate {
  /** What it is, in words: `flow 2201100002 of com.apple.Safari`. */
  readonly what: string;
  readonly subjects: readonly Subject[];
  /** Flows it is about: they can be asked for by hash or id. */
  readonly flows?: readonly Pick<Flow, 'id' | 'hash'>[];
  /** In the order in which the detector asks them. It is found where all of them hold. */
  readonly conditions: readonly WeighedCondition[];
  /** What the detector made of it; the conditions must say the same. */
  readonly isFound: boolean;
}

/** Which cases somebody wants to know about. */
export interface WhyRequest {
  readonly detector: string;
  /** Hash, or the id that the report gives it. */
  readonly flow?: string;
  /** UUID or name. */
  readonly session?: string;
}

/** All that a detector weighed and somebody asked for, the found ones and the nearest misses first. */
export interface Weighing {
  readonly detector: string;
  readonly candidates: readonly Candidate[];
  /** Whatever was asked for. */
  readonly weighed: number;
  /** Of what was asked for. */
  readonly matching: number;
  /** Cases that are about a flow. */
  readonly weighedFlows: number;
}

/** The answer of `necropsy why`. */
export interface WhyReport {
  readonly detector: string;
  readonly title: string;
  readonly asked: Omit<WhyRequest, 'detector'>;
  readonly outcome: DetectorOutcome;
  readonly findings: readonly WhyFinding[];
  readonly candidates: readonly CandidateReport[];
  /** Of the nearest cases those that lie outside of the time that was asked for. */
  readonly outside: number;
  readonly weighed: number;
  readonly matching: number;
  /** Messages that the detector reads, and whether this capture could hold them. */
  readonly needs: readonly NeedReport[];
  /** What is known of the flow or session that was asked for where the detector never weighed it. */
  readonly remarks: readonly string[];
}

export interface WhyFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly confidence: Confidence;
  readonly grading?: Grading;
  readonly reasons: readonly string[];
  readonly subjects: readonly Subject[];
}

export interface CandidateReport extends Omit<Candidate, 'conditions' | 'flows'> {
  readonly flows?: readonly string[];
  readonly conditions: readonly ConditionReport[];
}

export interface ConditionReport extends Omit<WeighedCondition, 'cite' | 'parts'> {
  readonly at?: string;
  readonly input?: string;
  readonly line?: number;
  readonly file?: string;
  readonly record?: number;
  readonly parts?: readonly ConditionReport[];
}

export interface NeedReport {
  readonly event: string;
  readonly level?: Level;
  readonly seen: number;
  /** `seen`, `absent` where it could have been seen, `unobservable` where it could not. */
  readonly state: 'seen' | 'absent' | 'unobservable';
  /** Why it could not be seen. */
  readonly why?: string;
}
