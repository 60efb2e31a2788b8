import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, outputFlags, rulesFlag } from '../capture-flags.ts';
import { runRulesDoc } from '../rules-doc-run.ts';

export class RulesDoc extends Command {
  static override readonly summary = 'Write the pages of detectors as Markdown, your rules included.';
  static override readonly description =
    'Without --output the pages go to standard output, one after the other; with it each becomes a file of the folder, beside an index.';
  static override readonly usage = 'rules doc [DETECTOR... | --all] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules doc proxy-self-loop',
    '<%= config.bin %> rules doc --all --rules acme/ --output docs/detectors',
  ];
  static override readonly args = {
    detector: Args.string({ multiple: true, ignoreStdin: true, description: 'Ids, as rules list prints them.' }),
  };
  static override readonly flags = {
    all: Flags.boolean({ summary: 'Every detector.', helpGroup: 'SELECT' }),
    format: Flags.option({ options: ['md'] as const })({
      char: 'f',
      default: 'md',
      helpValue: 'md',
      summary: 'How the pages are written.',
      helpGroup: 'OUTPUT',
    }),
    output: Flags.string({
      char: 'o',
      helpValue: 'DIR',
      summary: 'Write a file each into this folder.',
      helpGroup: 'OUTPUT',
    }),
    quiet: outputFlags.quiet,
    grammar: grammarFlag,
    rules: rulesFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesDoc);
    process.exitCode = await runRulesDoc(args.detector ?? [], flags);
  }
}
