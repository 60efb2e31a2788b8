import { NEEDS } from '../lib/need-specs.ts';
import { recordCommand } from '../lib/record-command.ts';
import type { InputSummary } from '../model/input.ts';
import type { Need } from '../model/need.ts';
import type { QualityCheck } from '../model/report.ts';

/** Whether this event tells something of what is needed. */
export function isNeededFor(needs: readonly Need[], event: string): boolean {
  return needs.some((need) => NEEDS[need].events.some((start) => event.startsWith(start)));
}

interface NeedsInput {
  readonly needs: readonly Need[];
  /** Events by name, as often as they were seen. */
  readonly seen: ReadonlyMap<string, number>;
  readonly summaries: readonly InputSummary[];
}

/** For each need whether the capture can answer it, and the command that would record what is missing. */
export function needChecks({ needs, seen, summaries }: NeedsInput): QualityCheck[] {
  const hasLevel = (level: 'info' | 'debug'): boolean => summaries.some((summary) => summary.levels[level] > 0);
  return needs.map((need) => {
    const { lines, events, level, last } = NEEDS[need];
    const check = `need-${need}`;
    const remedy = recordCommand(last);
    let count = 0;
    for (const [event, times] of seen) if (events.some((start) => event.startsWith(start))) count += times;
    const lacksLevel = level !== 'default' && !hasLevel(level);
    if (count === 0)
      return {
        check,
        state: 'red',
        message: `${need}: no ${lines}${lacksLevel ? `, and no ${level} messages` : ''}`,
        remedy,
      };
    if (lacksLevel)
      return {
        check,
        state: 'amber',
        message: `${need}: ${count} lines, but no ${level} messages: parts are missing`,
        remedy,
      };
    return { check, state: 'green', message: `${need}: ${count} lines` };
  });
}
