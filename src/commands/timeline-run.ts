import type { Embedding } from '../render/html/page-data.ts';
import { knownMarker } from './baseline-flag.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { openInBrowser } from './open-in-browser.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

/** The parsed flags of `timeline`. */
export interface TimelineFlags extends TimeFlags, RedactionFlags {
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly at?: string | undefined;
  readonly output?: string | undefined;
  readonly open: boolean;
  readonly embed: Embedding | 'auto';
  readonly title?: string | undefined;
  readonly quiet: boolean;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
}

interface Program {
  readonly version: string;
  /** Folder of the package. */
  readonly root: string;
}

/** Reads, analyses, writes the page. Ends in the exit code. Throws what `failureOf` knows how to say. */
export async function runTimeline(
  inputs: readonly string[],
  flags: TimelineFlags,
  program: Program,
): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const times = timeSelection(flags);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const markKnown = await knownMarker(flags);
  const [{ analyze }, { renderPage, refuseTerminal }] = await Promise.all([
    import('../analyze.ts'),
    import('./page-result.ts'),
  ]);
  refuseTerminal(flags.output);
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  try {
    const { version, root } = program;
    const { signal } = interrupt;
    const read = { inputs, catalog, version, date, zone, times, signal };
    const analysis = await analyze({ ...read, timeline: true, markKnown, redactor });
    const page = renderPage(analysis, inputs, flags, { root, redactor });
    const { timeline } = analysis;
    if ((await writeResult(page, flags.output)) === 'closed') return 0;
    revealing?.save();
    if (!flags.quiet && flags.output !== undefined && timeline !== undefined) {
      const size = `${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB`;
      note(`wrote ${flags.output}: ${timeline.lines.count} lines, ${timeline.flows.length} flows, ${size}`);
    }
    if (flags.open && flags.output !== undefined) await openInBrowser(flags.output);
    return interrupt.signal.aborted ? 130 : isFlawed ? 4 : 0;
  } finally {
    interrupt.release();
  }
}
