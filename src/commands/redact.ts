import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { captureArgs, inputsOf, outputFlags } from './capture-flags.ts';
import { HelpPage } from './help-page.ts';
import { runRedact } from './redact-run.ts';
import { levelFlag, redactionFlags } from './redaction-flags.ts';
import { selectionFlags } from './selection-flags.ts';
import { shiftFlag } from './shift-flag.ts';

export class Redact extends Command {
  static override readonly summary =
    'Write a capture that can be shown: private values are tokens, the findings are the same.';
  static override readonly description =
    'Addresses, hosts, people, devices, networks, configurations and secrets become tokens that keep what diagnosis needs: the class and subnet of an address, the labels of a host, and which are equal. Every line is held against everything private that was seen, in any writing, before it is written; where something is left, nothing is written and the exit code is 6. The result is ndjson as export writes it.';
  static override readonly usage = 'redact [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> redact capture.log -o shared.ndjson',
    '<%= config.bin %> redact sysdiagnose.tar.gz --last 15m --redact strict -o shared.ndjson',
    '<%= config.bin %> redact before.log --key-file ~/acme.key -o before.ndjson',
    '<%= config.bin %> redact capture.log --preview',
    '<%= config.bin %> redact reveal host-3fa1c2.tld-com --key-file ~/acme.key',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    preview: Flags.boolean({
      summary: 'Only show what would be replaced: kinds, counts, examples.',
      helpGroup: 'PRIVACY',
      exclusive: ['output'],
    }),
    redact: levelFlag,
    'key-file': redactionFlags['key-file'],
    'shift-time': shiftFlag,
    ...selectionFlags,
    output: outputFlags.output,
    quiet: outputFlags.quiet,
    width: outputFlags.width,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Redact);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['redact']);
      return;
    }
    process.exitCode = await runRedact(inputs, flags);
  }
}
