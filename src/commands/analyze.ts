import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import { HelpPage } from './help-page.ts';
import { reportFlags } from './report-flags.ts';
import { runReport } from './report-run.ts';

export class Analyze extends Command {
  static override readonly summary = 'Say what broke, who did it and how we know, from one or more log exports.';
  static override readonly description =
    'Reads sysdiagnoses and log archives as they are, crash and memory reports, what log show and log stream print (default, compact, syslog, ndjson and json style), the JSON lines and CSV of unifiedlog_iterator, rows and blocks copied from Console, the syslog of iOS devices, launchd.log, Xcode output, pmset -g log and systemextensionsctl list; packed, in a folder or a container, told apart by their content. Several inputs become one timeline. Without INPUT it reads a pipe.';
  static override readonly usage = 'analyze [INPUT...] [FLAGS]';
  static override readonly aliases = ['analyse'];
  static override readonly examples = [
    '$ log show --last 30m --info --debug --style ndjson | <%= config.bin %> analyze',
    '<%= config.bin %> analyze sysdiagnose.tar.gz',
    '<%= config.bin %> analyze capture.log',
    '<%= config.bin %> analyze mac.ndjson provider.log --format json --output report.json',
    '<%= config.bin %> analyze capture.ndjson --output ticket.md',
    '<%= config.bin %> analyze capture.ndjson --output junit.xml --fail-on error --strict',
  ];
  static override readonly args = {
    input: Args.string({
      multiple: true,
      ignoreStdin: true,
      description: 'Captures; - is standard input.',
    }),
  };
  static override readonly flags = reportFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Analyze);
    const named = args.input ?? [];
    if (named.length === 0 && process.stdin.isTTY) return this.showHelp();
    const inputs = named.length === 0 ? ['-'] : named;
    process.exitCode = await runReport(inputs, flags, this.config);
  }

  /** Where a terminal waits for no input: help instead of silence. */
  private async showHelp(): Promise<void> {
    await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['analyze']);
    this.log('No capture at hand? Try: necropsy demo');
  }
}
