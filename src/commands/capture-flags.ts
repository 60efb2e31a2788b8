import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';

/** What every command that reads captures takes. Groups as in cli.md section 1. */
export const captureArgs = {
  input: Args.string({ multiple: true, ignoreStdin: true, description: 'Captures; - is standard input.' }),
};

export const grammarFlag = Flags.string({
  multiple: true,
  multipleNonGreedy: true,
  helpValue: 'FILE|DIR',
  summary: 'Know these messages and rules too.',
  helpGroup: 'RULES',
});

export const rulesFlag = Flags.string({
  multiple: true,
  multipleNonGreedy: true,
  helpValue: 'FILE|DIR',
  summary: 'Run these rules too; wrong ones are refused, with place and suggestion.',
  helpGroup: 'RULES',
});

export const whereFlag = Flags.string({
  helpValue: 'PREDICATE',
  summary: 'Only what this predicate holds for, written as for log show --predicate.',
  helpGroup: 'SELECT',
});

export const outputFlags = {
  output: Flags.string({ char: 'o', helpValue: 'FILE', summary: 'Write the result to a file.', helpGroup: 'OUTPUT' }),
  'no-color': Flags.boolean({ summary: 'No colour; NO_COLOR and TERM=dumb mean the same.', helpGroup: 'OUTPUT' }),
  quiet: Flags.boolean({ char: 'q', summary: 'Nothing on standard error but errors.', helpGroup: 'OUTPUT' }),
  width: Flags.integer({ hidden: true, min: 20, max: 1000 }),
};

/** The inputs named, or standard input; undefined where a terminal waits for none. */
export function inputsOf(named: readonly string[] | undefined): readonly string[] | undefined {
  if (named !== undefined && named.length > 0) return named;
  return process.stdin.isTTY ? undefined : ['-'];
}
