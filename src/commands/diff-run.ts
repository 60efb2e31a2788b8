import type { Comparison } from '../compare.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface DiffFlags {
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Analyses both captures, compares, prints. Ends in 1 where something got worse. */
export async function runDiff(good: string, bad: string, flags: DiffFlags, version: string): Promise<0 | 1 | 4 | 130> {
  refuseToOverwrite([good, bad], flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const { compare } = await import('../compare.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const comparison = await compare([good], [bad], {
      catalog,
      version,
      date,
      zone,
      signal: interrupt.signal,
      onRead: progress?.onRead,
    });
    progress?.stop();
    await writeResult(await render(comparison, flags), flags.output);
    if (interrupt.signal.aborted) return 130;
    if (isFlawed) return 4;
    return comparison.diff.regressions.length > 0 ? 1 : 0;
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

async function render({ diff, good, bad }: Comparison, flags: DiffFlags): Promise<string> {
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(diff, 2)}\n`;
  }
  const { renderDiff } = await import('../render/terminal/diff.ts');
  const around = surroundings();
  const colour = flags.output === undefined && usesColour(around, flags['no-color']);
  return renderDiff(diff, { good, bad }, { width: flags.width ?? widthOf(around), colour });
}
