import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import { isWithin, looksLikeBundleId } from '../../lib/signing-id.ts';
import type { Cite, ProcessRun, World } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import { atLeast, runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { bundlesOf, hasProvider, providerSubject } from '../subjects.ts';
import { MinuteTally } from './minute-tally.ts';
import type { FlowEvent } from './own-flows.ts';
import { isAlive, proxyRuns } from './proxy-runs.ts';

/** More than 95 % of more than 500 flows in a minute. Source: detectors.md, accept-all-beside-second-proxy. */
const AT_LEAST = 500;
const SHARE = 0.95;
/** Flows of the other provider in that minute: fewer may be a look-up of its own. */
const OF_OTHER = 3;
const CAPS = { runs: 256, apps: 512, cites: 16 };

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'that the flows go round between the two is concluded',
});

const messages = {
  all: '{{provider}} took {{taken}} of {{all}} flows in a minute, those of {{other}} among them ({{count}}): each connection that {{other}} makes for a flow comes back as a new one.',
} as const;

type Context = DetectorContext<typeof messages>;
type Told = 'accepted' | 'rejected' | 'announced';

interface Row {
  readonly run: ProcessRun;
  readonly tally: MinuteTally<Told>;
  /** Sightings by app, the newest. */
  readonly apps: Map<string, Cite[]>;
  /** The fullest minute. */
  fullest: { readonly all: number; readonly taken: number };
  /** The fullest minute in which nearly everything was taken. */
  best: { readonly all: number; readonly taken: number; readonly to: Cite } | undefined;
}

export const acceptAllBesideSecondProxy = defineDetector({
  meta: {
    id: 'accept-all-beside-second-proxy',
    title: 'A proxy takes every flow, those of a second proxy among them',
    severity: 'warning',
    severityNote: 'always warning: whether the flows go round between the two is concluded, not seen',
    why: 'Two proxies run at a time, and one of them opens a connection of its own for every flow. The other takes those connections too, so each flow is carried twice or more; CPU goes to 100 % and connections time out.',
    how: [
      'a provider takes more than 95 % of more than 500 flows within a minute',
      'at least 3 of them in that minute come from another provider that runs at the time',
    ],
    notIt: ['a proxy that takes everything where no second provider runs', 'two processes of the same product'],
    confidence: CONFIDENCE.method,
    blindSpots: ['redacted apps cannot be compared', 'a second proxy that prints no line is not known as one'],
    needs: ['networkextension.provider/new-flow-accepted', 'networkextension.flow/new-flow'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Hand back (return false from handleNewFlow) the flows of other providers: look at sourceAppSigningIdentifier or at the audit token, and let the product’s rules name the traffic it wants.',
      },
      {
        for: 'administrator',
        text: 'Turn one of the two proxies off and see whether the load ends; then exclude each product in the other.',
      },
    ],
    references: ['https://github.com/plabayo/rama/commit/5bde8a4bd'],
  },
  messages,
  create(context) {
    const rows = new Map<string, Row>();
    const see = (event: FlowEvent, told: Told): void => {
      const run = context.world.runOf(event);
      if (run === undefined || (rows.size >= CAPS.runs && !rows.has(run.id))) return;
      const row: Row = rows.get(run.id) ?? {
        run,
        tally: new MinuteTally<Told>(['accepted', 'rejected', 'announced']),
        apps: new Map(),
        fullest: { all: 0, taken: 0 },
        best: undefined,
      };
      rows.set(run.id, row);
      row.tally.add(told, event.at);
      if (told !== 'rejected') remember(row, known(event.fields.app), () => context.cite(event));
      const [all, taken] = shares(row);
      if (all > row.fullest.all) row.fullest = { all, taken };
      if (all > AT_LEAST && taken > all * SHARE && taken > (row.best?.taken ?? 0))
        row.best = { all, taken, to: context.cite(event) };
    };
    return {
      on: {
        'networkextension.provider/new-flow-accepted': (event) => see(event, 'accepted'),
        'networkextension.provider/new-flow-rejected': (event) => see(event, 'rejected'),
        'networkextension.flow/new-flow': (event) => see(event, 'announced'),
      },
      finish() {
        for (const row of rows.values()) judge(context, row);
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

/** All flows of the minute, and those that were taken: where no line says "accepted", what was not rejected. */
function shares({ tally }: Row): readonly [all: number, taken: number] {
  const [accepted, rejected, announced] = [tally.of('accepted'), tally.of('rejected'), tally.of('announced')];
  return accepted > 0 ? [accepted + rejected, accepted] : [announced, announced - rejected];
}

function remember({ apps }: Row, app: string | undefined, cite: () => Cite): void {
  if (app === undefined || app === '') return;
  let cites = apps.get(app);
  if (cites === undefined) {
    if (apps.size >= CAPS.apps) return;
    cites = [];
    apps.set(keep(app), cites);
  }
  cites.push(cite());
  if (cites.length > CAPS.cites) cites.shift();
}

function judge(context: Context, row: Row): void {
  const beside = besideOf(context.world, row);
  weigh(context, row, beside);
  if (row.best !== undefined && beside !== undefined && beside.cites.length >= OF_OTHER)
    reportRow(context, row, row.best, beside);
}

interface Beside {
  readonly other: ProcessRun;
  /** Flows of it that were taken in that minute. */
  readonly cites: readonly Cite[];
}

/** The other proxy of which most flows were taken in that minute. */
function besideOf(world: World, { run, apps, best }: Row): Beside | undefined {
  if (best === undefined) return undefined;
  const others = proxyRuns(world).filter(
    (other) => other.id !== run.id && isAlive(other, best.to.at) && !isOfOneProduct(world, run, other),
  );
  const all = others.map((other) => ({
    other,
    cites: [...apps]
      .filter(([app]) => isOf(other, app))
      .flatMap(([, each]) => each)
      .filter(({ at }) => at <= best.to.at && best.to.at - at <= MINUTE),
  }));
  return all.toSorted((a, b) => b.cites.length - a.cites.length)[0];
}

function weigh(context: Context, { run, fullest, best }: Row, beside: Beside | undefined): void {
  const { all, taken } = best ?? fullest;
  context.weigh(() =>
    runCase(context.world, run, [
      that(
        'more than 95 % of more than 500 flows of a minute are taken',
        best !== undefined,
        `${taken} of ${all}`,
        best?.to,
      ),
      that('a proxy of another vendor runs at the time', beside !== undefined, beside?.other.provider?.bundle),
      atLeast('flows of it among them', beside?.cites.length ?? 0, OF_OTHER, beside?.cites[0]),
    ]),
  );
}

function reportRow(context: Context, { run }: Row, best: NonNullable<Row['best']>, { other, cites }: Beside): void {
  const decisive = cites.at(-1);
  if (decisive === undefined) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const otherSession = context.world.session(other.provider?.sessions[0] ?? '');
  const all = [...cites, best.to];
  context.report({
    messageId: 'all',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      taken: best.taken,
      all: best.all,
      other: otherSession?.name ?? other.provider?.bundle ?? other.name,
      count: cites.length >= CAPS.cites ? `${cites.length} or more` : cites.length,
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${best.taken} of ${best.all} flows of one minute were taken, more than 95 % of more than 500 asked`,
      `flows of ${other.provider?.bundle ?? other.name} are among them, a provider that runs at the time`,
      'that they go round between the two is concluded from that',
    ],
    count: best.taken,
    span: spanOf(all),
    subjects: [providerSubject(run, session), providerSubject(other, otherSession)],
    evidence: evidenceOf(all, decisive),
  });
}

function isOf(run: ProcessRun, app: string): boolean {
  return bundlesOf(run).some((each) => looksLikeBundleId(each) && isWithin(app, each));
}

/** They serve one session, or their bundles stand below one another or below one container app. */
function isOfOneProduct(world: World, a: ProcessRun, b: ProcessRun): boolean {
  const sessions = a.provider?.sessions ?? [];
  if (b.provider?.sessions.some((uuid) => sessions.includes(uuid) || world.session(uuid) === undefined)) return true;
  return bundlesOf(a).some((one) =>
    bundlesOf(b).some((two) => isWithin(one, two) || isWithin(two, one) || vendorOf(one) === vendorOf(two)),
  );
}

/** `com.example` of `com.example.acme.extension`: products of one vendor know each other. */
function vendorOf(bundle: string): string {
  return looksLikeBundleId(bundle) ? bundle.toLowerCase().split('.').slice(0, 2).join('.') : bundle;
}
