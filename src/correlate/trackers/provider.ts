import { keep } from '../../lib/keep.ts';
import { isPresumedProvider } from '../../lib/provider-name.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import { bareSigningId, looksLikeBundleId } from '../../lib/signing-id.ts';
import type { Grade, ProviderKind } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableProcess, MutableProvider } from '../mutable.ts';
import { runOfPid } from './process.ts';
import { kindOfSessionClass } from './session-states.ts';

const CAPS = { bundles: 8, sessions: 16, reasons: 6, claims: 32 };
const EXTENSION_NAME = /extension|provider|filter|tunnel|proxy|vpn/i;
const RANK: Readonly<Record<Grade, number>> = { presumed: 0, inferred: 1, exact: 2 };

/** Why a run is held for a provider. */
export interface Claim {
  readonly grade: Grade;
  readonly reason: string;
  readonly kind?: ProviderKind;
  readonly bundle?: string;
  readonly session?: string;
}

/**
 * Which process runs are providers, of which kind, for which sessions. nesessionmanager's `started with PID` is exact;
 * lines that only the provider side of the framework prints are exact for the process; a name alone is a presumption.
 * Source: id-correlation 3.1.
 */
export const providerTracker: Tracker = {
  id: 'provider',
  after: ['process'],
  create(context) {
    const own = (event: LooseEvent, claim: Claim): void => {
      const run = context.store.runOf(event);
      if (run !== undefined) recognise(context, run, event, claim);
    };
    const started = (event: LooseEvent, kind: ProviderKind, bundle: string | Redacted): void =>
      own(event, {
        grade: 'exact',
        reason: 'it prints the provider lines of NetworkExtension',
        kind,
        bundle: printed(bundle),
      });
    return {
      every(event) {
        if (event.pid === 0 || event.pid === 1) return;
        const run = context.store.runOf(event);
        if (run === undefined || run.lines > 1) return;
        if (isPresumedProvider(run.name, event.origin.processPath)) {
          recognise(context, run, event, {
            grade: 'presumed',
            reason: `its name is that of a network provider (${run.name})`,
          });
        }
      },
      on: {
        'nesessionmanager.session/plugin-started': (event) => {
          const tag = parts(event.fields.session);
          const bundle = known(parts(event.fields.plugin)?.bundle) ?? '';
          const uuid = known(tag?.id);
          const run = runOfPid(context, event.fields.pid, bundle, event);
          recognise(context, run, event, {
            grade: 'exact',
            reason: `nesessionmanager started it as the plugin of session ${tag === undefined ? '(redacted)' : printed(tag.name)}`,
            kind: tag === undefined ? 'unknown' : kindOfSessionClass(printed(tag.class)),
            bundle,
            ...(uuid === undefined ? {} : { session: keep(uuid) }),
          });
        },
        'networkextension.provider/start-tunnel': (event) => started(event, 'packet-tunnel', event.fields.bundle),
        'networkextension.provider/start-proxy': (event) => started(event, 'unknown', event.fields.bundle),
        'networkextension.provider/start-filter': (event) => started(event, 'content-filter', event.fields.bundle),
        'networkextension.provider/new-flow-offered': (event) => started(event, 'unknown', event.fields.bundle),
        'networkextension.provider/new-flow-accepted': (event) => started(event, 'unknown', event.fields.bundle),
        'networkextension.provider/new-flow-rejected': (event) => started(event, 'unknown', event.fields.bundle),
        'networkextension.flow/new-flow': (event) =>
          own(event, { grade: 'exact', reason: 'libnetworkextension hands it flows' }),
        'networkextension.framework/signature-check-failed': (event) => {
          const run = context.store.runOf(event);
          if (run === undefined || !looksLikeBundleId(run.name) || !EXTENSION_NAME.test(run.name)) return;
          own(event, {
            grade: 'inferred',
            reason: 'NetworkExtension checks its host as in provider starts, and it is named as an extension',
          });
        },
        'system.runningboard-client/identity-resolved': (event) =>
          own(event, {
            grade: 'exact',
            reason: 'it runs as an extension for neagent',
            bundle: printed(event.fields.bundle),
          }),
        'network.xpc/provider-listener': (event) =>
          own(event, { grade: 'inferred', reason: 'it listens for the provider machinery of NetworkExtension' }),
      },
    };
  },
};

/** Takes a claim that this run is a provider, and announces the first one. */
export function recognise(context: TrackerContext, run: MutableProcess, event: LooseEvent, claim: Claim): void {
  if (!hold(context, run, claim)) return;
  context.announce({ kind: 'process', to: 'provider', entity: run, at: event.at, cite: context.cite(event) });
}

/** Takes a claim; true where it is the first about this run. */
export function hold(context: TrackerContext, run: MutableProcess, claim: Claim): boolean {
  let provider = run.provider;
  if (claim.session === undefined && provider?.claims.get(claim.reason) === (claim.bundle ?? '')) return false;
  const isNew = provider === undefined;
  provider ??= {
    kind: 'unknown',
    grade: claim.grade,
    bundle: run.name,
    otherBundles: [],
    sessions: [],
    reasons: [],
    claims: new Map(),
  };
  run.provider = provider;
  if (provider.claims.size < CAPS.claims) provider.claims.set(claim.reason, claim.bundle ?? '');
  if (RANK[claim.grade] > RANK[provider.grade]) provider.grade = claim.grade;
  if (claim.kind !== undefined && claim.kind !== 'unknown' && provider.kind === 'unknown') provider.kind = claim.kind;
  if (
    claim.session !== undefined &&
    !provider.sessions.includes(claim.session) &&
    provider.sessions.length < CAPS.sessions
  ) {
    provider.sessions.push(claim.session);
  }
  addBundle(run, provider, claim.bundle);
  if (!provider.reasons.includes(claim.reason) && provider.reasons.length < CAPS.reasons)
    provider.reasons.push(claim.reason);
  if (isNew) context.store.addProvider(run);
  return isNew;
}

/** The process's own name is its bundle where it looks like one; what plugins and lines call it are its other names. */
function addBundle(run: MutableProcess, provider: MutableProvider, bundle: string | undefined): void {
  const names = [provider.bundle, ...(bundle === undefined || bundle === '' ? [] : [keep(bareSigningId(bundle))])];
  const best = looksLikeBundleId(run.name) ? run.name : names.find(looksLikeBundleId);
  provider.bundle = best ?? provider.bundle;
  for (const name of names) {
    const isKnown = name === provider.bundle || name === run.name || provider.otherBundles.includes(name);
    if (!isKnown && provider.otherBundles.length < CAPS.bundles) provider.otherBundles.push(name);
  }
}
