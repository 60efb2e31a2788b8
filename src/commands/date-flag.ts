import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { parseDate } from '../lib/time-parse.ts';
import type { CalendarDate } from '../model/units.ts';

/** For exports that lack it: copies from Console print no date, the syslog of a device no year. */
export const dateFlag = Flags.string({
  helpValue: 'YYYY-MM-DD',
  summary: 'The day on which exports that print no date, or no year, begin.',
  helpGroup: 'TIME',
});

/** The day that was given. Throws `UserError` (exit code 2) for what is none. */
export function dateOf(text: string | undefined): CalendarDate | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (date !== undefined) return date;
  throw new UserError(`--date takes a day as 2026-03-18; ${JSON.stringify(text)} is none`, { exitCode: 2 });
}
