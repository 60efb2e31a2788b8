import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import { isReport } from '../../lib/report-events.ts';
import { bareSigningId } from '../../lib/signing-id.ts';
import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableProcess } from '../mutable.ts';

/** Lines of a dead process may be printed a little late; after this the pid belongs to another run. */
const LATE_US = 2 * SECOND;
/** Between a process's first line and another's line that tells its pid. */
const START_US = 5 * SECOND;
const NO_PID = -1;

/**
 * Process runs: a pid from its first sign of life to its end. A pid that comes back under another name, after its end or
 * after a spawn line is a new generation. Source: id-correlation 1 (run key = boot, pid, start). Where the export prints no
 * pid the name is the key: two processes of one name are one run then, and the run says so (`isByName`).
 */
export const processTracker: Tracker = {
  id: 'process',
  after: [],
  create(context) {
    return {
      every(event) {
        // The log system's own lines carry pid 0 and no process name.
        if (event.origin.process === '' || (event.pid < 0 && isRetold(event.name))) return;
        const run = event.pid < 0 ? namedRun(context, event) : ownRun(context, event);
        run.lines += 1;
        run.lastAt = event.at;
        run.lastCite = context.cite(event);
        if (isOwnError(event)) run.lastError = run.lastCite;
      },
      on: {
        'system.launchd/spawned': (event) => {
          const name = event.fields.job === undefined ? jobOf(event) : printed(event.fields.job);
          spawn(context, event.fields.pid, name, event);
        },
      },
    };
  },
};

/**
 * An error that the process itself printed: lines of libraries in it at error level are mostly noise of every start.
 * An export without levels leaves only the words.
 */
function isOwnError(event: LooseEvent): boolean {
  if (event.origin.sender !== event.origin.process) return false;
  if (event.level === 'unknown') return event.name === 'provider.words/failed';
  return event.level === 'error' || event.level === 'fault';
}

function ownRun(context: TrackerContext, event: LooseEvent): MutableProcess {
  const name = event.origin.process;
  const run = context.store.process(event.pid);
  if (run === undefined) return addRun(context, event.pid, name, context.cite(event), true);
  if (run.end !== undefined && event.at - run.end.at > LATE_US) {
    return addRun(context, event.pid, name, context.cite(event), true);
  }
  if (run.isNamed && run.name !== name) {
    run.end ??= {
      kind: 'vanished',
      at: run.lastAt,
      code: undefined,
      signal: undefined,
      sentBy: undefined,
      cites: [run.lastCite],
    };
    return addRun(context, event.pid, name, context.cite(event), true);
  }
  if (!run.isNamed) {
    run.name = name;
    run.isNamed = true;
  }
  return run;
}

/** Lines that a tool wrote later about what it found: they are no sign of the process's life. */
function isRetold(name: string): boolean {
  return isReport(name) || name.startsWith('system.pmset') || name.startsWith('system.systemextensionsctl');
}

/** The run of this name in an export without pids; a run whose pid another process's line told may be it. */
function namedRun(context: TrackerContext, event: LooseEvent): MutableProcess {
  const name = event.origin.process;
  const run = context.store.named(name);
  if (run !== undefined && (run.end === undefined || event.at - run.end.at <= LATE_US)) return run;
  const told = context.store.unnamed(name, event.at);
  if (told === undefined) return addRun(context, NO_PID, name, context.cite(event), true);
  told.name = name;
  told.isNamed = true;
  told.isByName = true;
  context.store.setNamed(name, told);
  return told;
}

/** The run with this pid, made if this is the first that anybody says of it. */
export function runOfPid(context: TrackerContext, pid: number, name: string, event: LooseEvent): MutableProcess {
  const run = context.store.process(pid);
  const isOver = run?.end !== undefined && event.at - run.end.at > LATE_US;
  if (run !== undefined && !isOver) return run;
  return adopt(context, pid, name, event) ?? addRun(context, pid, keep(name), context.cite(event), false);
}

/** The run without a pid that goes by this name: now its pid is known. A younger line of that name started it. */
function adopt(context: TrackerContext, pid: number, name: string, event: LooseEvent): MutableProcess | undefined {
  const run = context.store.named(bareSigningId(name));
  if (run === undefined || run.pid >= 0 || run.end !== undefined || event.at - run.firstAt > START_US) return undefined;
  run.pid = pid;
  context.store.addProcess(run);
  return run;
}

function spawn(context: TrackerContext, pid: number, name: string, event: LooseEvent): void {
  const cite = context.cite(event);
  const run = context.store.process(pid) ?? adopt(context, pid, name, event);
  // A spawn line may be printed a moment after the process's own first line.
  const isSameRun =
    run !== undefined && run.end === undefined && run.spawned === undefined && event.at - run.firstAt < SECOND;
  const target = isSameRun ? run : addRun(context, pid, keep(name), cite, false);
  target.spawned = cite;
}

function addRun(context: TrackerContext, pid: number, name: string, cite: Cite, isNamed: boolean): MutableProcess {
  const key = pid < 0 ? name : pid;
  const generation = context.store.nextGeneration(key);
  const run: MutableProcess = {
    id: `${context.store.boot}:${key}.${generation}`,
    pid,
    name,
    isNamed,
    isByName: pid < 0,
    boot: context.store.boot,
    generation,
    firstAt: cite.at,
    firstCite: cite,
    lastAt: cite.at,
    lastCite: cite,
    spawned: undefined,
    end: undefined,
    lastError: undefined,
    lines: 0,
    provider: undefined,
    signs: [],
    stopAskedAt: undefined,
    throttle: undefined,
  };
  context.store.addProcess(run);
  context.announce({ kind: 'process', to: 'started', entity: run, at: cite.at, cite });
  return run;
}

/** launchd puts the job's label and pid into the subsystem: `system/com.example.acme.extension [569]`. */
export function jobOf(event: LooseEvent): string {
  return event.origin.subsystem.replace(/ \[\d+\]:?$/, '').replace(/^.*\//, '');
}

export function jobPidOf(event: LooseEvent): number | undefined {
  const match = /\[(\d+)\]:?$/.exec(event.origin.subsystem);
  return match === null ? undefined : Number(match[1]);
}
