import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { isWithin } from '../../lib/signing-id.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorHandlers } from '../define-detector.ts';

const CAP = 256;
const GOES = /^(?:terminat|uninstall)|disabled$/;

export interface Removals {
  readonly on: DetectorHandlers;
  /** Whether sysextd turned off or removed this extension, any where none is named, at most `withinUs` before `at`. */
  isNear(bundle: string | undefined, at: Micros, withinUs: number): boolean;
  isAny(): boolean;
}

/** Extensions that sysextd turns off or removes: what fails afterwards fails on purpose. */
export function createRemovals(): Removals {
  const removals: { readonly at: Micros; readonly bundle: string }[] = [];
  const add = (event: {
    readonly at: Micros;
    readonly fields: { readonly bundle: string | Redacted | undefined };
  }): void => {
    const bundle = known(event.fields.bundle);
    if (bundle !== undefined && removals.length < CAP) removals.push({ at: event.at, bundle: keep(bundle) });
  };
  return {
    on: {
      'system.sysextd/deactivation-requested': add,
      'system.sysextd/uninstalling': add,
      'system.sysextd/state-changed': (event) => {
        if (GOES.test(known(event.fields.state) ?? '')) add(event);
      },
    },
    isNear: (bundle, at, withinUs) =>
      removals.some(
        (each) =>
          at >= each.at &&
          at - each.at <= withinUs &&
          (bundle === undefined || isWithin(each.bundle, bundle) || isWithin(bundle, each.bundle)),
      ),
    isAny: () => removals.length > 0,
  };
}
