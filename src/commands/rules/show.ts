import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import { grammarFlag, outputFlags, rulesFlag } from '../capture-flags.ts';
import { runRulesShow } from '../rules-show-run.ts';

export class RulesShow extends Command {
  static override readonly summary =
    'Show a rule as it is written, with file and line; of a detector in code its page.';
  static override readonly usage = 'rules show DETECTOR [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules show configuration-load-loop',
    '<%= config.bin %> rules show acme-handshake-storm --rules acme.grammar',
  ];
  static override readonly args = {
    detector: Args.string({ required: true, ignoreStdin: true, description: 'Its id, as rules list prints it.' }),
  };
  static override readonly flags = {
    grammar: grammarFlag,
    rules: rulesFlag,
    'no-color': outputFlags['no-color'],
    width: outputFlags.width,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesShow);
    process.exitCode = await runRulesShow(args.detector, flags, this.config.root);
  }
}
