import { recordCommand } from '../../lib/record-command.ts';
import type { DetectorMeta, Severity, Subject } from '../../model/finding.ts';
import { MINUTE } from '../../model/units.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { isAlive } from './proxy-runs.ts';
import { createSilentAfterWake, type SilentWake } from './silent-after-wake.ts';
import { createUnofferedFlows, type Judged, type UnofferedResult } from './unoffered-flows.ts';

/** One or two flows may be a race that the log does not show. */
const AT_LEAST = 3;
/** Kernel lines get lost under load: so few among many, far apart, may be that. */
const SCATTERED_SHARE = 0.02;
const CLUSTER_US = MINUTE;
const REMEDY = recordCommand();

const CONFIDENCE = defineConfidence({
  start: 'high',
  because:
    'the line of an offer and the session’s status can be seen in this capture, or connections went out undiverted',
  lowers: {
    thin: ['low', 'one or two flows, or a few scattered among many'],
    unseen: ['medium', 'no flow at all was offered in this capture, or the session’s status is not in it'],
    several: ['medium', 'several proxy providers were alive'],
    inferred: ['medium', 'after a wake: connections of its apps start, but none is seen to go out past the provider'],
    mute: ['low', 'after a wake: the provider printed nothing in the silence either'],
  },
});

const meta: DetectorMeta = {
  id: 'missing-new-flow',
  title: 'Diverted flows never reached the provider',
  severity: 'warning',
  severityNote:
    'error when every diverted flow of an app or of the window is missing; info for one or two flows, or a few scattered among many',
  why: 'The kernel diverts a socket to the provider and waits; no handleNewFlow comes. The app hangs until its own timeout, or, after a wake, its traffic goes out past the provider.',
  how: [
    'kernel: a flow is "Connecting", and neither "New flow" of the provider library nor a connect result follows for its hash within 2 s or later',
    'kernel, other wording: the app gives up with "Destroying, … tunnel tx 0, tunnel rx 0" and no connect result was received',
    'after wake: a provider that had new flows before sleep has none for at least 60 s while apps it served keep starting connections and its session stays connected',
    'conditions: kernel info lines and lines of the provider stand around that time, the provider is alive, its session connected, no records lost',
  ],
  notIt: [
    'a provider that is idle because no app is active',
    'network rules that changed at the wake (settings applied after it)',
    'flows that the app closed within 2 s, as happy eyeballs and page loads do',
    'a capture that ends right after the wake',
  ],
  confidence: CONFIDENCE.method,
  blindSpots: [
    'without kernel info lines a healthy flow leaves nothing in the kernel’s log',
    'kernel flow lines carry no pid and no address: which provider should have had the flow is inferred',
  ],
  needs: [
    'kernel.flow-divert/connecting',
    'kernel.flow-divert/connect-result',
    'networkextension.flow/new-flow',
    'system.powerd/wake',
  ],
  levels: ['default', 'info'],
  next: [
    {
      for: 'provider-developer',
      text: 'Log the flow hash, pid, signing identifier and endpoint at the top of handleNewFlow at default level: then the kernel’s half and yours can be compared flow by flow.',
    },
    {
      for: 'provider-developer',
      text: 'After a wake, apply the network settings again (setTunnelNetworkSettings) and check that the session is still the one the kernel diverts to.',
    },
    {
      for: 'apple',
      text: 'File a Feedback with a sysdiagnose taken while it happens, and name the flow hashes below.',
    },
    {
      for: 'reporter',
      text: 'Stopping and starting the proxy configuration makes new flows arrive again; note whether it does.',
    },
  ],
  references: ['https://developer.apple.com/documentation/networkextension/neappproxyprovider/handlenewflow(_:)'],
};

const messages = {
  kernel: '{{count}} of {{judged}} diverted flows never reached {{provider}}: no handleNewFlow and no answer{{apps}}.',
  wake: '{{provider}} got no new flow for {{silence}} after the {{kind}} although its apps went on connecting ({{before}} new flows a minute before sleep).',
} as const;

type Context = DetectorContext<typeof messages>;

export const missingNewFlow = defineDetector({
  meta,
  messages,
  create(context) {
    const unoffered = createUnofferedFlows(context);
    const silent = createSilentAfterWake(context);
    return {
      on: together(unoffered.on, silent.on),
      step: silent.step,
      finish() {
        const kernel = unoffered.result();
        reportKernel(context, kernel);
        for (const wake of silent.result()) reportWake(context, wake);
        return answer(context, kernel);
      },
    };
  },
});

function answer(context: Context, kernel: UnofferedResult): Verdict {
  const missing = [
    ...(kernel.providers.length === 0 ? ['lines of a proxy provider'] : []),
    ...(context.observed.hasKernelInfo
      ? []
      : ['kernel info messages (flow_divert: Connecting, received connect result)']),
  ];
  if (missing.length > 0) return { status: 'not-observable', missing, remedy: REMEDY };
  if (kernel.judged.length === 0) {
    const why = Object.entries(kernel.skipped).map(([reason, count]) => `${count} flows: ${reason}`);
    return {
      status: 'not-observable',
      missing: why.length > 0 ? why : ['a diverted flow that can be followed'],
      remedy: REMEDY,
    };
  }
  return { status: 'clear' };
}

function reportKernel(context: Context, result: UnofferedResult): void {
  const { missing, judged, providers } = result;
  const first = missing[0];
  if (first === undefined) return;
  const alive = providers.filter((run) => missing.some((each) => isAlive(run, each.connecting.at)));
  const session = context.world.session(alive[0]?.provider?.sessions[0] ?? '');
  const apps = [...new Set(missing.flatMap((each) => (each.flow.app === undefined ? [] : [each.flow.app])))].sort();
  const scope = wholeOf(result);
  const isOffered = context.observed.count('networkextension.flow/new-flow') > 0;
  const gaveUp = missing.flatMap((each) => (each.gaveUp === undefined ? [] : [each.gaveUp]));
  const isThin = missing.length < AT_LEAST || isScattered(result);
  const severity: Severity = isThin ? 'info' : scope === undefined ? 'warning' : 'error';
  const confidence = CONFIDENCE.grade({
    thin: isThin,
    unseen: !isOffered || !result.isSessionKnown,
    several: alive.length > 1,
  });
  const decisive = gaveUp[0] ?? first.connecting;
  const subjects: Subject[] = [
    ...alive.slice(0, 4).map((run) => providerSubject(run, context.world.session(run.provider?.sessions[0] ?? ''))),
    ...apps.slice(0, 8).map((app): Subject => ({ kind: 'app', bundle: app })),
  ];
  context.report({
    messageId: 'kernel',
    data: {
      count: missing.length,
      judged: judged.length,
      provider: session?.name ?? alive[0]?.provider?.bundle ?? 'the provider',
      apps: apps.length === 0 ? '' : ` (${apps.slice(0, 3).join(', ')}${apps.length > 3 ? ' …' : ''})`,
    },
    severity,
    confidence,
    reasons: [
      `${missing.length} of ${judged.length} diverted flows have no "New flow" in the provider and no connect result in the kernel`,
      ...(scope === undefined ? [] : [scope]),
      ...(isScattered(result)
        ? ['they are few and far apart: lines that were lost under load would look the same']
        : []),
      isOffered
        ? 'other flows of this capture were offered, so the line can be seen'
        : 'no flow at all was offered in this capture',
      ...(gaveUp.length === 0 ? [] : [`${gaveUp.length} times the app gave up with nothing sent through the tunnel`]),
      result.isSessionKnown ? 'the session was connected' : 'the session’s status is not in the capture',
      ...(alive.length > 1
        ? [`${alive.length} proxy providers were alive: which one should have had the flows is open`]
        : []),
      ...Object.entries(result.skipped).map(([reason, count]) => `${count} more flows left out: ${reason}`),
    ],
    count: missing.length,
    span: spanOf([...missing.map((each) => each.connecting), ...gaveUp]),
    subjects,
    evidence: evidenceOf([...missing.map((each) => each.connecting), ...gaveUp], decisive),
  });
}

/** A small share of all flows, and nowhere three within a minute. */
function isScattered({ missing, judged }: UnofferedResult): boolean {
  if (missing.length >= judged.length * SCATTERED_SHARE) return false;
  const times = missing.map((each) => each.connecting.at).sort((a, b) => a - b);
  return !times.some((at, i) => (times[i + AT_LEAST - 1] ?? Number.POSITIVE_INFINITY) - at <= CLUSTER_US);
}

/** "Every flow of the window", or of one app, where that is so. */
function wholeOf({ missing, judged }: UnofferedResult): string | undefined {
  if (missing.length < AT_LEAST) return undefined;
  const from = missing[0]?.flow.openedAt ?? 0;
  const to = missing.at(-1)?.flow.openedAt ?? 0;
  const inWindow = [...judged].filter((each) => each.openedAt >= from && each.openedAt <= to);
  if (inWindow.every((each) => each.isMissing)) return 'every diverted flow of the window is missing';
  const byApp = new Map<string, { flows: number; missing: number }>();
  for (const each of judged) countApp(byApp, each);
  for (const [app, count] of byApp) {
    if (count.missing >= AT_LEAST && count.missing === count.flows) return `every diverted flow of ${app} is missing`;
  }
  return undefined;
}

function countApp(byApp: Map<string, { flows: number; missing: number }>, each: Judged): void {
  if (each.app === undefined) return;
  const count = byApp.get(each.app) ?? { flows: 0, missing: 0 };
  byApp.set(each.app, { flows: count.flows + 1, missing: count.missing + (each.isMissing ? 1 : 0) });
}

function reportWake(context: Context, wake: SilentWake): void {
  const session = context.world.session(wake.run.provider?.sessions[0] ?? '');
  const kind = wake.wakeState === 'dark' ? 'dark wake' : 'wake';
  const isProven = wake.undiverted.length > 0;
  const evidence = [wake.lastFlow, wake.wake, ...wake.starts.slice(0, 3), ...wake.undiverted.slice(0, 2)];
  context.report({
    messageId: 'wake',
    title: 'No new flow reached the provider after a wake',
    data: {
      provider: session?.name ?? wake.run.provider?.bundle ?? wake.run.name,
      silence: inWords(wake.to - wake.from),
      kind,
      before: Math.round(wake.perMinuteBefore * 10) / 10,
    },
    severity: isProven ? 'error' : 'warning',
    confidence: CONFIDENCE.grade({ inferred: !isProven, mute: !isProven && !wake.isProviderTalking }),
    reasons: [
      `${Math.round(wake.perMinuteBefore * 10) / 10} new flows a minute before sleep, none for ${inWords(wake.to - wake.from)} after the ${kind}; then ${wake.endedBy}`,
      `${wake.starts.length} connections of apps it served before started in the silence (${wake.apps.slice(0, 4).join(', ')}; joined by name)`,
      ...(isProven
        ? [
            `${wake.undiverted.length} of them connected outside the provider: the kernel printed "tcp connected" with the app’s own pid`,
          ]
        : []),
      wake.isProviderTalking
        ? 'the provider process printed lines in the silence: it was alive'
        : 'the provider printed nothing in the silence; nothing says that it ended',
      'its session did not leave connected',
    ],
    count: wake.starts.length + wake.undiverted.length,
    span: { from: wake.from, to: wake.to },
    subjects: [
      providerSubject(wake.run, session),
      ...wake.apps.slice(0, 8).map((app): Subject => ({ kind: 'app', name: app })),
    ],
    evidence: evidenceOf(evidence, isProven ? (wake.undiverted[0] ?? wake.wake) : wake.wake),
  });
}
