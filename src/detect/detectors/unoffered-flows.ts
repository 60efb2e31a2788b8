import { NumberList } from '../../lib/number-list.ts';
import { Queue } from '../../lib/queue.ts';
import { known } from '../../lib/redacted.ts';
import { sameSigningId } from '../../lib/signing-id.ts';
import type { Flow, ProcessRun } from '../../model/entity.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';
import { doubtAbout, isAnswered, OFFER_US, type Unoffered, weighedFlow } from './offer-doubts.ts';
import { isConnected, proxyRuns } from './proxy-runs.ts';

/** After this long in log time an answered flow is only counted, no longer held. */
const SETTLE_US = 60 * SECOND;
const CAP = { suspects: 20_000, judged: 50_000, offers: 20_000 };

/** What is remembered of a flow that was judged. */
export interface Judged {
  readonly openedAt: Micros;
  readonly app: string | undefined;
  readonly isMissing: boolean;
}

/** They are many: columns. */
export class JudgedFlows implements Iterable<Judged> {
  readonly #openedAt = new NumberList();
  readonly #apps: (string | undefined)[] = [];
  readonly #missing = new Set<number>();

  get length(): number {
    return this.#apps.length;
  }

  push({ openedAt, app }: Flow, isMissing: boolean): void {
    if (isMissing) this.#missing.add(this.length);
    this.#openedAt.push(openedAt);
    this.#apps.push(app);
  }

  *[Symbol.iterator](): Iterator<Judged> {
    // It was a flow's.
    for (const [index, app] of this.#apps.entries())
      yield { openedAt: this.#openedAt.at(index) as Micros, app, isMissing: this.#missing.has(index) };
  }
}

export interface UnofferedFlows {
  readonly on: DetectorHandlers;
  /** At the end of the capture. */
  result(): UnofferedResult;
}

export interface UnofferedResult {
  readonly missing: readonly Unoffered[];
  /** Diverted flows that could be judged. */
  readonly judged: JudgedFlows;
  /** Flows that could not be judged, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly providers: readonly ProcessRun[];
  /** True where every condition on the session could be checked. */
  readonly isSessionKnown: boolean;
}

/**
 * Flows that the kernel diverted (`Connecting`) and that no provider was offered: no `New flow` of the provider library
 * and no connect result within two seconds, and none later.
 * Source: kernel-lifecycles 4 (f), id-correlation 3.4, detectors.md missing-new-flow.
 */
export function createUnofferedFlows<M extends Messages>(context: DetectorContext<M>): UnofferedFlows {
  const young = new Queue<Unoffered>();
  const suspects: Unoffered[] = [];
  const judged = new JudgedFlows();
  const byFlow = new Map<Flow, Unoffered>();
  const disconnects: Micros[] = [];
  const offers: NamelessOffer[] = [];
  let overflow = 0;

  // Where the library prints no flow lines, the framework's own line without a hash is the only sign of an offer.
  const isHashless = (): boolean => context.observed.count('networkextension.flow/new-flow') === 0;
  const judge = (flow: Flow, isMissing: boolean): void => {
    if (judged.length < CAP.judged) judged.push(flow, isMissing);
    else overflow += 1;
  };
  const settle = (now: Micros): void => {
    for (let wait = young.first; wait !== undefined && now - wait.connecting.at > SETTLE_US; wait = young.first) {
      young.shift();
      const isSuspect = !isAnswered(wait.flow);
      if (isSuspect && suspects.length < CAP.suspects) {
        suspects.push(wait);
        continue;
      }
      byFlow.delete(wait.flow);
      if (isSuspect) overflow += 1;
      else judge(wait.flow, false);
      if (!isSuspect) context.weigh(() => weighedFlow({ context, providers: [], disconnects }, wait, true));
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
        if (offers.length >= CAP.offers) overflow += 1;
        else if (isHashless()) offers.push({ at: event.at, app: known(event.fields.app), isUsed: false });
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
      const around = { context, providers, disconnects };
      for (const wait of [...suspects, ...young]) {
        const isOffered = isAnswered(wait.flow) || (isHashless() && takeOffer(offers, wait));
        context.weigh(() => weighedFlow(around, wait, isOffered));
        const doubt = isOffered ? undefined : doubtAbout(around, wait);
        if (doubt !== undefined) skipped[doubt] = (skipped[doubt] ?? 0) + 1;
        else judge(wait.flow, !isOffered);
        if (isOffered || doubt !== undefined) continue;
        if (!providers.some((run) => isConnected(context.world, run, wait.connecting.at) === 'connected'))
          isSessionKnown = false;
        missing.push(wait);
      }
      if (overflow > 0) skipped['too many flows to follow each'] = overflow;
      context.overlook(overflow);
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
