import { keep } from '../lib/keep.ts';
import { isReport } from '../lib/report-events.ts';
import type { UnexpectedStep } from '../model/connection.ts';
import type { Cite, World } from '../model/entity.ts';
import type { Transition } from '../model/transition.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import { citeOf } from './cite.ts';
import { inOrder, type Tracker, type TrackerContext } from './define-tracker.ts';
import { Store } from './store.ts';
import { TRACKERS } from './trackers/all.ts';

export interface CorrelatorOptions {
  /** True for inputs that cannot be read twice: their cites keep the text. */
  readonly keepsText: (input: number) => boolean;
  readonly announce: (transition: Transition) => void;
  readonly trackers?: readonly Tracker[];
}

export interface Correlator {
  readonly world: World;
  /** Events that some tracker reads. */
  readonly reads: ReadonlySet<string>;
  /** Events of which some tracker takes the text alone. */
  readonly hears: ReadonlySet<string>;
  /** Takes one event, in log order. */
  accept(event: LooseEvent): void;
  cite(event: LooseEvent): Cite;
  finish(): void;
}

type Handler = (event: LooseEvent) => void;

/** Runs the trackers over the events: each event goes to every tracker once, in the order that `after` demands. */
export function createCorrelator(options: CorrelatorOptions): Correlator {
  const store = new Store();
  let cited: LooseEvent | undefined;
  let lastCite: Cite | undefined;
  /** Several trackers and detectors cite the same event: it is made once. */
  const cite = (event: LooseEvent): Cite => {
    if (event !== cited || lastCite === undefined) {
      cited = event;
      lastCite = citeOf(event, options.keepsText);
    }
    return lastCite;
  };
  const unexpect = (step: UnexpectedStep): void => {
    store.unexpect(step);
    options.announce({ kind: 'unexpected', step, at: step.at, cite: step.cite });
  };
  const context: TrackerContext = { store, cite, announce: options.announce, unexpect };
  const trackers = inOrder(options.trackers ?? TRACKERS);
  const instances = trackers.map((tracker) => tracker.create(context));
  const handlers = new Map<string, Handler[]>();
  for (const instance of instances) {
    for (const [name, handler] of Object.entries(instance.on)) {
      // The key decides the event's type, so a handler only ever sees events of its own name.
      handlers.set(name, [...(handlers.get(name) ?? []), handler as Handler]);
    }
  }
  const everies = instances.flatMap((instance) =>
    instance.every === undefined ? [] : [instance.every.bind(instance)],
  );
  let bootUuid: string | undefined;
  let isEmpty = true;

  const reboot = (event: LooseEvent, uuid: string | undefined): void => {
    const at = cite(event);
    for (const instance of instances) instance.boot?.(at);
    store.startBoot({ index: store.boots.length, uuid, from: event.at });
    options.announce({ kind: 'boot', to: 'booted', at: event.at, cite: at });
  };
  const followBoot = (event: LooseEvent): void => {
    if (event.boot === undefined || event.boot === bootUuid) return;
    const isFirst = bootUuid === undefined;
    bootUuid = keep(event.boot);
    const current = store.boots.at(-1);
    if (isFirst && current !== undefined && store.boots.length === 1)
      store.boots[0] = { ...current, uuid: bootUuid, from: event.at };
    else if (current?.uuid !== bootUuid) reboot(event, bootUuid);
  };
  /** `=== system boot: UUID`: as the first line of a capture it names the boot, later it starts another one. */
  const followBootLine = (event: LooseEvent): void => {
    const uuid = typeof event.fields.uuid === 'string' ? keep(event.fields.uuid) : undefined;
    if (uuid !== undefined && uuid === store.boots.at(-1)?.uuid) return;
    if (isEmpty) store.boots[0] = { index: 0, uuid, from: event.at };
    else reboot(event, uuid);
    bootUuid = uuid ?? bootUuid;
  };

  return {
    world: store,
    reads: new Set([...handlers.keys(), ...trackers.flatMap(({ reads = [] }) => reads)]),
    hears: new Set(trackers.flatMap(({ hears = [] }) => hears)),
    cite,
    accept(event) {
      followBoot(event);
      if (event.name === 'log.meta/boot') followBootLine(event);
      if (!isReport(event.name)) isEmpty = false;
      for (const every of everies) every(event);
      const named = handlers.get(event.name);
      if (named !== undefined) for (const handler of named) handler(event);
    },
    finish() {
      for (const instance of instances) instance.finish?.();
    },
  };
}
