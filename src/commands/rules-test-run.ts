import { UserError } from '../lib/errors.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { loadOwnRules } from './own-rules.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { diagnosticText } from './user-catalog.ts';

export interface RulesTestFlags {
  readonly junit?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

/** Runs the examples of rules. Ends in 1 where one does not come out as it says; throws `UserError` (4) where a rule is wrong. */
export async function runRulesTest(paths: readonly string[], flags: RulesTestFlags, root: string): Promise<0 | 1> {
  const { catalog, rules, files, diagnostics } = await loadOwnRules(paths, flags.grammar ?? [], root);
  refuseToOverwrite(files, flags.junit);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new UserError('these rules are wrong, so none was run', {
      exitCode: 4,
      detail: (await diagnosticText(errors)).split('\n'),
    });
  const { testRules } = await import('../testing/rule-examples.ts');
  const tests = await testRules(catalog, rules);
  const { renderRuleTests } = await import('../render/terminal/rule-tests.ts');
  const around = surroundings();
  const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
  if (flags.junit !== undefined) {
    const { renderRuleTestsJunit } = await import('../render/junit-rules.ts');
    await writeResult(renderRuleTestsJunit(tests), flags.junit);
  }
  if (flags.junit !== '-') await writeResult(renderRuleTests(tests, options), undefined);
  return tests.some(({ failure }) => failure !== undefined) ? 1 : 0;
}
