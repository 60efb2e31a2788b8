import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { runGrammarCheck } from '../grammar-check-run.ts';

export class GrammarCheck extends Command {
  static override readonly summary = 'Check grammar files: yours, or those that ship with necropsy.';
  static override readonly description =
    'Every problem with file, line, column and a suggestion; every sample is matched, every example of a rule is run. Ends in 4 where there is an error. Without FILE it checks the built-in catalog.';
  static override readonly usage = 'grammar check [FILE|DIR...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> grammar check acme.grammar',
    '<%= config.bin %> grammar check grammars/ --no-warnings',
  ];
  static override readonly args = {
    file: Args.string({ multiple: true, ignoreStdin: true, description: 'Grammar files, or folders of them.' }),
  };
  static override readonly flags = {
    'no-warnings': Flags.boolean({ summary: 'Errors only.', helpGroup: 'SELECT' }),
    json: Flags.boolean({ summary: 'The problems as JSON.', helpGroup: 'OUTPUT' }),
    'no-color': Flags.boolean({ summary: 'No colour; NO_COLOR and TERM=dumb mean the same.', helpGroup: 'OUTPUT' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(GrammarCheck);
    process.exitCode = await runGrammarCheck(args.file ?? [], flags, this.config.root);
  }
}
