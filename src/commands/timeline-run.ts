import { basename } from 'node:path';
import { UserError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import type { Embedding } from '../render/html/page-data.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { openInBrowser } from './open-in-browser.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { loadPageCode } from './page-code.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

/** The parsed flags of `timeline`. */
export interface TimelineFlags {
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
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const [{ analyze }, { renderTimeline }] = await Promise.all([
    import('../analyze.ts'),
    import('../render/html/html.ts'),
  ]);
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const interrupt = catchInterrupt();
  try {
    const { version, root } = program;
    const { signal } = interrupt;
    const { report, timeline } = await analyze({ inputs, catalog, version, date, zone, signal, timeline: true });
    if (timeline === undefined) throw new Error('the analysis collected no timeline');
    const page = renderTimeline(report, timeline, {
      code: loadPageCode(root),
      title: flags.title ?? titleOf(inputs),
      embed: flags.embed,
      startAt: findingAt(report, flags.at),
    });
    if ((await writeResult(page, flags.output)) === 'closed') return 0;
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

function titleOf(inputs: readonly string[]): string {
  const names = inputs.map((input) => (input === '-' ? 'standard input' : basename(input)));
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
}

/** By its number, or the first of a detector. Throws `UserError` (exit code 2) where there is no such finding. */
function findingAt({ findings }: Report, at: string | undefined): number | undefined {
  if (at === undefined) return undefined;
  const index = /^\d+$/.test(at) ? Number(at) - 1 : findings.findIndex(({ detector }) => detector === at);
  if (findings[index] !== undefined) return index;
  const found = findings.map(({ detector }, i) => `${i + 1} ${detector}`);
  throw new UserError(`there is no finding ${at} in this capture`, {
    exitCode: 2,
    hint: found.length === 0 ? 'nothing was found in it: leave --at out' : `found: ${found.slice(0, 10).join(', ')}`,
  });
}
