import type { Story, StoryLine } from '../../model/story.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { placeOf } from '../terminal/place.ts';
import { count } from '../terminal/words.ts';
import { whoOf } from '../who.ts';
import type { Block } from './document.ts';
import { daysText } from './when.ts';

const TEXT = 160;

/** What happened, line by line across processes, and what it comes to unless that is `known`; nothing where there is no story. */
export function storyBlocks(story: Story | undefined, known: string): Block[] {
  if (story === undefined || story.lines.length === 0) return [];
  const { lines, omitted, cause } = story;
  const sure = cause?.confidence === undefined ? '' : ` (confidence ${cause.confidence})`;
  const last = lines.at(-1);
  const days = daysText(lines[0]?.at ?? '', last?.until ?? last?.at ?? '');
  return [
    { kind: 'heading', text: 'What happened' },
    ...(days === '' ? [] : [said(days)]),
    { kind: 'lines', lines: lines.map(storyLine) },
    ...(omitted === 0 ? [] : [said(`${count(omitted, 'lesser moment')} left out.`)]),
    ...(cause === undefined || cause.text === known ? [] : [said(`${cause.text}${sure}`)]),
  ];
}

function said(text: string): Block {
  return { kind: 'paragraph', spans: [text] };
}

/** `▶ 14:05:05.020 … 14:05:10.283  kernel  says  ×7  (L118)`. */
function storyLine(told: StoryLine): string {
  const { at, until, times, says, quotes, decisive, inferred, line, file } = told;
  const time = [at, ...(until === undefined ? [] : [until])].map((each) => cutMiddle(timeOfDay(each), 24)).join(' … ');
  const fold = times === undefined ? '' : `  ×${times}`;
  const place = line === undefined && file === undefined ? '' : `  (${cutMiddle(placeOf(told), 40)})`;
  const text = cutMiddle(says ?? quotes ?? '', TEXT);
  return `${decisive ? '▶' : ' '} ${time}  ${cutMiddle(whoOf(told), 40)}  ${text}${inferred ? ' (by circumstance)' : ''}${fold}${place}`;
}
