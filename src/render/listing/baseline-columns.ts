import type { BaselineEntry } from '../../model/baseline.ts';
import { number, SEVERITY } from '../terminal/words.ts';
import type { Column } from './listing.ts';

/** An entry of a baseline, and whether its time is over: a row of `baseline show`. */
export interface BaselineRow extends BaselineEntry {
  readonly expired: boolean;
}

export const BASELINE_COLUMNS: readonly Column<BaselineRow>[] = [
  {
    key: 'detector',
    title: 'detector',
    isFixed: true,
    value: ({ detector }) => detector,
    style: ({ severity }) => SEVERITY[severity].style,
  },
  { key: 'who', title: 'who', value: ({ who }) => who, yields: 2 },
  {
    key: 'count',
    title: 'up to',
    isFixed: true,
    isRight: true,
    value: ({ count }) => count,
    text: ({ count }) => `×${number(count)}`,
  },
  {
    key: 'expires',
    title: 'until',
    isFixed: true,
    value: ({ expires }) => expires,
    text: ({ expires, expired }) => (expires === undefined ? 'always' : expired ? `${expires} expired` : expires),
    style: ({ expired }) => (expired ? 'warn' : 'plain'),
  },
  { key: 'reason', title: 'why', isProse: true, value: ({ reason }) => reason, yields: 1 },
];
