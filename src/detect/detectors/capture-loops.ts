import type { Cite, ProcessRun } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import {
  type DetectorContext,
  type DetectorHandlers,
  type Messages,
  type StepHandlers,
  together,
} from '../define-detector.ts';
import { type AnsweredFlows, createAnsweredFlows, type FinishedFlow } from './answered-flows.ts';
import { endsOf, type Hammered, Hammering, isNearBurst } from './hammered-endpoints.ts';

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
  /** What went wrong at the provider meanwhile. */
  readonly troubles: readonly Trouble[];
}

export interface CaptureLoops {
  readonly on: DetectorHandlers;
  readonly step: StepHandlers;
  /** At the end of the capture; at most one for each provider run. */
  all(): readonly CaptureLoop[];
  /** What may be one as far as the rate of its flows goes. */
  looked(): readonly CaptureLoop[];
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
  const looks = (): CaptureLoop[] => hammering.all().map((each) => lookAt(each, flows.all(), troubles));
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
      const worst = new Map<string, CaptureLoop>();
      for (const loop of looks().filter(isLoop)) {
        const { run, peak } = loop.hammered;
        if (peak > (worst.get(run.id)?.hammered.peak ?? 0)) worst.set(run.id, loop);
      }
      return [...worst.values()];
    },
    looked: looks,
  };
}

function lookAt(hammered: Hammered, flows: readonly FinishedFlow[], all: readonly Trouble[]): CaptureLoop {
  const ends = endsOf(hammered, flows);
  const troubles = all.filter(({ run, cite }) => run === hammered.run && isNearBurst(hammered, cite.at, NEAR_US));
  return { hammered, ends: ends.length, dead: ends.filter(isDead).length, troubles };
}

function isLoop(loop: CaptureLoop): boolean {
  return !livesOn(loop) && hasTrouble(loop);
}

/** Its flows live and move data: a busy client. */
export function livesOn({ ends, dead }: CaptureLoop): boolean {
  return ends > 0 && dead < ends * SHARE;
}

/** Without a line about how the flows end, one failure beside a busy client proves nothing. */
export function hasTrouble({ ends, troubles }: CaptureLoop): boolean {
  return troubles.length >= (ends === 0 ? FAILURES : 1);
}

function isDead({ begunAt, endedAt, isEmpty, hasError }: FinishedFlow): boolean {
  return hasError || (isEmpty && endedAt - begunAt < SHORT_US);
}
