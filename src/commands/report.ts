import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { baselineFlags } from './baseline-flag.ts';
import { captureArgs, grammarFlag, inputsOf, outputFlags, rulesFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { formFlags } from './form-flags.ts';
import { HelpPage } from './help-page.ts';
import { keyFileFlag, requiredLevelFlag } from './redaction-flags.ts';
import { shiftFlag } from './shift-flag.ts';
import { runTicket } from './ticket-run.ts';
import { timeFlags } from './time-flags.ts';
import { tzFlag } from './tz-flag.ts';

export class TicketReport extends Command {
  static override readonly summary =
    'Make a folder or zip to attach to a ticket: text, page, findings, flows, evidence.';
  static override readonly description =
    'Writes the text of a ticket with blanks for what only you know, the interactive page, the findings, the flows as CSV, the lines that show it with their numbers in the capture, and a manifest with checksums. Private values are tokens in all of it; every file is searched for them before anything is written, and one hit means that nothing is (exit 6). The capture itself and the key are never in it.';
  static override readonly usage = 'report [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> report sysdiagnose.tar.gz',
    '<%= config.bin %> report capture.ndjson --for jira -o NET-4711.zip',
    '<%= config.bin %> report sysdiagnose.tar.gz --for feedback --redact apple',
    '<%= config.bin %> report capture.ndjson --for github-form --repo acme/tunnel --template bug.yml --field logs=@findings',
    '<%= config.bin %> report capture.ndjson --shift-time=-37d -o shared.zip',
    '<%= config.bin %> report capture.ndjson --at provider-crash --max-size 10MB',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    ...timeFlags,
    date: dateFlag,
    tz: tzFlag,
    at: Flags.string({
      helpValue: 'FINDING',
      summary: 'The ticket is about this finding: its number in the report, or its detector.',
      helpGroup: 'SELECT',
    }),
    for: Flags.option({ options: ['github', 'jira', 'feedback', 'text', 'github-form'] as const })({
      default: 'github',
      helpValue: 'github|jira|feedback|text|github-form',
      summary:
        'Whose field the text goes into: its markup and its limit. github-form also prints the address of a new issue with its form filled in; nothing is sent.',
      helpGroup: 'OUTPUT',
    }),
    output: Flags.string({
      char: 'o',
      default: 'necropsy-report',
      helpValue: 'DIR|FILE.zip',
      summary: 'The folder, or one zip of the same files; it must not exist yet.',
      helpGroup: 'OUTPUT',
    }),
    'max-size': Flags.string({
      default: '25MB',
      helpValue: 'SIZE',
      summary: 'Of all files: beyond it context goes first, then the evidence, then the flows; the manifest says what.',
      helpGroup: 'OUTPUT',
    }),
    ...formFlags,
    quiet: outputFlags.quiet,
    grammar: grammarFlag,
    rules: rulesFlag,
    ...baselineFlags,
    redact: requiredLevelFlag,
    'key-file': keyFileFlag,
    'shift-time': shiftFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TicketReport);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['report']);
      return;
    }
    process.exitCode = await runTicket(inputs, flags, { version: this.config.version, root: this.config.root });
  }
}
