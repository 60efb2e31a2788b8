import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import type { DetectorMeta } from '../model/finding.ts';
import { requireDetectors } from './detector-names.ts';
import { knownDetectors } from './known-detectors.ts';
import { note, writeResult } from './output.ts';
import { userCatalog } from './user-catalog.ts';

export interface RulesDocFlags {
  readonly all: boolean;
  readonly output?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly quiet: boolean;
}

/** Pages of Markdown: one after the other to standard output, or a file each and an index into a folder. Ends in the exit code. */
export async function runRulesDoc(ids: readonly string[], flags: RulesDocFlags): Promise<0 | 4> {
  if (flags.all ? ids.length > 0 : ids.length === 0)
    throw new UserError(flags.all ? 'detectors and --all exclude each other' : 'name a detector, or ask for --all', {
      exitCode: 2,
      hint: '`necropsy rules list` lists the detectors',
    });
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const metas = (await knownDetectors(catalog)).map(({ meta }) => meta);
  requireDetectors(
    ids,
    metas.map(({ id }) => id),
  );
  const chosen = flags.all ? metas : metas.filter(({ id }) => ids.includes(id));
  const { renderDetectorPage } = await import('../render/markdown/detector-page.ts');
  if (flags.output === undefined) await writeResult(chosen.map(renderDetectorPage).join('\n'), undefined);
  else await writePages(chosen, flags.output, flags);
  return isFlawed ? 4 : 0;
}

async function writePages(metas: readonly DetectorMeta[], folder: string, { quiet }: RulesDocFlags): Promise<void> {
  const { renderDetectorIndex, renderDetectorPage } = await import('../render/markdown/detector-page.ts');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new UserError(`cannot make the folder ${folder}: ${describeError(cause)}`, { exitCode: 2, cause });
  }
  // An id is one word of letters, digits and dashes: it leads out of no folder.
  for (const meta of metas) await writeResult(renderDetectorPage(meta), join(folder, `${meta.id}.md`));
  await writeResult(renderDetectorIndex(metas), join(folder, 'README.md'));
  if (!quiet) note(`wrote ${metas.length} pages and README.md into ${folder}`);
}
