import type { ClosedBy } from '../../model/flow.ts';
import { type DurationUs, type Micros, SECOND } from '../../model/units.ts';
import { first, type Said } from './acts.ts';
import { type AppEnd, byError, type Circumstances, whoKnew } from './circumstances.ts';

/** Clocks of two processes tell the order of what lies at least this far apart. Source: id-correlation 4 (9). */
export const ORDER_US: DurationUs = 1_000;
/** The app's own line about the end of its connection stands this near. */
const NEAR_US = SECOND;
/** An app that waits this long for its connect to be answered has given up on it; sooner it changed its mind. */
const PATIENCE_US = SECOND;
const ECONNABORTED = 53;

/**
 * Who closed first, where somebody closed. The kernel saw both closes in their order; where it tells of one only, the
 * clocks of two processes decide, and closer than 1 ms they do not. Source: kernel-lifecycles 4 (e).
 */
export function endingByClose(said: readonly Said[], around: Circumstances): ClosedBy | undefined {
  const app = first(said, 'app-close', 'app-half');
  const sent = first(said, 'close-sent');
  const heardProvider = first(said, 'heard-provider-close', 'heard-provider-half');
  const provider = first(said, 'provider-close', 'provider-half');
  const heardApp = first(said, 'heard-app-close');
  const gone = first(said, 'app-was-gone', 'answer-was-late', 'flow-was-gone');
  if (sent !== undefined && (app === undefined || app.at > sent.at)) {
    const before = [heardProvider, provider].find((each) => each !== undefined && each.at < sent.at);
    if (before === undefined) return sentByKernel(said, sent, around);
  }
  if (app !== undefined && heardProvider !== undefined)
    return app.at <= heardProvider.at ? byApp(said, app, around) : byProvider(said, heardProvider, around);
  if (app !== undefined && provider !== undefined && heardApp === undefined && gone === undefined) {
    if (Math.abs(app.at - provider.at) < ORDER_US) return unordered(app, provider);
    return app.at < provider.at ? byApp(said, app, around) : byProvider(said, provider, around);
  }
  if (app !== undefined) return byApp(said, app, around);
  if (heardProvider !== undefined) return byProvider(said, heardProvider, around);
  return withoutKernel(said, { provider, heardApp, gone }, around);
}

interface Told {
  readonly provider: Said | undefined;
  readonly heardApp: Said | undefined;
  readonly gone: Said | undefined;
}

/** The kernel tells of no close: what the provider's library printed is all there is. */
function withoutKernel(said: readonly Said[], told: Told, around: Circumstances): ClosedBy | undefined {
  const { provider, heardApp, gone } = told;
  if (gone !== undefined && (provider === undefined || gone.at <= provider.at)) return goneBefore(said, gone, around);
  // Its close came to a socket without an app: the two crossed, and the kernel does not tell when the app left.
  const isCrossed = gone?.act === 'app-was-gone' && provider !== undefined && gone.at - provider.at <= NEAR_US;
  if (isCrossed && heardApp === undefined) return unordered(gone, provider);
  if (provider !== undefined && (heardApp === undefined || provider.at <= heardApp.at))
    return byProvider(said, provider, around);
  if (heardApp !== undefined) return byApp(said, heardApp, around);
  const refusedWrites = first(said, 'writes-refused');
  if (refusedWrites === undefined) return undefined;
  return { who: 'provider', reason: 'provider-closed', at: refusedWrites.at, knew: ['kernel'], grade: 'inferred' };
}

/** The provider spoke to a socket that was not there any more: the other side was first, and whoever it was is a guess. */
function goneBefore(said: readonly Said[], gone: Said, around: Circumstances): ClosedBy {
  const { app } = around;
  if (app !== undefined && app.at <= gone.at) {
    const knew = ['app', 'kernel'] as const;
    if (app.how === 'failed' && app.error === ECONNABORTED)
      return { who: 'kernel', reason: 'kernel-closed', error: ECONNABORTED, at: app.at, knew, grade: 'inferred' };
    if (app.how === 'cancelled') return { ...byApp(said, gone, around), at: app.at, knew, grade: 'inferred' };
  }
  if (gone.act === 'answer-was-late')
    return { who: 'app', reason: 'app-aborted', at: gone.at, knew: ['kernel'], grade: 'inferred' };
  if (gone.act === 'app-was-gone') return { ...byApp(said, gone, around), grade: 'inferred' };
  return { who: 'unknown', reason: 'gone', knew: ['kernel'], grade: 'presumed' };
}

/** A close goes to the provider, and the app has not closed: the kernel did, or its `Closing` was lost. */
function sentByKernel(said: readonly Said[], sent: Said, around: Circumstances): ClosedBy {
  const { app } = around;
  const didCancel = app !== undefined && app.how === 'cancelled' && app.at <= sent.at + ORDER_US;
  if (didCancel) return { ...byApp(said, sent, around), knew: ['app', 'kernel'], grade: 'inferred' };
  const wasTold = app !== undefined && app.how === 'failed' && isNear(app, sent.at);
  return {
    who: 'kernel',
    reason: 'kernel-closed',
    at: sent.at,
    ...(wasTold && app.error !== undefined ? { error: app.error } : {}),
    knew: wasTold ? ['kernel', 'app'] : ['kernel'],
    grade: wasTold && app.error === ECONNABORTED ? 'exact' : 'inferred',
  };
}

function byApp(said: readonly Said[], close: Said, around: Circumstances): ClosedBy {
  const connect = first(said, 'connect', 'new');
  const isAnswered = first(said, 'answer', 'delivered', 'accept', 'data-in') !== undefined;
  // Only where the kernel tells of the connect, the silence about its answer says something.
  const isWaiting = connect !== undefined && !isAnswered && connect.by === 'kernel';
  const waited = connect === undefined ? 0 : close.at - connect.at;
  const reason = !isWaiting ? 'app-closed' : waited >= PATIENCE_US ? 'app-gave-up' : 'app-aborted';
  return { who: 'app', reason, at: close.at, knew: withApp(whoKnew([close]), close.at, around), grade: 'exact' };
}

function byProvider(said: readonly Said[], close: Said, around: Circumstances): ClosedBy {
  const own = first(said, 'provider-close', 'provider-half');
  const lines = own === undefined ? [close] : [own, close];
  const at = own !== undefined && own.at < close.at ? own.at : close.at;
  const knew = withApp(whoKnew(lines), at, around);
  const error = said.find(({ act, value }) => act === 'provider-close' && (value ?? 0) !== 0)?.value;
  if (error !== undefined) return byError(error, at, knew);
  return { who: 'provider', reason: 'provider-closed', at, knew, grade: 'exact' };
}

function unordered(app: Said, provider: Said): ClosedBy {
  const at = Math.min(app.at, provider.at) as Micros;
  return { who: 'unknown', reason: 'order-unknown', at, knew: ['kernel', 'provider'], grade: 'presumed' };
}

function withApp(knew: ClosedBy['knew'], at: Micros, { app }: Circumstances): ClosedBy['knew'] {
  if (app === undefined || !isNear(app, at)) return knew;
  return app.at < at ? ['app', ...knew] : [...knew, 'app'];
}

function isNear(app: AppEnd, at: Micros): boolean {
  return Math.abs(app.at - at) <= NEAR_US;
}
