import { recordCommand } from '../../lib/record-command.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { WeighedCondition } from '../../model/why.ts';
import { lasts, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createStartCalls, type StartCalls } from '../sessions/start-calls.ts';
import { providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';
import { isConnected, proxyRuns } from './proxy-runs.ts';

/** A stop, an end or a start this near explains why the group goes. Source: detectors.md, flow-divert-detached. */
const NEAR_US = 5 * SECOND;
/** So long the provider lives on and gets nothing. */
const SILENT_US = MINUTE;
const CAPS = { groups: 256, refused: 4_096, pids: 256 };

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the kernel’s line names a control unit, not a process',
  raises: {
    refused: ['high', 'the kernel finds no group for sockets after it'],
  },
});

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
    confidence: CONFIDENCE.method,
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
          const isOne = (each: ProcessRun): boolean =>
            all(detachment(context, each, group, flows.get(each.pid), calls)) === true;
          const run = proxyRuns(context.world).find(isOne);
          for (const each of context.isAsked ? proxyRuns(context.world) : [])
            context.weigh(() => {
              const conditions = detachment(context, each, group, flows.get(each.pid), calls);
              return providerCase(context.world, each, { conditions, isFound: all(conditions) === true });
            });
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

/** What it takes for this group to have been the provider's own, lost without anybody's asking. */
function detachment(
  context: Context,
  run: ProcessRun,
  group: Cite,
  flows: { readonly first: Micros; readonly last: Micros } | undefined,
  calls: StartCalls,
): WeighedCondition[] {
  const { at } = group;
  const call = calls.all().find(({ cite }) => Math.abs(cite.at - at) <= NEAR_US);
  const end = [...context.world.processes].find(
    (each) => each.provider !== undefined && each.end !== undefined && Math.abs(each.end.at - at) <= NEAR_US,
  )?.end;
  const lives = Math.min(run.lastAt, run.end?.at ?? run.lastAt) - at;
  const status = isConnected(context.world, run, (at + SILENT_US) as Micros);
  return [
    that('the kernel disconnects a group', true, undefined, group),
    that('the provider got flows before', flows !== undefined && flows.first <= at),
    that('and none after', flows === undefined ? 'unknown' : flows.last <= at),
    lasts('it prints lines after that', Math.max(0, lives), SILENT_US, run.lastCite),
    that('its session is connected then', status === 'connected', status),
    that('no call of a start or stop stands near', call === undefined, undefined, call?.cite),
    that('no provider ends near it', end === undefined, end?.kind, end?.cites[0]),
  ];
}

function report(context: Context, run: ProcessRun, group: Cite, refused: readonly Cite[]): void {
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  context.report({
    messageId: 'detached',
    data: { provider: session?.name ?? run.provider?.bundle ?? run.name, duration: inWords(run.lastAt - group.at) },
    severity: 'error',
    confidence: CONFIDENCE.grade({ refused: refused.length > 0 }),
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
