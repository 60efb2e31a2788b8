import { join } from 'node:path';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Catalog } from '../model/catalog.ts';
import { writeResult } from './output.ts';
import { detectorNames, diagnosticText } from './user-catalog.ts';

export interface GrammarCheckFlags {
  readonly 'no-warnings': boolean;
  readonly json: boolean;
}

const NO_CATALOG: Catalog = { types: [], identities: [], families: [], vocabularies: [], codes: [], rules: [] };

/** Checks files on top of the built-in catalog, or the built-in catalog itself. Ends in the exit code. */
export async function runGrammarCheck(
  paths: readonly string[],
  flags: GrammarCheckFlags,
  root: string,
): Promise<0 | 4> {
  const { loadGrammars } = await import('../recognize/load-grammars.ts');
  const { BUILT_IN_CATALOG } = await import('../recognize/catalog.generated.ts');
  const own = paths.length === 0;
  const taken = await detectorNames();
  const loaded = own
    ? loadGrammars([join(root, 'grammars')], NO_CATALOG, taken)
    : loadGrammars(paths, BUILT_IN_CATALOG, taken);
  const { catalog, files, diagnostics } = loaded;
  const isOwn = (file: string): boolean => files.includes(file);
  const examples = await checkExamples(catalog, isOwn);
  const all = [...diagnostics, ...examples].filter(({ severity }) => !flags['no-warnings'] || severity === 'error');
  await writeResult(flags.json ? await asJson(all) : await asText(all, catalog, files, isOwn), undefined);
  return all.some(({ severity }) => severity === 'error') ? 4 : 0;
}

/** Runs the examples of these files' rules through the whole line. */
async function checkExamples(catalog: Catalog, isOwn: (file: string) => boolean): Promise<Diagnostic[]> {
  const rules = catalog.rules.filter(({ place }) => isOwn(place.file));
  if (rules.length === 0) return [];
  const { checkRuleExamples } = await import('../testing/rule-examples.ts');
  return checkRuleExamples(catalog, rules);
}

async function asJson(diagnostics: readonly Diagnostic[]): Promise<string> {
  const { safeJson } = await import('../lib/safe-json.ts');
  return `${safeJson(diagnostics, 2)}\n`;
}

async function asText(
  diagnostics: readonly Diagnostic[],
  catalog: Catalog,
  files: readonly string[],
  isOwn: (file: string) => boolean,
): Promise<string> {
  const { count } = await import('../render/terminal/words.ts');
  const messages = catalog.families.flatMap((family) => family.messages).filter(({ place }) => isOwn(place.file));
  const samples = messages.reduce((sum, message) => sum + message.samples.length, 0);
  const rules = catalog.rules.filter(({ place }) => isOwn(place.file)).length;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const what = [
    count(files.length, 'file'),
    count(messages.length, 'message'),
    count(samples, 'sample'),
    ...(rules === 0 ? [] : [count(rules, 'rule')]),
  ];
  const said = [count(errors, 'error'), count(diagnostics.length - errors, 'warning')].join(', ');
  const text = await diagnosticText(diagnostics);
  return `${text === '' ? '' : `${text}\n\n`}${what.join(', ')}: ${said}\n`;
}
