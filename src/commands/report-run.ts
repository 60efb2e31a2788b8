import { UserError } from '../lib/errors.ts';
import type { Confidence, Severity } from '../model/finding.ts';
import type { FindingReport, Report } from '../model/report.ts';
import type { Redactor } from '../redact/redactor.ts';

import { type Format, formatNamed, formatOfFile, isPage } from '../render/formats.ts';
import { knownMarker } from './baseline-flag.ts';

import { dateOf } from './date-flag.ts';
import { requireDetectors } from './detector-names.ts';
import { catchInterrupt } from './interrupt.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import type { Analysis } from './page-result.ts';
import { namesIn } from './page-title.ts';
import { partiesOfFinding } from './parties.ts';
import { bothOf, choosesParties, compileParties, type PartyFlags } from './party-flags.ts';
import { createProgress } from './progress.ts';
import { createRunRedactor, type RedactionFlags } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { type TimeFlags, timeSelection } from './time-flags.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

type SeverityFlag = Severity | 'warn';

/** The parsed `reportFlags`. */
export interface ReportFlags extends RedactionFlags, TimeFlags, PartyFlags {
  readonly 'min-severity'?: SeverityFlag | undefined;
  readonly 'min-confidence'?: Confidence | undefined;
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly all: boolean;
  /** Undefined where the name of the output decides. */
  readonly format?: string | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly 'fail-on': SeverityFlag | 'never' | 'new';
  readonly strict: boolean;
}

/** What runs. */
export interface ReportProgram {
  readonly version: string;
  /** Folder of the package. */
  readonly root: string;
}

/** Exit codes in which a run that worked can end (cli.md section 7). */
type ExitCode = 0 | 1 | 4 | 5 | 130;

/** Reads, analyses, prints. Throws what `failureOf` knows how to say. */
export async function runReport(
  inputs: readonly string[],
  flags: ReportFlags,
  { version, root }: ReportProgram,
): Promise<ExitCode> {
  refuseToOverwrite(inputs, flags.output);
  refuseTerminal(flags);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const markKnown = await knownMarker(flags);
  const times = timeSelection(flags);
  const [{ analyze }, { DETECTORS }] = await Promise.all([import('../analyze.ts'), import('../detect/all.ts')]);
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const known = [...DETECTORS.map(({ meta }) => meta.id), ...catalog.rules.map(({ name }) => name)];
  const { rule = [], skip = [] } = flags;
  requireDetectors([...rule, ...skip], known);
  // load-bearing: naming process.stdin makes a pipe non-blocking, without which Ctrl-C cannot reach a reader that waits.
  if (inputs.includes('-') && process.stdin.isTTY && !flags.quiet) note('reading what is typed here; Ctrl-D ends it');
  const redactor = await createRunRedactor(flags, catalog, [...inputs, flags.output]);
  const revealing = redactor === undefined ? undefined : createRevealing(redactor, flags['key-file']);
  const interrupt = catchInterrupt();
  const progress = createProgress(flags.quiet);
  try {
    const detectors = { ...(rule.length > 0 ? { only: rule } : {}), skip };
    const asPage = asksForPage(flags);
    const analysis = await analyze({
      inputs,
      detectors,
      catalog,
      version,
      date,
      zone,
      times,
      signal: interrupt.signal,
      onRead: progress?.onRead,
      redactor,
      // What chooses findings is said in the log's own words.
      redactsLater: !asPage,
      markKnown,
      timeline: asPage,
    });
    const { report, incomplete, chosen } = await toldOf(analysis, flags, asPage ? undefined : redactor);
    progress?.stop();
    // A Ctrl-C that came while the engine was busy is delivered now.
    await new Promise(setImmediate);
    const names = redactor === undefined ? inputs : namesIn(report);
    const drawn = asPage
      ? await renderAsPage(analysis, names, root, redactor)
      : await render(report, names, { ...flags, chosen });
    if (redactor !== undefined && !asPage) await proveResult(redactor, drawn, report, { ...flags, chosen });
    const written = await writeResult(drawn, flags.output);
    revealing?.save();
    if (written === 'closed') return 0;
    if (!flags.quiet) for (const text of remarks(report, incomplete, flags)) note(text);
    if (interrupt.signal.aborted) return 130;
    if (isFlawed) return 4;
    return flags.strict && incomplete.length > 0 ? 5 : await exitCodeOf(report, flags);
  } finally {
    progress?.stop();
    interrupt.release();
  }
}

type Chosen = ReadonlySet<FindingReport>;
type ChoosingFlags = ReportFlags & { readonly chosen: Chosen };

/** The report as it may be shown, and which of its findings are meant: by their names in the log, or by their tokens. */
async function toldOf(
  log: Analysis,
  flags: ReportFlags,
  redactor: Redactor | undefined,
): Promise<Pick<Analysis, 'report' | 'incomplete'> & { readonly chosen: Chosen }> {
  const told = redactor === undefined ? log : await tokensOf(log, redactor);
  const isOf = compileParties(flags);
  const chosen = told.report.findings.filter((finding, index) =>
    isOf(bothOf(partiesOfFinding(log.report.findings[index] ?? finding), partiesOfFinding(finding))),
  );
  return { report: told.report, incomplete: told.incomplete, chosen: new Set(chosen) };
}

async function tokensOf({ report, incomplete }: Analysis, redactor: Redactor): Promise<Analysis> {
  const { redactReport } = await import('../redact/parts.ts');
  const redacted = redactReport({ report }, redactor);
  return { ...redacted, incomplete: incomplete.map((reason) => redactor.text(reason)) };
}

/** Throws `UserError` (exit code 6) where what is about to be written would leak. */
async function proveResult(
  redactor: Redactor,
  drawn: string | Uint8Array,
  report: Report,
  flags: ChoosingFlags,
): Promise<void> {
  const [{ blankParts }, { proveText }] = await Promise.all([import('../redact/parts.ts'), import('./prove-text.ts')]);
  const empty = blankParts(report);
  const chosen = new Set(empty.findings.filter((_, index) => isIn(flags.chosen, report.findings[index])));
  const blank = await render(empty, [], { ...flags, chosen });
  proveText(redactor, textOf(drawn), textOf(blank));
}

function isIn(chosen: Chosen, finding: FindingReport | undefined): boolean {
  return finding !== undefined && chosen.has(finding);
}

/** Perfetto's own form holds texts as they are, between the bytes of its numbers. */
function textOf(drawn: string | Uint8Array): string {
  return typeof drawn === 'string' ? drawn : Buffer.from(drawn).toString('utf8');
}

/** Throws `UserError` (exit code 2) with flags that a page knows nothing of: it shows all that was found. */
function asksForPage(flags: ReportFlags): boolean {
  if (flags.json || !isPage(flags.format, flags.output)) return false;
  if (flags['min-severity'] === undefined && !choosesParties(flags)) return true;
  throw new UserError('the page shows every finding: leave out what chooses among them', { exitCode: 2 });
}

async function renderAsPage(
  analysis: Analysis,
  names: readonly string[],
  root: string,
  redactor: Redactor | undefined,
): Promise<string> {
  const { renderPage } = await import('./page-result.ts');
  return renderPage(analysis, names, { embed: 'auto' }, { root, redactor });
}

async function render(report: Report, inputs: readonly string[], flags: ChoosingFlags): Promise<string | Uint8Array> {
  const format = formatOf(flags);
  const selected = await select(report, format, flags);
  const least = flags['min-severity'];
  if (format !== undefined) return (await format.load())(selected);
  const around = surroundings();
  if (isPiped(flags)) {
    const { renderPiped } = await import('../render/terminal/piped.ts');
    return renderPiped(selected, { colour: flags.output === undefined && usesColour(around, flags['no-color']) });
  }
  const { renderScreen } = await import('../render/terminal/screen.ts');
  const all = flags.all || least === 'info';
  const width = flags.width ?? widthOf(around);
  return renderScreen(selected, {
    width,
    colour: usesColour(around, flags['no-color']),
    all,
    inputs,
    grammars: [...(flags.grammar ?? []), ...(flags.rules ?? [])],
  });
}

/** What was asked for; what a baseline knows stays where it is marked. */
async function select(report: Report, format: Format | undefined, flags: ChoosingFlags): Promise<Report> {
  const { chooseFindings, selectFindings, selectNew, selectSure } = await import('../render/select.ts');
  const { 'min-severity': least, 'min-confidence': sure } = flags;
  const severe = least === undefined ? report : selectFindings(report, severityOf(least));
  const certain = sure === undefined ? severe : selectSure(severe, sure);
  const selected = choosesParties(flags) ? chooseFindings(certain, (each) => flags.chosen.has(each)) : certain;
  return showsKnown(flags, format) ? selected : selectNew(selected);
}

function showsKnown({ all }: ReportFlags, format: Format | undefined): boolean {
  return format === undefined ? all : format.marksKnown === true;
}

/** Undefined for the screen and its lines. What is asked for by name goes before the name of the output. */
function formatOf({ format, json, output }: ReportFlags): Format | undefined {
  if (json) return formatNamed('json');
  return format === undefined ? formatOfFile(output ?? '') : formatNamed(format);
}

/** Throws `UserError` where bytes would go to a terminal. */
function refuseTerminal(flags: ReportFlags): void {
  const isStandard = flags.output === undefined || flags.output === '-';
  const isNoText = formatOf(flags)?.isBinary === true || (!flags.json && isPage(flags.format, flags.output));
  if (!isStandard || !isNoText || !surroundings().isTerminal) return;
  throw new UserError(`${flags.format} is no text for a terminal`, {
    exitCode: 2,
    hint: 'write it to a file with --output, or into a pipe',
  });
}

/** One line per finding: for everything that is no terminal. A width asks for the screen. */
function isPiped({ output, width }: ReportFlags): boolean {
  return width === undefined && (output !== undefined || !surroundings().isTerminal);
}

function severityOf(flag: SeverityFlag): Severity {
  return flag === 'warn' ? 'warning' : flag;
}

async function exitCodeOf(report: Report, flags: ReportFlags): Promise<0 | 1> {
  const { 'fail-on': failOn, 'min-confidence': sure } = flags;
  if (failOn === 'never') return 0;
  const { isAtLeast, selectNew, selectSure } = await import('../render/select.ts');
  const { findings } = selectNew(sure === undefined ? report : selectSure(report, sure));
  return findings.some(({ severity }) => failOn === 'new' || isAtLeast(severity, severityOf(failOn))) ? 1 : 0;
}

/** What the result itself does not show: for JSON and pipes the state of the capture too. */
function remarks(report: Report, incomplete: readonly string[], flags: ReportFlags): string[] {
  const { capture, findings } = report;
  const known = findings.filter(({ baselined }) => baselined !== undefined).length;
  const unseen = formatOf(flags) !== undefined || (isPiped(flags) && findings.length > 0);
  return [
    ...(flags.output === undefined ? [] : [`wrote ${flags.output}`]),
    ...(unseen
      ? capture.quality.filter(({ state }) => state !== 'green').map(({ message }) => `capture: ${message}`)
      : []),
    ...(unseen && known > 0 && !showsKnown(flags, formatOf(flags))
      ? [`${known} baselined finding${known === 1 ? '' : 's'} not shown (--all)`]
      : []),
    ...(flags.strict ? incomplete.map((reason) => `incomplete: ${reason}`) : []),
  ];
}
