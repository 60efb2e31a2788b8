import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite, ProcessRun, World } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';
import { bundlesOf } from '../subjects.ts';

const CAP = 64;
/** Names in the kernel are cut here, or at twice as much. */
const CUT_NAME = 15;

/** A panic report or a watchdog report. */
export interface Outage {
  readonly kind: 'panic' | 'watchdog';
  /** The panic's first line, or the service that did not answer. */
  readonly reason: string;
  readonly cite: Cite;
}

export interface Outages {
  readonly on: DetectorHandlers;
  all(): readonly Outage[];
}

/** Panics and watchdog reports among the inputs. */
export function createOutages<M extends Messages>(context: DetectorContext<M>): Outages {
  const all: Outage[] = [];
  const add = (outage: Outage): void => {
    if (all.length < CAP) all.push(outage);
  };
  return {
    all: () => all,
    on: {
      'report.panic/panicked': (event) =>
        add({ kind: 'panic', reason: keep(printed(event.fields.reason)), cite: context.cite(event) }),
      'report.watchdog/timed-out': (event) =>
        add({ kind: 'watchdog', reason: keep(printed(event.fields.process)), cite: context.cite(event) }),
    },
  };
}

/** Reports were among the inputs in which an outage would show. */
export function outagesCanBeSeen<M extends Messages>({ observed }: DetectorContext<M>): boolean {
  const { families } = observed.capture;
  return ['report.panic', 'report.watchdog', 'report.stackshot'].some((family) => families.has(family));
}

/** The provider that printed a line in the minute before. */
export function providerBefore(world: World, { cite }: Outage): ProcessRun | undefined {
  const all = [...world.processes].filter(
    ({ provider, lines, lastAt, firstAt }) =>
      provider !== undefined &&
      provider.grade !== 'presumed' &&
      lines > 0 &&
      firstAt <= cite.at &&
      lastAt >= cite.at - MINUTE &&
      lastAt <= cite.at + MINUTE,
  );
  return all.toSorted((a, b) => b.lastAt - a.lastAt)[0];
}

/** The provider that goes by this name, which may be cut. */
export function providerNamed(world: World, name: string): ProcessRun | undefined {
  return [...world.processes].find(
    (run) =>
      run.provider !== undefined &&
      [run.name, ...bundlesOf(run)].some((each) => each === name || (name.length >= CUT_NAME && each.startsWith(name))),
  );
}
