import { isReport } from '../lib/report-events.ts';
import type { Span } from '../model/entity.ts';
import type { Level } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Micros } from '../model/units.ts';

/** What the whole input holds, as the decoders counted it: known at the end of the capture only. */
export interface CaptureFacts {
  readonly levels: ReadonlySet<Level>;
  /** Levels the export itself says it left out. */
  readonly skipped: ReadonlySet<Level>;
  readonly predicates: readonly string[];
  /** Families and vocabularies of which some line could have been: a process that their gate admits wrote one. */
  readonly families: ReadonlySet<string>;
  /** Processes that wrote a line which a family admits, recognised or not. */
  readonly speakers: ReadonlySet<string>;
  /** Time of the first and the last record of each input, recognised or not. */
  readonly begins: readonly (Micros | undefined)[];
  readonly ends: readonly (Micros | undefined)[];
}

/** What this capture can show: absence proves nothing where the message could not have been recorded. */
export interface Observed {
  /** How often this event was seen so far. */
  count(name: string): number;
  /** Events that this process printed so far. */
  ofProcess(processName: string): number;
  /** True once any of these processes printed a recognised line; at `finish`, any line that could have been one. */
  seesAny(...processNames: readonly string[]): boolean;
  /** True once a kernel flow_divert line at info level was seen: then the others could be seen too. */
  readonly hasKernelInfo: boolean;
  /** From the first to the last line that somebody logged; reports stand outside of it. Undefined where there is none. */
  readonly log: Span | undefined;
  /** Stretches in which records were lost, by the log's own word. */
  readonly losses: readonly Micros[];
  readonly lastAt: Micros;
  /** Time of the latest event of an input so far. */
  lastAtOf(input: number): Micros | undefined;
  /** At `finish` only. */
  readonly capture: CaptureFacts;
}

export interface ObservedRecorder extends Observed {
  see(event: LooseEvent): void;
  close(facts: CaptureFacts): void;
}

const CAP_LOSSES = 1_000;

export function createObserved(): ObservedRecorder {
  const events = new Map<string, number>();
  const processes = new Map<string, number>();
  const losses: Micros[] = [];
  const lastAts: Micros[] = [];
  const state = {
    hasKernelInfo: false,
    lastAt: 0 as Micros,
    log: undefined as { from: Micros; to: Micros } | undefined,
    capture: {
      levels: new Set<Level>(),
      skipped: new Set<Level>(),
      predicates: [],
      families: new Set<string>(),
      speakers: new Set<string>(),
      begins: [],
      ends: [],
    } as CaptureFacts,
  };
  return {
    count: (name) => events.get(name) ?? 0,
    ofProcess: (name) => processes.get(name) ?? 0,
    seesAny: (...names) => names.some((name) => processes.has(name) || state.capture.speakers.has(name)),
    get hasKernelInfo() {
      return state.hasKernelInfo;
    },
    losses,
    get log() {
      return state.log;
    },
    get lastAt() {
      return state.lastAt;
    },
    lastAtOf: (input) => lastAts[input],
    get capture() {
      return state.capture;
    },
    see(event) {
      events.set(event.name, (events.get(event.name) ?? 0) + 1);
      // A report is a file: it is no witness of what the log would show, and says nothing of its time.
      if (isReport(event.name)) return;
      processes.set(event.origin.process, (processes.get(event.origin.process) ?? 0) + 1);
      state.log ??= { from: event.at, to: event.at };
      state.log.to = event.at;
      if (event.at > state.lastAt) state.lastAt = event.at;
      const { input } = event.ref;
      if (event.at > (lastAts[input] ?? 0)) lastAts[input] = event.at;
      if (event.name === 'log.meta/loss' && losses.length < CAP_LOSSES) losses.push(event.at);
      // `Connecting` is an info line whatever the export prints about levels.
      if (event.name === 'kernel.flow-divert/connecting' || event.name === 'kernel.flow-divert/created')
        state.hasKernelInfo = true;
    },
    close(facts) {
      state.capture = facts;
    },
  };
}
