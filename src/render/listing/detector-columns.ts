import type { Severity } from '../../model/finding.ts';
import { list, SEVERITY } from '../terminal/words.ts';
import type { Column } from './listing.ts';

/** One detector, as `rules list` prints it. */
export interface DetectorRow {
  readonly id: string;
  readonly severity: Severity;
  /** `code`, `rule` (ships with the program), `user rule`. */
  readonly kind: string;
  /** Record levels of the messages it reads. */
  readonly levels: readonly string[];
  /** Messages it reads, `family/message`. */
  readonly needs: readonly string[];
  readonly title: string;
  /** Of a rule: where it is written. */
  readonly file?: string;
  readonly line?: number;
}

/** `rules list`: a row per detector. */
export const DETECTOR_COLUMNS: readonly Column<DetectorRow>[] = [
  { key: 'id', title: 'detector', isFixed: true, value: ({ id }) => id },
  {
    key: 'severity',
    title: 'severity',
    isFixed: true,
    value: ({ severity }) => severity,
    text: ({ severity }) => `${SEVERITY[severity].shape} ${severity}`,
    style: ({ severity }) => SEVERITY[severity].style,
    yields: 2,
  },
  { key: 'kind', title: 'kind', isFixed: true, value: ({ kind }) => kind, yields: 3 },
  {
    key: 'levels',
    title: 'needs levels',
    value: ({ levels }) => levels.join(' '),
    text: ({ levels }) => list(levels),
    isFixed: true,
    yields: 4,
  },
  { key: 'title', title: 'says', isProse: true, value: ({ title }) => title, yields: 1 },
];
