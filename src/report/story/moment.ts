import type { Cite } from '../../model/entity.ts';

/** Something that happened, before it is known whether the story has room for it. */
export interface Moment {
  readonly at: number;
  readonly who: string;
  readonly pid?: number;
  /** Our words; undefined where the line is quoted. */
  readonly says: string | undefined;
  readonly cite: Cite | undefined;
  /** Moments of one key are of one kind: many of them become one line. */
  readonly key: string;
  readonly weight: number;
  readonly decisive?: boolean;
  readonly inferred?: boolean;
  readonly until?: number;
  readonly times?: number;
}

/** What matters more stays where there is no room for all. */
export const WEIGHT = {
  decisive: 100,
  sameFlows: 90,
  flow: 70,
  evidence: 60,
  party: 50,
  power: 40,
  interface: 35,
  path: 30,
  otherFinding: 25,
  bystander: 15,
} as const;

/** The place of a line, to find it again. */
export function placeKey({ ref }: Cite): string {
  return `${ref.input}:${ref.offset}`;
}
