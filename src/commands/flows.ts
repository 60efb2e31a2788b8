import { Command } from '@oclif/core/command';
import { captureArgs, inputsOf } from './capture-flags.ts';
import { HelpPage } from './help-page.ts';
import { listFlags } from './list-flags.ts';
import { runList } from './list-run.ts';

export class Flows extends Command {
  static override readonly summary = 'List what became of every flow: who closed it, when and why.';
  static override readonly description =
    'A row per flow: state code, history, the app, where it went, who ended it and how that is known. States: OK, OPN open, REF refused, NOF never offered, REJ handed back, DRP dropped, TMO timed out, RSA, RSP, RSK, RSR reset by app, provider, kernel, remote, ORP orphaned, ??? unknown.';
  static override readonly usage = 'flows [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> flows capture.ndjson --where \'closedBy == "kernel" AND dur < 1s\'',
    '<%= config.bin %> flows sysdiagnose.tar.gz -f csv -o flows.csv',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = listFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Flows);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['flows']);
      return;
    }
    const { FLOW_COLUMNS, FLOW_FIELDS } = await import('../render/listing/flow-columns.ts');
    process.exitCode = await runList(inputs, flags, this.config.version, {
      rows: ({ flows }) => flows,
      columns: FLOW_COLUMNS,
      fields: FLOW_FIELDS,
      noun: 'flow',
    });
  }
}
