import * as Flags from '@oclif/core/flags';

import { FORMAT_NAMES, FORMATS, PAGE } from '../render/formats.ts';
import { baselineFlags } from './baseline-flag.ts';
import { grammarFlag, rulesFlag } from './capture-flags.ts';

import { dateFlag } from './date-flag.ts';
import { partyFlags } from './party-flags.ts';
import { redactionFlags } from './redaction-flags.ts';
import { bootFlag, timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

const SEVERITIES = ['info', 'warn', 'warning', 'error'] as const;

/** Flags of every command that ends in a report. Groups as in cli.md section 1. */
export const reportFlags = {
  ...timeFlags,
  boot: bootFlag,
  ...partyFlags('app', 'proc', 'pid', 'session', 'iface'),
  date: dateFlag,
  tz: tzFlag,
  'min-severity': Flags.option({ options: SEVERITIES })({
    helpValue: 'info|warn|error',
    summary: 'Leave out findings below this severity.',
    helpGroup: 'SELECT',
  }),
  'min-confidence': Flags.option({ options: ['low', 'medium', 'high'] as const })({
    helpValue: 'low|medium|high',
    summary: 'Leave out findings that are less sure; they do not count for --fail-on either.',
    helpGroup: 'SELECT',
  }),
  all: Flags.boolean({ summary: 'Show every finding in full, not only the worst.', helpGroup: 'SELECT' }),
  format: Flags.option({ options: FORMAT_NAMES })({
    char: 'f',
    helpValue: 'FORMAT',
    summary: `table (the screen; piped, one line per finding), ${[...Object.keys(FORMATS), PAGE.name].join(', ')}. [default: by the name of --output, else table]`,
    helpGroup: 'OUTPUT',
  }),
  json: Flags.boolean({ summary: 'Short for --format json.', helpGroup: 'OUTPUT' }),
  output: Flags.string({
    char: 'o',
    helpValue: 'FILE',
    summary: 'Write the result to a file; .md, .svg, .csv and so on choose the format.',
    helpGroup: 'OUTPUT',
  }),
  'no-color': Flags.boolean({ summary: 'No colour; NO_COLOR and TERM=dumb mean the same.', helpGroup: 'OUTPUT' }),
  quiet: Flags.boolean({ char: 'q', summary: 'Nothing on standard error but errors.', helpGroup: 'OUTPUT' }),
  width: Flags.integer({ hidden: true, min: 20, max: 1000 }),
  grammar: grammarFlag,
  rules: rulesFlag,
  rule: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    delimiter: ',',
    helpValue: 'DETECTOR',
    summary: 'Run these detectors only.',
    helpGroup: 'RULES',
  }),
  skip: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    delimiter: ',',
    helpValue: 'DETECTOR',
    summary: 'Run all detectors but these.',
    helpGroup: 'RULES',
  }),
  'fail-on': Flags.option({ options: ['never', ...SEVERITIES, 'new'] as const })({
    default: 'never',
    helpValue: 'never|info|warn|error|new',
    summary: 'Exit 1 where there is a finding of this severity or above; new: one that the baseline does not know.',
    helpGroup: 'RULES',
  }),
  ...baselineFlags,
  strict: Flags.boolean({ summary: 'Exit 5 where the capture could not be read completely.', helpGroup: 'RULES' }),
  ...redactionFlags,
};
