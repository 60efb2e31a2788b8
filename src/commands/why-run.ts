import { UserError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import type { WhyReport } from '../model/why.ts';
import type { Redactor } from '../redact/redactor.ts';
import { dateOf } from './date-flag.ts';
import { requireDetectors } from './detector-names.ts';
import { catchInterrupt } from './interrupt.ts';
import { nearest } from './nearest.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { createProgress } from './progress.ts';
import { proveText } from './prove-text.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface WhyFlags extends TimeFlags, RedactionFlags {
  readonly flow?: string | undefined;
  readonly session?: string | undefined;
  readonly all: boolean;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Reads, asks one detector what it weighed, prints. Throws `UserError` for names that nothing has. Ends in the exit code. */
export async function runWhy(
  detector: string,
  inputs: readonly string[],
  flags: WhyFlags,
  version: string,
): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const times = timeSelection(flags);
  const [{ analyze }, { DETECTORS }] = await Promise.all([import('../analyze.ts'), import('../detect/all.ts')]);
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  requireDetectors([detector], [...DETECTORS.map(({ meta }) => meta.id), ...catalog.rules.map(({ name }) => name)]);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const log = await analyze({
      inputs,
      detectors: { only: [detector] },
      catalog,
      version,
      date,
      zone,
      times,
      hasWholeLists: true,
      signal: interrupt.signal,
      onRead: progress?.onRead,
      why: [{ detector, ...asked(flags) }],
      redactor,
      redactsLater: true,
    });
    progress?.stop();
    // A flow that was weighed may have been forgotten since, to stay within memory.
    if (log.why?.every(({ matching }) => matching === 0)) requireKnown(flags, log.report, redactor !== undefined);
    const { text, report } = await drawn({ report: log.report, why: log.why ?? [] }, flags, redactor);
    await writeResult(text, flags.output);
    revealing?.save();
    if (!flags.quiet) for (const { message, state } of report.capture.quality) if (state !== 'green') note(message);
    if (interrupt.signal.aborted) return 130;
    return isFlawed ? 4 : 0;
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

interface Answer {
  readonly report: Report;
  readonly why: readonly WhyReport[];
}

/** What is written, and the report that says so. Throws `UserError` (exit code 6) where a redacted one would leak. */
async function drawn(
  log: Answer,
  flags: WhyFlags,
  redactor: Redactor | undefined,
): Promise<{ readonly text: string; readonly report: Report }> {
  const draw = async ({ report, why }: Answer): Promise<string> =>
    (await Promise.all(why.map((answer) => render(answer, report, flags)))).join('');
  if (redactor === undefined) return { text: await draw(log), report: log.report };
  const { blankParts, redactReport } = await import('../redact/parts.ts');
  const shown = redactReport(log, redactor);
  const text = await draw(shown);
  proveText(redactor, text, await draw(blankParts(shown)));
  return { text, report: shown.report };
}

function asked({ flow, session }: WhyFlags): { flow?: string; session?: string } {
  return { ...(flow === undefined ? {} : { flow }), ...(session === undefined ? {} : { session }) };
}

/** Throws `UserError` where the capture holds no such flow or session, with those that were probably meant unless names are private. */
function requireKnown({ flow, session }: WhyFlags, { flows, sessions }: Report, isPrivate: boolean): void {
  const flowNames = flows.flatMap(({ id, hash }) => (hash === undefined ? [id] : [id, String(hash)]));
  const sessionNames = sessions.flatMap(({ uuid, name }) => [name, uuid]);
  const isSession = (name: string): boolean => name.toLowerCase() === session?.toLowerCase();
  if (flow !== undefined && !flowNames.includes(flow)) throw unknown('flow', flow, flowNames, isPrivate);
  if (session !== undefined && !sessionNames.some(isSession))
    throw unknown('session', session, sessionNames, isPrivate);
}

function unknown(noun: 'flow' | 'session', typed: string, names: readonly string[], isPrivate: boolean): UserError {
  const near = isPrivate ? [] : nearest(typed, [...new Set(names)]);
  const none = names.length === 0 ? `the capture holds no ${noun}` : `necropsy ${noun}s lists what the capture holds`;
  return new UserError(`no ${noun} is called ${typed}`, {
    exitCode: 2,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : none,
  });
}

async function render(why: WhyReport, report: Report, flags: WhyFlags): Promise<string> {
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    return `${safeJson(why, 2)}\n`;
  }
  const { renderWhy } = await import('../render/terminal/why.ts');
  const around = surroundings();
  return renderWhy(why, report.capture, {
    width: flags.width ?? widthOf(around),
    colour: flags.output === undefined && usesColour(around, flags['no-color']),
    all: flags.all,
  });
}
