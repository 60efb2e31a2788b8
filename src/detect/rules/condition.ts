import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { Holds } from '../../model/why.ts';
import type { CaptureFacts } from '../observed.ts';
import type { Entity } from './entities.ts';
import type { KeepEvent } from './keep-event.ts';

/** How much of a capture a rule remembers. What falls out is counted and said. */
export interface RuleCaps {
  /** Windows, chains and values of FIELD that are open at a time. */
  readonly states: number;
  /** Events that wait for their answer at a time. */
  readonly pending: number;
  /** Lines that wait in counting windows at a time. */
  readonly times: number;
  /** Findings. */
  readonly groups: number;
}

export const RULE_CAPS: RuleCaps = { states: 10_000, pending: 10_000, times: 500_000, groups: 1_000 };

/** An event with whom it is about and the key under which it is held against others. */
export interface Occurrence {
  readonly event: LooseEvent;
  readonly entity: Entity;
  /** Group and value of FIELD. */
  readonly key: string;
  /** Value of FIELD, where the condition names one. */
  readonly value: string | undefined;
}

/** Events that follow each other so closely that the condition stays met. */
export interface Burst {
  count: number;
  from: Micros;
  to: Micros;
}

/** The condition was met. */
export interface Match {
  readonly entity: Entity;
  /** The one that completed it; of an absence the one that was left without an answer. */
  readonly event: LooseEvent;
  readonly decisive: Cite;
  readonly others: readonly Cite[];
  readonly value: string | undefined;
  /** How many more of what the finding counts. */
  readonly count: number;
  readonly from: Micros;
  readonly to: Micros;
  readonly burst?: Burst;
}

/** The condition was looked at and not met, for those who ask why. */
export interface Miss {
  readonly entity: Entity;
  readonly event: LooseEvent;
  /** Left out: the condition in words. */
  readonly says?: string;
  readonly actual: string;
  readonly holds: Holds;
  readonly cite: Cite;
}

export interface Condition {
  readonly on: Readonly<Record<string, (occurrence: Occurrence) => void>>;
  /** From this moment on lines may be missing: what is awaited beyond it can no longer be judged. */
  suspend?(at: Micros): void;
  /** Nothing more comes: what is still awaited is found as far as the inputs go, and suspended beyond. */
  finish?(facts: CaptureFacts): void;
  /** States lost to the caps. */
  readonly overflow: number;
  /** Events whose answer could not be awaited. */
  readonly suspended?: number;
  /** Events whose answer came or stayed out. */
  readonly judged?: number;
}

export interface ConditionContext {
  readonly cite: (event: LooseEvent) => Cite;
  readonly keepEvent: KeepEvent;
  readonly met: (match: Match) => void;
  /** Undefined where nobody asks: then no miss is made. */
  readonly missed: ((miss: Miss) => void) | undefined;
  readonly caps: RuleCaps;
  /** Time of the last event of an input, in log time. */
  readonly lastAtOf: (input: number) => Micros | undefined;
  /** The machine sleeps now, by the log's own word. */
  readonly isAsleep: () => boolean;
}
