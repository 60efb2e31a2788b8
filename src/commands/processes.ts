import { Command } from '@oclif/core/command';
import { captureArgs, inputsOf } from './capture-flags.ts';
import { HelpPage } from './help-page.ts';
import { listFlags } from './list-flags.ts';
import { runList } from './list-run.ts';
import { partyFlags } from './party-flags.ts';

export class Processes extends Command {
  static override readonly summary = 'List provider processes, when they lived and how they ended.';
  static override readonly description =
    'A row per run of a provider process, and of other processes whose end was seen.';
  static override readonly usage = 'processes [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> processes capture.ndjson',
    '<%= config.bin %> processes sysdiagnose.tar.gz --where \'end == "crash"\'',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = { ...partyFlags('proc', 'pid', 'app'), ...listFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Processes);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['processes']);
      return;
    }
    const { PROCESS_COLUMNS, PROCESS_FIELDS } = await import('../render/listing/process-columns.ts');
    process.exitCode = await runList(inputs, flags, this.config.version, {
      rows: ({ processes }) => processes,
      columns: PROCESS_COLUMNS,
      fields: PROCESS_FIELDS,
      parties: ({ name, pid, provider }) => ({ proc: [name], pid: [pid], app: [provider?.bundle] }),
      noun: 'process run',
    });
  }
}
