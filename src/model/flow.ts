/** Diverted flows: what kernel, provider, filter and app say of one socket, and how it ended. */
import type { Cite, Grade, Join } from './cite.ts';
import type { Micros } from './units.ts';

/** The four ways in which a diverted flow is seen, by place. */
export interface Flow {
  readonly id: string;
  /** The 32-bit hash that kernel and provider library both print; undefined for flows seen by `[Extension …]` lines only. */
  readonly hash: number | undefined;
  readonly boot: number;
  readonly generation: number;
  readonly protocol: 'tcp' | 'udp' | undefined;
  /** Signing identifier of the app whose socket it is. */
  readonly app: string | undefined;
  readonly remote: string | undefined;
  /** Host name that the app asked for, where the provider library prints it. */
  readonly host: string | undefined;
  /** The app's own end; its port is often 0, because the socket has none yet. */
  readonly local: string | undefined;
  readonly interfaceName: string | undefined;
  readonly providerPid: number | undefined;
  readonly openedAt: Micros;
  readonly kernel: FlowSide | undefined;
  readonly provider: FlowSide | undefined;
  /** How kernel and provider halves were joined. */
  readonly join: { readonly grade: Grade; readonly reason: string } | undefined;
  /** Joins with what other processes print of it: the app's connection, a filter's flow. At most 8. */
  readonly joins: readonly Join[];
  readonly state: FlowState;
  readonly closedAt: Micros | undefined;
  /** How it ended. Undefined while its last lines may still come; set for every flow at the end of the capture. */
  readonly ending: FlowEnding | undefined;
  /** First lines and decisive lines, at most 8, in log order. */
  readonly cites: readonly Cite[];
}

export interface FlowSide {
  readonly firstAt: Micros;
  readonly lastAt: Micros;
  /** What this side said of the flow, in order, at most 32 short words (`connecting`, `result 0`, `close`). */
  readonly steps: readonly string[];
}

export type FlowState =
  | 'created'
  | 'connecting'
  | 'offered'
  | 'accepted'
  | 'rejected'
  | 'connected'
  | 'closed'
  | 'native'
  | 'orphaned';

export interface FlowEnding {
  readonly closedBy: ClosedBy;
  readonly code: FlowCode;
  /** Letters of `HISTORY`, in the order of their times, at most 32. */
  readonly history: string;
}

/** Who ended a flow, and how that is known. The verdict gets weaker with the evidence, it never invents. */
export interface ClosedBy {
  readonly who: Closer;
  /** A short name of what happened, for filters and counts: `app-closed`, `provider-error`, `no-group`. */
  readonly reason: CloseReason;
  /** errno that was reported with it. */
  readonly error?: number;
  /** The moment the closing party acted; missing where it is open or not known. */
  readonly at?: Micros;
  /** Whose lines tell of it, in the order in which they knew. */
  readonly knew: readonly ('kernel' | 'provider' | 'app' | 'filter')[];
  readonly grade: Grade;
}

/** `filter`: a content filter's verdict. `open`: still open when the capture (or the boot) ended. `unknown`: the evidence is not there. */
export type Closer = 'app' | 'provider' | 'kernel' | 'remote' | 'filter' | 'open' | 'unknown';

export type CloseReason =
  | 'app-closed'
  | 'app-gave-up' // no answer to its connect, closed after a while
  | 'app-aborted' // closed before the connect was answered
  | 'provider-closed'
  | 'provider-error' // closed with an error of its own
  | 'declined' // handed back: refused, or sent on natively
  | 'remote-reset'
  | 'remote-refused'
  | 'remote-timeout'
  | 'provider-died'
  | 'filter-dropped' // a content filter dropped the socket
  | 'no-group'
  | 'denied' // cellular, expensive or constrained networks, or the app is not in the map
  | 'kernel-closed' // the kernel sent the close, no close of the app before it
  | 'kernel-error'
  | 'still-open'
  | 'rebooted'
  | 'order-unknown' // both closed within the clocks' error
  | 'records-lost'
  | 'gone' // known to be over, not by whom
  | 'not-logged';

/**
 * `OK` ended in order, `OPN` open, `REF` refused, `NOF` never offered, `REJ` declined, `DRP` dropped by a verdict, `TMO` timed
 * out, `RSA` `RSP` `RSK` `RSR` reset by app, provider, kernel, remote, `ORP` orphaned by the provider's end, `???` capture cut.
 */
export type FlowCode =
  | 'OK'
  | 'OPN'
  | 'REF'
  | 'NOF'
  | 'REJ'
  | 'DRP'
  | 'TMO'
  | 'RSA'
  | 'RSP'
  | 'RSK'
  | 'RSR'
  | 'ORP'
  | '???';

/** What the letters of a flow's history mean; small is the app's side, capital the provider's. */
export const HISTORY = {
  n: 'new: the kernel made it',
  o: 'offered to the provider',
  a: 'accepted by the provider',
  c: 'connect: the kernel diverts it',
  C: 'connected: the provider answered',
  d: 'data from the app',
  D: 'data from the provider',
  s: 'the app shut one direction',
  S: 'the provider shut one direction',
  x: 'closed by the app',
  X: 'closed by the provider',
  k: 'closed or moved by the kernel',
  '!': 'an error',
  '~': 'records were lost here',
} as const;

export type HistoryLetter = keyof typeof HISTORY;
