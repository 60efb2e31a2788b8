import type { Cite, Session, World } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import type { Micros } from '../../model/units.ts';
import { MINUTE } from '../../model/units.ts';
import { lasts, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { bundlesOf } from '../subjects.ts';

/** Shorter than this is a change from one to the other. */
const LONG_US = MINUTE;
/** Two words of a bundle tell the vendor: `com.example`. */
const VENDOR_WORDS = 2;

const CONFIDENCE = defineConfidence({ start: 'high', because: 'nesessionmanager tells the status of both' });

const messages = {
  both: '{{first}} and {{second}}{{more}} were connected at the same time for {{duration}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Period {
  readonly session: Session;
  readonly from: Micros;
  readonly to: Micros;
  readonly cite: Cite;
}

export const vpnCoexistence = defineDetector({
  meta: {
    id: 'vpn-coexistence',
    title: 'Several network products are at work at the same time',
    severity: 'info',
    severityNote: 'always info: most of them get along',
    why: 'Two VPNs, proxies or filters of different vendors see the same traffic. Most combinations work; where one takes all traffic or drops what it does not know, the other’s packets are lost on the way, and neither product’s log shows why.',
    how: ['sessions of two vendors are connected at the same time, for at least a minute'],
    notIt: ['sessions of one product: a tunnel and its proxy', 'a change from one VPN to another'],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'VPNs that do not use Network Extension (daemons with utun or feth interfaces of their own) are not seen',
      'sessions that were connected before the log began and say nothing in it are not seen',
    ],
    needs: ['nesessionmanager.session/status-changed'],
    levels: ['default'],
    next: [
      {
        for: 'administrator',
        text: 'Turn one of them off and look whether the trouble ends; then exclude each in the other.',
      },
      { for: 'reporter', text: 'Name both products and their versions in the ticket.' },
    ],
    references: [
      'https://github.com/zerotier/ZeroTierOne/issues/2584',
      'https://github.com/tailscale/tailscale/issues/2524',
    ],
  },
  messages,
  create(context) {
    return {
      finish() {
        judge(context);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function judge(context: Context): void {
  const end = endOfLog(context.observed);
  const periods = [...context.world.sessions].flatMap((session) => periodsOf(session, end));
  let worst: { readonly a: Period; readonly b: Period; readonly from: Micros; readonly to: Micros } | undefined;
  const names = new Set<string>();
  periods.forEach((a, i) => {
    for (const b of periods.slice(i + 1)) {
      const from = Math.max(a.from, b.from) as Micros;
      const to = Math.min(a.to, b.to) as Micros;
      if (a.session === b.session) continue;
      const isOne = isOfOneVendor(context.world, a.session, b.session);
      context.weigh(() =>
        plainCase(`${a.session.name} beside ${b.session.name}`, subjectsOf([a, b]), [
          lasts('both are connected', Math.max(0, to - from), LONG_US, b.cite),
          that('they are of two vendors', !isOne),
        ]),
      );
      if (to - from < LONG_US || isOne) continue;
      for (const { session } of [a, b]) names.add(session.name);
      if (worst === undefined || to - from > worst.to - worst.from) worst = { a, b, from, to };
    }
  });
  if (worst === undefined) return;
  const { a, b, from, to } = worst;
  const late = a.from > b.from ? a : b;
  const more = names.size - 2;
  context.report({
    messageId: 'both',
    data: {
      first: a.session.name,
      second: b.session.name,
      more: more > 0 ? ` and ${more} more` : '',
      duration: inWords(to - from),
    },
    severity: 'info',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `both connected for ${inWords(to - from)}`,
      'their bundles are of different vendors',
      'that one disturbs the other is not said by this',
    ],
    count: names.size,
    span: { from, to },
    subjects: subjectsOf([a, b]),
    evidence: evidenceOf([a.cite, b.cite], late.cite),
  });
}

function subjectsOf(periods: readonly Period[]): Subject[] {
  return periods.map(({ session }) => ({ kind: 'session', session: session.uuid, name: session.name }));
}

function periodsOf(session: Session, end: Micros): Period[] {
  return session.history.flatMap(({ to, at, cite }, i) => {
    const until = session.history.slice(i + 1).find((each) => each.to !== 'connected' && each.to !== 'reasserting');
    return to === 'connected' ? [{ session, from: at, to: until?.at ?? end, cite }] : [];
  });
}

/** Where no bundle is known of one, they may be one vendor's. */
function isOfOneVendor(world: World, a: Session, b: Session): boolean {
  const [one, two] = [vendorsOf(world, a), vendorsOf(world, b)];
  return one.size === 0 || two.size === 0 || [...one].some((each) => two.has(each));
}

function vendorsOf(world: World, session: Session): Set<string> {
  const pids = new Set(session.runs.flatMap(({ providerPids }) => providerPids));
  const runs = [...world.processes].filter(
    (run) => run.provider?.sessions.includes(session.uuid) || (run.provider !== undefined && pids.has(run.pid)),
  );
  const bundles = runs.flatMap(bundlesOf).filter((each) => each.split('.').length > VENDOR_WORDS);
  return new Set(bundles.map((each) => each.toLowerCase().split('.').slice(0, VENDOR_WORDS).join('.')));
}
