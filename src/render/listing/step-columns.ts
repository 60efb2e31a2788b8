import type { TrailStep } from '../../model/flow-trail.ts';
import type { QualityCheck } from '../../model/report.ts';
import type { StoryLine } from '../../model/story.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { placeOf } from '../terminal/place.ts';
import type { Column } from './listing.ts';

/** A step of a flow with the flow and the lane that it is of. */
export interface TrailRow extends Omit<TrailStep, 'lane'> {
  readonly flow: string;
  readonly lane: string;
  readonly process: string;
}

export const TRAIL_COLUMNS: readonly Column<TrailRow>[] = [
  { key: 'flow', title: 'flow', value: ({ flow }) => flow },
  { key: 'at', title: 'time', value: ({ at }) => at, text: ({ at }) => timeOfDay(at) },
  { key: 'sinceUs', title: 'µs', value: ({ sinceUs }) => sinceUs },
  { key: 'lane', title: 'lane', value: ({ lane }) => lane },
  { key: 'process', title: 'process', value: ({ process }) => process },
  { key: 'text', title: 'what', value: ({ text }) => text },
  { key: 'grade', title: 'known', value: ({ grade }) => grade },
  { key: 'closes', title: 'ends it', value: ({ closes }) => (closes === true ? 'yes' : '') },
  { key: 'line', title: 'line', value: placeText },
];

export const STORY_COLUMNS: readonly Column<StoryLine>[] = [
  { key: 'at', title: 'time', value: ({ at }) => at },
  { key: 'until', title: 'until', value: ({ until }) => until },
  { key: 'times', title: 'times', value: ({ times }) => times ?? 1 },
  { key: 'who', title: 'who', value: ({ who }) => who },
  { key: 'pid', title: 'pid', value: ({ pid }) => pid },
  { key: 'says', title: 'what', value: ({ says }) => says },
  { key: 'quotes', title: 'the log says', value: ({ quotes }) => quotes },
  { key: 'decisive', title: 'decides', value: ({ decisive }) => (decisive ? 'yes' : '') },
  { key: 'input', title: 'input', value: ({ input }) => input },
  { key: 'line', title: 'line', value: placeText },
];

export const CHECK_COLUMNS: readonly Column<QualityCheck>[] = [
  { key: 'state', title: 'state', value: ({ state }) => state },
  { key: 'check', title: 'check', value: ({ check }) => check },
  { key: 'message', title: 'what it means', value: ({ message }) => message },
  { key: 'remedy', title: 'what would record it', value: ({ remedy }) => remedy },
];

function placeText(place: Parameters<typeof placeOf>[0]): string {
  return place.line === undefined && place.file === undefined ? '' : placeOf(place);
}
