import { UserError } from '../lib/errors.ts';
import type { FlowTrail } from '../model/flow-trail.ts';
import type { FlowReport } from '../model/report.ts';
import type { ListFormat } from '../render/listing/formats.ts';
import type { TrailRow } from '../render/listing/step-columns.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { nearest } from './nearest.ts';
import { refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface FlowsShowFlags extends TimeFlags, RedactionFlags {
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly format: ListFormat;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Reads, correlates, shows the flows of one name. Ends in the exit code; throws `UserError` (2) where there is none. */
export async function runFlowsShow(
  ref: string,
  inputs: readonly string[],
  flags: FlowsShowFlags,
  version: string,
): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const times = timeSelection(flags);
  const { analyze } = await import('../analyze.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { report, trails = [] } = await analyze({
      inputs,
      detectors: { only: [] },
      catalog,
      version,
      date,
      zone,
      times,
      hasWholeLists: true,
      trail: ref,
      redactor,
      signal: interrupt.signal,
      onRead: progress?.onRead,
    });
    progress?.stop();
    if (trails.length === 0) throw unknownFlow(ref, report.flows);
    const text = await render(trails, flags);
    if (redactor !== undefined) {
      const { blankParts } = await import('../redact/parts.ts');
      proveText(redactor, text, await render(blankParts({ trails }).trails, flags));
    }
    await writeResult(text, flags.output);
    revealing?.save();
  } finally {
    progress?.stop();
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

async function render(trails: readonly FlowTrail[], flags: FlowsShowFlags): Promise<string> {
  if (flags.format === 'json') {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(trails, 2)}\n`;
  }
  if (flags.format !== 'table') {
    const [{ renderList }, { TRAIL_COLUMNS }] = await Promise.all([
      import('../render/listing/listing.ts'),
      import('../render/listing/step-columns.ts'),
    ]);
    return renderList(trails.flatMap(rowsOf), TRAIL_COLUMNS, { format: flags.format, width: 80, colour: false });
  }
  const { renderTrail, trailCount } = await import('../render/terminal/trail.ts');
  const around = surroundings();
  const options = {
    width: flags.width ?? widthOf(around),
    colour: flags.output === undefined && usesColour(around, flags['no-color']),
  };
  const heading = trails.length > 1 ? `${trailCount(trails)}\n\n` : '';
  return heading + trails.map((trail) => renderTrail(trail, options)).join('\n');
}

function rowsOf({ flow, lanes, steps }: FlowTrail): TrailRow[] {
  return steps.map((step) => {
    const { kind = 'system', name = '' } = lanes[step.lane] ?? {};
    return { ...step, flow: flow.id, lane: kind, process: name };
  });
}

function unknownFlow(ref: string, flows: readonly FlowReport[]): UserError {
  const names = [...new Set(flows.flatMap(({ id, hash }) => [id, ...(hash === undefined ? [] : [String(hash)])]))];
  const near = nearest(ref, names);
  const hint =
    names.length === 0
      ? 'no flow is seen in this capture: necropsy check --need flows says what it lacks'
      : near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : 'necropsy flows lists those that there are';
  return new UserError(`there is no flow ${ref} in this capture`, { exitCode: 2, hint });
}
