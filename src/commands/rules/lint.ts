import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag } from '../capture-flags.ts';
import { runRulesLint } from '../rules-lint-run.ts';

export class RulesLint extends Command {
  static override readonly summary = 'Say what is wrong with rules, and what a good one would still say.';
  static override readonly description =
    'Syntax, events and fields that do not exist (with what was probably meant), names that are taken, missing texts and examples, blanks of a template; as warnings thresholds without a reason and events that captures seldom hold. It runs nothing: that is rules test. Ends in 4 where there is an error. Without PATH it looks at the rules that ship.';
  static override readonly usage = 'rules lint [PATH...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules lint acme.grammar',
    '<%= config.bin %> rules lint rules/ --json',
  ];
  static override readonly args = {
    path: Args.string({ multiple: true, ignoreStdin: true, description: 'Grammar files, or folders of them.' }),
  };
  static override readonly flags = {
    'no-warnings': Flags.boolean({ summary: 'Errors only.', helpGroup: 'SELECT' }),
    json: Flags.boolean({ summary: 'The problems as JSON.', helpGroup: 'OUTPUT' }),
    grammar: grammarFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesLint);
    process.exitCode = await runRulesLint(args.path ?? [], flags, this.config.root);
  }
}
