import * as Flags from '@oclif/core/flags';
import { LIST_FORMATS, type ListFormat } from '../render/listing/formats.ts';
import { grammarFlag, outputFlags } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { type RedactionFlags, redactionFlags } from './redaction-flags.ts';
import { bootFlag, type TimeFlags, timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

/** Flags of every command that prints a list out of the report. Groups as in cli.md section 1. */
export const listFlags = {
  ...timeFlags,
  boot: bootFlag,
  where: Flags.string({
    helpValue: 'PREDICATE',
    summary: 'Only rows for which this holds, over the columns: closedBy == "kernel" AND dur < 1s.',
    helpGroup: 'SELECT',
  }),
  limit: Flags.integer({ min: 1, helpValue: 'N', summary: 'Stop after so many rows.', helpGroup: 'SELECT' }),
  date: dateFlag,
  tz: tzFlag,
  grammar: grammarFlag,
  format: Flags.option({ options: LIST_FORMATS })({
    char: 'f',
    default: 'table',
    helpValue: LIST_FORMATS.join('|'),
    summary: 'How the list is written.',
    helpGroup: 'OUTPUT',
  }),
  ...outputFlags,
  ...redactionFlags,
};

/** The parsed `listFlags`. */
export interface ListFlags extends TimeFlags, RedactionFlags {
  readonly where?: string | undefined;
  readonly limit?: number | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly format: ListFormat;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}
