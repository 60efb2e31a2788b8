import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { LIST_FORMATS } from '../render/listing/formats.ts';
import { baselineFlags } from './baseline-flag.ts';
import { captureArgs, grammarFlag, inputsOf, outputFlags, rulesFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { HelpPage } from './help-page.ts';
import { redactionFlags } from './redaction-flags.ts';
import { runStory } from './story-run.ts';
import { bootFlag, timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

export class Story extends Command {
  static override readonly summary = 'Tell what happened, across processes, in at most fifteen lines.';
  static override readonly description =
    'Who did what, in the order of time: power, sessions, processes, interfaces and flows in our words, the lines that decide in the log’s own, each with its place. Without --at it is the story of the worst finding that no baseline knows.';
  static override readonly usage = 'story [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> story capture.ndjson',
    '<%= config.bin %> story sysdiagnose.tar.gz --at 2 -f md',
    '<%= config.bin %> story capture.ndjson --at "07:45±2m"',
    '<%= config.bin %> story capture.ndjson --at 3202434321',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    at: Flags.string({
      helpValue: 'FINDING|TIME|FLOW',
      summary: 'Of what: a finding’s number or detector, a time as --around takes it, a flow’s number.',
      helpGroup: 'SELECT',
    }),
    ...timeFlags,
    boot: bootFlag,
    date: dateFlag,
    tz: tzFlag,
    grammar: grammarFlag,
    rules: rulesFlag,
    ...baselineFlags,
    format: Flags.option({ options: LIST_FORMATS })({
      char: 'f',
      default: 'table',
      helpValue: LIST_FORMATS.join('|'),
      summary: 'For a terminal, a program, a spreadsheet or a ticket.',
      helpGroup: 'OUTPUT',
    }),
    ...outputFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Story);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['story']);
      return;
    }
    process.exitCode = await runStory(inputs, flags, this.config.version);
  }
}
