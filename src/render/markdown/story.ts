import type { Story, StoryLine } from '../../model/story.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { placeOf } from '../terminal/place.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { number } from '../terminal/words.ts';
import { whoOf } from '../who.ts';
import { code, inline, table } from './escape.ts';

const QUOTE = 300;

/** The story as a table for a ticket, with what it comes to below. */
export function storyMarkdown(story: Story): string {
  const { lines, cause, omitted } = visibleDeep(story);
  const rows = lines.map((each) => [
    inline(`${timeOfDay(each.at)}${each.until === undefined ? '' : ` … ${timeOfDay(each.until)}`}`),
    inline(whoOf(each)),
    `${each.decisive ? '▶ ' : ''}${words(each)}${each.times === undefined ? '' : ` ×${number(each.times)}`}`,
    each.line === undefined && each.file === undefined ? '' : inline(placeOf(each)),
  ]);
  return [
    table(['time', 'who', 'what', 'line'], rows),
    ...(omitted > 0 ? [`${number(omitted)} lesser moments left out.`] : []),
    ...(cause === undefined ? [] : [`**Cause:** ${inline(cause.text)}`]),
    ...(cause?.confidence === undefined
      ? []
      : [`Confidence ${cause.confidence}: ${cause.reasons.map((reason) => inline(reason)).join(' · ')}`]),
  ].join('\n\n');
}

function words({ says, quotes, inferred }: StoryLine): string {
  if (says !== undefined) return `${inline(says)}${inferred ? ' (by circumstance)' : ''}`;
  return code(cutMiddle(quotes ?? '', QUOTE));
}
