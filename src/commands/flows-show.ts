import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { LIST_FORMATS } from '../render/listing/formats.ts';
import { captureArgs, grammarFlag, inputsOf, outputFlags } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { runFlowsShow } from './flows-show-run.ts';
import { HelpPage } from './help-page.ts';
import { redactionFlags } from './redaction-flags.ts';
import { bootFlag, timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

export class FlowsShow extends Command {
  static override readonly summary = 'Show one flow as lanes: what the app, the kernel and the provider said of it.';
  static override readonly description =
    'A column per process, a row per line with the time since the flow began, who ended it, and how it is known that the lines belong together. What other entities did meanwhile (the app’s connection, a filter, sleep, the death of the provider) stands among them in our words.';
  static override readonly usage = 'flows show HASH|ID [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> flows show 3202434321 capture.ndjson',
    '<%= config.bin %> flows show 3202434321 sysdiagnose.tar.gz -f json',
  ];
  static override readonly args = {
    flow: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'The number that kernel and provider print, or the flow’s id of the list.',
    }),
    ...captureArgs,
  };
  static override readonly flags = {
    ...timeFlags,
    boot: bootFlag,
    date: dateFlag,
    tz: tzFlag,
    grammar: grammarFlag,
    format: Flags.option({ options: LIST_FORMATS })({
      char: 'f',
      default: 'table',
      helpValue: LIST_FORMATS.join('|'),
      summary: 'Lanes side by side, or its steps for programs, spreadsheets and tickets.',
      helpGroup: 'OUTPUT',
    }),
    ...outputFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(FlowsShow);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['flows', 'show']);
      return;
    }
    process.exitCode = await runFlowsShow(args.flow, inputs, flags, this.config.version);
  }
}
