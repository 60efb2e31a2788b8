import type { Capture, SeenRecord } from '../capture.ts';
import type { Catalog } from '../model/catalog.ts';
import { dateOf } from './date-flag.ts';
import { endOfCapture } from './end-of-capture.ts';
import { catchInterrupt, type Interrupt } from './interrupt.ts';
import { note } from './output.ts';
import { partiesOfRecord } from './parties.ts';
import { compileParties, type PartyFlags } from './party-flags.ts';
import { createProgress, type ProgressDisplay } from './progress.ts';
import { createContext, type RunContext } from './record-context.ts';
import type { RedactionFlags } from './redaction-flags.ts';
import { surroundings } from './terminal.ts';
import { createTimeFilter, type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';
import { compileWhere } from './where-flag.ts';

export interface SelectionFlags extends TimeFlags, RedactionFlags, PartyFlags {
  readonly where?: string | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly quiet: boolean;
}

/** An opened capture and the part of it that the flags ask for. */
export interface Selection {
  readonly capture: Capture;
  readonly context: RunContext;
  readonly isWanted: (seen: SeenRecord) => boolean;
  readonly interrupt: Interrupt;
  /** Says on a terminal how far the reading is; to be stopped before anything else is said. */
  readonly progress: ProgressDisplay | undefined;
  readonly catalog: Catalog;
  /** Whether a grammar of the user's has faults. */
  readonly isFlawed: boolean;
}

export async function openSelection(
  inputs: readonly string[],
  flags: SelectionFlags,
  { recognizes }: { readonly recognizes: boolean },
): Promise<Selection> {
  const times = timeSelection(flags);
  const zone = zoneOf(flags.tz);
  const date = dateOf(flags.date);
  const { readCapture } = await import('../capture.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const context = createContext();
  const where = flags.where === undefined ? () => true : await compileWhere(flags.where, catalog, context);
  const isOf = compileParties(flags);
  const interrupt = catchInterrupt();
  // What goes to a terminal shows by itself how far it is.
  const progress = createProgress(flags.quiet || (flags.output === undefined && surroundings().isTerminal));
  try {
    const needs = recognizes ? {} : { needs: () => false };
    const read = { signal: interrupt.signal, onRead: progress?.onRead };
    const capture = await readCapture(inputs, { catalog, ...needs, readsAll: true, ...read, date, zone });
    context.capture = capture;
    const end = times.lastUs === undefined ? undefined : await endOfCapture(inputs, capture);
    const isInTime = createTimeFilter(times, end);
    const isWanted = (seen: SeenRecord): boolean =>
      isInTime(seen.record.at, context.offsetOf(seen.record.at, seen.record.ref.input)) &&
      isOf(partiesOfRecord(seen.record, seen.event)) &&
      where(seen);
    return { capture, context, isWanted, interrupt, progress, catalog, isFlawed };
  } catch (error) {
    progress?.stop();
    interrupt.release();
    throw error;
  }
}

export function sayWhatWasRead(capture: Capture, written: number): void {
  const records = capture.summaries().reduce((sum, summary) => sum + summary.records, 0);
  note(`${written.toLocaleString('en')} written of ${records.toLocaleString('en')} records`);
  for (const { message, count } of capture.problems()) note(count > 1 ? `${message} (${count}×)` : message);
}
