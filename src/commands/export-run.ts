import type { Capture, SeenRecord } from '../capture.ts';
import { dateOf } from './date-flag.ts';
import { endOfCapture } from './end-of-capture.ts';
import { catchInterrupt } from './interrupt.ts';
import { note, refuseToOverwrite } from './output.ts';
import { createProgress } from './progress.ts';
import { createContext, type RunContext, stampOf } from './record-context.ts';
import { createResultWriter } from './result-writer.ts';
import { surroundings } from './terminal.ts';
import { createTimeFilter, type TimeFlags, timeSelection } from './time-flags.ts';
import { toolLines } from './tool-lines.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';
import { compileWhere } from './where-flag.ts';

export interface ExportFlags extends TimeFlags {
  readonly where?: string | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly quiet: boolean;
}

/** Reads any capture and writes every record of it as `log show --style ndjson` would. Ends in the exit code. */
export async function runExport(inputs: readonly string[], flags: ExportFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const times = timeSelection(flags);
  const zone = zoneOf(flags.tz);
  const date = dateOf(flags.date);
  const { readCapture } = await import('../capture.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const context = createContext();
  const where = flags.where === undefined ? () => true : await compileWhere(flags.where, catalog, context);
  const interrupt = catchInterrupt();
  // What goes to a terminal shows by itself how far it is.
  const progress = createProgress(flags.quiet || (flags.output === undefined && surroundings().isTerminal));
  try {
    // Events are recognised only where a predicate may ask for them.
    const needs = flags.where === undefined ? { needs: () => false } : {};
    const capture = await readCapture(inputs, {
      catalog,
      ...needs,
      readsAll: true,
      signal: interrupt.signal,
      date,
      zone,
      onRead: progress?.onRead,
    });
    context.capture = capture;
    const end = times.lastUs === undefined ? undefined : await endOfCapture(inputs, capture);
    const isInTime = createTimeFilter(times, end);
    const isWanted = (seen: SeenRecord): boolean =>
      isInTime(seen.record.at, context.offsetOf(seen.record.at, seen.record.ref.input)) && where(seen);
    const written = await writeAll(capture, { context, isWanted, output: flags.output, where: flags.where });
    progress?.stop();
    if (written === undefined) return 0;
    capture.refuseUnreadable();
    if (!flags.quiet) sayWhatWasRead(capture, written);
  } finally {
    progress?.stop();
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

interface Writing {
  readonly context: RunContext;
  readonly isWanted: (seen: SeenRecord) => boolean;
  readonly output: string | undefined;
  readonly where: string | undefined;
}

/** How many were written; undefined where the reader of standard output has gone. */
async function writeAll(capture: Capture, { context, isWanted, output, where }: Writing): Promise<number | undefined> {
  const { renderRecordLine, renderSummaryLine, renderToolLine } = await import('../render/event-line.ts');
  const writer = createResultWriter(output);
  let written = 0;
  for await (const batch of capture.records()) {
    context.refresh();
    for (const seen of batch) {
      if (!isWanted(seen)) continue;
      const stamp = stampOf(seen.record, context);
      const tool = written === 0 ? toolLines(capture.summaries(), where === undefined ? [] : [where]) : [];
      const lines = tool.map(([name, line]) => renderToolLine(name, line, stamp));
      written += 1;
      if (!(await writer.write(lines.join('') + renderRecordLine(seen.record, stamp)))) return undefined;
    }
  }
  await writer.write(renderSummaryLine(written));
  return (await writer.end()) ? written : undefined;
}

function sayWhatWasRead(capture: Capture, written: number): void {
  const records = capture.summaries().reduce((sum, summary) => sum + summary.records, 0);
  note(`${written.toLocaleString('en')} written of ${records.toLocaleString('en')} records`);
  for (const { message, count } of capture.problems()) note(count > 1 ? `${message} (${count}×)` : message);
}
