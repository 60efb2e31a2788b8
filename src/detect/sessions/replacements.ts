import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { isWithin } from '../../lib/signing-id.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 256;
/** Lines about one replacement stand this close together. */
const SAME_US = MINUTE;
/** Source: detectors.md, sysext-client-gone. */
const GONE_US = SECOND;
const UPGRADES = /^terminating[ _]for[ _]upgrade/;
const ENABLED = /^activated[ _]enabled/;
const WAITS = /^terminated[ _]waiting[ _]to[ _]uninstall[ _]on[ _]reboot/;

/** A provider's bundle gave way to another version of it. */
export interface Replacement {
  readonly bundle: string;
  readonly at: Micros;
  readonly cite: Cite;
  /** False where sysextd only asks the app whether to replace, and nothing tells of the answer. */
  isCarriedOut: boolean;
  /** sysextd says that the old version goes away with the next restart: it may run until then. */
  waitsForReboot: boolean;
}

export interface Replacements {
  readonly on: DetectorHandlers;
  /** Those that were carried out. */
  all(): readonly Replacement[];
  /** Those as well that were asked for while the app that asked stayed there. */
  asked(): readonly Replacement[];
  /** Of this bundle, or of its app or extension, at most `withinUs` apart. */
  isNear(bundle: string, at: Micros, withinUs: number): boolean;
}

/** Replacements of system extensions as sysextd carries them out, and updates of apps as nesessionmanager sees them. */
export function createReplacements<M extends Messages>(context: DetectorContext<M>): Replacements {
  const all: Replacement[] = [];
  /** Asked for by an app that was gone before it could answer: nothing is replaced. */
  const gone = new Set<Replacement>();
  let asked = '';
  const add = (event: LooseEvent, bundle: string | undefined, isCarriedOut = true): void => {
    if (bundle === undefined || bundle === '' || all.length >= CAP) return;
    const same = all.find((each) => isRelated(each.bundle, bundle) && event.at - each.at <= SAME_US);
    if (same !== undefined) same.isCarriedOut ||= isCarriedOut;
    else
      all.push({ bundle: keep(bundle), at: event.at, cite: context.cite(event), isCarriedOut, waitsForReboot: false });
  };
  /** The new version is turned on: whatever the app answered, it was yes. */
  const enabled = (event: LooseEvent, bundle: string | undefined): void => {
    for (const each of all) {
      const isIt = bundle !== undefined && isRelated(each.bundle, bundle) && event.at - each.at <= SAME_US;
      if (isIt) each.isCarriedOut = true;
    }
  };
  const ask = (event: { readonly fields: { readonly bundle: string | Redacted } }): void => {
    asked = keep(known(event.fields.bundle) ?? '');
  };
  return {
    all: () => all.filter(({ isCarriedOut }) => isCarriedOut),
    asked: () => all.filter((each) => each.isCarriedOut || !gone.has(each)),
    isNear: (bundle, at, withinUs) =>
      all.some((each) => isRelated(each.bundle, bundle) && Math.abs(each.at - at) <= withinUs),
    on: {
      'system.sysextd/activation-requested': ask,
      'system.sysextd/entry-to-replace': ask,
      'system.sysextd/decision': (event) => {
        if (/replace/i.test(known(event.fields.decision) ?? '')) add(event, asked, false);
      },
      'system.sysextd/client-gone': (event) => {
        const last = all.at(-1);
        if (last !== undefined && event.at - last.at <= GONE_US) gone.add(last);
      },
      'system.sysextd/client-replied': (event) => {
        if (/replace/i.test(known(event.fields.decision) ?? '')) add(event, asked);
      },
      'system.sysextd/enabling': (event) => enabled(event, known(event.fields.bundle)),
      'system.sysextd/terminating-old': (event) => add(event, known(event.fields.bundle)),
      'system.sysextd/state-changed': (event) => {
        const [bundle, state] = [known(event.fields.bundle), known(event.fields.state) ?? ''];
        if (UPGRADES.test(state)) add(event, bundle);
        if (ENABLED.test(state)) enabled(event, bundle);
        if (!WAITS.test(state) || bundle === undefined) return;
        for (const each of all) if (isRelated(each.bundle, bundle)) each.waitsForReboot = true;
      },
      'nesessionmanager.agent/updating': (event) => {
        for (const bundle of (known(event.fields.bundles) ?? '').split(/[\s,]+/)) add(event, bundle);
      },
      'nesessionmanager.agent/update-ignored': (event) => add(event, known(event.fields.bundle)),
    },
  };
}

export function isRelated(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}
