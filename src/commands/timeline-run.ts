import { UserError } from '../lib/errors.ts';
import type { TimelineOptions } from '../render/html/html.ts';
import type { Embedding } from '../render/html/page-data.ts';
import { dateOf } from './date-flag.ts';
import { findingAt } from './finding-at.ts';
import { catchInterrupt } from './interrupt.ts';
import { openInBrowser } from './open-in-browser.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { loadPageCode } from './page-code.ts';
import { namesIn, titleOf } from './page-title.ts';
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
  refuseTerminal(flags.output);
  const times = timeSelection(flags);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const [{ analyze }, { renderTimeline }] = await Promise.all([
    import('../analyze.ts'),
    import('../render/html/html.ts'),
  ]);
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  try {
    const { version, root } = program;
    const { signal } = interrupt;
    const analysis = await analyze({ inputs, catalog, version, date, zone, times, signal, timeline: true, redactor });
    const { report, timeline, blank } = analysis;
    if (timeline === undefined) throw new Error('the analysis collected no timeline');
    const code = loadPageCode(root);
    const options: TimelineOptions = {
      code,
      title: titleOf(
        redactor === undefined ? inputs : namesIn(report),
        redactor?.text(flags.title ?? '') ?? flags.title,
      ),
      embed: flags.embed,
      startAt: findingAt(report, flags.at),
    };
    const page = renderTimeline(report, timeline, options);
    if (redactor !== undefined && blank !== undefined) {
      const { provePage } = await import('./prove-page.ts');
      provePage(redactor, page, renderTimeline(blank.report, blank.timeline, { ...options, title: '' }), code);
    }
    if ((await writeResult(page, flags.output)) === 'closed') return 0;
    revealing?.save();
    if (!flags.quiet && flags.output !== undefined) {
      const size = `${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB`;
      note(`wrote ${flags.output}: ${timeline.lines.count} lines, ${timeline.flows.length} flows, ${size}`);
    }
    if (flags.open && flags.output !== undefined) await openInBrowser(flags.output);
    return interrupt.signal.aborted ? 130 : isFlawed ? 4 : 0;
  } finally {
    interrupt.release();
  }
}

function refuseTerminal(output: string | undefined): void {
  if (output !== undefined || !process.stdout.isTTY) return;
  throw new UserError('the timeline is a page, which a terminal does not show', {
    exitCode: 2,
    hint: 'write it to a file: -o timeline.html (and --open to look at it)',
  });
}
