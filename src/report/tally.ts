import { printed } from '../lib/redacted.ts';
import type { Redacted } from '../model/redacted.ts';
import type { ExtensionReport } from '../model/report.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import { type CaptureSigns, createSignCounter } from './signs.ts';
import { createStartBook, type StartBook } from './starts/start-book.ts';

/** Counts recognised lines as they pass, and keeps what lists of the machine's system extensions say. */
export interface Tally {
  readonly byInput: readonly number[];
  readonly losses: number;
  /** Events by name, as often as they were seen, where somebody asks for them. */
  readonly events: ReadonlyMap<string, number>;
  /** What the lines tell of the capture's quality. */
  readonly signs: CaptureSigns;
  /** Each once, in the order of the lists. */
  readonly extensions: readonly ExtensionReport[];
  /** Starts of providers. */
  readonly starts: StartBook;
  /** `machine`: whose log it is. */
  see(event: LooseEvent, machine?: number): void;
}

/** The event of a line of `systemextensionsctl list`, which only the report reads. */
export const LISTED_EXTENSION = 'system.systemextensionsctl/extension';

/** More extensions no machine has. */
const MOST_EXTENSIONS = 200;

export function createTally(inputs: number, countsEvents = false): Tally {
  const byInput = new Array<number>(inputs).fill(0);
  const extensions = new Map<string, ExtensionReport>();
  const events = new Map<string, number>();
  const counter = createSignCounter();
  const starts = createStartBook();
  let losses = 0;
  return {
    byInput,
    events,
    starts,
    get signs() {
      return counter.signs;
    },
    get losses() {
      return losses;
    },
    get extensions() {
      return [...extensions.values()];
    },
    see(event, machine = 0) {
      if (countsEvents) events.set(event.name, (events.get(event.name) ?? 0) + 1);
      counter.see(event);
      starts.see(event, machine);
      byInput[event.ref.input] = (byInput[event.ref.input] ?? 0) + 1;
      if (event.name === 'log.meta/loss') losses += 1;
      if (event.name !== LISTED_EXTENSION || extensions.size >= MOST_EXTENSIONS) return;
      const extension = extensionOf(event);
      extensions.set(JSON.stringify(extension), extension);
    },
  };
}

function extensionOf({ fields }: LooseEvent): ExtensionReport {
  // Holes of the catalog's message are text, or what privacy left of it.
  const text = (field: string): string => printed((fields[field] ?? '') as string | Redacted);
  const build = text('build');
  return {
    bundle: text('bundle'),
    name: text('name'),
    team: text('team'),
    version: build === '' ? text('version') : `${text('version')}/${build}`,
    state: text('state') || text('otherState'),
  };
}
