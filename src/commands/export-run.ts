import type { Capture, SeenRecord } from '../capture.ts';
import { refuseToOverwrite } from './output.ts';
import { predicatesOf } from './party-predicate.ts';
import { type RunContext, stampOf } from './record-context.ts';
import { asksToRedact } from './redaction-flags.ts';
import { createResultWriter } from './result-writer.ts';
import { openSelection, type SelectionFlags, sayWhatWasRead } from './selection.ts';
import { toolLines } from './tool-lines.ts';

/** Reads any capture and writes every record of it as `log show --style ndjson` would. Ends in the exit code. */
export async function runExport(inputs: readonly string[], flags: SelectionFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  if (asksToRedact(flags)) {
    const { runRedact } = await import('./redact-run.ts');
    return runRedact(inputs, flags);
  }
  // Events are recognised only where a predicate may ask for them.
  const selection = await openSelection(inputs, flags, { recognizes: flags.where !== undefined });
  const { capture, interrupt, progress } = selection;
  try {
    const written = await writeAll(capture, { ...selection, output: flags.output, selectedBy: predicatesOf(flags) });
    progress?.stop();
    if (written === undefined) return 0;
    capture.refuseUnreadable();
    if (!flags.quiet) sayWhatWasRead(capture, written);
  } finally {
    progress?.stop();
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return selection.isFlawed ? 4 : 0;
}

interface Writing {
  readonly context: RunContext;
  readonly isWanted: (seen: SeenRecord) => boolean;
  readonly output: string | undefined;
  readonly selectedBy: readonly string[];
}

/** How many were written; undefined where the reader of standard output has gone. */
async function writeAll(
  capture: Capture,
  { context, isWanted, output, selectedBy }: Writing,
): Promise<number | undefined> {
  const { renderRecordLine, renderSummaryLine, renderToolLine } = await import('../render/event-line.ts');
  const writer = createResultWriter(output);
  let written = 0;
  for await (const batch of capture.records()) {
    context.refresh();
    for (const seen of batch) {
      if (!isWanted(seen)) continue;
      const stamp = stampOf(seen.record, context);
      const tool = written === 0 ? toolLines(capture.summaries(), selectedBy) : [];
      const lines = tool.map(([name, line]) => renderToolLine(name, line, stamp));
      written += 1;
      if (!(await writer.write(lines.join('') + renderRecordLine(seen.record, stamp)))) return undefined;
    }
  }
  await writer.write(renderSummaryLine(written));
  return (await writer.end()) ? written : undefined;
}
