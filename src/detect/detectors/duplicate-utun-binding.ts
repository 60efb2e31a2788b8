import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import type { Cite, ProcessRun, Session } from '../../model/entity.ts';
import { MINUTE, type Micros } from '../../model/units.ts';
import { runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { statusAt } from './proxy-runs.ts';

/** A session is connected this soon after its provider names the interface. */
const CONNECTED_US = MINUTE;
const CAP = 4_096;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'the provider names the interface of both sessions itself',
});

const messages = {
  twice:
    '{{first}} and {{second}} run in one process (pid {{pid}}) and both use {{interface}}: only one of them passes traffic.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Naming {
  readonly run: ProcessRun;
  readonly name: string;
  readonly cite: Cite;
}

export const duplicateUtunBinding = defineDetector({
  meta: {
    id: 'duplicate-utun-binding',
    title: 'Two sessions of one process use the same tunnel interface',
    severity: 'error',
    severityNote: 'always error: one of the two moves nothing',
    why: 'The provider looks for its interface by walking its open files and takes the first utun it finds. With two sessions in one process that is the other session’s: both say connected, and one passes no traffic.',
    how: [
      'a provider’s process says "Tunnel interface is utunN" twice, with the same number',
      'two of its sessions are connected at the same time, one since before the second line, one after it',
    ],
    notIt: ['a session that reconnects and gets its interface back'],
    confidence: CONFIDENCE.method,
    blindSpots: ['only providers made from the WireGuard kit print that line, at info level'],
    needs: ['vendor.tunnel-interface/named', 'nesessionmanager.session/status-changed'],
    levels: ['info', 'default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Find the file descriptor of this session’s own packetFlow, and not the first utun control socket of the process; newer versions of the WireGuard kit do.',
      },
      { for: 'administrator', text: 'Use one of the tunnels at a time.' },
    ],
    references: ['https://github.com/WireGuard/wireguard-apple/pull/63'],
  },
  messages,
  create(context) {
    const namings: Naming[] = [];
    return {
      on: {
        'vendor.tunnel-interface/named': (event) => {
          const run = context.world.runOf(event);
          const name = known(event.fields.interface);
          if (run !== undefined && name !== undefined && namings.length < CAP)
            namings.push({ run, name: keep(name), cite: context.cite(event) });
        },
      },
      finish() {
        const told = new Set<string>();
        namings.forEach((second, i) => {
          const key = `${second.run.id} ${second.name}`;
          const first = namings.slice(0, i).findLast(({ run, name }) => run === second.run && name === second.name);
          if (told.has(key)) return;
          weigh(context, first, second);
          if (first === undefined) return;
          if (judge(context, first, second)) told.add(key);
        });
        return namings.length > 0 && hasProvider(context.world)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines in which a provider names its interface ("Tunnel interface is utun…", at info level)'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

/** True where it was reported. */
function judge(context: Context, first: Naming, second: Naming): boolean {
  const sessions = sessionsOf(context, second);
  const pair = pairOf(sessions, second);
  if (pair === undefined) return false;
  const { early, late } = pair;
  const cites = [first.cite, second.cite];
  context.report({
    messageId: 'twice',
    data: { first: early.name, second: late.name, pid: second.run.pid, interface: second.name },
    severity: 'error',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `two lines of pid ${second.run.pid} name ${second.name}`,
      `${early.name} was connected before the second and still is when ${late.name} connects`,
    ],
    count: 1,
    span: spanOf(cites),
    subjects: [
      providerSubject(second.run, late),
      { kind: 'session', session: early.uuid, name: early.name },
      { kind: 'interface', name: second.name },
    ],
    evidence: evidenceOf(cites, second.cite),
  });
  return true;
}

/** Two sessions of the process: one that was connected before its interface was named again, and one that connects after. */
function pairOf(
  sessions: readonly Session[],
  { cite }: Naming,
): { readonly early: Session; readonly late: Session } | undefined {
  for (const late of sessions) {
    const up = connectedAfter(late, cite.at);
    const early =
      up === undefined ? undefined : sessions.find((each) => each !== late && isUpThrough(each, cite.at, up));
    if (early !== undefined) return { early, late };
  }
  return undefined;
}

function weigh(context: Context, first: Naming | undefined, second: Naming): void {
  context.weigh(() => {
    const sessions = sessionsOf(context, second);
    return runCase(context.world, second.run, [
      that(`it names ${second.name} a second time`, first !== undefined, undefined, second.cite),
      that(
        'another of its sessions is connected while the one that it is named for connects',
        pairOf(sessions, second) !== undefined,
      ),
    ]);
  });
}

function sessionsOf({ world }: Context, { run }: Naming): Session[] {
  return (run.provider?.sessions ?? []).flatMap((uuid) => world.session(uuid) ?? []);
}

/** When this session connected after its provider named the interface. */
function connectedAfter({ history }: Session, at: Micros): Micros | undefined {
  return history.find((each) => each.to === 'connected' && each.at >= at && each.at - at <= CONNECTED_US)?.at;
}

function isUpThrough(session: Session, from: Micros, to: Micros): boolean {
  const isStill = session.history.every(({ at }) => at <= from || at > to);
  return isStill && statusAt(session, from) === 'connected';
}
