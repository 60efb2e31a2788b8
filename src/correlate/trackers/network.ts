import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { InterfaceChange } from '../../model/network.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { pushBounded } from '../bounded-list.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableInterface } from '../mutable.ts';

const CAPS = { interfaces: 256, history: 64, path: 500 };

/**
 * Interfaces and what their traffic goes out by, and changes of the machine's path. Kernel lines name interfaces only; a
 * session is told by nesessionmanager's own line about its delegate. Source: id-correlation 1 (interface name).
 */
export const networkTracker: Tracker = {
  id: 'network',
  after: ['session'],
  create(context) {
    const change = (
      event: LooseEvent,
      name: string | Redacted,
      what: InterfaceChange['what'],
      other?: string,
    ): void => {
      const each = interfaceOf(context, event, printed(name));
      if (each === undefined) return;
      if (what === 'delegating') each.delegate = other;
      else if (what === 'no-longer-delegating' && each.delegate === other) each.delegate = undefined;
      const next: InterfaceChange = { at: event.at, what, other, cite: context.cite(event) };
      if (pushBounded(each.history, next, CAPS.history)) context.store.count('interfaceHistory');
    };
    const path = (event: LooseEvent, what: string, from?: string, to?: string): void => {
      const { paths } = context.store;
      if (paths.length < CAPS.path) paths.push({ at: event.at, what, from, to, cite: context.cite(event) });
      else context.store.count('pathChanges');
    };
    return {
      on: {
        'kernel.utun/created': (event) => change(event, event.fields.interface, 'created'),
        'kernel.interface/delegating': (event) =>
          change(event, event.fields.interface, 'delegating', keep(printed(event.fields.delegate))),
        'kernel.interface/no-longer-delegating': (event) =>
          change(event, event.fields.interface, 'no-longer-delegating', keep(printed(event.fields.delegate))),
        'nesessionmanager.session/delegate-interface-set': (event) => {
          const uuid = known(parts(event.fields.session)?.id);
          const session = uuid === undefined ? undefined : context.store.session(uuid);
          const run = session?.runs.at(-1);
          if (run !== undefined) run.delegateInterface = keep(printed(event.fields.interface));
        },
        'nesessionmanager.server/interface-changed': (event) =>
          path(
            event,
            keep(printed(event.fields.kind)),
            keep(printed(event.fields.from)),
            keep(printed(event.fields.to)),
          ),
        'nesessionmanager.server/network-changed': (event) => path(event, keep(printed(event.fields.part))),
        'system.configd/network-changed': (event) => {
          const { summary } = event.fields;
          path(event, 'network', undefined, summary === undefined ? undefined : keep(printed(summary)));
        },
      },
    };
  },
};

function interfaceOf(context: TrackerContext, event: LooseEvent, name: string): MutableInterface | undefined {
  const { interfaces } = context.store;
  const before = interfaces.get(name);
  if (before !== undefined) return before;
  if (interfaces.size >= CAPS.interfaces) {
    context.store.count('interfaces');
    return undefined;
  }
  const made: MutableInterface = {
    name: keep(name),
    delegate: undefined,
    session: undefined,
    firstAt: event.at,
    history: [],
  };
  interfaces.set(made.name, made);
  return made;
}
