import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, outputFlags } from '../capture-flags.ts';
import { runRulesNew } from '../rules-new-run.ts';

export class RulesNew extends Command {
  static override readonly summary = 'Write a rule to start from, with blanks where only you know.';
  static override readonly usage = 'rules new ID [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules new acme-gateway-stuck -o acme.grammar',
    '<%= config.bin %> rules new acme-refused --event kernel.flow-divert/connect-result',
  ];
  static override readonly args = {
    id: Args.string({ required: true, ignoreStdin: true, description: 'Name of the rule: acme-gateway-stuck.' }),
  };
  static override readonly flags = {
    event: Flags.string({ helpValue: 'FAMILY/MESSAGE', summary: 'The message it is about.', helpGroup: 'SELECT' }),
    output: Flags.string({
      char: 'o',
      helpValue: 'FILE',
      summary: 'Write it to a file that is not there yet.',
      helpGroup: 'OUTPUT',
    }),
    quiet: outputFlags.quiet,
    grammar: grammarFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesNew);
    process.exitCode = await runRulesNew(args.id, flags);
  }
}
