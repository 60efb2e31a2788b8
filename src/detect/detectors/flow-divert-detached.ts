import { recordCommand } from '../../lib/record-command.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createStartCalls, type StartCalls } from '../sessions/start-calls.ts';
import { providerSubject } from '../subjects.ts';
import { isConnected, proxyRuns } from './proxy-runs.ts';

/** A stop, an end or a start this near explains why the group goes. Source: detectors.md, flow-divert-detached. */
const NEAR_US = 5 * SECOND;
/** So long the provider lives on and gets nothing. */
const SILENT_US = MINUTE;
const CAPS = { groups: 256, refused: 4_096, pids: 256 };

const messages = {
  detached:
    'The kernel gave up the group of {{provider}}, which lives on and is called connected: no flow reached it in the {{duration}} after.',
} as const;

type Context = DetectorContext<typeof messages>;

export const flowDivertDetached = defineDetector({
  meta: {
    id: 'flow-divert-detached',
    title: 'A proxy lost its door to the kernel and gets no flows any more',
    severity: 'error',
    severityNote: 'always error: traffic goes past the proxy, or nowhere',
    why: 'The control socket by which the kernel hands flows to the provider was closed, by mistake or by a descriptor that was reused. The process lives, the session says connected, and no flow arrives any more.',
    how: [
      'the kernel disconnects a flow_divert group',
      'no stop, no end and no start of a provider stands within 5 s of it',
      'the provider prints lines for at least 60 s after, its session is connected, and it gets no new flow, though it got some before',
    ],
    notIt: [
      'an ordinary stop: the group goes within 2 s of the call',
      'another provider’s group: this one goes on getting flows',
      'no app that would open a connection: the provider had none before either',
    ],
    blindSpots: ['the kernel’s line is an info message and names a control unit, not a process'],
    needs: ['kernel.flow-divert/group-disconnecting', 'networkextension.flow/new-flow'],
    levels: ['info', 'default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Look for close() on a descriptor that is not yours (a double close closes what the framework opened since), and for a fork or posix_spawn that inherits descriptors.',
      },
      { for: 'administrator', text: 'Stop and start the session.' },
    ],
    references: ['https://developer.apple.com/forums/thread/721757'],
  },
  messages,
  create(context) {
    const calls = createStartCalls(context);
    const groups: Cite[] = [];
    const refused: Cite[] = [];
    const flows = new Map<number, { readonly first: Micros; last: Micros }>();
    return {
      on: together(calls.on, {
        'kernel.flow-divert/group-disconnecting': (event) => {
          if (groups.length < CAPS.groups) groups.push(context.cite(event));
        },
        'kernel.flow-divert/group-missing': (event) => {
          if (refused.length < CAPS.refused) refused.push(context.cite(event));
        },
        'networkextension.flow/new-flow': (event) => {
          const seen = flows.get(event.pid);
          if (seen !== undefined) seen.last = event.at;
          else if (flows.size < CAPS.pids) flows.set(event.pid, { first: event.at, last: event.at });
        },
      }),
      finish() {
        for (const group of groups) {
          const run = proxyRuns(context.world).find((each) =>
            isDetached(context, each, group, flows.get(each.pid), calls),
          );
          if (run !== undefined)
            report(
              context,
              run,
              group,
              refused.filter(({ at }) => at >= group.at),
            );
        }
        return answer(context);
      },
    };
  },
});

function isDetached(
  context: Context,
  run: ProcessRun,
  { at }: Cite,
  flows: { readonly first: Micros; readonly last: Micros } | undefined,
  calls: StartCalls,
): boolean {
  if (flows === undefined || flows.first > at || flows.last > at) return false;
  if (run.lastAt - at < SILENT_US || (run.end !== undefined && run.end.at - at < SILENT_US)) return false;
  if (isConnected(context.world, run, (at + SILENT_US) as Micros) !== 'connected') return false;
  const isCalled = calls.all().some(({ cite }) => Math.abs(cite.at - at) <= NEAR_US);
  const isEnd = [...context.world.processes].some(
    ({ provider, end }) => provider !== undefined && end !== undefined && Math.abs(end.at - at) <= NEAR_US,
  );
  return !isCalled && !isEnd;
}

function report(context: Context, run: ProcessRun, group: Cite, refused: readonly Cite[]): void {
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  context.report({
    messageId: 'detached',
    data: { provider: session?.name ?? run.provider?.bundle ?? run.name, duration: inWords(run.lastAt - group.at) },
    severity: 'error',
    confidence: refused.length > 0 ? 'high' : 'medium',
    reasons: [
      'no stop, end or start of a provider stands near it',
      `the process prints lines for ${inWords(run.lastAt - group.at)} after, and no "New flow"`,
      ...(refused.length > 0 ? [`the kernel found no group for ${refused.length} sockets after`] : []),
    ],
    count: 1 + refused.length,
    span: spanOf([group, ...refused, run.lastCite]),
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf([group, ...refused, run.lastCite], group),
  });
}

function answer({ observed }: Context): Verdict {
  const missing = [
    ...(observed.hasKernelInfo || observed.count('kernel.flow-divert/group-disconnecting') > 0
      ? []
      : ['info messages of the kernel’s flow_divert']),
    ...(observed.count('networkextension.flow/new-flow') > 0
      ? []
      : ['"New flow" lines of a provider’s libnetworkextension']),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
