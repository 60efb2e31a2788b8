import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import type { Finding } from '../model/finding.ts';
import { note } from './output.ts';

/** For every command that shows findings. */
export const baselineFlags = {
  baseline: Flags.string({
    helpValue: 'FILE',
    summary:
      'Findings that are accepted (necropsy baseline write): told apart from the others, and back when there are more.',
    helpGroup: 'RULES',
  }),
  today: Flags.string({ hidden: true }),
};

export interface KnownFlags {
  readonly baseline?: string | undefined;
  /** The day of the run, for tests: `2026-03-01`. */
  readonly today?: string | undefined;
  readonly 'fail-on'?: string;
  readonly quiet: boolean;
}

/** The day of the run as the calendar of UTC has it. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** What marks accepted findings; undefined without `--baseline`. Throws `UserError` where the file is none (4), or is asked for and not given (2). */
export async function knownMarker(
  flags: KnownFlags,
): Promise<((findings: readonly Finding[]) => readonly Finding[]) | undefined> {
  if (flags.baseline === undefined) {
    if (flags['fail-on'] !== 'new') return undefined;
    throw new UserError('--fail-on new needs a baseline to be new against', {
      exitCode: 2,
      hint: 'necropsy baseline write CAPTURE --reason "…", then --baseline necropsy-baseline.json',
    });
  }
  const [{ readBaseline }, { isExpired, markKnown }] = await Promise.all([
    import('../baseline/baseline-file.ts'),
    import('../baseline/mark-known.ts'),
  ]);
  const baseline = readBaseline(flags.baseline);
  const today = flags.today ?? dayOf(new Date());
  const expired = baseline.entries.filter((entry) => isExpired(entry, today)).length;
  if (expired > 0 && !flags.quiet)
    note(
      `${expired} of the baseline’s entries ${expired === 1 ? 'has' : 'have'} expired: necropsy baseline show --baseline ${flags.baseline}`,
    );
  return markKnown(baseline, today);
}
