import { UserError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { BundleFile, BundleInput } from '../render/bundle/bundle.ts';
import { bytes as inBytes, number } from '../render/terminal/words.ts';
import type { Target } from '../render/ticket/document.ts';
import { knownMarker } from './baseline-flag.ts';
import { type PackedBundle, packBundle, refuseTaken } from './bundle-place.ts';
import { dateOf } from './date-flag.ts';
import { findingAt } from './finding-at.ts';
import { type FormFlags, formOf } from './form-flags.ts';
import { asFile, filledForm, sayWhatWasCut } from './form-run.ts';
import { catchInterrupt } from './interrupt.ts';
import { note, writeResult } from './output.ts';
import { loadPageCode } from './page-code.ts';
import { namesIn, titleOf } from './page-title.ts';
import { createProgress } from './progress.ts';
import { proveBundle } from './prove-bundle.ts';
import { provedTimes } from './prove-times.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { timeShiftOf } from './shift-flag.ts';
import { sizeOf } from './size-flag.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

/** The parsed flags of `report`. */
export interface TicketFlags extends TimeFlags, RedactionFlags, FormFlags {
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly at?: string | undefined;
  readonly for: Target | 'github-form';
  readonly output: string;
  readonly 'max-size': string;
  readonly quiet: boolean;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly 'shift-time'?: string | undefined;
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
}

interface Program {
  readonly version: string;
  /** Folder of the package. */
  readonly root: string;
}

/** Reads, analyses, redacts, proves, writes the folder. Throws `UserError` (exit code 6) where a file would leak; nothing is written then. */
export async function runTicket(inputs: readonly string[], flags: TicketFlags, program: Program): Promise<0 | 4 | 130> {
  const most = sizeOf(flags['max-size']);
  refuseTaken(flags.output);
  const times = timeSelection(flags);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const asked = formOf(flags);
  const markKnown = await knownMarker(flags);
  const [{ analyze }, { factsOf }] = await Promise.all([import('../analyze.ts'), import('./ticket-facts.ts')]);
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const shift = await timeShiftOf(flags['shift-time'], flags['key-file']);
  const replaced = countValues(redactor);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const { version, root } = program;
    const { report, timeline, story, blank } = await analyze({
      ...{ inputs, catalog, version, date, zone, times, redactor, shift, markKnown },
      story: { at: flags.at },
      timeline: true,
      hasWholeLists: true,
      signal: interrupt.signal,
      onRead: progress?.onRead,
    });
    progress?.stop();
    // Half a capture is no ticket.
    if (interrupt.signal.aborted) return 130;
    if (timeline === undefined) throw new Error('the analysis collected no timeline');
    const at = findingAt(report, flags.at);
    const names = redactor === undefined && shift === undefined ? inputs : namesIn(report);
    const facts = await factsOf({ inputs, flags, catalog, report, redactor, shift, at, values: replaced() });
    const base = {
      code: loadPageCode(root),
      title: titleOf(names, undefined),
      target: flags.for === 'github-form' ? ('github' as const) : flags.for,
      facts,
      startAt: at === undefined ? undefined : 0,
    };
    const bundle = { ...base, ...first(report, timeline, at), story };
    const { files, packed } = await provedTimes(bundle, shift, (input) => fittingFiles(input, flags.output, most));
    const form = asked && (await filledForm({ ...asked, isAsked: at !== undefined }, { ...bundle, redactor, shift }));
    const shown = form === undefined ? files : [...files, asFile(form)];
    if (redactor !== undefined && blank !== undefined)
      await proveBundle(redactor, shown, {
        ...base,
        ...first(blank.report, blank.timeline, at),
        story: blank.story,
        title: '',
      });
    packed.write();
    revealing?.save();
    if (!flags.quiet) sayWhatWasWritten({ files, packed }, flags, redactor);
    if (form !== undefined && !flags.quiet) sayWhatWasCut(form);
    if (form !== undefined) await writeResult(`${form.url}\n`, undefined);
    return isFlawed ? 4 : 0;
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

type Drawn = Pick<BundleInput, 'report' | 'timeline'>;

/** With the finding that the ticket is about before all others. */
function first(report: Report, timeline: BundleInput['timeline'], at: number | undefined): Drawn {
  const moved = report.findings[at ?? 0];
  if (at === undefined || at === 0 || moved === undefined) return { report, timeline };
  const front = <T>(all: readonly T[]): T[] => [...all.slice(at, at + 1), ...all.filter((_, index) => index !== at)];
  const verdict = { ...report.verdict, text: moved.title, confidence: moved.confidence };
  return {
    report: { ...report, verdict, findings: front(report.findings) },
    timeline: { ...timeline, findings: front(timeline.findings) },
  };
}

export interface FittingFiles {
  readonly files: readonly BundleFile[];
  readonly packed: PackedBundle;
}

/** The first step that fits. Throws `UserError` (exit code 2) where none does. */
async function fittingFiles(input: Omit<BundleInput, 'keep'>, output: string, most: number): Promise<FittingFiles> {
  const { renderBundle, KEEPS } = await import('../render/bundle/bundle.ts');
  let least = 0;
  for (const keep of KEEPS) {
    const files = renderBundle({ ...input, keep });
    const packed = await packBundle(output, files);
    least = packed.bytes;
    if (least <= most) return { files, packed };
  }
  throw new UserError(`even without evidence and flows the files take ${inBytes(least)}, more than --max-size`, {
    exitCode: 2,
    hint: 'give a larger --max-size, or a shorter part of the capture (necropsy export --since … --until …)',
  });
}

/** Different values that were replaced so far, per kind. */
function countValues(redactor: Redactor | undefined): () => Readonly<Record<string, number>> {
  const seen = new Map<string, Set<string>>();
  redactor?.notice((kind, _, token) => {
    const tokens = seen.get(kind) ?? new Set();
    seen.set(kind, tokens.add(token));
  });
  return () => Object.fromEntries([...seen].map(([kind, { size }]) => [kind, size]));
}

function sayWhatWasWritten({ files, packed }: FittingFiles, flags: TicketFlags, redactor: Redactor | undefined): void {
  note(`wrote ${flags.output}: ${files.length} files, ${inBytes(packed.bytes)}`);
  for (const { name, bytes } of files) note(`  ${name.padEnd(20)} ${inBytes(bytes.length)}`);
  if (redactor === undefined) note('not redacted (--redact off): the files quote the log as it is');
  else note(`redacted (${redactor.level}): ${number(redactor.size)} private values, none of them found in any file`);
}
