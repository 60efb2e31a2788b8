import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import { isWithin, looksLikeBundleId } from '../../lib/signing-id.ts';
import type { CrashReport } from '../../model/death-report.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { NextStep } from '../../model/finding.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import { plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { isSystemClient } from '../sessions/owners.ts';
import { sessionSubject } from '../sessions/parties.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { bundlesOf } from '../subjects.ts';
import { byLog } from './before-log.ts';
import { commonSignature, crashReasons, crashSteps } from './crash-reasons.ts';
import { REPORTS_REMEDY } from './provider-deaths.ts';

const CAP = 256;
/** Classes by which an app controls its provider; the provider has none of them. Source: NetworkExtension headers. */
const APP_SIDE =
  /\bNE(?:TunnelProviderSession|(?:TunnelProvider|VPN|Filter|TransparentProxy|AppProxyProvider|DNSProxy)Manager|VPNConnection)\b/;
/** Lines about one death stand this close together. Source: id-correlation 3.2. */
const CHAIN_US = 30 * SECOND;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'ReportCrash tells of it',
  raises: { ended: ['high', 'its own process is in the log or in a report, and ended so'] },
});

const messages = {
  crashed: 'The app {{app}} crashed {{times}}{{signature}}; its provider is another process.',
} as const;

type Context = DetectorContext<typeof messages>;

/** A crash that only ReportCrash tells of, of a process that printed nothing else. */
interface Told {
  readonly name: string;
  readonly pid: number;
  readonly cite: Cite;
}

/** Crashes of one app. */
interface Crashes {
  readonly name: string;
  readonly pid: number | undefined;
  readonly runs: readonly ProcessRun[];
  readonly cites: readonly Cite[];
  readonly why: string;
}

export const appCrash = defineDetector({
  meta: {
    id: 'app-crash',
    title: 'The app of a provider crashed',
    severity: 'warning',
    severityNote: 'warning; info for crashes that only reports tell of, from before the time of the log',
    why: 'The app that configures and starts the session crashed. The session goes on without it, but nobody shows its state, answers its questions or starts it again.',
    how: [
      'a crash by launchd, ReportCrash or a crash report, of a process that is no provider',
      'and it is the app of one: it started or stopped a session, a provider’s bundle stands below its own, or its crash report names a class by which apps control a provider',
    ],
    notIt: [
      'a crash of the provider itself: provider-crash',
      'crashes of programs that have nothing to do with a session',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['an app that never asked nesessionmanager for anything is known by its bundle only'],
    needs: [
      'system.report-crash/formulating',
      'system.report-crash/saved',
      'report.crash/crashed',
      'system.launchd/exited-signal',
    ],
    levels: ['default'],
    next: [
      { for: 'app-developer', text: 'Symbolicate the app’s crash report and start at the newest call of your own.' },
      {
        for: 'reporter',
        text: 'Attach the .ips files of the app, from ~/Library/Logs/DiagnosticReports, from the time of the finding.',
      },
    ],
    references: ['https://github.com/firezone/firezone/issues/7579'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const told: Told[] = [];
    const tell = (event: LooseEvent, name: string | Redacted, pid: number): void => {
      if (told.length < CAP) told.push({ name: keep(printed(name)), pid, cite: context.cite(event) });
    };
    return {
      on: together(traces.on, {
        'system.report-crash/formulating': (event) => tell(event, event.fields.process, event.fields.pid),
        'system.report-crash/saved': (event) => tell(event, event.fields.process, event.fields.pid),
      }),
      finish() {
        for (const crashes of appsOf(context, told, traces)) report(context, crashes, traces);
        const isSeen =
          context.observed.seesAny('launchd', 'ReportCrash', 'runningboardd') ||
          context.observed.count('report.crash/crashed') > 0;
        return isSeen
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines of launchd or ReportCrash, or crash reports'],
              remedy: REPORTS_REMEDY,
            };
      },
    };
  },
});

/** By name, the crashes of apps that have to do with a session. */
function appsOf(context: Context, told: readonly Told[], traces: SessionTraces): Crashes[] {
  const byName = new Map<string, Crashes>();
  const add = (
    name: string,
    pid: number | undefined,
    run: ProcessRun | undefined,
    cites: readonly Cite[],
    why: string,
  ) => {
    const before = byName.get(name) ?? { name, pid, runs: [], cites: [], why };
    byName.set(name, {
      ...before,
      runs: run === undefined ? before.runs : [...before.runs, run],
      cites: [...before.cites, ...cites],
    });
  };
  for (const run of context.world.processes) {
    if (run.end?.kind !== 'crash' || run.provider !== undefined) continue;
    const why = whyApp(context, traces, run.name, run.pid, run.end.report?.bundle) ?? whyReport(run.end.report);
    weigh(context, run.name, run.end.cites[0], why);
    if (why !== undefined) add(run.name, run.pid < 0 ? undefined : run.pid, run, run.end.cites, why);
  }
  const pids = new Set<number>();
  for (const { name, pid, cite } of told) {
    // What is known as a run is above, and two lines tell of one crash.
    const run = context.world.process(pid);
    if (pids.has(pid) || (run?.end?.kind === 'crash' && Math.abs(run.end.at - cite.at) < CHAIN_US)) continue;
    if (run?.provider !== undefined) continue;
    const why = whyApp(context, traces, name, pid, undefined);
    weigh(context, name, cite, why);
    if (why === undefined) continue;
    pids.add(pid);
    add(name, pid, undefined, [cite], why);
  }
  return [...byName.values()];
}

function weigh(context: Context, name: string, cite: Cite | undefined, why: string | undefined): void {
  context.weigh(() =>
    plainCase(
      `process ${name}`,
      [{ kind: 'process', name }],
      [
        that('it crashed, and is no provider', true, undefined, cite),
        that('it asked for a session, or a provider belongs to it', why !== undefined, why),
      ],
    ),
  );
}

/** Why this process is the app of a provider. */
function whyApp(
  { world }: Context,
  traces: SessionTraces,
  name: string,
  pid: number,
  bundle: string | undefined,
): string | undefined {
  for (const { name: session, attempts } of traces.all()) {
    const clients = attempts.flatMap(({ start, stop }) => [start?.client, stop?.client]);
    if (
      clients.some(
        (client) =>
          client !== undefined &&
          !isSystemClient(client) &&
          client.name === name &&
          (client.pid === undefined || client.pid === pid),
      )
    )
      return `it asked for session ${session}`;
  }
  const own = bundle ?? name;
  if (!looksLikeBundleId(own)) return undefined;
  for (const run of world.processes) {
    if (run.provider === undefined || run.provider.grade === 'presumed') continue;
    const extension = bundlesOf(run).find((each) => isWithin(each, own) && each !== own);
    if (extension !== undefined) return `the provider ${extension} belongs to it`;
  }
  return undefined;
}

/** What only the app's side of NetworkExtension has stands on its stack, or in the text of its fatal error. */
function whyReport(report: CrashReport | undefined): string | undefined {
  const texts = [...(report?.info ?? []), ...(report?.frames ?? []), ...(report?.thrown ?? [])];
  const found = texts.map((text) => APP_SIDE.exec(text)?.[0]).find((each) => each !== undefined);
  return found === undefined ? undefined : `its crash report names ${found}, which apps use to control a provider`;
}

function report(context: Context, { name, pid, runs, cites, why }: Crashes, traces: SessionTraces): void {
  const ends = runs.flatMap(({ end }) => end ?? []);
  const reports = cites.length === 0 ? 0 : Math.max(runs.length, 1);
  const isBefore = runs.length > 0 && byLog(runs, context.observed).within.length === 0;
  const decisive = cites[0];
  if (decisive === undefined) return;
  const sessions = traces.all().filter(({ attempts }) => attempts.some(({ start }) => start?.client.name === name));
  const steps: readonly NextStep[] = ends.some((end) => end.report !== undefined)
    ? crashSteps(ends).map(
        (step): NextStep => ({ ...step, for: step.for === 'provider-developer' ? 'app-developer' : step.for }),
      )
    : appCrash.meta.next;
  context.report({
    messageId: 'crashed',
    data: { app: name, times: inTimes(reports), signature: commonSignature(ends) },
    severity: isBefore ? 'info' : 'warning',
    confidence: CONFIDENCE.grade({ ended: ends.length > 0 }),
    reasons: [
      ...new Set(ends.slice(0, 3).flatMap(crashReasons)),
      ...(ends.length === 0 ? ['ReportCrash wrote a report of it'] : []),
      why,
    ],
    count: reports,
    span: spanOf(cites),
    subjects: [
      { kind: 'app', name, ...(pid === undefined ? {} : { pid }), ...bundleOf(ends[0]?.report?.bundle) },
      ...sessions.slice(0, 2).map(sessionSubject),
    ],
    evidence: evidenceOf(cites, decisive),
    next: steps,
  });
}

function bundleOf(bundle: string | undefined): { readonly bundle?: string } {
  return bundle === undefined ? {} : { bundle };
}
