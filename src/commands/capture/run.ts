import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { runCapture } from '../capture-run.ts';
import { reportFlags } from '../report-flags.ts';
import { symptomFlags } from '../symptom-flags.ts';

export class CaptureRun extends Command {
  static override readonly summary = 'Record on this Mac what the plan says, then analyse it.';
  static override readonly description =
    'Runs log show with the predicate and the levels of capture plan, writes what it prints to a file and analyses that. It needs a Mac; elsewhere it says so and ends in 2. --archive collects everything instead, which asks for an administrator.';
  static override readonly usage = 'capture run [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> capture run --symptom wake',
    '<%= config.bin %> capture run --last 1h --save incident.ndjson',
    '<%= config.bin %> capture run --archive --save incident.logarchive',
  ];
  static override readonly flags = {
    ...symptomFlags,
    archive: Flags.boolean({ summary: 'Collect everything as an archive: sudo log collect.', helpGroup: 'SELECT' }),
    save: Flags.string({
      helpValue: 'FILE',
      summary: 'Where the recording goes; capture.ndjson or .logarchive.',
      helpGroup: 'OUTPUT',
    }),
    ...reportFlags,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CaptureRun);
    process.exitCode = await runCapture(flags, this.config);
  }
}
