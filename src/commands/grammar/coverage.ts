import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { captureArgs, grammarFlag, inputsOf, outputFlags } from '../capture-flags.ts';
import { runCoverage } from '../coverage-run.ts';
import { dateFlag } from '../date-flag.ts';
import { HelpPage } from '../help-page.ts';
import { redactionFlags } from '../redaction-flags.ts';
import { tzFlag } from '../tz-flag.ts';

export class GrammarCoverage extends Command {
  static override readonly summary = 'Say how much of a capture the catalog understands, and what it does not.';
  static override readonly description =
    'Per family: records recognised and not, and the most frequent wordings that no message knows, their values masked; with --redact strict only how many there are.';
  static override readonly usage = 'grammar coverage INPUT... [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> grammar coverage capture.ndjson',
    '<%= config.bin %> grammar coverage capture.log --grammar acme.grammar --top 20',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    date: dateFlag,
    tz: tzFlag,
    top: Flags.integer({
      min: 0,
      max: 1000,
      default: 3,
      helpValue: 'N',
      summary: 'Unknown wordings shown per family.',
      helpGroup: 'SELECT',
    }),
    grammar: grammarFlag,
    json: Flags.boolean({ summary: 'The figures as JSON.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(GrammarCoverage);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['grammar', 'coverage']);
      return;
    }
    process.exitCode = await runCoverage(inputs, flags);
  }
}
