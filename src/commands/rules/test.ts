import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, outputFlags } from '../capture-flags.ts';
import { runRulesTest } from '../rules-test-run.ts';

export class RulesTest extends Command {
  static override readonly summary = 'Run the examples of rules, and say what did not come out as it should.';
  static override readonly description =
    'Each example runs through everything: as written, in small chunks, with other lines between, and as ndjson. Ends in 1 where one fails, in 4 where a rule is wrong. Without PATH it runs those of the rules that ship.';
  static override readonly usage = 'rules test [PATH...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules test acme.grammar',
    '<%= config.bin %> rules test rules/ --junit rules.xml',
  ];
  static override readonly args = {
    path: Args.string({ multiple: true, ignoreStdin: true, description: 'Grammar files, or folders of them.' }),
  };
  static override readonly flags = {
    junit: Flags.string({
      helpValue: 'FILE',
      summary: 'Write JUnit XML too; - is standard output.',
      helpGroup: 'OUTPUT',
    }),
    'no-color': outputFlags['no-color'],
    width: outputFlags.width,
    grammar: grammarFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesTest);
    process.exitCode = await runRulesTest(args.path ?? [], flags, this.config.root);
  }
}
