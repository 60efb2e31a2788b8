import type { Report } from '../model/report.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Column } from '../render/listing/listing.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import type { ListFlags } from './list-flags.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { bothOf, compileParties, type Parties, type PartyFlags } from './party-flags.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { compileRowWhere, type RowFields } from './row-where.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface List<Row> {
  readonly rows: (report: Report) => readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Fields beside the columns that `--where` may ask for. */
  readonly fields: RowFields<Row>;
  /** Whom and what a row has to do with, for `--app` and its like. */
  readonly parties: (row: Row) => Parties;
  /** What a row is, for the remark on how many there are: `flow`. */
  readonly noun: string;
}

/** Reads, correlates, selects, prints one list of the report. Ends in the exit code. */
export async function runList<Row>(
  inputs: readonly string[],
  flags: ListFlags & PartyFlags,
  version: string,
  list: List<Row>,
): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const times = timeSelection(flags);
  const fields = { ...Object.fromEntries(list.columns.map(({ key, value }) => [key, value])), ...list.fields };
  const where = flags.where === undefined ? () => true : await compileRowWhere<Row>(flags.where, fields);
  const isOf = compileParties(flags);
  const { analyze } = await import('../analyze.ts');
  const { renderList } = await import('../render/listing/listing.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { report } = await analyze({
      inputs,
      // No detector: the list is of what was seen, not of what is wrong with it.
      detectors: { only: [] },
      catalog,
      version,
      date,
      zone,
      times,
      hasWholeLists: true,
      redactor,
      redactsLater: true,
      signal: interrupt.signal,
      onRead: progress?.onRead,
    });
    progress?.stop();
    const told = await toldOf(report, redactor);
    const chosen = chosenRows(list, told, (row, parties) => isOf(parties) && where(row)).slice(0, flags.limit);
    const draw = (from: Report): string => {
      const rows = list.rows(from);
      return renderList(
        chosen.flatMap((index) => rows[index] ?? []),
        list.columns,
        drawnFor(flags),
      );
    };
    const text = draw(told.shown);
    if (redactor !== undefined && told.blank !== undefined) proveText(redactor, text, draw(told.blank));
    await writeResult(text, flags.output);
    revealing?.save();
    if (!flags.quiet) sayHowMany(chosen.length, list.rows(report).length, list.noun, told.shown);
  } finally {
    progress?.stop();
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

function drawnFor(flags: ListFlags): Parameters<typeof import('../render/listing/listing.ts').renderList>[2] {
  const around = surroundings();
  return {
    format: flags.format,
    width: flags.width ?? widthOf(around),
    colour: flags.output === undefined && usesColour(around, flags['no-color']),
  };
}

/** A report as the log has it, as it may be shown, and with nothing of the capture's in it: lists of one length. */
interface Told {
  readonly log: Report;
  readonly shown: Report;
  readonly blank?: Report;
}

async function toldOf(log: Report, redactor: Redactor | undefined): Promise<Told> {
  if (redactor === undefined) return { log, shown: log };
  const { blankParts, redactReport } = await import('../redact/parts.ts');
  const shown = redactReport(log, redactor);
  return { log, shown, blank: blankParts(shown) };
}

/** Places of the rows that are wanted: by the names in the log, which a person knows, or by their tokens. */
function chosenRows<Row>(
  list: List<Row>,
  { log, shown }: Told,
  isWanted: (row: Row, parties: Parties) => boolean,
): number[] {
  const tokens = list.rows(shown);
  return list.rows(log).flatMap((row, index) => {
    const parties = bothOf(list.parties(row), list.parties(tokens[index] ?? row));
    return isWanted(row, parties) ? [index] : [];
  });
}

function sayHowMany(chosen: number, all: number, noun: string, report: Report): void {
  const plural = (count: number): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  note(chosen === all ? plural(all) : `${chosen.toLocaleString('en')} of ${plural(all)}`);
  for (const { message, state } of report.capture.quality) if (state !== 'green') note(`capture: ${message}`);
}
