import { Command } from '@oclif/core/command';
import { captureArgs, inputsOf } from './capture-flags.ts';
import { HelpPage } from './help-page.ts';
import { listFlags } from './list-flags.ts';
import { runList } from './list-run.ts';
import { partyFlags } from './party-flags.ts';

export class Flows extends Command {
  static override readonly summary = 'List what became of every flow: who closed it, when and why.';
  static override readonly description =
    'A row per flow: state code, history, the app, where it went, who ended it and how that is known. States: OK, OPN open, REF refused, NOF never offered, REJ handed back, DRP dropped, TMO timed out, RSA, RSP, RSK, RSR reset by app, provider, kernel, remote, ORP orphaned, ??? unknown.';
  static override readonly usage = 'flows [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> flows capture.ndjson --where \'closedBy == "kernel" AND dur < 1s\'',
    '<%= config.bin %> flows capture.ndjson --app com.example.bank --around "07:45±2m"',
    '<%= config.bin %> flows sysdiagnose.tar.gz -f csv -o flows.csv',
    '<%= config.bin %> flows capture.ndjson --app com.example.bank -f md --redact strict',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = { ...partyFlags('app', 'host', 'iface', 'flow', 'pid'), ...listFlags };

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
      parties: (flow) => ({
        app: [flow.app],
        host: [flow.host, flow.remote],
        iface: [flow.interface],
        flow: [flow.id, flow.hash],
        pid: [flow.providerPid],
      }),
      noun: 'flow',
    });
  }
}
