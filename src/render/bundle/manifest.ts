import { safeJson } from '../../lib/safe-json.ts';
import type { Report } from '../../model/report.ts';
import type { Timeline } from '../../model/timeline.ts';

/** A file or folder that was given. */
export interface GivenInput {
  readonly name: string;
  /** Left out of pipes and folders. */
  readonly bytes?: number;
  readonly sha256?: string;
}

export interface RedactionFacts {
  readonly level: 'apple' | 'standard' | 'strict' | 'off';
  /** Different values that were replaced, per kind. */
  readonly values: Readonly<Record<string, number>>;
  /** Private values that were looked for in every file. */
  readonly looked: number;
}

/** Where all times were moved by one amount. */
export interface MovedTimes {
  /** Texts in the files that may be times or something else, and were left. */
  readonly kept: number;
  /** Whether the true days are known and can be told from the moved ones: they were searched for then. */
  readonly isTellable: boolean;
}

export interface ManifestFacts {
  readonly options: Readonly<Record<string, string | number | readonly string[]>>;
  readonly given: readonly GivenInput[];
  readonly rules: { readonly detectors: number; readonly messages: number };
  readonly redaction: RedactionFacts;
  readonly movedTimes?: MovedTimes;
}

interface Written {
  readonly dropped: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** How a bundle was made, and of what: enough to make it again from the same capture. */
export function manifestJson(report: Report, timeline: Timeline, facts: ManifestFacts & Written): string {
  const { tool, capture, findings, flowTotals, sessions } = report;
  const lines = capture.inputs.reduce((sum, input) => sum + input.lines, 0);
  const unparsed = capture.problems
    .filter(({ code }) => code === 'line-unparsed')
    .reduce((sum, { count }) => sum + count, 0);
  const manifest = {
    schemaVersion: 1,
    tool: { ...tool, ...facts.rules },
    options: facts.options,
    given: facts.given,
    inputs: capture.inputs,
    window: capture.span,
    // The part that was asked for; all of the window was read and judged.
    ...(capture.window === undefined ? {} : { shown: capture.window }),
    timeBase: {
      // By how much is nowhere said.
      ...(facts.movedTimes === undefined ? {} : { isMoved: true, leftTexts: facts.movedTimes.kept }),
      // µs since 1970 where the export prints dates and an offset; what it does not print is not made up.
      offsets: [...new Set(timeline.zones.map(({ offsetMinutes }) => offsetMinutes))],
      changes: Math.max(0, timeline.zones.length - 1),
    },
    boots: capture.boots,
    counts: {
      lines,
      records: capture.records,
      events: capture.events,
      findings: findings.length,
      sessions: sessions.length,
      flows: flowTotals.seen,
    },
    unparsed: { lines: unparsed, percent: lines === 0 ? 0 : Math.round((unparsed / lines) * 10_000) / 100 },
    redaction: { level: facts.redaction.level, values: facts.redaction.values, leaks: 0 },
    dropped: facts.dropped,
    files: facts.files,
  };
  return `${safeJson(manifest, 2)}\n`;
}
