import * as Flags from '@oclif/core/flags';
import { grammarFlag, outputFlags, rulesFlag } from '../capture-flags.ts';
import { dateFlag } from '../date-flag.ts';
import { reportFlags } from '../report-flags.ts';
import { tzFlag } from '../tz-flag.ts';

const DEFAULT_FILE = 'necropsy-baseline.json';

/** Which file is meant, and a day for tests. */
export const fileFlags = {
  baseline: Flags.string({
    default: DEFAULT_FILE,
    helpValue: 'FILE',
    summary: 'The baseline.',
    helpGroup: 'INPUT',
  }),
  today: reportFlags.today,
};

/** Of what reads captures. */
export const readingFlags = {
  date: dateFlag,
  tz: tzFlag,
  rule: reportFlags.rule,
  skip: reportFlags.skip,
  grammar: grammarFlag,
  rules: rulesFlag,
  quiet: outputFlags.quiet,
};
