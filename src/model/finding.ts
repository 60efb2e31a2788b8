import type { KnownBy } from './baseline.ts';
import type { Cite, Span } from './entity.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'high' | 'medium' | 'low';

export type SubjectKind = 'provider' | 'app' | 'process' | 'session' | 'flow' | 'extension' | 'interface' | 'machine';

/** A party of a fault. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly bundle?: string;
  readonly pid?: number;
  readonly session?: string;
  readonly name?: string;
}

/** A cited line inside a finding. Identical lines in a row are folded with `times`. */
export interface EvidenceCite {
  readonly cite: Cite;
  readonly decisive: boolean;
  readonly times: number;
}

export interface NextStep {
  readonly for: Audience;
  readonly text: string;
}

export type Audience = 'provider-developer' | 'app-developer' | 'administrator' | 'apple' | 'reporter';

/** How a confidence came about: where it starts, and what raised and lowered it. */
export interface Grading {
  readonly start: Confidence;
  /** What puts it there. */
  readonly because: string;
  readonly raised: readonly GradingStep[];
  readonly lowered: readonly GradingStep[];
}

/** `says` is a sentence; of a raise `to` is the least, of a lowering the most that it leaves. */
export interface GradingStep {
  readonly to: Confidence;
  readonly says: string;
}

export interface Finding {
  readonly detector: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** For `why`; no part of the report. */
  readonly grading?: Grading;
  /** Conditions with their actual values: why we think so, and what makes us more or less sure. */
  readonly reasons: readonly string[];
  readonly title: string;
  readonly message: string;
  readonly count: number;
  /** Undefined only where no cited line has a time. */
  readonly span: Span | undefined;
  /** Every party, the one at fault first. */
  readonly subjects: readonly Subject[];
  /** 1 to 7 lines, at least one, one of them decisive. */
  readonly evidence: readonly EvidenceCite[];
  readonly next: readonly NextStep[];
  /** Left out where no baseline knows it. */
  readonly baselined?: KnownBy;
}

/** What a detector answers. A capture that could not have shown the fault is never `clear`. */
export type DetectorOutcome = DetectorAnswer & {
  readonly id: string;
  /** Cases beyond those that it keeps in mind, which it did not look at; left out where there are none. */
  readonly overlooked?: number;
};

type DetectorAnswer =
  | { readonly status: 'found' }
  | { readonly status: 'clear' }
  | {
      readonly status: 'not-observable';
      /** What the capture lacks, in words. */
      readonly missing: readonly string[];
      /** The command that would record it. */
      readonly remedy?: string;
    }
  | { readonly status: 'failed'; readonly error: string };

/** Where the confidence of a detector's findings starts, and each thing that raises or lowers it. */
export interface ConfidenceMethod {
  readonly start: Confidence;
  readonly because: string;
  readonly raises: readonly GradingStep[];
  readonly lowers: readonly GradingStep[];
}

/** What makes any finding one grade less sure, whichever detector it is of. */
export const GENERAL_LOWERINGS = {
  loss: 'the log lost records near it',
  levels: 'the export left out messages of a level that it is read from too',
  byName: 'the export prints no pids, so two processes of one name cannot be told apart',
} as const;

/** What is known of a detector apart from any capture: `explain`, the documentation and the report draw from it. */
export interface DetectorMeta {
  readonly id: string;
  /** In its failing state: "A provider is diverting its own traffic". */
  readonly title: string;
  readonly severity: Severity;
  /** What raises or lowers the severity. */
  readonly severityNote: string;
  readonly why: string;
  /** How it is recognised, one condition each. */
  readonly how: readonly string[];
  /** What looks like it but is not. */
  readonly notIt: readonly string[];
  /** How sure its findings are, and what makes them surer or less sure. */
  readonly confidence?: ConfidenceMethod;
  readonly blindSpots: readonly string[];
  /** Messages it reads, `family/message`. */
  readonly needs: readonly string[];
  /** Record levels those messages are logged at. */
  readonly levels: readonly string[];
  readonly next: readonly NextStep[];
  readonly references: readonly string[];
}
