import { Command } from '@oclif/core/command';
import { captureArgs, inputsOf, outputFlags } from './capture-flags.ts';
import { runExport } from './export-run.ts';
import { HelpPage } from './help-page.ts';
import { redactionFlags } from './redaction-flags.ts';

import { selectionFlags } from './selection-flags.ts';

export class Export extends Command {
  static override readonly summary = 'Write any capture as log show --style ndjson would print it.';
  static override readonly description =
    'Log archives, sysdiagnoses, packed files, copies from Console and the rest become one JSON object per record, in the order of time, for jq and every tool that reads the exports of log. Several inputs become one.';
  static override readonly usage = 'export [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> export system_logs.logarchive -o capture.ndjson',
    '<%= config.bin %> export sysdiagnose.tar.gz --last 15m -o end.ndjson',
    '$ <%= config.bin %> export capture.log --where "process == \'nesessionmanager\'" | jq -r .eventMessage',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    ...selectionFlags,
    output: outputFlags.output,
    quiet: outputFlags.quiet,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Export);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['export']);
      return;
    }
    process.exitCode = await runExport(inputs, flags);
  }
}
