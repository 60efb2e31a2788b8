import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { runBaselineWrite } from '../baseline-run.ts';
import { captureArgs, inputsOf } from '../capture-flags.ts';
import { HelpPage } from '../help-page.ts';
import { reportFlags } from '../report-flags.ts';
import { fileFlags, readingFlags } from './baseline-flags.ts';

export class BaselineWrite extends Command {
  static override readonly summary = 'Accept the findings of a capture: counted, with a reason, until a day.';
  static override readonly description =
    'analyze --baseline then leaves them out, counts them, and shows them again when there are more, when one is graver, or when the day has come. What the file holds already stays; the same fault of the same parties is replaced.';
  static override readonly usage = 'baseline write INPUT... --reason TEXT [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> baseline write capture.ndjson --reason "known 26.1 bug" --expires 90d',
    '<%= config.bin %> baseline write capture.ndjson --rule darkwake-churn --reason "FB123" -o baseline.json',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    reason: Flags.string({ required: true, helpValue: 'TEXT', summary: 'Why they are accepted.', helpGroup: 'SELECT' }),
    expires: Flags.string({
      default: '90d',
      helpValue: '90d|12w|DAY|never',
      summary: 'How long.',
      helpGroup: 'SELECT',
    }),
    'min-severity': reportFlags['min-severity'],
    ...fileFlags,
    output: Flags.string({ char: 'o', helpValue: 'FILE', summary: 'Short for --baseline.', helpGroup: 'OUTPUT' }),
    ...readingFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(BaselineWrite);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['baseline', 'write']);
      return;
    }
    const baseline = flags.output ?? flags.baseline;
    process.exitCode = await runBaselineWrite(inputs, { ...flags, baseline }, this.config.version);
  }
}
