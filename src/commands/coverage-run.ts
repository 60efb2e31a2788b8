import type { CountedWording, Coverage } from '../model/coverage.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Redactor } from '../redact/redactor.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { proveText } from './prove-text.ts';
import { asksToRedact, createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface CoverageFlags extends RedactionFlags {
  readonly top: number;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

/** Reads, counts what is understood, prints. Ends in the exit code. */
export async function runCoverage(named: readonly string[], flags: CoverageFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(named, flags.output);
  if (!asksToRedact(flags)) return cover(named, flags, undefined);
  const { keepStandardInput } = await import('./spool.ts');
  const spool = await keepStandardInput(named);
  try {
    const learnt = await learn(spool.inputs, flags);
    if (learnt === undefined) return 130;
    const revealing = createRevealing(learnt, flags['key-file']);
    const ending = await cover(spool.inputs, flags, learnt);
    revealing.save();
    return ending;
  } finally {
    spool.release();
  }
}

/** A sealed redactor that has read all of it; undefined where Ctrl-C ended that. */
async function learn(inputs: readonly string[], flags: CoverageFlags): Promise<Redactor | undefined> {
  const [{ openSelection }, { learnAll }] = await Promise.all([import('./selection.ts'), import('./redact-run.ts')]);
  const learning = await openSelection(inputs, { ...flags, quiet: true }, { recognizes: true });
  try {
    const redactor = await createRunRedactor(flags, learning.catalog, [...inputs, flags.output]);
    if (redactor === undefined) throw new Error('nothing is to be redacted');
    await learnAll(learning, redactor);
    redactor.seal();
    return learning.interrupt.signal.aborted ? undefined : redactor;
  } finally {
    learning.interrupt.release();
  }
}

async function cover(
  inputs: readonly string[],
  flags: CoverageFlags,
  redactor: Redactor | undefined,
): Promise<0 | 4 | 130> {
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
      for (const { record, event } of batch) {
        const known = isUnderstood(event) ? event : undefined;
        // Before a wording is made of it: that cuts values into pieces.
        const shown = redactor?.record(record, known) ?? record;
        coverage.see(shown, known, capture.areaOf(record, event));
      }
    }
    capture.refuseUnreadable();
    const names = capture.summaries().map(({ name }) => redactor?.value('file', name) ?? name);
    const result = coverage.result(flags.top);
    const text = await draw(result, names, flags);
    if (redactor !== undefined) proveText(redactor, text, await draw(blankOf(result), [], flags));
    await writeResult(text, flags.output);
  } finally {
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

/** The same without a word of the capture's. */
function blankOf(coverage: Coverage): Coverage {
  const blank = (wordings: readonly CountedWording[]): CountedWording[] =>
    wordings.map((each) => ({ ...each, wording: '', example: { ...each.example, process: '', message: '' } }));
  return {
    ...coverage,
    areas: coverage.areas.map((area) => ({ ...area, unknown: blank(area.unknown) })),
    foreignWordings: blank(coverage.foreignWordings),
  };
}

/** A provider's line of which nothing is known but that it is there counts as not understood. */
export function isUnderstood(event: LooseEvent | undefined): boolean {
  return event !== undefined && !event.name.endsWith('/other');
}

async function draw(coverage: Coverage, inputs: readonly string[], flags: CoverageFlags): Promise<string> {
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(coverage, 2)}\n`;
  }
  const { renderCoverage } = await import('../render/terminal/coverage.ts');
  const around = surroundings();
  const colour = flags.output === undefined && usesColour(around, flags['no-color']);
  return renderCoverage(coverage, { width: flags.width ?? widthOf(around), colour, inputs });
}
