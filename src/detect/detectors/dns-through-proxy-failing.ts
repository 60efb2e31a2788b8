import { recordCommand } from '../../lib/record-command.ts';
import { MINUTE } from '../../model/units.ts';
import { atLeast, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';
import { createAnsweredFlows, type FinishedFlow } from './answered-flows.ts';

/** Source: detectors.md, dns-through-proxy-failing. */
const AT_LEAST = 20;
const WINDOW_US = 5 * MINUTE;
const SHARE = 0.5;
const TCP_SHARE = 0.05;
const DNS = /[.:]53$/;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the counters are certain; whether the resolver itself is down is not in these lines',
});

const messages = {
  unanswered:
    '{{count}} of {{all}} DNS flows through {{provider}} got no answer in {{duration}}, while its other flows work.',
} as const;

type Context = DetectorContext<typeof messages>;

export const dnsThroughProxyFailing = defineDetector({
  meta: {
    id: 'dns-through-proxy-failing',
    title: 'DNS questions that go through a proxy are not answered',
    severity: 'warning',
    severityNote: 'always warning: everything feels slow, since names are looked up again elsewhere',
    why: 'The proxy takes UDP flows to port 53 and sends the questions where nobody answers them: a resolver of the local network cannot be reached from the proxy’s end. TCP works, so the proxy looks healthy.',
    how: [
      'at least 20 UDP flows to port 53 within 5 min into which the app wrote and which gave nothing back',
      'they are half of the DNS flows, and less than 5 % of the TCP flows end so',
    ],
    notIt: ['a resolver that is down: then other interfaces time out as well', 'a proxy through which nothing works'],
    confidence: CONFIDENCE.method,
    blindSpots: ['whether the address is one of the system’s resolvers is not in these lines'],
    needs: ['networkextension.flow/new-flow', 'networkextension.flow/destroying'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Do not take flows to the resolvers of the local network (return false from handleNewUDPFlow), or ask a resolver that the far end can reach.',
      },
      { for: 'administrator', text: 'Exclude port 53 and the resolvers’ addresses in the product’s rules.' },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/netransparentproxyprovider'],
  },
  messages,
  create(context) {
    const flows = createAnsweredFlows(context);
    return {
      on: flows.on,
      finish() {
        const all = flows.all();
        for (const pid of new Set(all.map((flow) => flow.pid)))
          judge(
            context,
            pid,
            all.filter((flow) => flow.pid === pid),
          );
        return context.observed.count('networkextension.flow/destroying') > 0
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['ends of flows in a provider’s libnetworkextension ("Destroying, client tx …")'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function judge(context: Context, pid: number, flows: readonly FinishedFlow[]): void {
  const dns = flows.filter(({ isUdp, remote }) => isUdp && DNS.test(remote));
  const tcp = flows.filter(({ isUdp }) => !isUdp);
  const failed = dns.filter(({ isUnanswered }) => isUnanswered);
  const isDense = failed.some((each, i) => {
    const last = failed[i + AT_LEAST - 1];
    return last !== undefined && last.endedAt - each.endedAt <= WINDOW_US;
  });
  const tcpFailed = tcp.filter(({ isUnanswered }) => isUnanswered).length;
  const run = context.world.process(pid);
  const [first] = failed;
  const last = failed.at(-1);
  const isMost = failed.length >= dns.length * SHARE;
  const isTcpWell = tcp.length > 0 && tcpFailed <= tcp.length * TCP_SHARE;
  if (run !== undefined)
    context.weigh(() => {
      const conditions = [
        atLeast('UDP flows to port 53 that gave nothing back', failed.length, AT_LEAST, first?.told?.ended),
        that(`${AT_LEAST} of them within 5 min`, isDense),
        that('they are half of the DNS flows', isMost, `${failed.length} of ${dns.length}`),
        that('its TCP flows work: less than 5 % end so', isTcpWell, `${tcpFailed} of ${tcp.length}`),
      ];
      const seen = dns.flatMap(({ flow }) => flow ?? []);
      return { ...providerCase(context.world, run, { conditions, isFound: all(conditions) === true }), flows: seen };
    });
  if (!isDense || run === undefined || first?.told === undefined || last === undefined) return;
  if (!isMost || !isTcpWell) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const remotes = [...new Set(failed.map(({ remote }) => remote))];
  const cites = failed.flatMap(({ told }) => (told === undefined ? [] : [told.begun, told.ended]));
  context.report({
    messageId: 'unanswered',
    data: {
      count: failed.length,
      all: dns.length,
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      duration: inWords(last.endedAt - first.begunAt),
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${failed.length} of ${dns.length} UDP flows to port 53 gave nothing back`,
      `${tcpFailed} of ${tcp.length} TCP flows did so`,
      `they went to ${remotes.slice(0, 3).join(', ')}`,
    ],
    count: failed.length,
    span: spanOf(cites),
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf(cites, first.told.ended),
  });
}
