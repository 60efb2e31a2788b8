import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { NEED_NAMES } from '../model/need.ts';
import { LIST_FORMATS } from '../render/listing/formats.ts';
import { captureArgs, inputsOf, outputFlags } from './capture-flags.ts';
import { runCheck } from './check-run.ts';
import { dateFlag } from './date-flag.ts';
import { HelpPage } from './help-page.ts';
import { redactionFlags } from './redaction-flags.ts';
import { bootFlag, timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

export class Check extends Command {
  static override readonly summary = 'Say whether a capture can show what you want to know.';
  static override readonly description =
    'What was read, from when to when, which levels it holds, what was lost, and what would have to be recorded to see more. Nothing is looked for: analyze does that.';
  static override readonly usage = 'check [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> check capture.ndjson',
    '<%= config.bin %> check sysdiagnose.tar.gz --need flows,power',
    '$ log show --last 5m --info --debug --style ndjson | <%= config.bin %> check --need filter --strict',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    ...timeFlags,
    boot: bootFlag,
    need: Flags.option({ options: NEED_NAMES, multiple: true, multipleNonGreedy: true, delimiter: ',' })({
      helpValue: NEED_NAMES.join('|'),
      summary: 'What you want to know; says whether the capture can tell, and how to record one that can.',
      helpGroup: 'SELECT',
    }),
    date: dateFlag,
    tz: tzFlag,
    format: Flags.option({ options: LIST_FORMATS })({
      char: 'f',
      default: 'table',
      helpValue: LIST_FORMATS.join('|'),
      summary: 'The screen, the capture part of the report (json), or a row per check.',
      helpGroup: 'OUTPUT',
    }),
    json: Flags.boolean({ summary: 'Short for --format json.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    strict: Flags.boolean({ summary: 'Exit 5 where something is missing.', helpGroup: 'RULES' }),
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Check);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['check']);
      return;
    }
    process.exitCode = await runCheck(inputs, flags, this.config.version);
  }
}
