import { renameSync, unlinkSync } from 'node:fs';
import type { TimeShift } from '../lib/time-shift.ts';
import type { LogRecord } from '../model/log-record.ts';
import { learnParts } from '../redact/parts.ts';
import { createLineProver } from '../redact/prove.ts';
import type { Redactor } from '../redact/redactor.ts';
import { number } from '../render/terminal/words.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { choosesParties } from './party-flags.ts';
import { privatePredicatesOf } from './party-predicate.ts';
import { proveTimes } from './prove-times.ts';
import { stampOf } from './record-context.ts';
import { createPreview } from './redact-preview.ts';
import { createRunRedactor } from './redaction-flags.ts';
import { createResultWriter, type ResultWriter } from './result-writer.ts';
import { createRevealing } from './revealing.ts';
import { openSelection, type Selection, type SelectionFlags, sayWhatWasRead } from './selection.ts';
import { timeShiftOf } from './shift-flag.ts';
import { keepStandardInput } from './spool.ts';
import { toolLines } from './tool-lines.ts';

/**
 * Reads a capture at least twice: first everything that is private in it is learnt, then every record is rewritten, and what is
 * about to be written is held against all that was learnt. A file appears under its name only when all of it is proved; into a
 * pipe nothing is written before a pass that only proves. Throws `UserError` (exit code 6) at the first leak.
 */
export async function runRedact(named: readonly string[], flags: RedactFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(named, flags.output);
  const spool = await keepStandardInput(named);
  try {
    return await redactInputs(spool.inputs, flags);
  } finally {
    spool.release();
  }
}

export interface RedactFlags extends SelectionFlags {
  readonly preview?: boolean | undefined;
  readonly width?: number | undefined;
  readonly 'shift-time'?: string | undefined;
}

async function redactInputs(inputs: readonly string[], flags: RedactFlags): Promise<0 | 4 | 130> {
  const learning = await openSelection(inputs, flags, { recognizes: true });
  const { catalog, isFlawed } = learning;
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  if (redactor === undefined) return 0;
  const shift = await timeShiftOf(flags['shift-time'], flags['key-file']);
  const revealing = createRevealing(redactor, flags.preview === true ? undefined : flags['key-file']);
  if (await isStopped(learning, () => learnAll(learning, redactor))) return 130;
  redactor.seal();
  const recognizes = needsEvents(redactor, flags);
  const isFile = flags.output !== undefined && flags.output !== '-';
  if (!isFile) {
    const preview = flags.preview === true ? createPreview(redactor) : undefined;
    const proving = await openSelection(inputs, flags, { recognizes });
    if (await isStopped(proving, () => rewriteAll(proving, { redactor, shift }, flags, undefined))) return 130;
    if (preview !== undefined) {
      await writeResult(await preview.render(flags.width), undefined);
      return isFlawed ? 4 : 0;
    }
  }
  const writing = await openSelection(inputs, flags, { recognizes });
  const part = isFile ? `${flags.output}.part` : undefined;
  let written: number | undefined;
  try {
    const writer = createResultWriter(part);
    const write = async (): Promise<void> => {
      written = await rewriteAll(writing, { redactor, shift }, flags, writer);
    };
    if (await isStopped(writing, write)) {
      remove(part);
      return 130;
    }
    if (part !== undefined && flags.output !== undefined) renameSync(part, flags.output);
  } catch (error) {
    remove(part);
    throw error;
  }
  revealing.save();
  if (written !== undefined && !flags.quiet) sayWhatWasDone(writing, written, { redactor, shift }, flags);
  return isFlawed ? 4 : 0;
}

/** After the learning: events are recognised only where the level leaves out what is none, or where somebody may ask for them. */
function needsEvents({ level }: Redactor, flags: RedactFlags): boolean {
  return level === 'strict' || flags.where !== undefined || choosesParties(flags);
}

interface Hiding {
  readonly redactor: Redactor;
  readonly shift?: TimeShift | undefined;
}

/** Does a pass over the capture; true where Ctrl-C ended it: then nothing of it counts. */
async function isStopped({ interrupt, progress }: Selection, pass: () => Promise<unknown>): Promise<boolean> {
  try {
    await pass();
  } finally {
    progress?.stop();
    interrupt.release();
  }
  return interrupt.signal.aborted;
}

/** From every record, wanted or not: what one line gives away another may hold unmarked. */
export async function learnAll({ capture }: Pick<Selection, 'capture'>, redactor: Redactor): Promise<void> {
  // What the settings beside a log name may stand in any of its lines.
  learnParts({ machines: await capture.facts() }, redactor);
  for await (const batch of capture.records())
    for (const { record, event } of batch) redactor.learnRecord(record, event);
  capture.refuseUnreadable();
}

/** How many were written; undefined where the reader of standard output has gone. Without a writer it only proves. */
export async function rewriteAll(
  { capture, context, isWanted }: Selection,
  { redactor, shift }: Hiding,
  flags: SelectionFlags,
  writer: ResultWriter | undefined,
): Promise<number | undefined> {
  const { renderRecordLine, renderSummaryLine, renderToolLine } = await import('../render/event-line.ts');
  const selectedBy = privatePredicatesOf(flags, redactor);
  const moved = shift?.text ?? ((text: string) => text);
  const proveLine = createLineProver(redactor);
  const write = async (line: string, record: LogRecord): Promise<boolean> => {
    const where = (): string => `${context.inputName(record.ref.input)}:${record.ref.line}`;
    proveLine(line, where);
    if (shift !== undefined) proveTimes(shift, line, where);
    return writer === undefined || writer.write(line);
  };
  let written = 0;
  for await (const batch of capture.records()) {
    context.refresh();
    for (const seen of batch) {
      if (!isWanted(seen)) continue;
      const stamp = stampOf(seen.record, context, shift?.at(seen.record.at));
      const tool = written === 0 ? toolLines(capture.summaries(), selectedBy) : [];
      // Tokens first: a private value with a date in it must be known by it. Times last.
      const hidden = redactor.record(seen.record, seen.event);
      const record = shift?.record(hidden) ?? hidden;
      for (const [name, line] of tool)
        await write(renderToolLine(name, moved(redactor.text(line)), stamp), seen.record);
      written += 1;
      if (!(await write(renderRecordLine(record, stamp), seen.record))) return undefined;
    }
  }
  if (writer === undefined) return written;
  await writer.write(renderSummaryLine(written));
  return (await writer.end()) ? written : undefined;
}

function remove(part: string | undefined): void {
  if (part === undefined) return;
  try {
    unlinkSync(part);
  } catch {
    // It was never made.
  }
}

function sayWhatWasDone(
  { capture }: Selection,
  written: number,
  { redactor, shift }: Hiding,
  flags: SelectionFlags,
): void {
  sayWhatWasRead(capture, written);
  const values = redactor.size.toLocaleString('en');
  note(`redacted (${redactor.level}): ${values} private values, none of them found in what was written`);
  if (shift !== undefined) {
    const left = shift.kept.size === 0 ? '' : `; ${number(shift.kept.size)} texts may be times or something else: left`;
    note(`all dates are moved by one amount${left}`);
  }
  if (flags['key-file'] === undefined)
    note('the key was made for this run only: --key-file keeps one, for equal tokens in other captures');
}
