import { UserError } from '../lib/errors.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { ListFormat } from '../render/listing/formats.ts';
import { dayOf } from './baseline-flag.ts';
import { dateOf } from './date-flag.ts';
import { requireDetectors } from './detector-names.ts';
import { catchInterrupt } from './interrupt.ts';
import { knownDetectors } from './known-detectors.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface ReadingFlags {
  readonly baseline: string;
  readonly rule?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly quiet: boolean;
  /** The day of the run, for tests. */
  readonly today?: string | undefined;
}

export interface WriteFlags extends ReadingFlags {
  readonly reason: string;
  readonly expires: string;
  readonly 'min-severity'?: Severity | 'warn' | undefined;
}

export interface ShowFlags {
  readonly baseline: string;
  readonly format: ListFormat;
  readonly json: boolean;
  readonly today?: string | undefined;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

type Ending = 0 | 4 | 130;
const NONE: Baseline = { schemaVersion: 1, entries: [] };
const DAY_MS = 86_400_000;

/** Accepts what a capture shows, beside what the file accepts already. Ends in the exit code. */
export async function runBaselineWrite(inputs: readonly string[], flags: WriteFlags, version: string): Promise<Ending> {
  refuseToOverwrite(inputs, flags.baseline);
  if (flags.reason.trim() === '')
    throw new UserError('--reason is empty', { exitCode: 2, hint: 'say why it is accepted: "known 26.1 bug, FB123"' });
  const since = flags.today ?? dayOf(new Date());
  const expires = lastDay(flags.expires, since);
  const [{ accept }, { baselineText, tryReadBaseline }, { isAtLeast }] = await Promise.all([
    import('../baseline/make-baseline.ts'),
    import('../baseline/baseline-file.ts'),
    import('../render/select.ts'),
  ]);
  const before = tryReadBaseline(flags.baseline) ?? NONE;
  const { report, ending } = await reportOf(inputs, flags, version);
  if (ending === 130) return ending;
  const least = flags['min-severity'] ?? 'info';
  const findings = report.findings.filter(({ severity }) => isAtLeast(severity, least === 'warn' ? 'warning' : least));
  const after = accept(before, findings, { reason: flags.reason.trim(), since, expires });
  await writeResult(baselineText(after), flags.baseline);
  const until = expires === undefined ? 'for ever' : `until ${expires}`;
  if (!flags.quiet)
    note(
      `accepted ${findings.length} of ${report.findings.length} findings ${until}: ${flags.baseline} has ${after.entries.length} entries`,
    );
  return ending;
}

/** Takes out what a capture no longer shows, or what has expired. Ends in the exit code. */
export async function runBaselinePrune(
  inputs: readonly string[],
  flags: ReadingFlags & { readonly expired: boolean },
  version: string,
): Promise<Ending> {
  if (inputs.length === 0 && !flags.expired)
    throw new UserError('prune against what?', {
      exitCode: 2,
      hint: 'give a capture, --expired, or both',
    });
  refuseToOverwrite(inputs, flags.baseline);
  const [{ withoutExpired, withoutGone }, { baselineText, readBaseline }] = await Promise.all([
    import('../baseline/make-baseline.ts'),
    import('../baseline/baseline-file.ts'),
  ]);
  const before = readBaseline(flags.baseline);
  const living = flags.expired ? withoutExpired(before, flags.today ?? dayOf(new Date())) : before;
  const { report, ending } =
    inputs.length === 0 ? { report: undefined, ending: 0 as const } : await reportOf(inputs, flags, version);
  if (ending === 130) return ending;
  const after = report === undefined ? living : withoutGone(living, report);
  await writeResult(baselineText(after), flags.baseline);
  const gone = before.entries.length - after.entries.length;
  if (!flags.quiet) note(`took ${gone} of ${before.entries.length} entries out of ${flags.baseline}`);
  return ending;
}

/** Prints the entries of a baseline. */
export async function runBaselineShow(flags: ShowFlags): Promise<void> {
  const [{ readBaseline }, { isExpired }, { renderList }, { BASELINE_COLUMNS }] = await Promise.all([
    import('../baseline/baseline-file.ts'),
    import('../baseline/mark-known.ts'),
    import('../render/listing/listing.ts'),
    import('../render/listing/baseline-columns.ts'),
  ]);
  const today = flags.today ?? dayOf(new Date());
  const rows = readBaseline(flags.baseline).entries.map((entry) => ({ ...entry, expired: isExpired(entry, today) }));
  const around = surroundings();
  const text = renderList(rows, BASELINE_COLUMNS, {
    format: flags.json ? 'json' : flags.format,
    width: flags.width ?? widthOf(around),
    colour: usesColour(around, flags['no-color']),
  });
  await writeResult(text, undefined);
}

async function reportOf(
  inputs: readonly string[],
  flags: ReadingFlags,
  version: string,
): Promise<{ readonly report: Report; readonly ending: Ending }> {
  const [date, zone] = [dateOf(flags.date), zoneOf(flags.tz)];
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const { rule = [], skip = [] } = flags;
  requireDetectors(
    [...rule, ...skip],
    (await knownDetectors(catalog)).flatMap(({ meta, kind }) => (kind === 'not visible' ? [] : [meta.id])),
  );
  const { analyze } = await import('../analyze.ts');
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const detectors = { ...(rule.length > 0 ? { only: rule } : {}), skip };
    const { signal } = interrupt;
    const { report } = await analyze({
      inputs,
      detectors,
      catalog,
      version,
      date,
      zone,
      signal,
      onRead: progress?.onRead,
    });
    return { report, ending: signal.aborted ? 130 : isFlawed ? 4 : 0 };
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

/** `90d`, `12w`, a day, or `never` (undefined). Throws `UserError` (exit code 2) for anything else, and for a day that is over. */
function lastDay(written: string, since: string): string | undefined {
  if (written === 'never') return undefined;
  const [, number, unit] = /^(\d{1,4})([dw])$/.exec(written) ?? [];
  const from = Date.parse(`${since}T00:00:00Z`);
  const days = Number(number) * (unit === 'w' ? 7 : 1);
  const at = number === undefined ? Date.parse(`${written}T00:00:00Z`) : from + days * DAY_MS;
  const isDay = number !== undefined || /^\d{4}-\d{2}-\d{2}$/.test(written);
  if (!isDay || Number.isNaN(at) || (number === undefined && dayOf(new Date(at)) !== written))
    throw new UserError(`--expires ${written} is no time`, { exitCode: 2, hint: '90d, 12w, 2026-12-31 or never' });
  if (at < from) throw new UserError(`--expires ${written} is over already`, { exitCode: 2 });
  return dayOf(new Date(at));
}
