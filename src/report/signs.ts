import { isReport } from '../lib/report-events.ts';
import type { Span } from '../model/entity.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Micros } from '../model/units.ts';

/** What the recognised lines themselves tell of the capture's quality, counted as they pass. */
export interface CaptureSigns {
  readonly events: number;
  /** Lines with a `<private>` in them. */
  readonly redacted: number;
  /** How often the wall clock was set while it ran. */
  readonly clockSteps: number;
  /** From when on lines of a kind are kept, in log order. */
  readonly classes: readonly { readonly name: string; readonly at: Micros; readonly input: number }[];
  /** The longest stretch between two recognised lines. */
  readonly gap: Span | undefined;
}

export interface SignCounter {
  readonly signs: CaptureSigns;
  see(event: LooseEvent): void;
}

const CLASS = /^=== log class: (.{1,80}) begins/;
const MOST_CLASSES = 32;

export function createSignCounter(): SignCounter {
  const classes: CaptureSigns['classes'][number][] = [];
  let events = 0;
  let redacted = 0;
  let clockSteps = 0;
  let last: Micros | undefined;
  let gap: Span | undefined;

  const meta = (event: LooseEvent): void => {
    if (event.name === 'log.meta/wallclock-adjusted') clockSteps += 1;
    const name = event.name === 'log.meta/class-begins' ? CLASS.exec(event.message)?.[1] : undefined;
    if (name !== undefined && classes.length < MOST_CLASSES)
      classes.push({ name: Buffer.from(name).toString(), at: event.at, input: event.ref.input });
  };
  return {
    get signs() {
      return { events, redacted, clockSteps, classes, gap };
    },
    see(event) {
      events += 1;
      if (event.name.startsWith('log.meta/')) meta(event);
      // Reports and pmset are of other times, and written by tools.
      if (isReport(event.name) || event.name.startsWith('system.pmset')) return;
      if (event.message.includes('<private>')) redacted += 1;
      const { at } = event;
      if (last !== undefined && at - last > (gap === undefined ? 0 : gap.to - gap.from)) gap = { from: last, to: at };
      if (last === undefined || at > last) last = at;
    },
  };
}
