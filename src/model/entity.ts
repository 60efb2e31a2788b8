/**
 * What the correlator rebuilds from events. Stages after it read these; only trackers write them.
 * Every list in here is bounded by its tracker; what was dropped is counted in `EntityStore.evicted`.
 */
import type { CrashReport, MemoryKill } from './death-report.ts';
import type { RecordRef } from './log-record.ts';
import type { DurationUs, Micros } from './units.ts';

/** A line that can be cited: a place, and what is needed to print it without reading it again. */
export interface Cite {
  readonly at: Micros;
  readonly ref: RecordRef;
  readonly process: string;
  readonly pid: number;
  /** The message, kept only where the input cannot be read twice (stdin). */
  readonly text: string | undefined;
}

/** How sure a join or an identification is: the same value on both sides, strong circumstance, or a guess by name. */
export type Grade = 'exact' | 'inferred' | 'presumed';

export type ProviderKind =
  | 'transparent-proxy'
  | 'app-proxy'
  | 'dns-proxy'
  | 'packet-tunnel'
  | 'content-filter'
  | 'unknown';

export type ExitKind =
  | 'crash' // fault signal, corpse, crash report
  | 'jetsam' // memory limit or pressure
  | 'killed' // a signal somebody sent
  | 'exit' // it ended itself, with a code
  | 'stopped' // ended on request: stop, update, uninstall
  | 'died' // ended, and nothing says why
  | 'reboot'
  | 'vanished'; // no more lines, another pid took its place

export interface ProcessEnd {
  readonly kind: ExitKind;
  readonly at: Micros;
  /** Exit code where it ended itself. */
  readonly code: number | undefined;
  /** `SIGSEGV`, where a signal ended it. */
  readonly signal: string | undefined;
  /** Who sent the signal, as the log names it. */
  readonly sentBy: string | undefined;
  /** What its crash report says, where one is among the inputs. */
  readonly report?: CrashReport;
  /** There where it was killed for memory and something says why. */
  readonly memory?: MemoryKill;
  /** Lines that say so, the decisive one first, at most 8. */
  readonly cites: readonly Cite[];
}

/** One run of a process: a pid between its first sign of life and its end. A reused pid starts a new generation. */
export interface ProcessRun {
  readonly id: string;
  readonly pid: number;
  readonly name: string;
  readonly boot: number;
  /** 1 for the first run with this pid in this boot. */
  readonly generation: number;
  readonly firstAt: Micros;
  readonly firstCite: Cite;
  readonly lastAt: Micros;
  readonly lastCite: Cite;
  /** Its start, where something says so (launchd, nesessionmanager). */
  readonly spawned: Cite | undefined;
  readonly end: ProcessEnd | undefined;
  /** The last line at error or fault level that the process printed itself. */
  readonly lastError: Cite | undefined;
  readonly lines: number;
  /** When it was last asked to stop: an end soon after is no fault. */
  readonly stopAskedAt: Micros | undefined;
  readonly provider: ProviderFacts | undefined;
}

/** What makes a process run a provider. */
export interface ProviderFacts {
  readonly kind: ProviderKind;
  readonly grade: Grade;
  /** Bundle identifier of the extension where a line names it, else the process name. */
  readonly bundle: string;
  /** Every other bundle by which this provider goes: its container app, the plugin's name. */
  readonly otherBundles: readonly string[];
  /** Session UUIDs it serves, in order of appearance. */
  readonly sessions: readonly string[];
  /** One sentence each: why we hold it for a provider. */
  readonly reasons: readonly string[];
}

export type SessionState =
  | 'invalid'
  | 'disconnected'
  | 'connecting'
  | 'connected'
  | 'reasserting'
  | 'disconnecting'
  | 'unknown';

/** One Network Extension configuration (by UUID) and its runs from start command to disconnected. */
export interface Session {
  readonly uuid: string;
  readonly name: string;
  /** `NESMTransparentProxySession` … */
  readonly sessionClass: string;
  readonly kind: ProviderKind;
  readonly state: SessionState;
  readonly stateSince: Micros;
  readonly runs: readonly SessionRun[];
  /** State changes in log order, the newest 256. */
  readonly history: readonly StateChange<SessionState>[];
}

export interface SessionRun {
  readonly startedAt: Micros;
  readonly startedBy: string | undefined;
  readonly endedAt: Micros | undefined;
  /** `last stop reason …`, as the log words it. */
  readonly stopReason: string | undefined;
  readonly stoppedBy: string | undefined;
  readonly providerPids: readonly number[];
}

export interface StateChange<S extends string> {
  readonly from: S;
  readonly to: S;
  readonly at: Micros;
  readonly cite: Cite;
  /** False where the table of states does not know this step: in this field that is often the bug. */
  readonly expected: boolean;
}

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
  readonly interfaceName: string | undefined;
  readonly providerPid: number | undefined;
  readonly openedAt: Micros;
  readonly kernel: FlowSide | undefined;
  readonly provider: FlowSide | undefined;
  /** How kernel and provider halves were joined. */
  readonly join: { readonly grade: Grade; readonly reason: string } | undefined;
  readonly state: FlowState;
  readonly closedAt: Micros | undefined;
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

export type PowerState = 'unknown' | 'awake' | 'dark' | 'asleep';

/** One stretch of one power state. Lines about the same wake within 2 s of each other are one wake. */
export interface PowerPhase {
  readonly state: PowerState;
  readonly from: Micros;
  readonly to: Micros | undefined;
  readonly reason: string | undefined;
  /** Lines that say so, first the one that decided. */
  readonly cites: readonly Cite[];
  /** `powerd`, `kernel`, `nesessionmanager`, `provider`: who said so. */
  readonly sources: readonly string[];
}

export interface Boot {
  readonly index: number;
  readonly uuid: string | undefined;
  readonly from: Micros;
}

/** Everything the correlator knows at one moment: what detectors and the report read. */
export interface World {
  readonly processes: Iterable<ProcessRun>;
  readonly sessions: Iterable<Session>;
  readonly flows: Iterable<Flow>;
  readonly power: readonly PowerPhase[];
  readonly boots: readonly Boot[];
  /** Closed entities that were dropped to stay within the caps, per kind. */
  readonly evicted: Readonly<Record<string, number>>;
  /** The live or last run of this pid in the current boot. */
  process(pid: number): ProcessRun | undefined;
  session(uuid: string): Session | undefined;
  /** Flow with this hash that is open now, or was the last one to carry it. */
  flow(hash: number): Flow | undefined;
  /** Power state now, in log time. */
  powerNow(): PowerPhase | undefined;
}

/** Where an entity's life stands in time; spans in findings are made of these. */
export interface Span {
  readonly from: Micros;
  readonly to: Micros;
}

export type { DurationUs };
