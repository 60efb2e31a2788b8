import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite, Session } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { statusAt } from './proxy-runs.ts';

/** Source: detectors.md, vpn-dns-rank-lost. */
const AFTER_US = 5 * SECOND;
const CAP = 1_024;
const TUNNEL = /^(?:utun|ipsec|ppp)\d/;
/** The first interface of configd's summary is the primary one: `v4(utun0+:192.0.2.1, en0) DNS! Proxy!`. */
const PRIMARY = /\bv4\(([a-z]+\d+)/;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'that the advisory is the cause is concluded from the order',
});

const messages = {
  lost: '{{interface}} was called bad ({{advisory}}), and {{after}} later {{to}} came before {{tunnel}} although {{session}} was connected: names of the VPN’s own network fail from then on.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Advisory {
  readonly interface: string;
  readonly advisory: string;
  readonly cite: Cite;
}

interface Change {
  readonly from: string;
  readonly to: string;
  readonly cite: Cite;
}

export const vpnDnsRankLost = defineDetector({
  meta: {
    id: 'vpn-dns-rank-lost',
    title: 'A VPN lost its rank, and its resolvers with it',
    severity: 'warning',
    severityNote: 'always warning: that the advisory is the cause is concluded from the order',
    why: 'Something marks the physical interface as bad, configd ranks all services anew, and puts the physical one before the VPN that runs over it. Resolvers and the default route of the VPN lose their place while it stays connected.',
    how: [
      'configd sets an interface advisory (UplinkIssue)',
      'within 5 s the primary interface changes from a tunnel to another one',
      'a packet tunnel session is connected before and after',
    ],
    notIt: ['an advisory without a change of the primary interface', 'a VPN that goes down: the change is its end'],
    confidence: CONFIDENCE.method,
    blindSpots: ['split tunnels are never primary, so they lose nothing that shows here'],
    needs: [
      'system.configd/interface-advisory',
      'system.configd/network-changed',
      'nesessionmanager.server/interface-changed',
    ],
    levels: ['default'],
    next: [
      {
        for: 'apple',
        text: 'File it with both lines of configd and the order of services (scutil --nwi) before and after.',
      },
      { for: 'administrator', text: 'Disconnect and connect the VPN: it takes its rank again.' },
    ],
    references: ['https://developer.apple.com/forums/tags/networkextension'],
  },
  messages,
  create(context) {
    const advisories: Advisory[] = [];
    const changes: Change[] = [];
    let primary: string | undefined;
    const changed = (event: LooseEvent, from: string | undefined, to: string): void => {
      if (from !== undefined && from !== to && changes.length < CAP)
        changes.push({ from: keep(from), to: keep(to), cite: context.cite(event) });
    };
    return {
      on: {
        'system.configd/interface-advisory': (event) => {
          const { interface: name, advisory, code } = event.fields;
          if (code !== 0 && advisories.length < CAP)
            advisories.push({
              interface: keep(printed(name)),
              advisory: keep(printed(advisory)),
              cite: context.cite(event),
            });
        },
        'system.configd/network-changed': (event) => {
          const first = PRIMARY.exec(event.fields.summary === undefined ? '' : printed(event.fields.summary))?.[1];
          if (first === undefined) return;
          changed(event, primary, first);
          primary = keep(first);
        },
        'nesessionmanager.server/interface-changed': (event) =>
          changed(event, printed(event.fields.from), printed(event.fields.to)),
      },
      finish() {
        for (const advisory of advisories) if (judge(context, advisory, changes)) break;
        return context.observed.capture.families.has('system.configd')
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['lines of configd'], remedy: recordCommand() };
      },
    };
  },
});

/** True where it was reported: what follows in the log is the same fault. */
function judge(context: Context, { interface: name, advisory, cite }: Advisory, changes: readonly Change[]): boolean {
  const change = changes.find(
    (each) =>
      TUNNEL.test(each.from) && /^[a-z]+\d/.test(each.to) && !TUNNEL.test(each.to) && isAfter(cite.at, each.cite.at),
  );
  const session = change === undefined ? undefined : upThrough(context, cite.at, change.cite.at);
  const isPhysical = !TUNNEL.test(name);
  context.weigh(() =>
    plainCase(
      `the advisory about ${name}`,
      [{ kind: 'interface', name }],
      [
        that('it is about no tunnel', isPhysical, advisory, cite),
        that(
          'the primary interface changes from a tunnel to another within 5 s',
          change !== undefined,
          undefined,
          change?.cite,
        ),
        that('a packet tunnel is connected before and after', session !== undefined, session?.name),
      ],
    ),
  );
  if (change === undefined || session === undefined || !isPhysical) return false;
  const after = inWords(change.cite.at - cite.at);
  context.report({
    messageId: 'lost',
    data: { interface: name, advisory, after, to: change.to, tunnel: change.from, session: session.name },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `configd: ${advisory} on ${name}`,
      `${after} later the primary interface is ${change.to}, ${change.from} before`,
      `${session.name} stayed connected`,
    ],
    count: 1,
    span: spanOf([cite, change.cite]),
    subjects: [
      { kind: 'session', session: session.uuid, name: session.name },
      { kind: 'interface', name },
      { kind: 'interface', name: change.from },
    ],
    evidence: evidenceOf([cite, change.cite], change.cite),
  });
  return true;
}

function isAfter(at: Micros, then: Micros): boolean {
  return then >= at && then - at <= AFTER_US;
}

/** A packet tunnel that is connected at both moments and until a little later. */
function upThrough({ world }: Context, from: Micros, to: Micros): Session | undefined {
  for (const session of world.sessions) {
    if (session.kind !== 'packet-tunnel' || statusAt(session, from) !== 'connected') continue;
    if (session.history.every(({ at }) => at <= from || at > to + AFTER_US)) return session;
  }
  return undefined;
}
