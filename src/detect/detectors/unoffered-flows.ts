import { Queue } from '../../lib/queue.ts';
import { known } from '../../lib/redacted.ts';
import { sameSigningId } from '../../lib/signing-id.ts';
import type { Cite, Flow, ProcessRun } from '../../model/entity.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';
import { isAlive, isConnected, proxyRuns } from './proxy-runs.ts';

/** The provider library prints `New flow` within milliseconds; two seconds of silence are no jitter. Source: detectors.md. */
const OFFER_US = 2 * SECOND;
/** A loss record covers what stands this near. */
const LOSS_US = 5 * SECOND;
/** The provider's lines must stand this near for its silence about a flow to mean something. */
const NEAR_US = 120 * SECOND;
/** After this long in log time an answered flow is only counted, no longer held. */
const SETTLE_US = 60 * SECOND;
const CAP = { suspects: 20_000, judged: 50_000, offers: 20_000 };

/** A diverted flow that the provider was never shown. */
export interface Unoffered {
  readonly flow: Flow;
  readonly connecting: Cite;
  /** `Destroying, … tunnel tx 0, tunnel rx 0`: the app gave up on it. */
  gaveUp: Cite | undefined;
}

/** What is remembered of a flow that was judged. */
export interface Judged {
  readonly openedAt: Micros;
  readonly app: string | undefined;
  readonly isMissing: boolean;
}

export interface UnofferedFlows {
  readonly on: DetectorHandlers;
  /** At the end of the capture. */
  result(): UnofferedResult;
}

export interface UnofferedResult {
  readonly missing: readonly Unoffered[];
  /** Diverted flows that could be judged. */
  readonly judged: readonly Judged[];
  /** Flows that could not be judged, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly providers: readonly ProcessRun[];
  /** True where every condition on the session could be checked. */
  readonly isSessionKnown: boolean;
}

const ANSWERED = /^(?:result|moved|skipped-all|no-more-units|connect-delivered|no-provider)/;

/**
 * Flows that the kernel diverted (`Connecting`) and that no provider was offered: no `New flow` of the provider library
 * and no connect result within two seconds, and none later.
 * Source: kernel-lifecycles 4 (f), id-correlation 3.4, detectors.md missing-new-flow.
 */
export function createUnofferedFlows<M extends Messages>(context: DetectorContext<M>): UnofferedFlows {
  const young = new Queue<Unoffered>();
  const suspects: Unoffered[] = [];
  const judged: Judged[] = [];
  const byFlow = new Map<Flow, Unoffered>();
  const disconnects: Micros[] = [];
  const offers: NamelessOffer[] = [];
  let overflow = 0;

  // Where the library prints no flow lines, the framework's own line without a hash is the only sign of an offer.
  const isHashless = (): boolean => context.observed.count('networkextension.flow/new-flow') === 0;
  const judge = (flow: Flow, isMissing: boolean): void => {
    if (judged.length < CAP.judged) judged.push({ openedAt: flow.openedAt, app: flow.app, isMissing });
    else overflow += 1;
  };
  const settle = (now: Micros): void => {
    for (let wait = young.first; wait !== undefined && now - wait.connecting.at > SETTLE_US; wait = young.first) {
      young.shift();
      const isSuspect = !isAnswered(wait.flow);
      if (isSuspect && suspects.length < CAP.suspects) suspects.push(wait);
      else byFlow.delete(wait.flow);
      if (!isSuspect) judge(wait.flow, false);
      else if (suspects.at(-1) !== wait) overflow += 1;
    }
  };

  return {
    on: {
      'kernel.flow-divert/connecting': (event) => {
        settle(event.at);
        const flow = context.world.flow(event.fields.flow);
        if (flow === undefined || byFlow.has(flow)) return;
        const wait: Unoffered = { flow, connecting: context.cite(event), gaveUp: undefined };
        byFlow.set(flow, wait);
        young.push(wait);
      },
      'kernel.flow-divert/destroying': (event) => {
        const isEmpty = Number(event.fields.tunnelTx) === 0 && Number(event.fields.tunnelRx) === 0;
        const flow = context.world.flow(event.fields.flow);
        const wait = isEmpty && flow !== undefined ? byFlow.get(flow) : undefined;
        if (wait !== undefined) wait.gaveUp = context.cite(event);
      },
      'networkextension.provider/new-flow-offered': (event) => {
        if (isHashless() && offers.length < CAP.offers)
          offers.push({ at: event.at, app: known(event.fields.app), isUsed: false });
      },
      'kernel.flow-divert/group-disconnecting': (event) => {
        if (disconnects.length < 1_024) disconnects.push(event.at);
      },
    },
    result() {
      const providers = proxyRuns(context.world);
      const skipped: Record<string, number> = {};
      const missing: Unoffered[] = [];
      let isSessionKnown = true;
      for (const wait of [...suspects, ...young]) {
        if (isAnswered(wait.flow) || (isHashless() && takeOffer(offers, wait))) {
          judge(wait.flow, false);
          continue;
        }
        const doubt = doubtAbout(context, wait, providers, disconnects);
        if (doubt !== undefined) {
          skipped[doubt] = (skipped[doubt] ?? 0) + 1;
          continue;
        }
        if (!providers.some((run) => isConnected(context.world, run, wait.connecting.at) === 'connected'))
          isSessionKnown = false;
        judge(wait.flow, true);
        missing.push(wait);
      }
      if (overflow > 0) skipped['too many flows to follow each'] = overflow;
      return { missing, judged, skipped, providers, isSessionKnown };
    },
  };
}

interface NamelessOffer {
  readonly at: Micros;
  readonly app: string | undefined;
  isUsed: boolean;
}

/** Joins by app and time, each offer once: inferred, and only used to say less. */
function takeOffer(offers: NamelessOffer[], wait: Unoffered): boolean {
  const from = wait.connecting.at - SECOND;
  const to = wait.connecting.at + OFFER_US;
  const offer = offers.find(
    (each) =>
      !each.isUsed &&
      each.at >= from &&
      each.at <= to &&
      (each.app === undefined || wait.flow.app === undefined || sameSigningId(each.app, wait.flow.app)),
  );
  if (offer !== undefined) offer.isUsed = true;
  return offer !== undefined;
}

/** The provider library showed it, or the kernel got an answer about it. */
function isAnswered(flow: Flow): boolean {
  return flow.provider !== undefined || (flow.kernel?.steps.some((step) => ANSWERED.test(step)) ?? false);
}

/** Why nothing can be said about this flow; undefined where every condition holds. */
function doubtAbout<M extends Messages>(
  context: DetectorContext<M>,
  wait: Unoffered,
  providers: readonly ProcessRun[],
  disconnects: readonly Micros[],
): string | undefined {
  const at = wait.connecting.at;
  // A provider that ends, or a session that leaves connected, within the time an offer may take explains the silence.
  const later = (at + OFFER_US) as Micros;
  const until =
    wait.flow.kernel !== undefined && wait.flow.state === 'closed' ? wait.flow.kernel.lastAt : context.observed.lastAt;
  const closing = wait.flow.closedAt ?? (wait.flow.state === 'closed' ? wait.flow.kernel?.lastAt : undefined);
  if (closing !== undefined && closing - at < OFFER_US) return 'closed by the app within 2 s';
  if (until - at < OFFER_US) return 'too close to the end of the capture';
  if (context.observed.losses.some((loss) => Math.abs(loss - at) <= LOSS_US)) return 'lost records nearby';
  if (
    context.world.power.some(
      (phase) => phase.state === 'asleep' && phase.from >= at - OFFER_US && phase.from <= later + OFFER_US,
    )
  )
    return 'the machine went to sleep';
  if (disconnects.some((gone) => gone >= at - OFFER_US && gone <= at + OFFER_US))
    return 'its group was being disconnected';
  const alive = providers.filter((run) => isAlive(run, at) && isAlive(run, later));
  if (alive.length === 0) return 'no provider process alive in the capture';
  const near = alive.filter((run) => run.lastAt >= at - NEAR_US && run.firstAt <= at + NEAR_US && run.lines > 1);
  if (near.length === 0) return 'no line of the provider around that time';
  const isDown = (run: ProcessRun): boolean =>
    [at, later].some((time) => isConnected(context.world, run, time) === 'no');
  if (near.every(isDown)) return 'its session was not connected';
  return undefined;
}
