import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { baselineFlags } from './baseline-flag.ts';
import { grammarFlag, outputFlags, rulesFlag } from './capture-flags.ts';
import { runWatch } from './watch-run.ts';

export class Watch extends Command {
  static override readonly summary = 'Watch a live log and say what breaks when it does.';
  static override readonly description =
    'Reads a pipe that does not end. The newest part of it is analysed again and again; what becomes visible is printed once, and again when it gets worse. Ctrl-C ends it. What needs the end of the capture to be known is said at the end; what --baseline knows is counted only, until there is more of it. Private values are printed as they are: a live log may give a name away after it was printed.';
  static override readonly usage = 'watch [FLAGS]';
  static override readonly examples = [
    '$ log stream --level debug --style ndjson | <%= config.bin %> watch',
    '$ log stream --level info --style ndjson | <%= config.bin %> watch --save incident.ndjson',
    '$ log stream --level debug --style ndjson | <%= config.bin %> watch --baseline known.json',
  ];
  static override readonly flags = {
    save: Flags.string({
      helpValue: 'FILE',
      summary: 'Keep what is watched; when it is full, FILE becomes FILE.1.',
      helpGroup: 'OUTPUT',
    }),
    'save-size': Flags.integer({
      default: 256,
      min: 1,
      helpValue: 'MIB',
      summary: 'How large FILE gets.',
      helpGroup: 'OUTPUT',
    }),
    room: Flags.integer({
      default: 48,
      min: 1,
      max: 1024,
      helpValue: 'MIB',
      summary: 'How much of the newest log is looked at.',
      helpGroup: 'SELECT',
    }),
    bell: Flags.boolean({ default: true, allowNo: true, summary: 'Ring the bell at an error.', helpGroup: 'OUTPUT' }),
    grammar: grammarFlag,
    rules: rulesFlag,
    ...baselineFlags,
    'no-color': outputFlags['no-color'],
    quiet: outputFlags.quiet,
    width: outputFlags.width,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Watch);
    process.exitCode = await runWatch(flags, this.config.version);
  }
}
