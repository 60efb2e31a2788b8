import { recordCommand } from '../../lib/record-command.ts';
import type { Cite, ProcessRun, Session, World } from '../../model/entity.ts';
import { MINUTE, type Micros } from '../../model/units.ts';
import { atLeast, runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { createUnroutedOpens, densest, isShared, type UnroutedOpen } from './unrouted-opens.ts';

/** Source: detectors.md, vpn-address-collision; how many is taken from provider-egress-into-own-tunnel. */
const AT_LEAST = 5;
const WINDOW_US = MINUTE;
/** It begins with the second VPN. */
const BEGINS_US = 2 * MINUTE;
const DNS = 53;
const CAP = 256;

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'whose resolver it is is concluded from the time',
  raises: { proof: ['medium', 'the settings of the other VPN hold that address'] },
});

const messages = {
  collision:
    'Since {{second}} connected, {{first}} takes what is meant for its resolver {{address}} into its own tunnel ({{count}} look-ups in {{duration}}): both use the same range of addresses.',
} as const;

type Context = DetectorContext<typeof messages>;

/** The settings of a tunnel, as it prints them. */
interface Settings {
  readonly run: ProcessRun | undefined;
  readonly text: string;
  readonly cite: Cite;
}

export const vpnAddressCollision = defineDetector({
  meta: {
    id: 'vpn-address-collision',
    title: 'Two VPNs use the same addresses',
    severity: 'warning',
    severityNote: 'always warning: whose resolver it is stands in the settings, which are mostly not in the log',
    why: 'A mesh VPN routes 100.64.0.0/10 into its own interface. A second VPN that connects beside it gives out a resolver or an address from that range: look-ups go to the mesh, where nobody has that address, and the internet seems dead.',
    how: [
      'a provider says at least 5 times within 60 s that a look-up (port 53) to an address of 100.64.0.0/10 has no peer',
      'the session of another provider connected less than 2 min before the first of them, and none stands before that',
      'both are connected at the time; where the other’s settings hold that address, that proves it',
    ],
    notIt: ['a carrier’s own use of that range: no second VPN is connected then', 'a peer of the mesh that is gone'],
    confidence: CONFIDENCE.method,
    blindSpots: ['routes and resolvers of a tunnel are in the log only where its provider prints its settings'],
    needs: [
      'provider.words/failed',
      'nesessionmanager.session/status-changed',
      'networkextension.provider/settings-applied',
    ],
    levels: ['default'],
    next: [
      { for: 'administrator', text: 'Use one of the two at a time, or give the second another range and resolver.' },
      {
        for: 'provider-developer',
        text: 'Route the addresses of peers one by one instead of the whole range, or take resolvers of other interfaces out of it.',
      },
    ],
    references: [
      'https://github.com/jlmalone/darkmesh-vpn-guard/blob/2b2a451dd1d157a6b8aa60443dd967b7de6c5388/docs/investigation-log.md',
    ],
  },
  messages,
  create(context) {
    const opens = createUnroutedOpens(context);
    const settings: Settings[] = [];
    return {
      on: together(opens.on, {
        'networkextension.provider/settings-applied': (event) => {
          const text = event.fields.settings;
          if (typeof text === 'string' && settings.length < CAP)
            settings.push({ run: context.world.runOf(event), text: text.slice(0, 4_096), cite: context.cite(event) });
        },
      }),
      finish() {
        const byTarget = new Map<string, UnroutedOpen[]>();
        for (const open of opens.all()) {
          if (open.port !== DNS || !isShared(open.address)) continue;
          const key = `${open.run.id} ${open.address}`;
          byTarget.set(key, [...(byTarget.get(key) ?? []), open]);
        }
        const told = new Set<ProcessRun>();
        for (const own of byTarget.values()) {
          const run = own[0]?.run;
          if (run !== undefined && !told.has(run) && judge(context, run, own, settings)) told.add(run);
        }
        return hasProvider(context.world) && [...context.world.sessions].length > 0
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines of a provider, and of nesessionmanager about its sessions'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

/** True where it was reported. */
function judge(
  context: Context,
  run: ProcessRun,
  own: readonly UnroutedOpen[],
  settings: readonly Settings[],
): boolean {
  const opens = densest(own, WINDOW_US);
  const [first] = own;
  const [decisive] = opens;
  const last = opens.at(-1);
  if (first === undefined || decisive === undefined || last === undefined) return false;
  const second = connectedBefore(context.world, run, first.cite.at);
  context.weigh(() =>
    runCase(context.world, run, [
      atLeast(`look-ups to ${first.address} that no peer serves, within 60 s`, opens.length, AT_LEAST, first.cite),
      that(
        'another VPN connected less than 2 min before the first, and still is',
        second !== undefined,
        second?.session.name,
        second?.cite,
      ),
    ]),
  );
  if (second === undefined || opens.length < AT_LEAST) return false;
  const proof = settings.find((each) => each.run !== run && isIn(each.text, first.address));
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const cites = [second.cite, ...(proof === undefined ? [] : [proof.cite]), ...opens.map(({ cite }) => cite)];
  context.report({
    messageId: 'collision',
    data: {
      first: session?.name ?? run.provider?.bundle ?? run.name,
      second: second.session.name,
      address: first.address,
      count: opens.length,
      duration: inWords(last.cite.at - decisive.cite.at),
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({ proof: proof !== undefined }),
    reasons: [
      `${opens.length} look-ups without a peer within 60 s, all to ${first.address}`,
      `the first stands ${inWords(first.cite.at - second.cite.at)} after ${second.session.name} connected`,
      proof === undefined
        ? 'no line tells whose resolver it is: that is concluded from the time'
        : `the settings of ${second.session.name} hold that address`,
    ],
    count: opens.length,
    span: spanOf(opens.map(({ cite }) => cite)),
    subjects: [
      providerSubject(run, session),
      { kind: 'session', session: second.session.uuid, name: second.session.name },
    ],
    evidence: evidenceOf(cites, decisive.cite),
  });
  return true;
}

/** The session of another provider that connected shortly before, and still is. */
function connectedBefore(
  world: World,
  run: ProcessRun,
  at: Micros,
): { readonly session: Session; readonly cite: Cite } | undefined {
  for (const session of world.sessions) {
    if (run.provider?.sessions.includes(session.uuid)) continue;
    const last = session.history.findLast((each) => each.at <= at);
    if (last?.to === 'connected' && at - last.at <= BEGINS_US) return { session, cite: last.cite };
  }
  return undefined;
}

function isIn(text: string, address: string): boolean {
  const at = text.indexOf(address);
  return at >= 0 && !/[\d.]/.test(text[at + address.length] ?? '') && !/[\d.]/.test(text[at - 1] ?? '');
}
