import { recordCommand } from '../../lib/record-command.ts';
import type { PowerPhase, ProcessRun } from '../../model/entity.ts';
import { MINUTE, type Micros } from '../../model/units.ts';
import { atLeast, runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { createUnroutedOpens, densest, isPublic, type UnroutedOpen } from './unrouted-opens.ts';

/** Source: detectors.md, provider-egress-into-own-tunnel. */
const AT_LEAST = 5;
const WINDOW_US = MINUTE;
/** A wake this long before may be what it began with. */
const WAKE_US = 10 * MINUTE;
/** DNS, DNS over TLS, DNS over HTTPS. */
const RESOLVER_PORTS: ReadonlySet<number> = new Set([53, 853, 443]);

const CONFIDENCE = defineConfidence({ start: 'medium', because: 'which socket it is does not stand in the line' });

const messages = {
  egress:
    '{{provider}} sent {{count}} connections to public resolvers ({{targets}}) into its own tunnel within {{duration}}{{wake}}; nobody there answers them.',
} as const;

type Context = DetectorContext<typeof messages>;

export const providerEgressIntoOwnTunnel = defineDetector({
  meta: {
    id: 'provider-egress-into-own-tunnel',
    title: 'A provider’s own connections go into its own tunnel',
    severity: 'error',
    severityNote: 'always error: name resolution is dead for as long as it lasts',
    why: 'The provider’s upstream sockets are not bound to the physical interface, mostly since a wake gave that a new address. What the provider sends to resolvers goes into its own tunnel, where no peer serves it, so every look-up times out while Wi-Fi is fine.',
    how: [
      'the provider says at least 5 times within 60 s that a connection in its tunnel has no peer',
      'and that they go to public addresses at the ports of resolvers (53, 853, 443)',
    ],
    notIt: [
      'a tunnel that is meant to carry everything (an exit node): then some peer serves those addresses',
      'destinations inside the mesh: a peer that is gone',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['only mesh VPNs of the Tailscale kind print that line', 'which socket it is does not stand in it'],
    needs: ['provider.words/failed'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Bind the upstream sockets to the physical interface (IP_BOUND_IF), and bind them anew whenever the default path changes, after a wake above all.',
      },
      { for: 'administrator', text: 'Turn the VPN off and on: it binds its sockets anew.' },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/21154'],
  },
  messages,
  create(context) {
    const opens = createUnroutedOpens(context);
    return {
      on: opens.on,
      finish() {
        const byRun = new Map<ProcessRun, UnroutedOpen[]>();
        for (const open of opens.all()) {
          const own = byRun.get(open.run) ?? [];
          byRun.set(open.run, own);
          own.push(open);
        }
        for (const [run, own] of byRun) judge(context, run, own);
        return hasProvider(context.world)
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['lines of a provider'], remedy: recordCommand() };
      },
    };
  },
});

function judge(context: Context, run: ProcessRun, all: readonly UnroutedOpen[]): void {
  const own = all.filter(({ address, port, isLookUp }) => !isLookUp && RESOLVER_PORTS.has(port) && isPublic(address));
  const opens = densest(own, WINDOW_US);
  const [first] = opens;
  const last = opens.at(-1);
  // A resolver's ports alone are not enough: one web server that no peer serves is no loop of resolvers.
  const isOfResolvers = opens.some(({ port }) => port !== 443);
  context.weigh(() =>
    runCase(context.world, run, [
      atLeast(
        'connections to public addresses at ports of resolvers that no peer serves, within 60 s',
        opens.length,
        AT_LEAST,
        first?.cite,
      ),
      that('some of them to the ports of DNS itself', isOfResolvers),
    ]),
  );
  if (first === undefined || last === undefined || opens.length < AT_LEAST || !isOfResolvers) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const targets = [...new Set(opens.map(({ address, port }) => `${address}:${port}`))];
  const wake = wakeBefore(context.world.power, first.cite.at);
  const cites = [...(wake === undefined ? [] : wake.cites.slice(0, 1)), ...opens.map(({ cite }) => cite)];
  context.report({
    messageId: 'egress',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      count: opens.length,
      targets: targets.slice(0, 3).join(', '),
      duration: inWords(last.cite.at - first.cite.at),
      wake: wake === undefined ? '' : `, ${inWords(first.cite.at - wake.from)} after a wake`,
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${opens.length} connections without a peer within 60 s, at least ${AT_LEAST} asked`,
      'they go to public addresses at the ports of resolvers',
      ...(wake === undefined ? [] : [`the machine woke ${inWords(first.cite.at - wake.from)} before`]),
    ],
    count: opens.length,
    span: spanOf(opens.map(({ cite }) => cite)),
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf(cites, first.cite),
  });
}

function wakeBefore(power: readonly PowerPhase[], at: Micros): PowerPhase | undefined {
  const wake = power.findLast(({ state, from }, i) => {
    const isWake = (state === 'awake' || state === 'dark') && power[i - 1]?.state === 'asleep';
    return isWake && from <= at;
  });
  return wake !== undefined && at - wake.from <= WAKE_US ? wake : undefined;
}
