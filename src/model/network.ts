/** Interfaces, the path of the machine's traffic, and system extensions, as the log tells of them. */
import type { Cite } from './cite.ts';
import type { Micros } from './units.ts';

/** An interface that the log says something of. A number may come back for another tunnel. Source: id-correlation 4 (7). */
export interface NetworkInterface {
  readonly name: string;
  /** The interface its traffic goes out by, now. */
  readonly delegate: string | undefined;
  /** UUID of the session that set its delegate, where a line names it. */
  readonly session: string | undefined;
  readonly firstAt: Micros;
  /** At most 64, the newest. */
  readonly history: readonly InterfaceChange[];
}

export interface InterfaceChange {
  readonly at: Micros;
  readonly what: 'created' | 'delegating' | 'no-longer-delegating' | 'failed';
  readonly other: string | undefined;
  readonly cite: Cite;
}

/** A change of the way that traffic takes: the primary interface, addresses, DNS, proxies. At most 500, the oldest. */
export interface PathChange {
  readonly at: Micros;
  /** `primary`, `physical` …, `NWI`, `DNS`, `Proxies`, `network`. */
  readonly what: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly cite: Cite;
}

/** A system extension as sysextd treats it. */
export interface SystemExtension {
  readonly bundle: string;
  readonly state: string;
  readonly history: readonly { readonly at: Micros; readonly from: string; readonly to: string; readonly cite: Cite }[];
}
