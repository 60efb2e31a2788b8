import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { outputFlags } from './capture-flags.ts';
import { runDoctor } from './doctor-run.ts';

export class Doctor extends Command {
  static override readonly summary = 'Check that necropsy can work here.';
  static override readonly description =
    'The version of Node, the terminal, folders that are written to, the catalog, the page of the timeline; on a Mac also log and the installed profiles. Nothing is changed and nothing is asked of the network. Ends in 1 where something does not work.';
  static override readonly examples = ['<%= config.bin %> doctor', '<%= config.bin %> doctor --json'];
  static override readonly flags = {
    json: Flags.boolean({ summary: 'The checks as JSON.', helpGroup: 'OUTPUT' }),
    'no-color': outputFlags['no-color'],
    width: outputFlags.width,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor);
    const { version, root, pjson } = this.config;
    process.exitCode = await runDoctor(flags, { version, root, engine: pjson.engines?.node ?? '' });
  }
}
