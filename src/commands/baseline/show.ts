import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { runBaselineShow } from '../baseline-run.ts';
import { outputFlags } from '../capture-flags.ts';
import { listFlags } from '../list-flags.ts';
import { fileFlags } from './baseline-flags.ts';

export class BaselineShow extends Command {
  static override readonly summary = 'List what a baseline accepts, why and until when.';
  static override readonly usage = 'baseline show [FLAGS]';
  static override readonly examples = ['<%= config.bin %> baseline show --baseline baseline.json'];
  static override readonly flags = {
    ...fileFlags,
    format: listFlags.format,
    json: Flags.boolean({ summary: 'Short for --format json.', helpGroup: 'OUTPUT' }),
    'no-color': outputFlags['no-color'],
    width: outputFlags.width,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(BaselineShow);
    await runBaselineShow(flags);
  }
}
