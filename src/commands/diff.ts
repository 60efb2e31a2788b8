import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, outputFlags, rulesFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { runDiff } from './diff-run.ts';
import { tzFlag } from './tz-flag.ts';

export class Diff extends Command {
  static override readonly summary = 'Compare a capture in which it worked with one in which it does not.';
  static override readonly description =
    'Both are analysed as analyze does. Findings that are new, gone or changed, the sessions and what became of the flows stand side by side; what one capture could not have shown is not compared. Ends in 1 where something got worse.';
  static override readonly usage = 'diff GOOD BAD [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> diff yesterday.ndjson today.ndjson',
    '<%= config.bin %> diff good.tar.gz bad.tar.gz --json',
  ];
  static override readonly args = {
    good: Args.string({ required: true, ignoreStdin: true, description: 'The capture in which it worked.' }),
    bad: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'The capture in which it does not; - is a pipe.',
    }),
  };
  static override readonly flags = {
    date: dateFlag,
    tz: tzFlag,
    json: Flags.boolean({ summary: 'The comparison as JSON.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    grammar: grammarFlag,
    rules: rulesFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Diff);
    process.exitCode = await runDiff(args.good, args.bad, flags, this.config.version);
  }
}
