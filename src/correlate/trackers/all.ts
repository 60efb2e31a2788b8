import type { Tracker } from '../define-tracker.ts';
import { connectionTracker } from './connection.ts';
import { deathTracker } from './death.ts';
import { flowTracker } from './flow.ts';
import { powerTracker } from './power.ts';
import { processTracker } from './process.ts';
import { providerTracker } from './provider.ts';
import { reportTracker } from './report.ts';
import { sessionTracker } from './session.ts';

/** Every tracker of a run. The order here is free: `after` decides. */
export const TRACKERS: readonly Tracker[] = [
  processTracker,
  connectionTracker,
  providerTracker,
  sessionTracker,
  deathTracker,
  flowTracker,
  powerTracker,
  reportTracker,
];
