import { UserError } from '../lib/errors.ts';
import { nearest } from './nearest.ts';

/** Throws `UserError` for the first name that no detector has, with the names that were probably meant. */
export function requireDetectors(typed: readonly string[], known: readonly string[]): void {
  const wrong = typed.find((name) => !known.includes(name));
  if (wrong === undefined) return;
  const near = nearest(wrong, known);
  throw new UserError(`no detector is called ${wrong}`, {
    exitCode: 2,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : '`necropsy explain` lists the detectors',
  });
}
