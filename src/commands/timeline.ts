import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { baselineFlags } from './baseline-flag.ts';
import { captureArgs, grammarFlag, inputsOf, outputFlags, rulesFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { HelpPage } from './help-page.ts';
import { redactionFlags } from './redaction-flags.ts';
import { bootFlag, timeFlags } from './time-flags.ts';
import { runTimeline } from './timeline-run.ts';
import { tzFlag } from './tz-flag.ts';

export class Timeline extends Command {
  static override readonly summary = 'Draw a capture as a timeline in one HTML file that needs no network.';
  static override readonly description =
    'The page shows the whole capture over time: power, network path, sessions, providers, the kernel and apps, every flow from the app through the kernel to the provider, the findings with their evidence, and the text of the lines with a search over all of it. It loads nothing, sends nothing, and reads without scripts too. What is inferred is drawn dashed; silence and lost lines are drawn as such.';
  static override readonly usage = 'timeline [INPUT...] --output FILE [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> timeline capture.log -o timeline.html',
    '<%= config.bin %> timeline sysdiagnose.tar.gz -o timeline.html --open',
    '<%= config.bin %> timeline capture.ndjson -o timeline.html --at proxy-self-loop',
    '<%= config.bin %> timeline capture.ndjson -o small.html --embed evidence',
    '<%= config.bin %> timeline capture.ndjson -o shared.html --redact standard',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    ...timeFlags,
    boot: bootFlag,
    date: dateFlag,
    tz: tzFlag,
    at: Flags.string({
      helpValue: 'FINDING',
      summary: 'Show this finding first: its number in the report, or its detector.',
      helpGroup: 'SELECT',
    }),
    output: outputFlags.output,
    open: Flags.boolean({ summary: 'Open the page in the browser.', dependsOn: ['output'], helpGroup: 'OUTPUT' }),
    embed: Flags.option({ options: ['auto', 'all', 'evidence', 'none'] as const })({
      default: 'auto',
      helpValue: 'auto|all|evidence|none',
      summary: 'Whose text is in the file; auto is all of it up to 10 MB, else what belongs to the evidence.',
      helpGroup: 'OUTPUT',
    }),
    title: Flags.string({
      helpValue: 'TEXT',
      summary: 'Title of the page; the names of the inputs if left out.',
      helpGroup: 'OUTPUT',
    }),
    quiet: outputFlags.quiet,
    grammar: grammarFlag,
    rules: rulesFlag,
    ...baselineFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Timeline);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['timeline']);
      return;
    }
    process.exitCode = await runTimeline(inputs, flags, { version: this.config.version, root: this.config.root });
  }
}
