import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, inputsOf, outputFlags, rulesFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { HelpPage } from './help-page.ts';
import { redactionFlags } from './redaction-flags.ts';
import { timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';
import { runWhy } from './why-run.ts';

export class Why extends Command {
  static override readonly summary = 'Say why a detector fired, or why it did not.';
  static override readonly description =
    'Every case that the detector looked at, with its conditions in order and what the capture holds for each: met, not met, or not to be told. Found cases and the nearest misses stand first. Of a finding also what its confidence starts from, what raised and what lowered it.';
  static override readonly usage = 'why DETECTOR [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> why missing-new-flow capture.ndjson',
    '<%= config.bin %> why missing-new-flow capture.ndjson --flow 2201100002',
    '<%= config.bin %> why darkwake-churn sysdiagnose.tar.gz --session "Acme VPN"',
  ];
  static override readonly args = {
    detector: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'A detector or rule; explain lists them.',
    }),
    input: Args.string({ multiple: true, ignoreStdin: true, description: 'Captures; - is standard input.' }),
  };
  static override readonly flags = {
    flow: Flags.string({
      helpValue: 'HASH|ID',
      summary: 'Only cases of this flow, by its hash or the id that flows lists.',
      helpGroup: 'SELECT',
    }),
    session: Flags.string({
      helpValue: 'UUID|NAME',
      summary: 'Only cases of this session.',
      helpGroup: 'SELECT',
    }),
    all: Flags.boolean({ summary: 'Every case that was kept, not only the first ten.', helpGroup: 'SELECT' }),
    ...timeFlags,
    date: dateFlag,
    tz: tzFlag,
    grammar: grammarFlag,
    rules: rulesFlag,
    json: Flags.boolean({ summary: 'The answer as JSON.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Why);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['why']);
      return;
    }
    process.exitCode = await runWhy(args.detector, inputs, flags, this.config.version);
  }
}
