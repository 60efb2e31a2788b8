import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { captureArgs, inputsOf } from './capture-flags.ts';
import { HelpPage } from './help-page.ts';
import { listFlags } from './list-flags.ts';
import { runList } from './list-run.ts';
import { partyFlags } from './party-flags.ts';

export class Sessions extends Command {
  static override readonly summary = 'List the runs of every session: who started and stopped them, and why.';
  static override readonly description =
    'A row per run of a VPN, proxy or filter session, with the provider processes that served it. With --starts a row per step of each start; explain start-steps says what the steps are.';
  static override readonly usage = 'sessions [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> sessions capture.ndjson',
    '<%= config.bin %> sessions capture.ndjson --starts',
    "<%= config.bin %> sessions capture.ndjson --where 'stoppedBy != nil' -f md",
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    starts: Flags.boolean({
      summary: 'A row per step of each start of a provider instead: where it stopped, how long each took.',
      helpGroup: 'SELECT',
    }),
    ...partyFlags('session', 'app', 'pid', 'iface'),
    ...listFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Sessions);
    const inputs = inputsOf(args.input);
    if (inputs === undefined) {
      await new HelpPage(this.config, this.config.pjson.oclif.helpOptions).showHelp(['sessions']);
      return;
    }
    if (flags.starts) {
      const { START_COLUMNS, START_FIELDS, startRows } = await import('../render/listing/start-columns.ts');
      process.exitCode = await runList(inputs, flags, this.config.version, {
        rows: ({ starts }) => startRows(starts),
        columns: START_COLUMNS,
        fields: START_FIELDS,
        parties: ({ session, uuid, startedBy, bundle, pid }) => ({
          session: [session, uuid],
          app: [startedBy, bundle],
          pid: pid === undefined ? [] : [pid],
          iface: [],
        }),
        noun: 'step',
      });
      return;
    }
    const { SESSION_COLUMNS, SESSION_FIELDS, sessionRows } = await import('../render/listing/session-columns.ts');
    process.exitCode = await runList(inputs, flags, this.config.version, {
      rows: ({ sessions }) => sessionRows(sessions),
      columns: SESSION_COLUMNS,
      fields: SESSION_FIELDS,
      parties: ({ session, run }) => ({
        session: [session.name, session.uuid],
        app: [run?.startedBy, run?.stoppedBy],
        pid: run?.providerPids ?? [],
        iface: [run?.delegateInterface],
      }),
      noun: 'run',
    });
  }
}
