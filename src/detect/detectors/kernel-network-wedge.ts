import { keep } from '../../lib/keep.ts';
import { saysNetwork } from '../../lib/provider-name.ts';
import { parts, printed } from '../../lib/redacted.ts';
import type { BodyFields } from '../../model/bodies.ts';
import type { Cite } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import { plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { createOutages, type Outage, outagesCanBeSeen, providerNamed } from './panic-reports.ts';
import { REPORTS_REMEDY } from './provider-deaths.ts';

/** More threads than this that cannot be interrupted wait for something that nobody gives up. Source: detectors.md. */
const STUCK = 100;
/** The daemons that configure the network. */
const NETWORK_DAEMON = /(?:^|[^a-z])(?:com\.apple\.)?(configd|networkd)\b/i;
const WATCHDOG = /watchdog|check-?ins?\b/i;
const CAP = 64;

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'that the provider is the cause is not proven by it',
  raises: { both: ['medium', 'a report about a network daemon, and a provider’s threads stuck in the kernel'] },
});

const messages = {
  wedge: 'The network of the whole machine froze: {{what}}{{stuck}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Stuck {
  readonly name: string;
  readonly pid: number;
  readonly uninterruptible: number;
  readonly cite: Cite;
}

export const kernelNetworkWedge = defineDetector({
  meta: {
    id: 'kernel-network-wedge',
    title: 'The network froze inside the kernel',
    severity: 'error',
    severityNote: 'always error: only a restart ends it',
    why: 'Threads wait in the kernel’s network code for a lock that nobody gives up. Everything that touches the network hangs with them, the network daemons too; a watchdog notices and has the machine panic.',
    how: [
      'a panic or watchdog report names configd or networkd as what did not answer',
      'or a stackshot holds more than 100 threads of a provider that cannot be interrupted',
    ],
    notIt: ['watchdogs of other daemons (WindowServer, logd)', 'providers with a few threads in the kernel'],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'which lock it is stands in the stacks of the report, which are not read',
      'the log itself shows nothing of it but failures',
    ],
    needs: ['report.panic/panicked', 'report.watchdog/timed-out', 'report.stackshot/process'],
    levels: ['default'],
    next: [
      {
        for: 'apple',
        text: 'File it with the report and a sysdiagnose: the chain of waiting threads is in the stackshot.',
      },
      {
        for: 'provider-developer',
        text: 'Look in the stackshot at which call your threads wait in, and whether the first of the chain is yours: closing and reopening sockets and interfaces in great number is a known way there.',
      },
      { for: 'administrator', text: 'Restart the machine, and keep the .ips files of the time.' },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/20359'],
  },
  messages,
  create(context) {
    const outages = createOutages(context);
    const stuck: Stuck[] = [];
    return {
      on: together(outages.on, {
        'report.stackshot/process': (event) => {
          const { process, pid, facts } = event.fields;
          // A body of properties; what it lacks is undefined.
          const uninterruptible = Number((parts(facts) as BodyFields | undefined)?.uninterruptible ?? 0);
          if (uninterruptible > STUCK && stuck.length < CAP)
            stuck.push({ name: keep(printed(process)), pid, uninterruptible, cite: context.cite(event) });
        },
      }),
      finish() {
        weigh(context, outages.all(), stuck);
        judge(
          context,
          outages.all().filter(isOfNetwork),
          stuck.filter(({ name }) => isProvider(context, name)),
        );
        return outagesCanBeSeen(context)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['panic and watchdog reports, or stackshots (.ips)'],
              remedy: REPORTS_REMEDY,
            };
      },
    };
  },
});

function weigh(context: Context, outages: readonly Outage[], stuck: readonly Stuck[]): void {
  for (const outage of outages)
    context.weigh(() =>
      plainCase(
        `a ${outage.kind} report`,
        [{ kind: 'machine', name: 'kernel' }],
        [that('it names configd or networkd as what did not answer', isOfNetwork(outage), outage.reason, outage.cite)],
      ),
    );
  for (const { name, pid, uninterruptible, cite } of stuck)
    context.weigh(() =>
      plainCase(
        `threads of ${name}`,
        [{ kind: 'process', name, pid }],
        [
          that(`more than ${STUCK} of them cannot be interrupted`, true, String(uninterruptible), cite),
          that('it is a provider', isProvider(context, name)),
        ],
      ),
    );
}

function isOfNetwork({ kind, reason }: Outage): boolean {
  return NETWORK_DAEMON.test(reason) && (kind === 'watchdog' || WATCHDOG.test(reason));
}

function isProvider({ world }: Context, name: string): boolean {
  return providerNamed(world, name) !== undefined || saysNetwork(name);
}

/** All that tells of it is one finding: the machine went down once, or for one cause. */
function judge(context: Context, outages: readonly Outage[], stuck: readonly Stuck[]): void {
  const [outage] = outages;
  const worst = stuck.toSorted((a, b) => b.uninterruptible - a.uninterruptible)[0];
  const decisive = outage?.cite ?? worst?.cite;
  if (decisive === undefined) return;
  const daemon = NETWORK_DAEMON.exec(outage?.reason ?? '')?.[1];
  const threads =
    worst === undefined
      ? ''
      : `${worst.uninterruptible} threads of ${worst.name} stand in the kernel and cannot be interrupted`;
  const cites = [...outages.map(({ cite }) => cite), ...stuck.map(({ cite }) => cite)];
  context.report({
    messageId: 'wedge',
    data: {
      what: daemon === undefined ? threads : `${daemon} stopped answering its watchdog`,
      stuck: daemon === undefined || threads === '' ? '' : `, and ${threads}`,
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ both: outage !== undefined && worst !== undefined }),
    reasons: [
      ...outages.slice(0, 2).map(({ kind, reason }) => `a ${kind} report: ${reason}`),
      ...(worst === undefined
        ? ['no stackshot among the inputs tells whose threads are stuck']
        : [`${threads}, more than ${STUCK} asked`]),
      'that the provider is the cause is not proven by it',
    ],
    count: Math.max(1, outages.length),
    span: spanOf(cites),
    subjects: [{ kind: 'machine', name: 'kernel' }, ...(worst === undefined ? [] : [stuckSubject(context, worst)])],
    evidence: evidenceOf(cites, decisive),
  });
}

function stuckSubject({ world }: Context, { name, pid }: Stuck): Subject {
  const run = providerNamed(world, name);
  const session = world.session(run?.provider?.sessions[0] ?? '');
  return run === undefined ? { kind: 'provider', bundle: name, pid } : { ...providerSubject(run, session), pid };
}
