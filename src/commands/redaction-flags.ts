import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import type { RedactionLevel } from '../redact/kinds.ts';
import type { Redactor } from '../redact/redactor.ts';

const LEVELS = ['apple', 'standard', 'strict'] as const;

const level = {
  helpValue: 'apple|standard|strict|off',
  summary:
    'Replace private values by tokens: people and devices (apple), also networks and configurations (standard), also the names of software (strict).',
  helpGroup: 'PRIVACY',
};

/** For the command that does nothing else. */
export const levelFlag = Flags.option({ options: LEVELS })({
  ...level,
  helpValue: 'apple|standard|strict',
  default: 'standard',
});

/** For the command whose files are made to be handed over. */
export const requiredLevelFlag = Flags.option({ options: [...LEVELS, 'off'] as const })({
  ...level,
  default: 'standard',
});

export const keyFileFlag = Flags.string({
  helpValue: 'FILE',
  summary: 'The key of the tokens, made where there is none: equal values are equal tokens in all captures.',
  helpGroup: 'PRIVACY',
});

/** For commands that redact when they are asked to. */
export const redactionFlags = {
  redact: Flags.option({ options: [...LEVELS, 'off'] as const })({ ...level, default: 'off' }),
  'key-file': keyFileFlag,
};

export interface RedactionFlags {
  readonly redact?: RedactionLevel | 'off' | undefined;
  readonly 'key-file'?: string | undefined;
}

/** Whether anything is to be redacted; a key alone asks too, and is refused by `createRunRedactor`. */
export function asksToRedact({ redact = 'off', 'key-file': key }: RedactionFlags): boolean {
  return redact !== 'off' || key !== undefined;
}

/** What redacts in this run; undefined where nobody asked for it. `near` are the files of the run, which the key is none of. */
export async function createRunRedactor(
  flags: RedactionFlags,
  catalog: Parameters<typeof import('../recognize/catalog-text.ts').catalogText>[0],
  near: readonly (string | undefined)[],
): Promise<Redactor | undefined> {
  const { redact = 'off' } = flags;
  const path = flags['key-file'];
  if (redact === 'off') {
    if (path !== undefined) throw new UserError('--key-file is the key of --redact: give both', { exitCode: 2 });
    return undefined;
  }
  if (path !== undefined && near.some((file) => file !== undefined && resolve(file) === resolve(path)))
    throw new UserError(`${path} cannot be the key and another file of the run`, { exitCode: 2 });
  const [{ createRedactor }, { catalogText }] = await Promise.all([
    import('../redact/redactor.ts'),
    import('../recognize/catalog-text.ts'),
  ]);
  return createRedactor({ level: redact, key: await keyOf(path), commonText: catalogText(catalog) });
}

/** A fresh key where none is named: its tokens are those of this run only. */
async function keyOf(path: string | undefined): Promise<Uint8Array> {
  if (path === undefined) return randomBytes(32);
  const { readKey, writeKey } = await import('../redact/key-store.ts');
  const known = readKey(path);
  if (known !== undefined) return known;
  const key = randomBytes(32);
  writeKey(path, key);
  return key;
}
