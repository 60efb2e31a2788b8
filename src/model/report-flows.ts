/** Flows in the report, and how what several processes say of them was joined. */
import type { CloseReason, Closer, FlowCode } from './flow.ts';

export interface FlowReport {
  readonly id: string;
  readonly hash?: number;
  readonly protocol?: string;
  readonly app?: string;
  readonly remote?: string;
  readonly providerPid?: number;
  readonly state: string;
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly kernel?: readonly string[];
  readonly provider?: readonly string[];
  readonly join?: { readonly grade: string; readonly reason: string };
  readonly host?: string;
  readonly interface?: string;
  /** Who ended it, and how that is known. */
  readonly closedBy?: ClosedByReport;
  /** State code and history string. Source: cli.md section 5. */
  readonly code?: FlowCode;
  readonly history?: string;
  /** Joins with what other processes print of it; left out where there is none. */
  readonly joins?: readonly JoinReport[];
  /** The line of its first cite, to find it again. */
  readonly input?: string;
  readonly line?: number;
}

export interface ClosedByReport {
  readonly who: Closer;
  readonly reason: CloseReason;
  readonly at?: string;
  /** errno. */
  readonly error?: number;
  readonly knew: readonly string[];
  readonly grade: string;
}

export interface JoinReport {
  readonly with: string;
  readonly id: string;
  readonly grade: string;
  readonly score?: number;
  readonly margin?: number;
  readonly ambiguous: boolean;
  readonly reasons: readonly string[];
}

export interface FlowTotals {
  readonly seen: number;
  readonly byState: Readonly<Record<string, number>>;
  /** Of all flows, those dropped from the lists included. */
  readonly byCode?: Readonly<Record<string, number>>;
  readonly byCloser?: Readonly<Record<string, number>>;
  /** The apps whose flows came to a bad end most often, the worst first, at most 5; left out where none did. */
  readonly hurt?: readonly { readonly app: string; readonly failed: number }[];
}
