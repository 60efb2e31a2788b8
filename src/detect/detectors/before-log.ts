import type { ProcessRun } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import type { Observed } from '../observed.ts';

/** A report this long before the first line of the log is about something else than the log. One behind it is news. */
const BEFORE_US = 10 * MINUTE;

export interface ByLog {
  /** In the log's time or after it, or there is no log. */
  readonly within: readonly ProcessRun[];
  /** Only reports tell of these, and they are older than the log. */
  readonly before: readonly ProcessRun[];
}

/** Reports of former days lie beside the log in a sysdiagnose: they count at their own time. */
export function byLog(runs: readonly ProcessRun[], { log }: Observed): ByLog {
  const isBefore = ({ lines, end }: ProcessRun): boolean => {
    if (log === undefined || lines > 0 || end === undefined) return false;
    return end.at < log.from - BEFORE_US;
  };
  return { within: runs.filter((run) => !isBefore(run)), before: runs.filter(isBefore) };
}
