import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import { SECOND } from '../../model/units.ts';
import {
  type DetectorContext,
  type DetectorHandlers,
  type Messages,
  type StepHandlers,
  together,
} from '../define-detector.ts';
import { type AnsweredFlows, createAnsweredFlows, type FinishedFlow } from './answered-flows.ts';
import { endsOf, type Hammered, Hammering } from './hammered-endpoints.ts';

/** Flows of a loop live this short and move nothing, or end with an error. Source: detectors.md, proxy-capture-loop. */
const SHORT_US = SECOND;
const SHARE = 0.8;
/** Where no line tells how the flows ended, the provider's own failures must be more than a stray one. */
const FAILURES = 3;
/** What goes wrong because of the loop stands within this of it. */
const NEAR_US = 10 * SECOND;
const CAP = 4_096;

/** Something that went wrong at the provider. */
export interface Trouble {
  readonly run: ProcessRun;
  readonly what: 'failed' | 'ended' | 'down';
  readonly cite: Cite;
}

/** An endpoint that one app asks for without end, because the provider's own connection depends on it. */
export interface CaptureLoop {
  readonly hammered: Hammered;
  /** How those of its flows ended whose end the log tells. */
  readonly ends: number;
  readonly dead: number;
  /** At least one. */
  readonly troubles: readonly Trouble[];
}

export interface CaptureLoops {
  readonly on: DetectorHandlers;
  readonly step: StepHandlers;
  /** At the end of the capture; at most one for each provider run. */
  all(): readonly CaptureLoop[];
}

/** Finds capture loops. `flows` is given where a detector follows the flows already, and stays in its hands. */
export function createCaptureLoops<M extends Messages>(
  context: DetectorContext<M>,
  given?: AnsweredFlows,
): CaptureLoops {
  const hammering = new Hammering();
  const flows = given ?? createAnsweredFlows(context);
  const troubles: Trouble[] = [];
  const trouble = (run: ProcessRun | undefined, what: Trouble['what'], cite: Cite): void => {
    if (run !== undefined && troubles.length < CAP) troubles.push({ run, what, cite });
  };
  return {
    on: together(given === undefined ? flows.on : {}, {
      'networkextension.provider/new-flow-accepted': (event) =>
        hammering.add(context.world.runOf(event), event, 'accepted', () => context.cite(event)),
      'networkextension.flow/new-flow': (event) =>
        hammering.add(context.world.runOf(event), event, 'announced', () => context.cite(event)),
      'provider.words/failed': (event) => trouble(context.world.runOf(event), 'failed', context.cite(event)),
      'provider.words/closed': (event) => trouble(context.world.runOf(event), 'failed', context.cite(event)),
    }),
    step: {
      session: ({ entity, to, from, cite }) => {
        const run = entity.runs.at(-1);
        if (from !== 'connected' || to === 'connected' || run?.stoppedBy !== undefined) return;
        for (const pid of run?.providerPids ?? []) trouble(context.world.process(pid), 'down', cite);
      },
      process: ({ entity, to, cite }) => {
        if (to === 'ended' && entity.end?.kind !== 'stopped') trouble(entity, 'ended', cite);
      },
    },
    all() {
      const loops = hammering.all().flatMap((each) => loopOf(each, flows.all(), troubles) ?? []);
      const worst = new Map<string, CaptureLoop>();
      for (const loop of loops) {
        const { run, peak } = loop.hammered;
        if (peak > (worst.get(run.id)?.hammered.peak ?? 0)) worst.set(run.id, loop);
      }
      return [...worst.values()];
    },
  };
}

function loopOf(hammered: Hammered, flows: readonly FinishedFlow[], all: readonly Trouble[]): CaptureLoop | undefined {
  const ends = endsOf(hammered, flows);
  const dead = ends.filter(isDead).length;
  if (ends.length > 0 && dead < ends.length * SHARE) return undefined;
  const troubles = all.filter(({ run, cite }) => run === hammered.run && isNear(cite.at, hammered));
  // Without a line about how the flows end, one failure beside a busy client proves nothing.
  if (troubles.length === 0 || (ends.length === 0 && troubles.length < FAILURES)) return undefined;
  return { hammered, ends: ends.length, dead, troubles };
}

function isDead({ begun, ended, isEmpty, hasError }: FinishedFlow): boolean {
  return hasError || (isEmpty && ended.at - begun.at < SHORT_US);
}

function isNear(at: Micros, { from, to }: Hammered): boolean {
  return at >= from && at <= to + NEAR_US;
}
