import type { Cite } from '../model/entity.ts';
import type { EventBase } from '../model/typed-event.ts';

/** A cite of this event. The text is kept only where the input cannot be read twice. */
export function citeOf(event: EventBase, keepsText: (input: number) => boolean): Cite {
  return {
    at: event.at,
    ref: event.ref,
    process: event.origin.process,
    pid: event.pid,
    text: keepsText(event.ref.input) ? event.message : undefined,
  };
}
