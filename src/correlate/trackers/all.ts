import type { Tracker } from '../define-tracker.ts';
import { connectionTracker } from './connection.ts';
import { deathTracker } from './death.ts';
import { dnsTracker } from './dns.ts';
import { extensionTracker } from './extension.ts';
import { filterFlowTracker } from './filter-flow.ts';
import { flowTracker } from './flow.ts';
import { networkTracker } from './network.ts';
import { powerTracker } from './power.ts';
import { processTracker } from './process.ts';
import { providerTracker } from './provider.ts';
import { reportTracker } from './report.ts';
import { sessionTracker } from './session.ts';
import { taskTracker } from './task.ts';

/** Every tracker of a run. The order here is free: `after` decides. */
export const TRACKERS: readonly Tracker[] = [
  processTracker,
  connectionTracker,
  providerTracker,
  sessionTracker,
  deathTracker,
  flowTracker,
  filterFlowTracker,
  dnsTracker,
  taskTracker,
  networkTracker,
  extensionTracker,
  powerTracker,
  reportTracker,
];
