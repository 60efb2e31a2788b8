/** Connections, interfaces and paths in the report. */
import type { FlowCode } from './flow.ts';
import type { JoinReport } from './report-flows.ts';

export interface ConnectionReport {
  /** `1502:C4`: process and number. */
  readonly id: string;
  readonly process: string;
  readonly pid?: number;
  readonly endpoint?: string;
  readonly protocol?: string;
  readonly state: string;
  readonly startedAt: string;
  readonly readyAt?: string;
  readonly endedAt?: string;
  readonly error?: number;
  readonly errorText?: string;
  readonly local?: string;
  readonly remote?: string;
  readonly interface?: string;
  readonly stalls?: number;
  readonly attempts?: readonly {
    readonly id: string;
    readonly endpoint?: string;
    readonly startedAt: string;
    readonly connectedAt?: string;
    readonly failedAt?: string;
    readonly error?: number;
  }[];
  readonly joins?: readonly JoinReport[];
  readonly line?: number;
}

export interface FilterFlowReport {
  readonly uuid: string;
  readonly app?: string;
  readonly pid?: number;
  readonly remote?: string;
  readonly local?: string;
  readonly direction?: string;
  readonly at: string;
  readonly verdict?: string;
  /** `DRP` for a dropped one, else left out. */
  readonly code?: FlowCode;
  /** µs from the flow to its verdict. */
  readonly tookUs?: number;
  readonly join?: JoinReport;
}

/** A name that a process asked mDNSResponder for. */
export interface DnsReport {
  /** `R1585`, by which mDNSResponder's own lines go. */
  readonly id: string;
  readonly name: string;
  readonly process: string;
  readonly pid?: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Where its queries went. */
  readonly interfaces?: readonly string[];
  /** Why queriers ended, resolvers that were penalised. */
  readonly notes?: readonly string[];
  /** The connection that asked. */
  readonly join?: JoinReport;
}

/** A URL task of CFNetwork. */
export interface TaskReport {
  readonly id: string;
  readonly process: string;
  readonly pid?: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly outcome?: string;
  /** Code of the error that it ended with. */
  readonly error?: number;
  /** The connection that it used. */
  readonly join?: JoinReport;
}

export interface InterfaceReport {
  readonly name: string;
  readonly delegate?: string;
  readonly history: readonly { readonly at: string; readonly what: string; readonly other?: string }[];
}

export interface PathReport {
  readonly at: string;
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
}

export interface SystemExtensionReport {
  readonly bundle: string;
  readonly state: string;
  readonly history: readonly { readonly at: string; readonly from: string; readonly to: string }[];
}

export interface UnexpectedReport {
  readonly entity: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly line?: number;
}
