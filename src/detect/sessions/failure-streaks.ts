import { keep } from '../../lib/keep.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages, StepHandlers } from '../define-detector.ts';

const CAPS = { runs: 256, streaks: 4_096, cites: 24, endpoints: 32 };
/** Words that make a failure one of the provider's own link, not of some app's flow. */
const LINK: ReadonlySet<string> = new Set(['handshake', 'keep-alive']);
/** A keep-alive that was heard, not one that was sent. */
const HEARD = /receiv|pong|acknowledg|answered|\bok\b|reply from/i;

const BROKEN = /unsatisfied|offline/i;
const WHOLE = /satisfied|online/i;

/** Failures of one process in a row: no success of its own stands between them. */
export interface Streak {
  readonly run: ProcessRun;
  /** Subsystem of the lines: the product's, in an app as in its provider. */
  readonly subsystem: string;
  readonly from: Micros;
  to: Micros;
  count: number;
  /** Failures of a handshake or keep-alive. */
  ofLink: number;
  readonly endpoints: Map<string, number>;
  /** The first ones and the last. */
  readonly cites: Cite[];
  last: Cite;
  /** What the process last said of its path before or during the row. */
  path: { readonly isSatisfied: boolean; readonly cite: Cite } | undefined;
  /** The success that ended it. */
  success: Cite | undefined;
}

export interface FailureStreaks {
  readonly on: DetectorHandlers;
  readonly step: StepHandlers;
  all(): readonly Streak[];
}

type WordEvent = EventOf<
  'provider.words/failed' | 'provider.words/established' | 'provider.words/keep-alive' | 'provider.words/path'
>;

/** Rows of failures by process. A success, a sleep or a boot ends a row. */
export function createFailureStreaks<M extends Messages>(context: DetectorContext<M>): FailureStreaks {
  const open = new Map<ProcessRun, Streak>();
  const paths = new Map<ProcessRun, Streak['path']>();
  const done: Streak[] = [];
  const close = (streak: Streak, success: Cite | undefined): void => {
    streak.success = success;
    open.delete(streak.run);
    if (streak.count > 1 && done.length < CAPS.streaks) done.push(streak);
  };
  const closeAll = (): void => {
    for (const streak of [...open.values()]) close(streak, undefined);
  };
  const succeed = (event: WordEvent): void => {
    const run = context.world.process(event.pid);
    const streak = run === undefined ? undefined : open.get(run);
    if (streak !== undefined) close(streak, context.cite(event));
  };
  return {
    all: () => [...done, ...open.values()],
    step: {
      power: ({ to }) => {
        if (to === 'asleep') closeAll();
      },
      boot: closeAll,
    },
    on: {
      'provider.words/failed': (event) => {
        const run = context.world.process(event.pid);
        if (run === undefined) return;
        const cite = context.cite(event);
        const streak = open.get(run) ?? (open.size < CAPS.runs ? newStreak(run, event, cite) : undefined);
        if (streak === undefined) return;
        open.set(run, streak);
        streak.path ??= paths.get(run);
        fail(streak, event, cite);
      },
      'provider.words/established': succeed,
      'provider.words/keep-alive': (event) => {
        if (HEARD.test(event.message)) succeed(event);
      },
      'provider.words/path': (event) => {
        const run = context.world.process(event.pid);
        const isSatisfied = !BROKEN.test(event.message);
        if (run === undefined || (isSatisfied && !WHOLE.test(event.message))) return;
        const path = { isSatisfied, cite: context.cite(event) };
        if (paths.size < CAPS.runs || paths.has(run)) paths.set(run, path);
        const streak = open.get(run);
        if (streak !== undefined) streak.path = path;
      },
    },
  };
}

function newStreak(run: ProcessRun, event: WordEvent, cite: Cite): Streak {
  return {
    run,
    subsystem: keep(event.origin.subsystem),
    from: event.at,
    to: event.at,
    count: 0,
    ofLink: 0,
    endpoints: new Map(),
    cites: [],
    last: cite,
    path: undefined,
    success: undefined,
  };
}

function fail(streak: Streak, { at, fields }: EventOf<'provider.words/failed'>, cite: Cite): void {
  streak.count += 1;
  streak.to = at;
  streak.last = cite;
  if (streak.cites.length < CAPS.cites) streak.cites.push(cite);
  if (fields.also.some((word) => LINK.has(word))) streak.ofLink += 1;
  const { endpoint } = fields;
  if (endpoint === undefined) return;
  const known = streak.endpoints.get(endpoint);
  if (known !== undefined) streak.endpoints.set(endpoint, known + 1);
  else if (streak.endpoints.size < CAPS.endpoints) streak.endpoints.set(keep(endpoint), 1);
}
