import type { Severity } from './finding.ts';

/**
 * Findings that somebody has accepted, each counted and until a day: what `--baseline` reads and `necropsy baseline` writes.
 * Within a `schemaVersion` fields are only added.
 */
export interface Baseline {
  readonly schemaVersion: 1;
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  /** Detector and parties, without times, pids and places: 32 hex digits. */
  readonly fingerprint: string;
  readonly detector: string;
  /** Of the worst such finding. */
  readonly severity: Severity;
  /** For people, as are the parties. */
  readonly title: string;
  readonly who: string;
  /** As many are accepted, over all findings of this fingerprint; one more and they come back. */
  readonly count: number;
  readonly reason: string;
  /** The day it was written, `2026-03-01`. */
  readonly since: string;
  /** The last day on which it holds; left out where it never ends. */
  readonly expires?: string;
}

/** What a finding says of the entry that knows it. */
export interface KnownBy {
  readonly reason: string;
  readonly count: number;
  readonly expires?: string;
}
