import { UserError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { ListFormat } from '../render/listing/formats.ts';
import { knownMarker } from './baseline-flag.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface StoryFlags extends RedactionFlags, TimeFlags {
  readonly at?: string | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
  readonly format: ListFormat;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Reads, analyses, tells. Ends in the exit code; throws `UserError` (2) where the capture has nothing by that name. */
export async function runStory(inputs: readonly string[], flags: StoryFlags, version: string): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const times = timeSelection(flags);
  const markKnown = await knownMarker(flags);
  const { analyze } = await import('../analyze.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { report, story } = await analyze({
      inputs,
      catalog,
      version,
      date,
      zone,
      times,
      redactor,
      markKnown,
      story: { at: flags.at },
      signal: interrupt.signal,
      onRead: progress?.onRead,
    });
    progress?.stop();
    if (story === undefined) throw unknownPlace(flags.at ?? '', report);
    const text = await render(story, flags);
    if (redactor !== undefined) {
      const { blankParts } = await import('../redact/parts.ts');
      proveText(redactor, text, await render(blankParts({ story }).story, flags));
    }
    await writeResult(text, flags.output);
    revealing?.save();
    if (!flags.quiet)
      for (const { message, state } of report.capture.quality) if (state !== 'green') note(`capture: ${message}`);
  } finally {
    progress?.stop();
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

async function render(story: Story, flags: StoryFlags): Promise<string> {
  if (flags.format === 'json') {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(story, 2)}\n`;
  }
  if (flags.format === 'md') {
    const { storyMarkdown } = await import('../render/markdown/story.ts');
    return `${storyMarkdown(story)}\n`;
  }
  if (flags.format !== 'table') {
    const [{ renderList }, { STORY_COLUMNS }] = await Promise.all([
      import('../render/listing/listing.ts'),
      import('../render/listing/step-columns.ts'),
    ]);
    return renderList(story.lines, STORY_COLUMNS, { format: flags.format, width: 80, colour: false });
  }
  const { renderStory } = await import('../render/terminal/story.ts');
  const around = surroundings();
  const colour = flags.output === undefined && usesColour(around, flags['no-color']);
  return renderStory(story, { width: flags.width ?? widthOf(around), colour });
}

function unknownPlace(at: string, { findings }: Report): UserError {
  const found = findings.map(({ detector }, index) => `${index + 1} ${detector}`);
  return new UserError(`--at ${at} is no finding, no flow and no time of this capture`, {
    exitCode: 2,
    hint:
      found.length === 0
        ? 'nothing was found in it: give a time, as "07:45±2m"'
        : `found: ${found.slice(0, 10).join(', ')}`,
  });
}
