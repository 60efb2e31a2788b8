import type { ClosedBy } from '../../model/flow.ts';
import type { Micros } from '../../model/units.ts';
import type { Said } from './acts.ts';

/** Everything beside the flow's own lines that bears on its end. */
export interface Circumstances {
  /** The socket could be followed in the kernel: it printed info lines of this flow. */
  readonly isKernelSeen: boolean;
  readonly isProviderSeen: boolean;
  readonly hasHash: boolean;
  /** This provider's library prints a line for every flow that it is shown, somewhere in the capture. */
  readonly areOffersLogged: boolean;
  /** End of the provider's process run, where something tells of it. */
  readonly providerEndedAt: Micros | undefined;
  /** Ends of flow_divert groups, by control unit. */
  readonly groupEnds: readonly { readonly unit: number; readonly at: Micros }[];
  /** The app's own connection, where one was joined: how and when it ended. */
  readonly app: AppEnd | undefined;
  /** The machine restarted while the flow was open. */
  readonly isBootOver: boolean;
  /** A loss record after the flow's first line. */
  readonly lossAt: Micros | undefined;
}

export interface AppEnd {
  readonly at: Micros;
  readonly how: 'cancelled' | 'failed';
  /** errno, where the app's line names one. */
  readonly error: number | undefined;
}

/** Errors that come from the other end. Source: errno.h; kernel-lifecycles 4 ("Connect result meaning"). */
const REMOTE: ReadonlyMap<number, 'remote-reset' | 'remote-refused' | 'remote-timeout'> = new Map([
  [54, 'remote-reset'],
  [61, 'remote-refused'],
  [60, 'remote-timeout'],
]);

/** An error with which a provider closes a flow: the other end's, or its own. */
export function byError(error: number, at: Micros, knew: ClosedBy['knew']): ClosedBy {
  const remote = REMOTE.get(error);
  if (remote !== undefined) return { who: 'remote', reason: remote, error, at, knew, grade: 'inferred' };
  return { who: 'provider', reason: 'provider-error', error, at, knew, grade: 'exact' };
}

export function whoKnew(said: readonly Said[]): ClosedBy['knew'] {
  return [...new Set(said.map(({ by }) => by))];
}
