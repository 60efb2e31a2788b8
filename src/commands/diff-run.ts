import type { Attempts, Comparison } from '../compare.ts';
import { UserError } from '../lib/errors.ts';
import { knownMarker } from './baseline-flag.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface DiffFlags extends RedactionFlags {
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly attempt?: number | undefined;
  readonly against?: number | undefined;
  readonly session?: string | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/**
 * Analyses both captures, or both attempts of one, compares, prints. Ends in 1 where something got worse. Throws `UserError` (exit
 * code 2) where it is not clear what is to be compared.
 */
export async function runDiff(
  good: string,
  bad: string | undefined,
  flags: DiffFlags,
  version: string,
): Promise<0 | 1 | 4 | 130> {
  const inputs = [good, ...(bad === undefined ? [] : [bad])];
  refuseToOverwrite(inputs, flags.output);
  const attempts = attemptsOf(good, bad, flags);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const markKnown = await knownMarker(flags);
  const { compare, compareAttempts } = await import('../compare.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { signal } = interrupt;
    const options = { catalog, version, date, zone, signal, onRead: progress?.onRead, markKnown, redactor };
    const comparison =
      attempts === undefined
        ? await compare([good], [bad ?? ''], options)
        : await compareAttempts([good], attempts, options);
    progress?.stop();
    const text = await render(comparison, flags);
    const { blank } = comparison;
    if (redactor !== undefined && blank !== undefined) proveText(redactor, text, await render(blank, flags));
    await writeResult(text, flags.output);
    revealing?.save();
    if (signal.aborted) return 130;
    if (isFlawed) return 4;
    return comparison.diff.regressions.length > 0 ? 1 : 0;
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

/** Undefined where two captures are compared. */
function attemptsOf(
  good: string,
  bad: string | undefined,
  { attempt, against, session }: DiffFlags,
): Attempts | undefined {
  if (attempt === undefined || against === undefined) {
    if (bad !== undefined) return undefined;
    throw new UserError('diff compares two captures, or two attempts in one', {
      exitCode: 2,
      hint: 'necropsy diff GOOD BAD, or necropsy diff CAPTURE --attempt 1 --against 2',
    });
  }
  if (bad !== undefined) throw new UserError('--attempt and --against are of one capture: give one', { exitCode: 2 });
  if (good === '-')
    throw new UserError('a pipe can be read once, and attempts take more: write it to a file', { exitCode: 2 });
  return { good: attempt, bad: against, session };
}

async function render({ diff, good, bad }: Comparison, flags: DiffFlags): Promise<string> {
  if (flags.json || /\.json$/i.test(flags.output ?? '')) {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(diff, 2)}\n`;
  }
  const ending = /\.(md|markdown|html?)$/i.exec(flags.output ?? '')?.[1]?.toLowerCase();
  if (ending !== undefined) {
    const { diffMarkdown, diffPage } = await import('../render/diff-page.ts');
    return ending.startsWith('h') ? diffPage(diff, { good, bad }) : diffMarkdown(diff, { good, bad });
  }
  const { renderDiff } = await import('../render/terminal/diff.ts');
  const around = surroundings();
  const colour = flags.output === undefined && usesColour(around, flags['no-color']);
  return renderDiff(diff, { good, bad }, { width: flags.width ?? widthOf(around), colour });
}
