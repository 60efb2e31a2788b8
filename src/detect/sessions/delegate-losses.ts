import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages, StepHandlers } from '../define-detector.ts';

/** nesessionmanager and the kernel tell of one loss within some milliseconds. */
const ONE_LOSS_US = 2 * SECOND;
const CAP = 1_000;
const TUNNEL = /^(?:utun|ipsec)\d/;

/** A tunnel lost the interface by which it goes out. */
export interface DelegateLoss {
  /** UUID of the session; undefined where only the kernel tells of it. */
  session: string | undefined;
  /** `utun4`, where the kernel tells of it. */
  tunnel: string | undefined;
  /** The interface that it lost. */
  delegate: string | undefined;
  readonly lost: Cite[];
  /** A physical interface that could be used again, by configd or the session manager. */
  up: Cite | undefined;
  /** The session’s status was said to be connected meanwhile. */
  connected: Cite | undefined;
  /** The interface was set again, the session left its state, or the machine fell asleep. */
  over:
    | { readonly at: Micros; readonly cite: Cite | undefined; readonly why: 'regained' | 'status' | 'asleep' }
    | undefined;
}

export interface DelegateLosses {
  readonly on: DetectorHandlers;
  readonly step: StepHandlers;
  all(): readonly DelegateLoss[];
}

/** Follows each tunnel's delegate: when it was lost, when the machine had a way out again, and when the tunnel got it. */
export function createDelegateLosses<M extends Messages>(context: DetectorContext<M>): DelegateLosses {
  const { all, open, add } = createLossList();
  const lose = (event: LooseEvent, of: Pick<DelegateLoss, 'session' | 'tunnel' | 'delegate'>): void => {
    const cite = context.cite(event);
    const same = open().find(
      (loss) =>
        event.at - (loss.lost[0]?.at ?? 0) <= ONE_LOSS_US && (loss.session === undefined || of.session === undefined),
    );
    if (same === undefined) {
      add({ ...of, lost: [cite], up: undefined, connected: undefined, over: undefined });
      return;
    }
    same.lost.push(cite);
    same.session ??= of.session;
    same.tunnel ??= of.tunnel;
    same.delegate ??= of.delegate;
  };
  const regain = (event: LooseEvent, isIt: (loss: DelegateLoss) => boolean): void => {
    for (const loss of open().filter(isIt)) loss.over = { at: event.at, cite: context.cite(event), why: 'regained' };
  };
  const comesUp = (event: LooseEvent): void => {
    for (const loss of open()) loss.up ??= context.cite(event);
  };
  const goesDown = (): void => {
    for (const loss of open()) loss.up = undefined;
  };
  return {
    all,
    step: {
      session: ({ entity, at, cite }) => {
        for (const loss of open())
          if (loss.session === undefined || loss.session === entity.uuid) loss.over = { at, cite, why: 'status' };
      },
      power: ({ to, at, cite }) => {
        if (to === 'asleep') for (const loss of open()) loss.over = { at, cite, why: 'asleep' };
      },
      boot: ({ at, cite }) => {
        for (const loss of open()) loss.over = { at, cite, why: 'asleep' };
      },
    },
    on: {
      'nesessionmanager.session/delegate-interface-set': (event) => {
        const session = known(parts(event.fields.session)?.id);
        if (session === undefined) return;
        const to = printed(event.fields.interface);
        if (to !== '(null)') regain(event, (loss) => loss.session === undefined || loss.session === session);
        else if (mayBeUp(context, session))
          lose(event, { session: keep(session), tunnel: undefined, delegate: undefined });
      },
      'kernel.interface/no-longer-delegating': (event) => {
        const tunnel = printed(event.fields.interface);
        if (TUNNEL.test(tunnel))
          lose(event, { session: undefined, tunnel: keep(tunnel), delegate: keep(printed(event.fields.delegate)) });
      },
      'kernel.interface/delegating': (event) => {
        const tunnel = printed(event.fields.interface);
        regain(event, (loss) => loss.tunnel === undefined || loss.tunnel === tunnel);
      },
      'nesessionmanager.session/interfaces-ranked': (event) => {
        const session = known(parts(event.fields.session)?.id);
        if (known(event.fields.status) !== 'connected') return;
        for (const loss of open()) if (loss.session === session) loss.connected ??= context.cite(event);
      },
      'system.configd/link-changed': (event) => {
        if (TUNNEL.test(printed(event.fields.interface))) return;
        if (event.fields.link === 'ACTIVE') comesUp(event);
        else goesDown();
      },
      'system.configd/address-bound': comesUp,
      'nesessionmanager.server/interface-changed': (event) => {
        const to = printed(event.fields.to);
        if (to === '(null)') goesDown();
        else if (!TUNNEL.test(to)) comesUp(event);
      },
    },
  };
}

/** A session that is being stopped loses its delegate as well: that is no loss. */
function mayBeUp({ world }: Pick<DetectorContext, 'world'>, uuid: string): boolean {
  const state = world.session(uuid)?.state;
  return state === undefined || state === 'unknown' || state === 'connected';
}

/** All losses, and those that are not over: these are asked for at every change of the network. */
function createLossList() {
  const losses: DelegateLoss[] = [];
  let pending: DelegateLoss[] = [];
  return {
    all: (): readonly DelegateLoss[] => losses,
    open: (): readonly DelegateLoss[] => {
      if (pending.some(({ over }) => over !== undefined)) pending = pending.filter(({ over }) => over === undefined);
      return pending;
    },
    add: (loss: DelegateLoss): void => {
      if (losses.length >= CAP) return;
      losses.push(loss);
      pending.push(loss);
    },
  };
}
