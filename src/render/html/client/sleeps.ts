import type { TimelineBar } from '../../../model/timeline.ts';
import type { App } from './store.ts';

/** The stretches in which the machine slept or was awake in the dark. */
export function sleeps({ page }: App): TimelineBar[] {
  return page.config.bars.filter(({ kind, name }) => kind === 'power' && (name === 'asleep' || name === 'dark'));
}
