import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { runBaselinePrune } from '../baseline-run.ts';
import { captureArgs } from '../capture-flags.ts';
import { fileFlags, readingFlags } from './baseline-flags.ts';

export class BaselinePrune extends Command {
  static override readonly summary = 'Take out of a baseline what a capture no longer shows, or what has expired.';
  static override readonly description =
    'An entry whose detector could not look in the capture stays: that it is not seen there proves nothing.';
  static override readonly usage = 'baseline prune [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> baseline prune capture.ndjson',
    '<%= config.bin %> baseline prune --expired',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    expired: Flags.boolean({ summary: 'Take out what has expired.', helpGroup: 'SELECT' }),
    ...fileFlags,
    ...readingFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(BaselinePrune);
    process.exitCode = await runBaselinePrune(args.input ?? [], flags, this.config.version);
  }
}
