import type { Coverage } from '../model/coverage.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface CoverageFlags {
  readonly top: number;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

export async function runCoverage(inputs: readonly string[], flags: CoverageFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const [{ readCapture }, { createCoverage }] = await Promise.all([
    import('../capture.ts'),
    import('../recognize/grow/coverage.ts'),
  ]);
  const interrupt = catchInterrupt();
  try {
    const capture = await readCapture(inputs, { catalog, readsAll: true, signal: interrupt.signal, date, zone });
    const coverage = createCoverage();
    for await (const batch of capture.records()) {
      for (const { record, event } of batch)
        coverage.see(record, isUnderstood(event) ? event : undefined, capture.areaOf(record, event));
    }
    capture.refuseUnreadable();
    const names = capture.summaries().map(({ name }) => name);
    await writeResult(await print(coverage.result(flags.top), names, flags), flags.output);
  } finally {
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

/** A provider's line of which nothing is known but that it is there counts as not understood. */
export function isUnderstood(event: LooseEvent | undefined): boolean {
  return event !== undefined && !event.name.endsWith('/other');
}

async function print(coverage: Coverage, inputs: readonly string[], flags: CoverageFlags): Promise<string> {
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(coverage, 2)}\n`;
  }
  const { renderCoverage } = await import('../render/terminal/coverage.ts');
  const around = surroundings();
  const colour = flags.output === undefined && usesColour(around, flags['no-color']);
  return renderCoverage(coverage, { width: flags.width ?? widthOf(around), colour, inputs });
}
