import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { baselineFlags } from './baseline-flag.ts';
import { grammarFlag, outputFlags, rulesFlag } from './capture-flags.ts';
import { dateFlag } from './date-flag.ts';
import { runDiff } from './diff-run.ts';
import { redactionFlags } from './redaction-flags.ts';
import { tzFlag } from './tz-flag.ts';

export class Diff extends Command {
  static override readonly summary = 'Compare a capture in which it worked with one in which it does not.';
  static override readonly description =
    'Both are analysed as analyze does. Findings that are new, gone or changed, the sessions and what became of the flows stand side by side; what one capture could not have shown is not compared. With --attempt and --against two starts of one session are compared within one capture. -o x.md and -o x.html write a page. What --baseline knows did not get worse. Ends in 1 where something did.';
  static override readonly usage = ['diff GOOD BAD [FLAGS]', 'diff CAPTURE --attempt N --against M [FLAGS]'];
  static override readonly examples = [
    '<%= config.bin %> diff yesterday.ndjson today.ndjson',
    '<%= config.bin %> diff good.tar.gz bad.tar.gz --json',
    '<%= config.bin %> diff good.tar.gz bad.tar.gz -o diff.html',
    '<%= config.bin %> diff capture.ndjson --attempt 1 --against 3',
    '<%= config.bin %> diff good.tar.gz bad.tar.gz -o shared.html --redact standard',
  ];
  static override readonly args = {
    good: Args.string({ required: true, ignoreStdin: true, description: 'The capture in which it worked.' }),
    bad: Args.string({
      ignoreStdin: true,
      description: 'The capture in which it does not; - is a pipe.',
    }),
  };
  static override readonly flags = {
    date: dateFlag,
    tz: tzFlag,
    attempt: Flags.integer({
      min: 1,
      helpValue: 'N',
      summary:
        'Within one capture: the start of a session in which it worked, counted from 1 (necropsy sessions lists them).',
      dependsOn: ['against'],
      helpGroup: 'SELECT',
    }),
    against: Flags.integer({
      min: 1,
      helpValue: 'M',
      summary: 'And the one in which it did not.',
      dependsOn: ['attempt'],
      helpGroup: 'SELECT',
    }),
    session: Flags.string({
      helpValue: 'NAME',
      summary: 'Whose attempts: its name or UUID; the one started most often if left out.',
      dependsOn: ['attempt'],
      helpGroup: 'SELECT',
    }),
    json: Flags.boolean({ summary: 'The comparison as JSON.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    grammar: grammarFlag,
    rules: rulesFlag,
    ...baselineFlags,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Diff);
    process.exitCode = await runDiff(args.good, args.bad, flags, this.config.version);
  }
}
