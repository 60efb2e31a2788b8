import type { UnexpectedStep } from '../model/connection.ts';
import type { Cite } from '../model/entity.ts';
import type { Transition } from '../model/transition.ts';
import type { EventName, EventOf, LooseEvent, TypedEvent } from '../model/typed-event.ts';
import type { Store } from './store.ts';

/** Handlers by event name; the argument's type follows from the key. */
export type EventHandlers = { [N in EventName]?: (event: EventOf<N>) => void };

export interface TrackerContext {
  readonly store: Store;
  cite(event: TypedEvent | LooseEvent): Cite;
  announce(transition: Transition): void;
  /** Remembers a step that its entity's table of states does not know, and announces it. */
  unexpect(step: UnexpectedStep): void;
}

export interface TrackerInstance {
  readonly on: EventHandlers;
  /** Sees every event before the named handlers of this tracker. */
  every?(event: LooseEvent): void;
  /** The machine restarted: everything alive in the old boot is over. */
  boot?(cite: Cite): void;
  /** End of the capture. */
  finish?(): void;
}

export interface Tracker {
  readonly id: string;
  /** Trackers that must have seen an event before this one does. */
  readonly after: readonly string[];
  /** Events that it reads through `every`, beside those it has handlers for. */
  readonly reads?: readonly EventName[];
  /** Events of which `every` takes the text alone: their fields need not be read. */
  readonly hears?: readonly EventName[];
  create(context: TrackerContext): TrackerInstance;
}

/** Trackers in an order that honours `after`; a cycle or an unknown name is our bug and throws. */
export function inOrder(trackers: readonly Tracker[]): Tracker[] {
  const byId = new Map(trackers.map((tracker) => [tracker.id, tracker]));
  const done = new Set<string>();
  const sorted: Tracker[] = [];
  const visit = (tracker: Tracker, path: readonly string[]): void => {
    if (done.has(tracker.id)) return;
    if (path.includes(tracker.id))
      throw new Error(`trackers wait for each other: ${[...path, tracker.id].join(' → ')}`);
    for (const id of tracker.after) {
      const before = byId.get(id);
      if (before === undefined) throw new Error(`tracker ${tracker.id} waits for ${id}, which does not exist`);
      visit(before, [...path, tracker.id]);
    }
    done.add(tracker.id);
    sorted.push(tracker);
  };
  for (const tracker of trackers) visit(tracker, []);
  return sorted;
}
