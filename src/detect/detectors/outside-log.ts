import type { ProcessRun } from '../../model/entity.ts';
import { HOUR, MINUTE } from '../../model/units.ts';
import type { Observed } from '../observed.ts';

/** A report this long before the first line of the log, or after its last known one, is about something else than the log. */
const BEFORE_US = 10 * MINUTE;
const AFTER_US = HOUR;

export interface ByLog {
  /** In the log's time, or there is no log. */
  readonly within: readonly ProcessRun[];
  /** Only reports tell of these, and they are of another time than the log. */
  readonly outside: readonly ProcessRun[];
}

/** Reports of former days lie beside the log in a sysdiagnose: they count at their own time. */
export function byLog(runs: readonly ProcessRun[], { log }: Observed): ByLog {
  const isOutside = ({ lines, end }: ProcessRun): boolean => {
    if (log === undefined || lines > 0 || end === undefined) return false;
    return end.at < log.from - BEFORE_US || end.at > log.to + AFTER_US;
  };
  return { within: runs.filter((run) => !isOutside(run)), outside: runs.filter(isOutside) };
}
