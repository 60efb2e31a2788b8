import { createHmac } from 'node:crypto';
import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { createTimeShift, type TimeShift } from '../lib/time-shift.ts';

export const shiftFlag = Flags.string({
  helpValue: 'DAYS|key',
  summary:
    'Move every date by this many days, as in --shift-time=-37d, or by whole weeks into the past that the key decides: order, durations and time of day stay.',
  helpGroup: 'PRIVACY',
});

/** Beyond this there is no calendar to move to. */
const MOST_DAYS = 20_000;
const MOST_WEEKS = 104;

/** What moves the times of this run; undefined where nobody asked for it. Throws `UserError` (exit code 2) for what is no number of days. */
export async function timeShiftOf(
  text: string | undefined,
  keyFile: string | undefined,
): Promise<TimeShift | undefined> {
  if (text === undefined) return undefined;
  if (text === 'key') return createTimeShift(await daysOfKey(keyFile));
  const [, sign, count = '', unit] = /^([+-]?)(\d{1,5})([dw])$/.exec(text) ?? [];
  const days = Number(count) * (unit === 'w' ? 7 : 1) * (sign === '-' ? -1 : 1);
  if (count !== '' && days !== 0 && Math.abs(days) <= MOST_DAYS) return createTimeShift(days);
  throw new UserError(
    `--shift-time takes whole days as -37d or weeks as -5w, or key; ${JSON.stringify(text)} is neither`,
    {
      exitCode: 2,
      hint: 'days only: a time of day in a text may as well be a duration, so none can be moved',
    },
  );
}

/** Weeks, so that days of the week stay; into the past, where logs come from. The same key, the same days. */
async function daysOfKey(keyFile: string | undefined): Promise<number> {
  const { readKey } = await import('../redact/key-store.ts');
  const key = keyFile === undefined ? undefined : readKey(keyFile);
  if (key === undefined)
    throw new UserError('--shift-time=key moves times by what the key says: give --key-file too', { exitCode: 2 });
  const weeks = (createHmac('sha256', key).update('shift-time').digest().readUInt32BE(0) % MOST_WEEKS) + 1;
  return -7 * weeks;
}
