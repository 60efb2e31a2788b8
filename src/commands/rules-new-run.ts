import { writeFileSync } from 'node:fs';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import { knownDetectors } from './known-detectors.ts';
import { nearest } from './nearest.ts';
import { note, writeResult } from './output.ts';
import { userCatalog } from './user-catalog.ts';

export interface RulesNewFlags {
  readonly event?: string | undefined;
  readonly output?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly quiet: boolean;
}

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Writes a rule to start from; a file that is there stays as it is. Ends in the exit code. */
export async function runRulesNew(name: string, flags: RulesNewFlags): Promise<0 | 4> {
  if (!NAME.test(name))
    throw new UserError(`${name} is no name for a rule`, {
      exitCode: 2,
      hint: 'small letters and digits, words joined by -: acme-gateway-stuck',
    });
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const taken = (await knownDetectors(catalog)).some(({ meta }) => meta.id === name);
  if (taken)
    throw new UserError(`a detector is called ${name} already`, {
      exitCode: 2,
      hint: 'put the name of your product in front',
    });
  if (flags.event !== undefined) await requireEvent(flags.event, catalog);
  const { ruleTemplate } = await import('../language/catalog/rule-template.ts');
  const text = ruleTemplate(name, flags.event);
  if (flags.output === undefined) await writeResult(text, undefined);
  else writeNew(text, flags.output);
  const path = flags.output ?? 'FILE';
  if (!flags.quiet)
    note(
      `fill in what stands in ‹…›; necropsy rules lint ${path} says what is left, rules test ${path} runs its examples`,
    );
  return isFlawed ? 4 : 0;
}

async function requireEvent(event: string, catalog: Parameters<typeof knownDetectors>[0]): Promise<void> {
  const { eventNames } = await import('../language/catalog/check-names.ts');
  const known = eventNames(catalog);
  if (known.has(event)) return;
  const near = nearest(event, [...known]);
  throw new UserError(`no message is called ${event}`, {
    exitCode: 2,
    hint:
      near.length > 0 ? `did you mean ${near.join(' or ')}?` : '`necropsy events CAPTURE` prints what is recognised',
  });
}

function writeNew(text: string, file: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const reason = isThere ? 'it is there already' : describeError(cause).replace(/, open '.*$/s, '');
    throw new UserError(`cannot write ${file}: ${reason}`, {
      exitCode: 2,
      cause,
      ...(isThere ? { hint: 'give --output another name' } : {}),
    });
  }
}
