import type { Cite, Flow, ProcessRun } from '../../model/entity.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { Candidate, WeighedCondition } from '../../model/why.ts';
import { flowCase, that } from '../cases.ts';
import type { DetectorContext, Messages } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { isAlive, isConnected } from './proxy-runs.ts';

/** The provider library prints `New flow` within milliseconds; two seconds of silence are no jitter. Source: detectors.md. */
export const OFFER_US = 2 * SECOND;
/** A loss record covers what stands this near. */
const LOSS_US = 5 * SECOND;
/** The provider's lines must stand this near for its silence about a flow to mean something. */
const NEAR_US = 120 * SECOND;

/** A diverted flow that the provider was never shown. */
export interface Unoffered {
  readonly flow: Flow;
  readonly connecting: Cite;
  /** `Destroying, … tunnel tx 0, tunnel rx 0`: the app gave up on it. */
  gaveUp: Cite | undefined;
}

const ANSWERED = /^(?:result|moved|skipped-all|no-more-units|connect-delivered|no-provider)/;

/** The provider library showed it, or the kernel got an answer about it. */
export function isAnswered(flow: Flow): boolean {
  return flow.provider !== undefined || (flow.kernel?.steps.some((step) => ANSWERED.test(step)) ?? false);
}

export interface Around<M extends Messages> {
  readonly context: DetectorContext<M>;
  readonly providers: readonly ProcessRun[];
  readonly disconnects: readonly Micros[];
}

/** Why nothing can be said about this flow; undefined where every condition holds. */
export function doubtAbout<M extends Messages>(around: Around<M>, wait: Unoffered): string | undefined {
  for (const { doubt, condition } of doubtsAbout(around, wait)) if (condition.holds !== true) return doubt;
  return undefined;
}

/** What the flow's silence needs to mean something, each with what it is called where it does not hold. */
function* doubtsAbout<M extends Messages>({ context, providers, disconnects }: Around<M>, wait: Unoffered) {
  const at = wait.connecting.at;
  // A provider that ends, or a session that leaves connected, within the time an offer may take explains the silence.
  const later = (at + OFFER_US) as Micros;
  const { flow } = wait;
  const until = flow.kernel !== undefined && flow.state === 'closed' ? flow.kernel.lastAt : context.observed.lastAt;
  const closing = flow.closedAt ?? (flow.state === 'closed' ? flow.kernel?.lastAt : undefined);
  const doubt = (name: string, condition: WeighedCondition) => ({ doubt: name, condition });
  const open = closing === undefined ? undefined : inWords(Math.max(0, closing - at));
  yield doubt(
    'closed by the app within 2 s',
    that('the app did not close it within 2 s', closing === undefined || closing - at >= OFFER_US, open),
  );
  yield doubt(
    'too close to the end of the capture',
    that('the capture goes on for 2 s', until - at >= OFFER_US, inWords(Math.max(0, until - at))),
  );
  const isLossNear = context.observed.losses.some((loss) => Math.abs(loss - at) <= LOSS_US);
  yield doubt('lost records nearby', that('no records were lost within 5 s', !isLossNear));
  const sleeps = context.world.power.some(
    ({ state, from }) => state === 'asleep' && from >= at - OFFER_US && from <= later + OFFER_US,
  );
  yield doubt('the machine went to sleep', that('the machine did not go to sleep meanwhile', !sleeps));
  const isLeaving = disconnects.some((gone) => gone >= at - OFFER_US && gone <= at + OFFER_US);
  yield doubt('its group was being disconnected', that('its group was not being disconnected', !isLeaving));
  const alive = providers.filter((run) => isAlive(run, at) && isAlive(run, later));
  yield doubt(
    'no provider process alive in the capture',
    that('a proxy provider was alive', alive.length > 0, namesOf(alive)),
  );
  const near = alive.filter((run) => run.lastAt >= at - NEAR_US && run.firstAt <= at + NEAR_US && run.lines > 1);
  yield doubt(
    'no line of the provider around that time',
    that('it printed lines within 2 min of it', near.length > 0, namesOf(near)),
  );
  const isDown = (run: ProcessRun): boolean =>
    [at, later].some((time) => isConnected(context.world, run, time) === 'no');
  const status = [...new Set(near.map((run) => STATUS[isConnected(context.world, run, at)]))].join(', ');
  yield doubt(
    'its session was not connected',
    that('its session was not known to be down', !near.every(isDown), status === '' ? undefined : status),
  );
}

const STATUS = { connected: 'connected', unknown: 'its status is not in the log', no: 'not connected' } as const;

function namesOf(runs: readonly ProcessRun[]): string {
  return runs.length === 0 ? 'none' : runs.map(({ name, pid }) => `${name} [${pid}]`).join(', ');
}

/** One diverted flow with what speaks for its having been missed. */
export function weighedFlow<M extends Messages>(around: Around<M>, wait: Unoffered, isOffered: boolean): Candidate {
  const { flow, connecting } = wait;
  const answers = [
    ...(flow.provider?.steps.slice(0, 2) ?? []),
    ...(flow.kernel?.steps.filter((step) => ANSWERED.test(step)) ?? []),
  ];
  const actual = answers.join(', ') || (isOffered ? 'an offer without a hash fits it' : 'none');
  const conditions = [
    that('the kernel diverts it: Connecting', true, undefined, connecting),
    that('neither the provider’s New flow nor a connect result follows', !isOffered, actual),
    ...(isOffered ? [] : [...doubtsAbout(around, wait)].map(({ condition }) => condition)),
  ];
  return flowCase(flow, { conditions, isFound: conditions.every(({ holds }) => holds === true) });
}
