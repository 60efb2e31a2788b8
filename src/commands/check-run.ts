import type { Need } from '../model/need.ts';
import type { Report } from '../model/report.ts';
import type { ListFormat } from '../render/listing/formats.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface CheckFlags extends TimeFlags, RedactionFlags {
  readonly need?: readonly Need[] | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly format: ListFormat;
  readonly json: boolean;
  readonly strict: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Reads, checks the capture, prints. Ends in the exit code: 5 under `--strict` where something is amber or red. */
export async function runCheck(inputs: readonly string[], flags: CheckFlags, version: string): Promise<0 | 5 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const times = timeSelection(flags);
  const [{ analyze }, { catalog }] = await Promise.all([import('../analyze.ts'), userCatalog(undefined)]);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { report } = await analyze({
      inputs,
      // No detector: only what it reads is judged.
      detectors: { only: [] },
      needs: flags.need ?? [],
      version,
      date,
      zone,
      times,
      redactor,
      signal: interrupt.signal,
      onRead: progress?.onRead,
    });
    progress?.stop();
    const text = await render(report, flags);
    if (redactor !== undefined) {
      const { blankParts } = await import('../redact/parts.ts');
      proveText(redactor, text, await render(blankParts(report), flags));
    }
    await writeResult(text, flags.output);
    revealing?.save();
    if (interrupt.signal.aborted) return 130;
    return flags.strict && report.capture.quality.some(({ state }) => state !== 'green') ? 5 : 0;
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

async function render(report: Report, flags: CheckFlags): Promise<string> {
  if (flags.json || flags.format === 'json') {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(report.capture, 2)}\n`;
  }
  if (flags.format !== 'table') {
    const [{ renderList }, { CHECK_COLUMNS }] = await Promise.all([
      import('../render/listing/listing.ts'),
      import('../render/listing/step-columns.ts'),
    ]);
    return renderList(report.capture.quality, CHECK_COLUMNS, { format: flags.format, width: 80, colour: false });
  }
  const { renderCheck } = await import('../render/terminal/check.ts');
  const around = surroundings();
  const colour = flags.output === undefined && usesColour(around, flags['no-color']);
  return renderCheck(report, { width: flags.width ?? widthOf(around), colour });
}
