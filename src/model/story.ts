/** What happened, across processes, in at most `STORY_LINES` lines. Collected on demand (`analyze({ story })`). */
import type { Confidence } from './finding.ts';
import type { SpanReport } from './report.ts';

export const STORY_LINES = 15;

export interface Story {
  readonly focus: StoryFocus;
  /** The time that it tells of; what led to it may lie before. Left out where nothing has a time. */
  readonly span?: SpanReport;
  /** In the order of time. */
  readonly lines: readonly StoryLine[];
  /** Moments that there was no room for. */
  readonly omitted: number;
  /** One sentence on what it comes to; left out where nothing was found. */
  readonly cause?: { readonly text: string; readonly confidence?: Confidence; readonly reasons: readonly string[] };
}

export type StoryFocus =
  | { readonly kind: 'finding'; readonly index: number; readonly detector: string; readonly title: string }
  | { readonly kind: 'flow'; readonly id: string }
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'capture' };

export interface StoryLine {
  readonly at: string;
  /** The last time of several of its kind. */
  readonly until?: string;
  /** How many of its kind it stands for, where it is more than one. */
  readonly times?: number;
  /** The process, or `app`, `kernel`. */
  readonly who: string;
  readonly pid?: number;
  /** Our words; left out where the log speaks for itself. */
  readonly says?: string;
  /** The log's own message, never reworded. */
  readonly quotes?: string;
  /** The line that decides. */
  readonly decisive: boolean;
  /** It belongs here by circumstance, not by an equal value. */
  readonly inferred: boolean;
  readonly input?: string;
  readonly line?: number;
  readonly file?: string;
  readonly record?: number;
}
