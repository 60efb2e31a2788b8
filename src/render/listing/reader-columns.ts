import type { DetectorOutcome, Severity } from '../../model/finding.ts';
import type { Style } from '../terminal/line.ts';
import { count } from '../terminal/words.ts';
import type { Column } from './listing.ts';

/** A message of the catalog with who looks at it: a row of `rules coverage`. */
export interface ReaderRow {
  readonly event: string;
  readonly level: string;
  /** Ids of detectors. */
  readonly detectors: readonly string[];
  /** Processes, sessions, flows or power are followed by it. */
  readonly isFollowed: boolean;
}

export const READER_COLUMNS: readonly Column<ReaderRow>[] = [
  { key: 'event', title: 'message', value: ({ event }) => event },
  { key: 'level', title: 'level', isFixed: true, value: ({ level }) => level, yields: 2 },
  {
    key: 'followed',
    title: 'followed',
    isFixed: true,
    value: ({ isFollowed }) => (isFollowed ? 'yes' : ''),
    yields: 1,
  },
  { key: 'detectors', title: 'read by', isProse: true, value: ({ detectors }) => detectors.join(', ') },
];

/** Whether a detector could look in a capture: a row of `rules coverage CAPTURE`. */
export interface SightRow {
  readonly detector: string;
  readonly severity: Severity;
  readonly status: DetectorOutcome['status'];
  /** Findings of it. */
  readonly findings: number;
  /** What the capture lacks, or what failed. */
  readonly why: string;
  /** The command that would record what is missing. */
  readonly remedy?: string;
}

const ANSWER: Readonly<Record<DetectorOutcome['status'], { readonly text: string; readonly style: Style }>> = {
  found: { text: 'found', style: 'bad' },
  clear: { text: 'looked', style: 'good' },
  'not-observable': { text: 'could not look', style: 'warn' },
  failed: { text: 'failed', style: 'bad' },
};

export const SIGHT_COLUMNS: readonly Column<SightRow>[] = [
  { key: 'detector', title: 'detector', isFixed: true, value: ({ detector }) => detector },
  {
    key: 'status',
    title: 'in this capture',
    isFixed: true,
    value: ({ status }) => status,
    text: ({ status, findings }) => (status === 'found' ? count(findings, 'finding') : ANSWER[status].text),
    style: ({ status }) => ANSWER[status].style,
  },
  { key: 'why', title: 'it lacks', isProse: true, value: ({ why }) => why, yields: 1 },
];
