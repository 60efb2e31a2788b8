import type { Catalog } from '../model/catalog.ts';
import type { Report } from '../model/report.ts';
import type { ListFormat } from '../render/listing/formats.ts';
import type { Column } from '../render/listing/listing.ts';
import type { ReaderRow, SightRow } from '../render/listing/reader-columns.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { knownDetectors } from './known-detectors.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface RulesCoverageFlags extends RedactionFlags {
  readonly 'read-by': 'detector' | 'tracker' | 'none' | 'any';
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly format: ListFormat;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Which messages are looked at, by whom. Ends in the exit code. */
export async function runRulesCoverage(flags: RulesCoverageFlags): Promise<0 | 4> {
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const { READER_COLUMNS } = await import('../render/listing/reader-columns.ts');
  const rows = await readerRows(catalog);
  await writeResult(await draw(rows.filter(isAsked(flags['read-by'])), READER_COLUMNS, flags), flags.output);
  const read = rows.filter(({ detectors }) => detectors.length > 0).length;
  const followed = rows.filter(({ detectors, isFollowed }) => detectors.length === 0 && isFollowed).length;
  const none = rows.length - read - followed;
  if (!flags.quiet)
    note(
      `${rows.length} messages: ${read} read by detectors, ${followed} only followed, ${none} by none (--read-by none)`,
    );
  return isFlawed ? 4 : 0;
}

async function readerRows(catalog: Catalog): Promise<ReaderRow[]> {
  const [{ readersOf, ruleDetectors }, { DETECTORS }, { eventNames }] = await Promise.all([
    import('../analyze.ts'),
    import('../detect/all.ts'),
    import('../language/catalog/check-names.ts'),
  ]);
  const { byDetector, byTrackers } = readersOf([...DETECTORS, ...(await ruleDetectors(catalog))]);
  const levels = new Map<string, string>(
    catalog.families.flatMap(({ name, messages }) =>
      messages.map((message) => [`${name}/${message.name}`, message.level ?? 'default'] as const),
    ),
  );
  return [...eventNames(catalog)].toSorted().map((event) => ({
    event,
    level: levels.get(event) ?? 'default',
    detectors: [...byDetector].flatMap(([id, events]) => (events.has(event) ? [id] : [])).toSorted(),
    isFollowed: byTrackers.has(event),
  }));
}

function isAsked(readBy: RulesCoverageFlags['read-by']): (row: ReaderRow) => boolean {
  return ({ detectors, isFollowed }) => {
    if (readBy === 'any') return true;
    if (readBy === 'detector') return detectors.length > 0;
    return detectors.length === 0 && isFollowed === (readBy === 'tracker');
  };
}

/** Which detectors could look in a capture, and what the others lack. Ends in the exit code. */
export async function runSight(
  inputs: readonly string[],
  flags: RulesCoverageFlags,
  version: string,
): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const [date, zone] = [dateOf(flags.date), zoneOf(flags.tz)];
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const { analyze } = await import('../analyze.ts');
  const { SIGHT_COLUMNS } = await import('../render/listing/reader-columns.ts');
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { signal } = interrupt;
    const read = { inputs, catalog, version, date, zone, signal, onRead: progress?.onRead };
    const { report } = await analyze({ ...read, redactor });
    progress?.stop();
    const rows = await sightRows(report, catalog);
    const text = await draw(rows, SIGHT_COLUMNS, flags);
    if (redactor !== undefined) {
      const { blankParts } = await import('../redact/parts.ts');
      proveText(redactor, text, await draw(await sightRows(blankParts(report), catalog), SIGHT_COLUMNS, flags));
    }
    await writeResult(text, flags.output);
    revealing?.save();
    const blind = rows.filter(({ status }) => status === 'not-observable').length;
    if (!flags.quiet)
      note(
        `${rows.length} detectors: ${rows.length - blind} could look, ${blind} could not${blind > 0 ? '; --json has the commands that record what they lack' : ''}`,
      );
    if (signal.aborted) return 130;
    return isFlawed ? 4 : 0;
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

async function sightRows({ detectors, findings }: Report, catalog: Catalog): Promise<SightRow[]> {
  const severities = new Map((await knownDetectors(catalog)).map(({ meta }) => [meta.id, meta.severity]));
  return detectors
    .map((outcome): SightRow => {
      const { id, status } = outcome;
      const why = status === 'not-observable' ? outcome.missing.join('; ') : status === 'failed' ? outcome.error : '';
      const remedy = status === 'not-observable' ? outcome.remedy : undefined;
      return {
        detector: id,
        severity: severities.get(id) ?? 'info',
        status,
        findings: findings.filter(({ detector }) => detector === id).length,
        why,
        ...(remedy === undefined ? {} : { remedy }),
      };
    })
    .toSorted((a, b) => (a.detector < b.detector ? -1 : 1));
}

async function draw<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  flags: RulesCoverageFlags,
): Promise<string> {
  const { renderList } = await import('../render/listing/listing.ts');
  const around = surroundings();
  return renderList(rows, columns, {
    format: flags.json ? 'json' : flags.format,
    width: flags.width ?? widthOf(around),
    colour: flags.output === undefined && usesColour(around, flags['no-color']),
  });
}
