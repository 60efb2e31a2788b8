import { recordCommand } from '../../lib/record-command.ts';
import { runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { type CaptureLoop, createCaptureLoops, hasTrouble, livesOn, type Trouble } from './capture-loops.ts';

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'that the app carries the provider’s own connection is concluded from the time',
  raises: { proven: ['high', 'the flows end without data and the session or the process with them'] },
});

const messages = {
  loop: '{{provider}} took {{count}} flows of {{app}} to {{remote}} within {{duration}}, and {{trouble}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const proxyCaptureLoop = defineDetector({
  meta: {
    id: 'proxy-capture-loop',
    title: 'A proxy captures the traffic that its own upstream depends on',
    severity: 'error',
    severityNote: 'always error: the proxy’s own session dies of it within seconds of every start',
    why: 'The provider claims the flows by which another process carries the provider’s own connection. That connection then waits for itself: each try makes new flows, none gets through, and the session ends.',
    how: [
      'the same app opens at least 50 flows to the same endpoint within 10 s, and the provider takes them',
      'at least 80 % of them end within 1 s without data or with an error; where no line tells of their ends, the provider itself reports at least 3 failures',
      'and in the same 10 s the provider’s upstream fails, its session goes down or its process ends',
    ],
    notIt: [
      'a browser that opens a hundred flows to one host: they live and move data',
      'flows of the provider itself: proxy-self-loop',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'that the app carries the provider’s connection is concluded from the time, no line says so',
      'redacted apps and endpoints cannot be compared',
    ],
    needs: ['networkextension.provider/new-flow-accepted', 'networkextension.flow/new-flow', 'provider.words/failed'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Exclude from the network rules whatever carries the provider’s own connection: the peer’s address, the tethering or device service, link-local and multicast. Return false from handleNewFlow for the app that the finding names.',
      },
      {
        for: 'administrator',
        text: 'Stop the proxy configuration until the vendor has a fix; exclude the app that the finding names where the product lets you.',
      },
    ],
    references: [
      'https://github.com/pronton1234/UpLink/blob/1d9d26adab9073437fcd82aff49590ce20230a28/docs/REGRESSIONS.md',
    ],
  },
  messages,
  create(context) {
    const loops = createCaptureLoops(context);
    return {
      on: loops.on,
      step: loops.step,
      finish() {
        const found = loops.all();
        for (const loop of loops.looked()) weigh(context, loop, found);
        for (const loop of found) reportLoop(context, loop);
        return hasProvider(context.world)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines that NetworkExtension prints in a provider'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function weigh(context: Context, loop: CaptureLoop, found: readonly CaptureLoop[]): void {
  const { hammered, ends, dead, troubles } = loop;
  const { run, app, remote, peak } = hammered;
  context.weigh(() => {
    const worst = found.find((each) => each.hammered.run === run)?.hammered;
    const isWorst = worst === undefined || (worst.app === app && worst.remote === remote);
    return runCase(context.world, run, [
      that(`at least 50 flows of ${app} to ${remote} within 10 s`, true, String(peak), hammered.cites[0]),
      that('they end within 1 s without data, or with an error', !livesOn(loop), `${dead} of ${ends}`),
      that(
        'the provider’s own connection, session or process fails meanwhile',
        hasTrouble(loop),
        String(troubles.length),
        troubles[0]?.cite,
      ),
      that('no other endpoint of this provider is asked for more often', isWorst),
    ]);
  });
}

function reportLoop(context: Context, { hammered, ends, dead, troubles }: CaptureLoop): void {
  const { run, app, remote, peak, bursts, count } = hammered;
  const [from, to] = [bursts[0]?.from ?? 0, bursts.at(-1)?.to ?? 0];
  const decisive = hammered.cites[Math.min(3, hammered.cites.length - 1)];
  if (decisive === undefined) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const cites = [...hammered.cites, ...troubles.map(({ cite }) => cite)];
  const isProven = ends > 0 && troubles.some(({ what }) => what !== 'failed');
  context.report({
    messageId: 'loop',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      count,
      app,
      remote,
      duration: inWords(to - from),
      trouble: troubleText(troubles),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ proven: isProven }),
    reasons: [
      `${peak} flows of one app to one endpoint within 10 s, at least 50 asked`,
      ends === 0
        ? 'no line tells how these flows ended'
        : `${dead} of the ${ends} that ended lived less than 1 s without data, or ended with an error`,
      ...[...new Set(troubles.map(({ what }) => what))].map((what) => reasonFor(what, troubles)),
    ],
    count,
    span: spanOf(cites),
    subjects: [providerSubject(run, session), { kind: 'app', bundle: app }],
    evidence: evidenceOf(cites, decisive),
  });
}

function troubleText(own: readonly Trouble[]): string {
  if (own.some(({ what }) => what === 'ended')) return 'its process ended';
  if (own.some(({ what }) => what === 'down')) return 'its session went down';
  return own.length === 1 ? 'its own connection failed' : `its own connection failed ${own.length} times`;
}

function reasonFor(what: Trouble['what'], own: readonly Trouble[]): string {
  const count = own.filter((trouble) => trouble.what === what).length;
  if (what === 'ended') return 'the provider’s process ended in this time';
  if (what === 'down') return 'its session left connected in this time';
  return `${count} failures of its own connection in this time, by its own words`;
}
