import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { captureArgs, grammarFlag, outputFlags, rulesFlag } from '../capture-flags.ts';
import { dateFlag } from '../date-flag.ts';
import { listFlags } from '../list-flags.ts';
import { redactionFlags } from '../redaction-flags.ts';
import { runRulesCoverage, runSight } from '../rules-coverage-run.ts';
import { tzFlag } from '../tz-flag.ts';

export class RulesCoverage extends Command {
  static override readonly summary =
    'List which messages which detector reads; of a capture which detectors could look in it.';
  static override readonly description =
    'Messages that no detector reads may still be followed: processes, sessions, flows and power are known by them. With captures: which detectors could look in them, which could not, what they lack, and the command that records it.';
  static override readonly usage = 'rules coverage [INPUT...] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules coverage --read-by none',
    '<%= config.bin %> rules coverage capture.ndjson',
  ];
  static override readonly args = captureArgs;
  static override readonly flags = {
    'read-by': Flags.option({ options: ['detector', 'tracker', 'none', 'any'] as const })({
      default: 'detector',
      helpValue: 'detector|tracker|none|any',
      summary: 'Messages that a detector reads, that are followed only, that nobody reads, or all.',
      helpGroup: 'SELECT',
    }),
    date: dateFlag,
    tz: tzFlag,
    format: listFlags.format,
    json: Flags.boolean({ summary: 'Short for --format json.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    grammar: grammarFlag,
    rules: rulesFlag,
    ...redactionFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesCoverage);
    // A pipe is read where it is asked for (-): without a capture the question is about the catalog.
    const { input = [] } = args;
    process.exitCode =
      input.length === 0 ? await runRulesCoverage(flags) : await runSight(input, flags, this.config.version);
  }
}
