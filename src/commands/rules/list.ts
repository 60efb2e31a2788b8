import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, outputFlags, rulesFlag } from '../capture-flags.ts';
import { listFlags } from '../list-flags.ts';
import { runRulesList } from '../rules-list-run.ts';

export class RulesList extends Command {
  static override readonly summary = 'List the detectors: those written in code, the rules that ship, and yours.';
  static override readonly usage = 'rules list [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> rules list --severity error',
    '<%= config.bin %> rules list --rules acme/ --kind user-rule',
  ];
  static override readonly flags = {
    severity: Flags.option({ options: ['error', 'warning', 'warn', 'info'] as const })({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'error|warn|info',
      summary: 'Only detectors of this severity.',
      helpGroup: 'SELECT',
    }),
    kind: Flags.option({ options: ['code', 'rule', 'user-rule', 'not-visible'] as const })({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'code|rule|user-rule|not-visible',
      summary: 'Only detectors of this kind.',
      helpGroup: 'SELECT',
    }),
    format: listFlags.format,
    json: Flags.boolean({ summary: 'Short for --format json.', helpGroup: 'OUTPUT' }),
    ...outputFlags,
    grammar: grammarFlag,
    rules: rulesFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(RulesList);
    process.exitCode = await runRulesList(flags);
  }
}
