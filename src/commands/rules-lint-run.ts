import { writeResult } from './output.ts';
import { loadOwnRules } from './own-rules.ts';
import { diagnosticText } from './user-catalog.ts';

export interface RulesLintFlags {
  readonly 'no-warnings': boolean;
  readonly json: boolean;
  readonly grammar?: readonly string[] | undefined;
}

/** Says what is wrong with rules and what they lack. Ends in 4 where there is an error. */
export async function runRulesLint(paths: readonly string[], flags: RulesLintFlags, root: string): Promise<0 | 4> {
  const { lintRules } = await import('../language/catalog/lint-rules.ts');
  const { rules, files, diagnostics } = await loadOwnRules(paths, flags.grammar ?? [], root, lintRules);
  const own = diagnostics.filter(({ severity, place }) => severity === 'error' || files.includes(place.file));
  const shown = own.filter(({ severity }) => !flags['no-warnings'] || severity === 'error');
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    await writeResult(`${safeJson(shown, 2)}\n`, undefined);
  } else {
    const { count } = await import('../render/terminal/words.ts');
    const text = await diagnosticText(shown);
    const said = [count(errors, 'error'), count(shown.length - errors, 'warning')].join(', ');
    const sound = `${count(files.length, 'file')}, ${count(rules.length, 'sound rule')}`;
    await writeResult(`${text === '' ? '' : `${text}\n\n`}${sound}: ${said}\n`, undefined);
  }
  return errors > 0 ? 4 : 0;
}
