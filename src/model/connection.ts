/** What an app's side prints of its traffic: Network.framework connections, CFNetwork tasks, DNS requests. */
import type { Cite, Join } from './cite.ts';
import type { Micros } from './units.ts';

/** One connection of Network.framework, `C723` of one process run. Source: id-correlation 2. */
export interface Connection {
  /** Process and number: `1502:C723`; a process without a pid by its name. A number used again: `1502:C723#2`. */
  readonly id: string;
  readonly number: number;
  readonly process: string;
  /** -1 where the export prints no pids. */
  readonly pid: number;
  readonly boot: number;
  readonly uuid: string | undefined;
  /** As printed: `example.com:443`, `Hostname#9a0934c3:443`. */
  readonly endpoint: string | undefined;
  readonly protocol: 'tcp' | 'udp' | undefined;
  readonly state: ConnectionState;
  /** Of its start line; else counted back from the age that its first line gives. */
  readonly startedAt: Micros;
  readonly readyAt: Micros | undefined;
  readonly endedAt: Micros | undefined;
  /** errno, and the words, of the last failure. */
  readonly error: number | undefined;
  readonly errorText: string | undefined;
  /** `ip:port` of both ends, where a summary line gives them. */
  readonly local: string | undefined;
  readonly remote: string | undefined;
  readonly interfaceName: string | undefined;
  /** How often no data came for an outstanding request. */
  readonly stalls: number;
  /** Addresses that were tried, at most 16. */
  readonly attempts: readonly ConnectionAttempt[];
  /** Flows, DNS requests and tasks that belong to it, at most 16. */
  readonly joins: readonly Join[];
  readonly firstCite: Cite;
  readonly lastCite: Cite;
}

/** One address that a connection tried: `C723.1.1`. */
export interface ConnectionAttempt {
  readonly id: string;
  readonly endpoint: string | undefined;
  /** `socket-flow`, `channel-flow`: a diverted socket is no channel. */
  readonly handler: string | undefined;
  readonly startedAt: Micros;
  readonly connectedAt: Micros | undefined;
  readonly failedAt: Micros | undefined;
  readonly error: number | undefined;
}

export type ConnectionState = 'initial' | 'waiting' | 'preparing' | 'ready' | 'failed' | 'cancelled';

/** A step that the declared table of an entity's states does not know: in this field that is often the bug. */
export interface UnexpectedStep {
  readonly entity: 'session' | 'connection' | 'flow' | 'process' | 'extension' | 'interface';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: Micros;
  readonly cite: Cite;
}

/** A name that a process asked mDNSResponder for: `[R1585]`. */
export interface DnsRequest {
  readonly id: string;
  readonly name: string;
  readonly clientPid: number;
  readonly client: string;
  readonly startedAt: Micros;
  readonly stoppedAt: Micros | undefined;
  /** Where its queries went: `utun5`, at most 4. */
  readonly interfaces: readonly string[];
  /** Reasons why queriers ended, resolvers that were penalised, at most 4. */
  readonly notes: readonly string[];
  readonly join: Join | undefined;
}

/** A URL task of CFNetwork: `Task <UUID>.<2>`. */
export interface NetworkTask {
  readonly id: string;
  readonly pid: number;
  readonly process: string;
  readonly startedAt: Micros;
  readonly stoppedAt: Micros | undefined;
  readonly outcome: 'success' | 'failure' | undefined;
  readonly error: number | undefined;
  readonly join: Join | undefined;
}

/** A flow as a content filter sees it. Source: NEFilterFlow dumps (debug). */
export interface FilterFlow {
  readonly uuid: string;
  readonly app: string | undefined;
  readonly pid: number | undefined;
  readonly remote: string | undefined;
  readonly local: string | undefined;
  readonly direction: string | undefined;
  readonly startedAt: Micros;
  readonly verdictAt: Micros | undefined;
  readonly verdict: 'allow' | 'drop' | undefined;
  readonly filterPid: number;
  readonly join: Join | undefined;
}
