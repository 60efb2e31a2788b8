/**
 * What the correlator rebuilds from events. Stages after it read these; only trackers write them.
 * Every list in here is bounded by its tracker; what was dropped is counted in `EntityStore.evicted`.
 */
import type { Cite, Grade } from './cite.ts';
import type { Connection, DnsRequest, FilterFlow, NetworkTask, UnexpectedStep } from './connection.ts';
import type { CrashReport, MemoryKill } from './death-report.ts';
import type { Flow } from './flow.ts';
import type { NetworkInterface, PathChange, SystemExtension } from './network.ts';
import type { EventBase } from './typed-event.ts';
import type { DurationUs, Micros } from './units.ts';

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
  /** -1 where no line of the export tells it. */
  readonly pid: number;
  readonly name: string;
  /** The export prints no pids: lines are this run's by the process's name, and two of one name cannot be told apart. */
  readonly isByName: boolean;
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
  /** launchd held back its next start because it ended too soon; of several the last. */
  readonly throttle: { readonly seconds: number; readonly at: Micros; readonly cite: Cite } | undefined;
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
  /** On Demand started it, not a person or an app. */
  readonly isOnDemand: boolean;
  /** What its plugin said when it disconnected. */
  readonly pluginReason: string | undefined;
  /** The interface its tunnel goes out by, as nesessionmanager last set it. */
  readonly delegateInterface: string | undefined;
  /** States of nesessionmanager's own machine with their time-outs, the newest 64. */
  readonly phases: readonly SessionPhase[];
  /** How often the network changed under it. */
  readonly networkChanges: number;
  readonly providerPids: readonly number[];
}

/** `NESMVPNSessionStateStarting`, and how it was left. */
export interface SessionPhase {
  readonly name: string;
  readonly from: Micros;
  readonly to: Micros | undefined;
  readonly timeoutS: number | undefined;
  /** Its timer fired. */
  readonly hasTimedOut: boolean;
  readonly cite: Cite;
}

export interface StateChange<S extends string> {
  readonly from: S;
  readonly to: S;
  readonly at: Micros;
  readonly cite: Cite;
  /** False where the table of states does not know this step: in this field that is often the bug. */
  readonly expected: boolean;
}

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

/** Counts of flows by state code and by who closed them. */
export interface FlowEndings {
  readonly byCode: Readonly<Record<string, number>>;
  readonly byCloser: Readonly<Record<string, number>>;
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
  readonly connections: Iterable<Connection>;
  readonly dns: Iterable<DnsRequest>;
  readonly tasks: Iterable<NetworkTask>;
  readonly filterFlows: Iterable<FilterFlow>;
  /** By name, of the current boot. */
  readonly interfaces: ReadonlyMap<string, NetworkInterface>;
  readonly paths: readonly PathChange[];
  /** By bundle. */
  readonly extensions: ReadonlyMap<string, SystemExtension>;
  /** Steps that the tables of states do not know, the first 500. */
  readonly unexpected: readonly UnexpectedStep[];
  readonly boots: readonly Boot[];
  /** How all flows ended, those dropped since included; complete at the end of the capture. */
  readonly endings: FlowEndings;
  /** Closed entities that were dropped to stay within the caps, per kind. */
  readonly evicted: Readonly<Record<string, number>>;
  /** The live or last run of this pid in the current boot. */
  process(pid: number): ProcessRun | undefined;
  /** The run that printed this line: by its pid, by its name where the export prints no pids. */
  runOf(event: EventBase): ProcessRun | undefined;
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

export type { Cite, Grade, Join, JoinSide } from './cite.ts';
export type { Flow, FlowEnding, FlowSide, FlowState } from './flow.ts';
export type { DurationUs };
