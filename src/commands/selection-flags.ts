import { grammarFlag, whereFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { excludeFlag, partyFlags } from './party-flags.ts';
import { timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

/** Flags of every command that writes records of a capture again: which of them. */
export const selectionFlags = {
  where: whereFlag,
  ...partyFlags('proc', 'pid', 'level', 'grep'),
  exclude: excludeFlag,
  ...timeFlags,
  date: dateFlag,
  tz: tzFlag,
  grammar: grammarFlag,
};
