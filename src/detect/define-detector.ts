import type { Cite, Span, World } from '../model/entity.ts';
import type { Confidence, DetectorMeta, EvidenceCite, NextStep, Severity, Subject } from '../model/finding.ts';
import type { Transition, TransitionOf } from '../model/transition.ts';
import type { EventName, EventOf, LooseEvent } from '../model/typed-event.ts';
import type { Candidate } from '../model/why.ts';
import type { Graded } from './confidence.ts';
import type { Observed } from './observed.ts';

/** The names between `{{` and `}}` of a message text. */
type Placeholders<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Data that fills a message: exactly its placeholders. */
type DataOf<T extends string> = { readonly [K in Placeholders<T>]: string | number };

export type Messages = Readonly<Record<string, string>>;

/** What a detector hands in; the engine fills the message and completes the finding. */
export type FindingDraft<M extends Messages> = {
  [Id in keyof M & string]: {
    readonly messageId: Id;
    readonly data: DataOf<M[Id]>;
    readonly severity: Severity;
    /** Graded by the detector's method, where it has one. */
    readonly confidence: Confidence | Graded;
    readonly reasons: readonly string[];
    readonly count: number;
    readonly span: Span | undefined;
    readonly subjects: readonly Subject[];
    readonly evidence: readonly EvidenceCite[];
    /** Left out: the steps of the detector's meta. */
    readonly next?: readonly NextStep[];
    /** Left out: the title of the detector's meta. */
    readonly title?: string;
  };
}[keyof M & string];

export interface DetectorContext<M extends Messages = Messages> {
  readonly world: World;
  readonly observed: Observed;
  cite(event: LooseEvent): Cite;
  report(draft: FindingDraft<M>): void;
  /** A case is left aside because no more can be kept in mind: counted, and no detector is clear that did so. */
  overlook(count?: number): void;
  /** Somebody wants to know what was weighed: what is remembered for `weigh` alone need not be, where this is false. */
  readonly isAsked: boolean;
  /** Says which case was looked at and what came of it. Where nobody asks the case is never made. */
  weigh(candidate: () => Candidate): void;
}

/** The answer where nothing was reported. */
export type Verdict =
  | { readonly status: 'clear' }
  | { readonly status: 'not-observable'; readonly missing: readonly string[]; readonly remedy?: string };

export type DetectorHandlers = { [N in EventName]?: (event: EventOf<N>) => void };
export type StepHandlers = { [K in Transition['kind']]?: (step: TransitionOf<K>) => void };

export interface DetectorInstance {
  readonly on?: DetectorHandlers;
  readonly step?: StepHandlers;
  /** End of the capture: reports what is left to report and answers for what was not found. */
  finish(): Verdict;
}

export interface Detector {
  readonly meta: DetectorMeta;
  readonly messages: Messages;
  create(context: DetectorContext): DetectorInstance;
}

/** A detector whose message ids and placeholders are checked where it reports. */
export function defineDetector<const M extends Messages>(detector: {
  readonly meta: DetectorMeta;
  readonly messages: M;
  create(context: DetectorContext<M>): DetectorInstance;
}): Detector {
  // The narrower context only restricts what `report` takes; the engine's takes every draft.
  return detector as unknown as Detector;
}

/** The handlers of several parts of one detector as one: each event goes to every part, in the order given. */
export function together(...parts: readonly DetectorHandlers[]): DetectorHandlers {
  const merged: Record<string, (event: never) => void> = {};
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part) as [string, (event: never) => void][]) {
      const before = merged[name];
      merged[name] =
        before === undefined
          ? handler
          : (event) => {
              before(event);
              handler(event);
            };
    }
  }
  // Keys and handlers come in pairs from typed tables, so every handler still stands under its own event.
  return merged as DetectorHandlers;
}
