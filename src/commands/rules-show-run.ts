import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import type { Place } from '../model/catalog.ts';
import { visible } from '../render/terminal/visible.ts';
import { requireDetectors } from './detector-names.ts';
import { type KnownDetector, knownDetectors } from './known-detectors.ts';
import { writeResult } from './output.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { userCatalog } from './user-catalog.ts';

export interface RulesShowFlags {
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

/** Of a rule what is written, with its place; of a detector in code what it says of itself. Ends in the exit code. */
export async function runRulesShow(id: string, flags: RulesShowFlags, root: string): Promise<0 | 4> {
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const detectors = await knownDetectors(catalog);
  requireDetectors(
    [id],
    detectors.map(({ meta }) => meta.id),
  );
  const detector = detectors.find(({ meta }) => meta.id === id);
  if (detector !== undefined) await writeResult(await pageOf(detector, flags, root), undefined);
  return isFlawed ? 4 : 0;
}

async function pageOf({ meta, kind, place }: KnownDetector, flags: RulesShowFlags, root: string): Promise<string> {
  if (place !== undefined) return sourceOf(place, kind === 'rule' ? join(root, place.file) : place.file);
  const { renderExplanation } = await import('../render/terminal/explain.ts');
  const around = surroundings();
  return renderExplanation(meta, {
    width: flags.width ?? widthOf(around),
    colour: usesColour(around, flags['no-color']),
  });
}

async function sourceOf({ file, line }: Place, path: string): Promise<string> {
  const [{ clauseSource }, { tryReadGrammar }] = await Promise.all([
    import('../language/catalog/clause-source.ts'),
    import('../recognize/load-grammars.ts'),
  ]);
  const text = tryReadGrammar(path);
  if (text === undefined) throw new UserError(`${file} is not there any more`, { exitCode: 4 });
  const lines = [`${file}:${line}`, '', ...clauseSource(text, line)];
  return `${lines.map(visible).join('\n')}\n`;
}
