/**
 * The one result object. JSON output is this object; every renderer draws from it and computes nothing.
 * Within a `schemaVersion` fields are only added. Schema: `src/model/report.schema.json`.
 * Times are ISO 8601 with the export's own offset, without one where the export has none.
 */
import type { KnownBy } from './baseline.ts';
import type { ProviderKind } from './entity.ts';
import type { Confidence, DetectorOutcome, NextStep, Severity, Subject } from './finding.ts';
import type { FormatName, Problem } from './input.ts';
import type { MachineFacts } from './machine.ts';
import type { FlowReport, FlowTotals } from './report-flows.ts';
import type {
  ConnectionReport,
  DnsReport,
  FilterFlowReport,
  InterfaceReport,
  PathReport,
  SystemExtensionReport,
  TaskReport,
  UnexpectedReport,
} from './report-network.ts';

import type { StartReport } from './start.ts';

export type { FlowReport, FlowTotals } from './report-flows.ts';

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'necropsy'; readonly version: string };
  readonly capture: CaptureReport;
  /** One sentence on top: the worst finding, or what was checked. */
  readonly verdict: VerdictReport;
  readonly findings: readonly FindingReport[];
  readonly detectors: readonly DetectorOutcome[];
  readonly processes: readonly ProcessReport[];
  readonly sessions: readonly SessionReport[];
  readonly flows: readonly FlowReport[];
  readonly flowTotals: FlowTotals;
  readonly power: readonly PowerReport[];
  /** Connections of apps and providers as Network.framework prints them; left out where there are none, as are the next. */
  readonly connections?: readonly ConnectionReport[];
  /** Flows as a content filter sees them. */
  readonly filterFlows?: readonly FilterFlowReport[];
  /** Names that processes asked for. */
  readonly dns?: readonly DnsReport[];
  /** URL tasks of CFNetwork. */
  readonly tasks?: readonly TaskReport[];
  readonly interfaces?: readonly InterfaceReport[];
  /** Changes of the way that the machine's traffic takes. */
  readonly path?: readonly PathReport[];
  /** States of system extensions as the log tells them. */
  readonly systemExtensions?: readonly SystemExtensionReport[];
  /** Each start of a provider as a checklist, in the order of the log. */
  readonly starts?: readonly StartReport[];
  /** Steps that the tables of states do not know. */
  readonly unexpected?: readonly UnexpectedReport[];
  readonly lanes: LanesReport;
  /** Entities left out of the lists above to keep the report readable, per list. */
  readonly omitted: Readonly<Record<string, number>>;
}

export interface CaptureReport {
  readonly inputs: readonly InputReport[];
  readonly span: SpanReport | undefined;
  /** The part that was asked for (`--since`, `--until`, `--last`, `--around`); left out where it is the whole. */
  readonly window?: WindowReport;
  readonly boots: number;
  readonly levels: readonly string[];
  readonly records: number;
  readonly events: number;
  readonly problems: readonly Problem[];
  readonly quality: readonly QualityCheck[];
  /** What sysdiagnoses and folders among the inputs say of their machines; left out where there are none. */
  readonly machines?: readonly MachineFacts[];
  /** System extensions that the inputs list; left out where none does. */
  readonly extensions?: readonly ExtensionReport[];
}

/** One line of `systemextensionsctl list`. */
export interface ExtensionReport {
  readonly bundle: string;
  readonly name: string;
  readonly team: string;
  readonly version: string;
  /** `activated enabled`, as the tool prints it. */
  readonly state: string;
}

export interface InputReport {
  readonly name: string;
  /** The folder or container that it came in; its name begins with it. */
  readonly container?: string;
  readonly format: FormatName;
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly events: number;
}

export interface SpanReport {
  readonly from: string;
  readonly to: string;
  /** µs between the two, on the log's own clock. */
  readonly durationUs: number;
}

/** All of the capture was read and judged; the lists hold what touches this stretch. */
export interface WindowReport extends SpanReport {
  /** What lies outside and is not listed, per list. */
  readonly outside: Readonly<Record<string, number>>;
}

export interface QualityCheck {
  readonly check: string;
  readonly state: 'green' | 'amber' | 'red';
  readonly message: string;
  /** The exact command that would record what is missing. */
  readonly remedy?: string;
}

export interface VerdictReport {
  readonly state: 'broken' | 'suspect' | 'nothing-found' | 'capture-insufficient';
  readonly text: string;
  readonly confidence?: Confidence;
}

export interface FindingReport {
  readonly detector: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly reasons: readonly string[];
  readonly title: string;
  readonly message: string;
  readonly count: number;
  readonly span?: SpanReport;
  readonly subjects: readonly Subject[];
  readonly evidence: readonly EvidenceReport[];
  readonly next: readonly NextStep[];
  /** Somebody has accepted it (`--baseline`); renderers leave it out and count it. Left out where nobody has. */
  readonly baselined?: KnownBy;
}

export interface EvidenceReport {
  readonly input: string;
  /** 1-based first line of the record; left out in archives, which have no lines. */
  readonly line?: number;
  /** In an archive, the file of the record, and its place there: bytes of the decompressed file before it. */
  readonly file?: string;
  readonly record?: number;
  readonly at?: string;
  readonly process: string;
  readonly pid?: number;
  /** The log's own message, never reworded; may hold newlines and hostile characters: renderers escape. */
  readonly text: string;
  readonly decisive: boolean;
  /** Present where identical lines were folded into this one. */
  readonly times?: number;
}

export interface ProcessReport {
  /** -1 where no line tells it. */
  readonly pid: number;
  readonly name: string;
  /** The export prints no pids: processes of this name cannot be told apart. */
  readonly byName?: true;
  readonly boot: number;
  readonly generation: number;
  readonly from: string;
  readonly to: string;
  readonly provider?: {
    readonly kind: ProviderKind;
    readonly bundle: string;
    readonly grade: string;
    readonly reasons: readonly string[];
  };
  /** launchd held back its next start for so many seconds, because it ended too soon. */
  readonly throttledForS?: number;
  readonly end?: {
    readonly kind: string;
    readonly at: string;
    readonly code?: number;
    readonly signal?: string;
    readonly sentBy?: string;
    /** What its crash report says, where one is among the inputs. */
    readonly report?: {
      readonly grade: string;
      readonly incident?: string;
      readonly exception?: string;
      readonly signal?: string;
      readonly subtype?: string;
      readonly termination?: string;
      readonly terminationCode?: number;
      readonly indicator?: string;
      readonly thread?: number;
      readonly queue?: string;
      readonly appFrame?: string;
    };
    /** Why it was killed for memory, where something says so. */
    readonly memory?: {
      readonly reason?: string;
      readonly bytes?: number;
      readonly limitBytes?: number;
      readonly isOwnLimit: boolean;
    };
  };
}

export interface SessionReport {
  readonly uuid: string;
  readonly name: string;
  readonly class: string;
  readonly kind: ProviderKind;
  readonly state: string;
  readonly runs: readonly {
    readonly from: string;
    readonly to?: string;
    readonly startedBy?: string;
    readonly stoppedBy?: string;
    readonly stopReason?: string;
    readonly onDemand?: true;
    readonly pluginReason?: string;
    readonly delegateInterface?: string;
    readonly networkChanges?: number;
    /** States of nesessionmanager's own machine. */
    readonly phases?: readonly {
      readonly name: string;
      readonly from: string;
      readonly to?: string;
      readonly timeoutS?: number;
      readonly timedOut?: true;
    }[];
    readonly providerPids: readonly number[];
  }[];
  readonly history: readonly {
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly line: number;
    readonly expected: boolean;
  }[];
}

export interface PowerReport {
  readonly state: string;
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
  readonly sources: readonly string[];
}

/** What the terminal and the timeline draw above the findings, sampled evenly over the capture's span. */
export interface LanesReport {
  /** The stretch that is sampled; left out where it is the whole capture. */
  readonly span?: SpanReport;
  /** Columns in each lane; 0 where the capture has no span. */
  readonly columns: number;
  readonly power: readonly ('unknown' | 'awake' | 'dark' | 'asleep')[];
  readonly sessions: readonly { readonly name: string; readonly uuid: string; readonly states: readonly string[] }[];
  /** New flows per column. */
  readonly newFlows: readonly number[];
  /** Per column, the 1-based index of the worst finding that covers it, 0 for none. */
  readonly findings: readonly number[];
}
