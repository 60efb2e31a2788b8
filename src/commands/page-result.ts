import { UserError } from '../lib/errors.ts';
import type { Redactor } from '../redact/redactor.ts';
import { renderTimeline, type TimelineOptions } from '../render/html/html.ts';
import { findingAt } from './finding-at.ts';
import { loadPageCode } from './page-code.ts';
import { namesIn, titleOf } from './page-title.ts';
import { provePage } from './prove-page.ts';

/** What came out of a capture. */
export type Analysis = Awaited<ReturnType<typeof import('../analyze.ts').analyze>>;

export interface PageFlags {
  readonly embed: TimelineOptions['embed'];
  readonly title?: string | undefined;
  readonly at?: string | undefined;
}

/** The page of a capture that was analysed with its timeline. Throws `UserError` (exit code 6) where a redacted one would leak. */
export function renderPage(
  { report, timeline, blank }: Analysis,
  inputs: readonly string[],
  flags: PageFlags,
  { root, redactor }: { readonly root: string; readonly redactor: Redactor | undefined },
): string {
  if (timeline === undefined) throw new Error('the analysis collected no timeline');
  const code = loadPageCode(root);
  const title = redactor === undefined ? flags.title : redactor.text(flags.title ?? '');
  const options: TimelineOptions = {
    code,
    title: titleOf(redactor === undefined ? inputs : namesIn(report), title),
    embed: flags.embed,
    startAt: findingAt(report, flags.at),
  };
  const page = renderTimeline(report, timeline, options);
  if (redactor !== undefined && blank !== undefined)
    provePage(redactor, page, renderTimeline(blank.report, blank.timeline, { ...options, title: '' }), code);
  return page;
}

/** Throws `UserError` (exit code 2) where a page would fill a terminal. */
export function refuseTerminal(output: string | undefined): void {
  if ((output !== undefined && output !== '-') || !process.stdout.isTTY) return;
  throw new UserError('the timeline is a page, which a terminal does not show', {
    exitCode: 2,
    hint: 'write it to a file: -o timeline.html (and --open to look at it)',
  });
}
