import type { ProcessRun } from '../../model/entity.ts';
import { providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { signatureOf } from '../crash-signatures.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { byProvider, deathsCanBeSeen, REPORTS_REMEDY } from './provider-deaths.ts';

/** What stands for the process of a report's record. */
const REPORT = 'DiagnosticReport';

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'the crash report shows queue and stack, and names pid and time of the run',
  lowers: { joined: ['medium', 'a report is joined to the run by bundle and time only'] },
});

export const crashSignatureNeflowAsync = defineDetector({
  meta: {
    id: 'crash-signature-neflow-async',
    title: 'A provider crashes where a flow resumes a Swift task',
    severity: 'error',
    severityNote: 'always error: it comes back under load',
    why: 'NetworkExtension calls a flow’s completion handlers on its NEFlow queue. A Swift task that is resumed there after it is gone, or for the second time, brings the provider down: DNS or traffic is dead until it is back.',
    how: [
      'a crash report whose thread ran on the queue "NEFlow queue"',
      'with a call of the Swift concurrency runtime on its stack: swift::AsyncTask, swift_continuation…, flagAsAndEnqueueOnExecutor',
    ],
    notIt: ['a crash of the provider on another queue', 'the same calls in a process that has no NEFlow queue'],
    confidence: CONFIDENCE.method,
    blindSpots: ['only the crash report shows it: the log has no stacks'],
    needs: ['report.crash/crashed'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Wrap every completion handler of NEAppProxyTCPFlow and NEAppProxyUDPFlow so that it resumes its continuation exactly once, keep the flow alive until it has, and never start a second readDatagrams or readData before the first has answered.',
      },
      {
        for: 'provider-developer',
        text: 'If the stack shows no call of your own, file feedback with the .ips files: the async variants of these calls are bridged by the system.',
      },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/neappproxyflow'],
  },
  messages: {
    once: '{{provider}} (pid {{pid}}) crashed on its NEFlow queue while a Swift task was resumed there.',
    often:
      '{{provider}} crashed {{count}} times in {{duration}} on its NEFlow queue while a Swift task was resumed there.',
  },
  create(context) {
    return {
      finish() {
        let isBlind = false;
        for (const runs of byProvider(context.world.processes)) {
          const crashed = runs.filter((run) => run.end?.kind === 'crash');
          if (crashed.some((run) => run.end?.report === undefined)) isBlind = true;
          reportSigned(context, crashed.filter(bearsSignature));
          for (const run of crashed) context.weigh(() => weighed(context, run));
        }
        if (isBlind) return BLIND;
        return context.observed.count('report.crash/crashed') > 0 ? { status: 'clear' } : deathsCanBeSeen(context);
      },
    };
  },
});

const BLIND: Verdict = {
  status: 'not-observable',
  missing: ['the crash report of a provider that crashed'],
  remedy: REPORTS_REMEDY,
};

function reportSigned(context: DetectorContext<{ once: string; often: string }>, runs: readonly ProcessRun[]): void {
  const [first] = runs;
  const ends = runs.flatMap((run) => run.end ?? []);
  const cites = ends.flatMap((end) => end.cites);
  const decisive = cites.find((cite) => cite.process === REPORT) ?? cites[0];
  if (first === undefined || decisive === undefined) return;
  const session = context.world.session(first.provider?.sessions[0] ?? '');
  const provider = session?.name ?? first.provider?.bundle ?? first.name;
  const span = spanOf(cites);
  const shared = {
    severity: 'error' as const,
    confidence: CONFIDENCE.grade({ joined: !ends.every((end) => end.report?.grade === 'exact') }),
    reasons: reasonsOf(runs),
    count: runs.length,
    span,
    subjects: runs.slice(0, 10).map((run) => providerSubject(run, session)),
    evidence: evidenceOf(cites, decisive),
  };
  const duration = span === undefined ? '' : inWords(span.to - span.from);
  if (runs.length === 1) context.report({ ...shared, messageId: 'once', data: { provider, pid: first.pid } });
  else context.report({ ...shared, messageId: 'often', data: { provider, count: runs.length, duration } });
}

/** One crash with what speaks for its being this one. */
function weighed({ world }: Pick<DetectorContext, 'world'>, run: ProcessRun) {
  const report = run.end?.report;
  const cite = run.end?.cites[0];
  const isSigned = bearsSignature(run);
  const conditions = [
    that('it crashed', true, run.end?.signal, cite),
    that('its crash report is among the inputs', report !== undefined),
    that(
      'it ran on the queue "NEFlow queue"',
      report === undefined ? 'unknown' : report.queue === 'NEFlow queue',
      report?.queue,
    ),
    that('a call of the Swift concurrency runtime is on its stack', report === undefined ? 'unknown' : isSigned),
  ];
  return providerCase(world, run, { conditions, isFound: isSigned && cite !== undefined });
}

function bearsSignature({ end }: ProcessRun): boolean {
  return end?.report !== undefined && signatureOf(end.report)?.id === 'neflow-async';
}

function reasonsOf(runs: readonly ProcessRun[]): string[] {
  const report = runs[0]?.end?.report;
  const signature = report === undefined ? undefined : signatureOf(report);
  return [
    `the crash report's thread ${report?.thread ?? '?'} ran on "NEFlow queue"`,
    `on its stack: ${signature?.reason}`,
    ...(report?.appFrame === undefined
      ? ['no call of its own on the stack']
      : [`newest call of its own: ${report.appFrame}`]),
  ];
}
