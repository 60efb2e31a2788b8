import { UserError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';

/** By its number, or the first of a detector. Throws `UserError` (exit code 2) where there is no such finding. */
export function findingAt({ findings }: Report, at: string | undefined): number | undefined {
  if (at === undefined) return undefined;
  const index = /^\d+$/.test(at) ? Number(at) - 1 : findings.findIndex(({ detector }) => detector === at);
  if (findings[index] !== undefined) return index;
  const found = findings.map(({ detector }, i) => `${i + 1} ${detector}`);
  throw new UserError(`there is no finding ${at} in this capture`, {
    exitCode: 2,
    hint: found.length === 0 ? 'nothing was found in it: leave --at out' : `found: ${found.slice(0, 10).join(', ')}`,
  });
}
