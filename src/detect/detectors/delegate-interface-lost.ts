import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun, Session } from '../../model/entity.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import { createDelegateLosses, type DelegateLoss } from '../sessions/delegate-losses.ts';
import { createFailedSends, type FailedSends } from '../sessions/failed-sends.ts';
import { providerSubject } from '../subjects.ts';

/** A tunnel gets its interface back within a second or two; this long it never does by itself. Source: detectors.md. */
const LOST_US = 15 * SECOND;

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'one line tells of the loss',
  raises: {
    sure: ['medium', 'kernel and session manager both tell of it, or the status was said to be connected meanwhile'],
    failing: ['medium', 'sends of the provider fail meanwhile'],
    both: ['high', 'at least three sends fail meanwhile, and more than one line tells of the loss'],
  },
});

const messages = {
  lost: '{{tunnel}} had no interface to go out by for {{duration}} after the network was back, while its status stayed connected{{end}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const delegateInterfaceLost = defineDetector({
  meta: {
    id: 'delegate-interface-lost',
    title: 'A tunnel lost its outgoing interface and did not get it back',
    severity: 'error',
    severityNote: 'always error: nothing gets through the tunnel; failed sends of the provider raise the confidence',
    why: 'The tunnel says connected but is dead: the interface by which its packets leave was taken away at a link loss and was not set again when the link came back. Only a reconnect helps.',
    how: [
      'nesessionmanager sets the delegate interface to (null), or the kernel says that a utun is no longer delegating',
      'a physical interface has its link or its address again',
      'within 15 s no delegate is set, and the session’s status does not change',
    ],
    notIt: [
      'a cable that is really out: no interface came back',
      'a session that is being stopped, reasserts or leaves connected by itself',
      'a machine that falls asleep meanwhile',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'the session manager’s line is an info message; the kernel’s is not in every release',
      'an interface that comes back without a line of configd or the session manager is not seen',
    ],
    needs: [
      'nesessionmanager.session/delegate-interface-set',
      'kernel.interface/no-longer-delegating',
      'system.configd/link-changed',
      'system.configd/address-bound',
      'nesessionmanager.server/interface-changed',
    ],
    levels: ['default', 'info'],
    next: [
      {
        for: 'provider-developer',
        text: 'Watch the path (NWPathMonitor or defaultPath) and, where it is unsatisfied for more than some seconds although an interface is up, set reasserting and call setTunnelNetworkSettings again, or cancelTunnelWithError so that on-demand starts it anew.',
      },
      { for: 'administrator', text: 'Disconnect and connect the VPN: that sets the interface again.' },
      {
        for: 'apple',
        text: 'File it with the lines below: after the link came back nobody set the delegate of the utun again.',
      },
    ],
    references: ['https://github.com/amnezia-vpn/amnezia-client/issues/2176'],
  },
  messages,
  create(context) {
    const losses = createDelegateLosses(context);
    const sends = createFailedSends(context);
    return {
      on: together(losses.on, sends.on),
      step: losses.step,
      finish() {
        let tooShort = 0;
        for (const loss of losses.all()) {
          context.weigh(() => weighed(context, loss));
          if (isLost(context, loss)) reportLoss(context, loss, sends);
          else if (loss.over === undefined && loss.up !== undefined) tooShort += 1;
        }
        return answer(context, tooShort);
      },
    };
  },
});

function weighed(context: Context, loss: DelegateLoss): Candidate {
  const { lost, up, over, tunnel, delegate } = loss;
  const session = sessionOf(context, loss);
  const until = over === undefined ? 'until the end of the log' : `then ${ENDED_BY[over.why]}`;
  const actual = up === undefined ? undefined : `${inWords(endOf(context, loss) - up.at)}, ${until}`;
  const conditions = [
    that('its outgoing interface was taken away', true, delegate, lost[0]),
    that('the network was back while it had none', up !== undefined, over === undefined ? undefined : until, up),
    that(
      `none was set for more than ${inWords(LOST_US)} after, and its status stayed`,
      isLost(context, loss),
      actual,
      over?.cite,
    ),
  ];
  const subjects =
    session === undefined ? [] : [{ kind: 'session' as const, session: session.uuid, name: session.name }];
  return {
    what: session?.name ?? tunnel ?? 'a tunnel',
    subjects: [...subjects, { kind: 'interface', name: tunnel ?? 'utun' }],
    conditions,
    isFound: isLost(context, loss),
  };
}

const ENDED_BY = {
  regained: 'one was set again',
  status: 'its status changed',
  asleep: 'the machine slept',
} as const;

function endOf({ observed }: Context, { over }: DelegateLoss): Micros {
  return over?.at ?? endOfLog(observed);
}

function isLost(context: Context, loss: DelegateLoss): boolean {
  return loss.up !== undefined && endOf(context, loss) - loss.up.at > LOST_US;
}

/** The session of the loss; where only the kernel tells of it, the one tunnel that is up. */
function sessionOf({ world }: Context, { session }: DelegateLoss): Session | undefined {
  if (session !== undefined) return world.session(session);
  const tunnels = [...world.sessions].filter(({ kind }) => kind === 'packet-tunnel');
  return tunnels.length === 1 ? tunnels[0] : undefined;
}

function reportLoss(context: Context, loss: DelegateLoss, sends: FailedSends): void {
  const decisive = loss.lost[0];
  if (decisive === undefined || loss.up === undefined) return;
  const to = endOf(context, loss);
  const session = sessionOf(context, loss);
  const run = providerOf(context, session, decisive.at);
  const failed = sends.within(loss.up.at, to, run?.pid);
  const isSure = loss.lost.length > 1 || loss.connected !== undefined;
  const confidence = CONFIDENCE.grade({ sure: isSure, failing: failed.length > 0, both: failed.length >= 3 && isSure });
  const over = loss.over?.cite;
  context.report({
    messageId: 'lost',
    data: {
      tunnel: session?.name ?? loss.tunnel ?? 'A tunnel',
      duration: inWords(to - loss.up.at),
      end: loss.over === undefined ? ', until the end of the log' : '',
    },
    severity: 'error',
    confidence,
    reasons: [
      `the delegate ${loss.delegate ?? 'interface'} was taken from ${loss.tunnel ?? 'the tunnel'}, and none was set for ${inWords(to - loss.up.at)} after the network was back`,
      loss.connected === undefined
        ? 'no line says the status meanwhile; it did not change'
        : 'nesessionmanager calls the session connected meanwhile',
      failed.length === 0
        ? 'no failed sends of the provider are in the log'
        : `${failed.length} sends of the provider failed meanwhile`,
      ...(loss.lost.length > 1 ? ['kernel and session manager tell of it'] : []),
    ],
    count: 1,
    span: spanOf([...loss.lost, loss.up, ...failed, ...(over === undefined ? [] : [over])]),
    subjects: [
      ...(run === undefined
        ? session === undefined
          ? []
          : [{ kind: 'session' as const, session: session.uuid, name: session.name }]
        : [providerSubject(run, session)]),
      { kind: 'interface', name: loss.tunnel ?? 'utun' },
    ],
    evidence: evidenceOf([...loss.lost, loss.up, ...failed, ...(over === undefined ? [] : [over])], decisive),
  });
}

function providerOf({ world }: Context, session: Session | undefined, at: Micros): ProcessRun | undefined {
  const alive = [...world.processes].filter(
    (run) => run.provider !== undefined && run.firstAt <= at && (run.end === undefined || run.end.at >= at),
  );
  const own = alive.filter((run) => session !== undefined && run.provider?.sessions.includes(session.uuid));
  if (own.length > 0) return own.at(-1);
  const tunnels = alive.filter(({ provider }) => provider?.kind === 'packet-tunnel' || provider?.kind === 'unknown');
  return tunnels.length === 1 ? tunnels[0] : undefined;
}

function answer({ observed }: Context, tooShort: number): Verdict {
  const isSeen =
    observed.count('nesessionmanager.session/delegate-interface-set') > 0 ||
    observed.count('kernel.interface/delegating') + observed.count('kernel.interface/no-longer-delegating') > 0;
  const canTell = observed.capture.levels.has('info') && observed.capture.families.has('nesessionmanager.session');
  const hasNetwork = [
    'system.configd/link-changed',
    'system.configd/address-bound',
    'nesessionmanager.server/interface-changed',
  ];
  const missing = [
    ...(isSeen || canTell ? [] : ['info messages of nesessionmanager about the delegate interface']),
    ...(observed.capture.families.has('system.configd') || hasNetwork.some((name) => observed.count(name) > 0)
      ? []
      : ['lines of configd, which tell when an interface is up']),
    ...(tooShort === 0 ? [] : ['the seconds after the network came back: the log ends there']),
  ];
  if (missing.length === 0) return { status: 'clear' };
  return { status: 'not-observable', missing, remedy: recordCommand() };
}
