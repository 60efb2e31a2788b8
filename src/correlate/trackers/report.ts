import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import { looksLikeBundleId, sameSigningId } from '../../lib/signing-id.ts';
import { parseTimestamp } from '../../lib/time-parse.ts';
import type { CrashReport } from '../../model/death-report.ts';
import type { EventOf, LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableProcess } from '../mutable.ts';
import { signOfCrash } from './crash-kinds.ts';
import { addSign, CHAIN_US, type SignFacts } from './death.ts';
import { killFor, MIB } from './memory-kills.ts';
import { hold, recognise } from './provider.ts';
import { crashReportOf, ReportFields } from './report-fields.ts';
import { claimOf, mayBeExtension } from './report-provider.ts';

/** Clocks of a report and of the log's first line about a process may differ by this much. */
const EARLY_US = 2 * SECOND;
/** Between the launch that a report gives and launchd's line about it. */
const LAUNCH_US = 10 * SECOND;
/** The kernel cuts names of processes here, or at twice as much. */
const CUT_NAME = 15;

interface Reported {
  readonly name: string;
  /** Undefined where the report does not say. */
  readonly pid: number | undefined;
  readonly bundle: string | undefined;
  readonly launchedAt: Micros | undefined;
}

/**
 * Joins crash and memory reports with the process runs of the log, by pid, name and time; a process that the log does not
 * show is a run of its own, at the report's own time. Source: id-correlation 3.2.
 */
export const reportTracker: Tracker = {
  id: 'report',
  after: ['process', 'provider', 'session', 'death'],
  create(context) {
    return {
      on: {
        'report.crash/crashed': (event) => takeCrash(context, event),
        'report.memory/killed': (event) => {
          const fields = new ReportFields(event.fields.facts);
          const reported = reportedOf(event.fields, fields);
          const { run } = runOf(context, event, reported);
          claim(context, run, event, reported, undefined, []);
          const kill = killFor(fields.text('reason'), fields.number('bytes'), limitOf(fields));
          addSign(context, run, event, { kind: 'jetsam', memory: kill });
        },
      },
      finish: () => nameByOthers(context),
    };
  },
};

/** What only a report tells of is a provider where the log knows another run under its bundle as one. */
function nameByOthers(context: TrackerContext): void {
  const known = context.store.providers.filter(
    ({ provider }) => provider !== undefined && provider.grade !== 'presumed',
  );
  if (known.length === 0) return;
  for (const run of context.store.processes) {
    const bundle = run.end?.report?.bundle ?? run.name;
    if (run.provider !== undefined || run.lines > 0 || run.end === undefined || !looksLikeBundleId(bundle)) continue;
    // A provider may go by the bundle of its app.
    if (!mayBeExtension(run.end.report?.path)) continue;
    const kin = known.find(({ provider }) => provider !== undefined && sameSigningId(provider.bundle, bundle));
    if (kin?.provider === undefined) continue;
    const reason = `the log knows ${bundle} as a provider, in another run of it`;
    hold(context, run, { grade: 'inferred', reason, kind: kin.provider.kind, bundle });
  }
}

function takeCrash(context: TrackerContext, event: EventOf<'report.crash/crashed'>): void {
  const fields = new ReportFields(event.fields.facts);
  const reported = reportedOf(event.fields, fields);
  const facts: SignFacts | undefined = signOfCrash(crashReportOf(fields, 'exact'), fields.isYes('simulated'));
  if (facts === undefined) return;
  const { run, grade } = runOf(context, event, reported);
  const report = facts.report === undefined ? undefined : { ...facts.report, grade };
  const words = [
    ...(fields.text('classes')?.split(', ') ?? []),
    ...(fields.text('queues')?.split(', ') ?? []),
    ...(report?.frames ?? []),
    ...(report?.thrown ?? []),
  ];
  claim(context, run, event, reported, report?.path, words);
  addSign(context, run, event, { ...facts, ...(report === undefined ? {} : { report }) });
}

function reportedOf({ process, pid }: EventOf<'report.crash/crashed'>['fields'], fields: ReportFields): Reported {
  return {
    name: keep(printed(process)),
    pid: pid < 0 ? undefined : pid,
    bundle: fields.text('bundle'),
    launchedAt: parseTimestamp(fields.text('launched') ?? '')?.at,
  };
}

function claim(
  context: TrackerContext,
  run: MutableProcess,
  event: LooseEvent,
  { name, bundle }: Reported,
  path: string | undefined,
  words: readonly string[],
): void {
  const found = claimOf({ name, bundle, path, words });
  if (found !== undefined) recognise(context, run, event, found);
}

/** The run that the report is about, and how sure that is. */
function runOf(
  context: TrackerContext,
  event: LooseEvent,
  reported: Reported,
): { readonly run: MutableProcess; readonly grade: CrashReport['grade'] } {
  const { store } = context;
  const { pid } = reported;
  const alive = [...store.processes].filter((run) => wasThere(run, event.at) && isOfLaunch(run, reported.launchedAt));
  const byPid = pid === undefined ? undefined : alive.findLast((run) => run.pid === pid && isCalledSo(run, reported));
  if (byPid !== undefined) return { run: byPid, grade: byPid.isNamed ? 'exact' : 'inferred' };
  // Without a pid the bundle and the time are all there is.
  const byName =
    pid === undefined ? alive.filter((run) => run.provider !== undefined && isCalledSo(run, reported)) : [];
  const only = byName.length === 1 ? byName[0] : undefined;
  if (only !== undefined) return { run: only, grade: 'inferred' };
  return { run: addReported(context, event, reported), grade: 'exact' };
}

function wasThere(run: MutableProcess, at: Micros): boolean {
  return at >= run.firstAt - EARLY_US && (run.end === undefined || at - run.end.at <= CHAIN_US);
}

/** A run whose lines stop before the process of the report was launched, or that was spawned long after, is another one. */
function isOfLaunch(run: MutableProcess, launchedAt: Micros | undefined): boolean {
  if (launchedAt === undefined) return true;
  if (run.spawned !== undefined && run.spawned.at - launchedAt > LAUNCH_US) return false;
  return launchedAt <= run.lastAt + EARLY_US;
}

function isCalledSo(run: MutableProcess, { name, bundle }: Reported): boolean {
  if (!run.isNamed && run.name === '') return true;
  const names = [run.name, run.provider?.bundle, ...(run.provider?.otherBundles ?? [])];
  return names.some(
    (own) => own !== undefined && (isSameName(own, name) || (bundle !== undefined && sameSigningId(own, bundle))),
  );
}

function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= CUT_NAME && long.startsWith(short);
}

/** A run that only its report tells of. It began when the report says, and no line of the log belongs to it. */
function addReported(
  context: TrackerContext,
  event: LooseEvent,
  { name, pid = -1, launchedAt }: Reported,
): MutableProcess {
  const { store } = context;
  const cite = context.cite(event);
  const generation = store.nextGeneration(pid);
  const firstAt = launchedAt !== undefined && launchedAt <= event.at ? launchedAt : event.at;
  const run: MutableProcess = {
    id: `${store.boot}:${pid}.${generation}`,
    pid,
    name,
    isNamed: true,
    isByName: false,
    boot: store.boot,
    generation,
    firstAt,
    firstCite: cite,
    lastAt: event.at,
    lastCite: cite,
    spawned: undefined,
    end: undefined,
    lastError: undefined,
    lines: 0,
    provider: undefined,
    signs: [],
    throttle: undefined,
    stopAskedAt: undefined,
  };
  if (pid >= 0 && store.process(pid) === undefined) store.addProcess(run);
  else store.addPast(run);
  return run;
}

/** Bytes where the report gives a limit: in MB, as the kernel does. */
function limitOf(fields: ReportFields): number | undefined {
  const limit = fields.number('limit');
  return limit === undefined ? undefined : limit < MIB ? limit * MIB : limit;
}
