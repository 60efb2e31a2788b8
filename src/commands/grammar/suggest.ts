import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { captureArgs, grammarFlag, inputsOf, outputFlags } from '../capture-flags.ts';
import { dateFlag } from '../date-flag.ts';
import { HelpPage } from '../help-page.ts';
import { runSuggest } from '../suggest-run.ts';
import { tzFlag } from '../tz-flag.ts';

export class GrammarSuggest extends Command {
  static override readonly summary = 'Write message entries for what a process logs and the catalog does not know.';
  static override readonly description =
    'Messages of one shape become one entry; parts that vary become holes, typed by what they look like. Samples are real lines with addresses, hosts, UUIDs and user names replaced: read them before you share them. What comes out is a grammar file that loads; give the holes better names and say what each message means.';
  static override readonly usage = 'grammar suggest INPUT... --process NAME [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> grammar suggest capture.log --process com.acme.tunnel > acme.grammar',
    '<%= config.bin %> grammar suggest capture.ndjson --process nesessionmanager --top 10',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    process: Flags.string({ helpValue: 'NAME', summary: 'The process whose lines are meant.', helpGroup: 'SELECT' }),
    subsystem: Flags.string({ helpValue: 'NAME', summary: 'Only lines of this subsystem.', helpGroup: 'SELECT' }),
    top: Flags.integer({
      min: 1,
      max: 1000,
      default: 50,
      helpValue: 'N',
      summary: 'The most frequent so many.',
      helpGroup: 'SELECT',
    }),
    date: dateFlag,
    tz: tzFlag,
    grammar: grammarFlag,
    ...outputFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(GrammarSuggest);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['grammar', 'suggest']);
      return;
    }
    process.exitCode = await runSuggest(inputs, flags);
  }
}
