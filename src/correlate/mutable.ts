import type { Connection, ConnectionAttempt, DnsRequest, FilterFlow, NetworkTask } from '../model/connection.ts';
import type { CrashReport, MemoryKill } from '../model/death-report.ts';
import type {
  Cite,
  Flow,
  FlowSide,
  Join,
  PowerPhase,
  ProcessEnd,
  ProcessRun,
  ProviderFacts,
  Session,
  SessionPhase,
  SessionRun,
} from '../model/entity.ts';
import type { InterfaceChange, NetworkInterface, SystemExtension } from '../model/network.ts';
import type { Micros } from '../model/units.ts';
import type { Said } from './endings/acts.ts';

/** The writable twins of the model's entities: only trackers hold these, everyone else sees them read-only. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface MutableProvider extends Mutable<Omit<ProviderFacts, 'otherBundles' | 'sessions' | 'reasons'>> {
  otherBundles: string[];
  sessions: string[];
  reasons: string[];
  /** Bundle by reason of what was claimed before: a busy provider says the same in every line. */
  readonly claims: Map<string, string>;
}

/** One line that says something about a process's death. */
export interface DeathSign {
  readonly kind: ProcessEnd['kind'];
  readonly at: ProcessEnd['at'];
  readonly code?: number;
  readonly signal?: string;
  readonly sentBy?: string;
  readonly report?: CrashReport;
  readonly memory?: MemoryKill;
  readonly cite: Cite;
}

export interface MutableProcess extends Mutable<Omit<ProcessRun, 'provider'>> {
  provider: MutableProvider | undefined;
  /** True once a line of its own gave the name; before that the name is what others call it. */
  isNamed: boolean;
  signs: DeathSign[];
}

export interface MutableSession extends Mutable<Omit<Session, 'runs' | 'history'>> {
  runs: MutableSessionRun[];
  history: Session['history'][number][];
  /** State of nesessionmanager's own machine. */
  phase: string | undefined;
}

export interface MutableSessionRun extends Mutable<Omit<SessionRun, 'providerPids' | 'phases'>> {
  phases: Mutable<SessionPhase>[];
  providerPids: number[];
}

export interface MutableSide extends Mutable<Omit<FlowSide, 'steps'>> {
  steps: string[];
}

export interface MutableFlow extends Mutable<Omit<Flow, 'kernel' | 'provider' | 'cites' | 'joins'>> {
  kernel: MutableSide | undefined;
  provider: MutableSide | undefined;
  cites: Cite[];
  joins: Join[];
  /** What its end is judged by; empty once it is. */
  said: Said[];
  /** `filter_id` of the provider library's line, where it is not empty. */
  filterId: string | undefined;
  /** The process run that it was shown to. */
  run: MutableProcess | undefined;
  /** It turned out to be another flow's: that one has what was said of it. */
  isMerged: boolean;
  /** When its state changed last, and by whose line; a flow without a hash has no such steps. */
  moved: { at: Micros; isKernel: boolean } | undefined;
  /** The flow that had the hash before, for lines that come late. */
  before: MutableFlow | undefined;
}

export type MutableInterface = Mutable<Omit<NetworkInterface, 'history'>> & { history: InterfaceChange[] };

export type MutableExtension = Mutable<Omit<SystemExtension, 'history'>> & {
  history: SystemExtension['history'][number][];
};

export type MutablePhase = Mutable<Omit<PowerPhase, 'cites' | 'sources'>> & { cites: Cite[]; sources: string[] };

/** How all flows ended, those that are not remembered any more included. */
export interface MutableEndings {
  readonly byCode: Record<string, number>;
  readonly byCloser: Record<string, number>;
}

export interface MutableConnection extends Mutable<Omit<Connection, 'attempts' | 'joins'>> {
  attempts: MutableAttempt[];
  joins: Join[];
  readonly generation: number;
  /** Its start line was seen: `startedAt` is exact. */
  hasStart: boolean;
  /** The flow that it became as a whole. */
  flowId: string | undefined;
  isClosed: boolean;
}

export interface MutableAttempt extends Mutable<ConnectionAttempt> {
  /** The flow that it became. */
  flowId: string | undefined;
}

export type MutableDnsRequest = Mutable<Omit<DnsRequest, 'interfaces' | 'notes'>> & {
  interfaces: string[];
  notes: string[];
};

export type MutableTask = Mutable<NetworkTask>;

export type MutableFilterFlow = Mutable<FilterFlow>;
