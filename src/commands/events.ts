import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { captureArgs, grammarFlag, inputsOf, outputFlags, whereFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { runEvents } from './events-run.ts';
import { HelpPage } from './help-page.ts';
import { excludeFlag, partyFlags } from './party-flags.ts';
import { asksToRedact, redactionFlags } from './redaction-flags.ts';
import { timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

export class Events extends Command {
  static override readonly summary = 'Print the typed events of one or more log exports.';
  static override readonly description =
    'A record that the catalog knows is an event: a name, and its values. As NDJSON each line also holds the keys of log show --style ndjson, so that necropsy analyze takes it back.';
  static override readonly usage = 'events [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> events capture.log',
    '<%= config.bin %> events capture.log --where \'event BEGINSWITH "kernel.flow-divert/" AND flow == 2201100002\'',
    '$ <%= config.bin %> events capture.ndjson --kind nesessionmanager.* | jq .fields',
    '$ <%= config.bin %> events big.ndjson --where "process == \'Acme\'" | <%= config.bin %> analyze',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    ...timeFlags,
    date: dateFlag,
    tz: tzFlag,
    where: whereFlag,
    ...partyFlags('proc', 'pid', 'flow', 'session', 'level', 'grep'),
    exclude: excludeFlag,
    kind: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
      helpValue: 'NAME',
      summary: 'Only events of this name; * takes anything (kernel.necp/*).',
      helpGroup: 'SELECT',
    }),
    limit: Flags.integer({ min: 1, helpValue: 'N', summary: 'Stop after so many.', helpGroup: 'SELECT' }),
    unknown: Flags.boolean({ summary: 'Also the records that are no event.', helpGroup: 'SELECT' }),
    grammar: grammarFlag,
    format: Flags.option({ options: ['table', 'ndjson'] as const })({
      char: 'f',
      helpValue: 'table|ndjson',
      summary: 'A table (the default on a terminal) or one JSON object per line.',
      helpGroup: 'OUTPUT',
    }),
    ...outputFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Events);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['events']);
      return;
    }
    if (!asksToRedact(flags)) {
      process.exitCode = await runEvents(inputs, flags);
      return;
    }
    const { runRedactedEvents } = await import('./redacted-events.ts');
    process.exitCode = await runRedactedEvents(inputs, flags);
  }
}
