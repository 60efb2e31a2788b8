import { digestInputs } from '../capture.ts';
import type { TimeShift } from '../lib/time-shift.ts';
import type { Report } from '../model/report.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { GivenInput, ManifestFacts } from '../render/bundle/manifest.ts';
import type { TicketFlags } from './ticket-run.ts';
import type { UserCatalog } from './user-catalog.ts';

interface FactsInput {
  readonly inputs: readonly string[];
  readonly flags: TicketFlags;
  readonly catalog: UserCatalog['catalog'];
  readonly report: Report;
  readonly redactor: Redactor | undefined;
  readonly shift: TimeShift | undefined;
  /** 0-based finding that the ticket is about. */
  readonly at: number | undefined;
  /** Different values that were replaced, per kind. */
  readonly values: Readonly<Record<string, number>>;
}

/** How a bundle was made, of what. What would give away a value or the true time is left out. */
export async function factsOf(input: FactsInput): Promise<ManifestFacts> {
  const { inputs, flags, catalog, report, redactor, shift, at, values } = input;
  const digests = await digestInputs(inputs);
  const named = (path: string): string => {
    const moved = shift?.text(path) ?? path;
    return redactor === undefined || path === '-' ? moved : redactor.value('file', moved);
  };
  return {
    options: optionsOf(flags, at),
    given: inputs.map((path, index): GivenInput => ({ name: named(path), ...(digests[index] ?? {}) })),
    rules: rulesOf(catalog, report),
    redaction: { level: flags.redact ?? 'off', values, looked: redactor?.size ?? 0 },
    ...(shift === undefined ? {} : { movedTimes: { kept: 0, isTellable: shift.isTellable } }),
  };
}

/** Flags that say which capture, and which part of it, is meant. */
const TOLD = ['date', 'tz', 'since', 'until', 'last', 'around'] as const;
/** Those of them that say a time of the capture. */
const TIMES: readonly string[] = ['date', 'since', 'until', 'around'];

function optionsOf(flags: TicketFlags, at: number | undefined): ManifestFacts['options'] {
  const isMoved = flags['shift-time'] !== undefined;
  const told = TOLD.filter((name) => !(isMoved && TIMES.includes(name)));
  return {
    for: flags.for,
    redact: flags.redact ?? 'off',
    'max-size': flags['max-size'],
    'key-file': flags['key-file'] === undefined ? 'none' : 'one, not here',
    ...(isMoved ? { 'shift-time': 'by an amount that is not said' } : {}),
    ...(at === undefined ? {} : { at: at + 1 }),
    ...(flags.baseline === undefined ? {} : { baseline: 'one, not here' }),
    ...Object.fromEntries(told.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]))),
  };
}

function rulesOf({ families }: UserCatalog['catalog'], { detectors }: Report): ManifestFacts['rules'] {
  return { detectors: detectors.length, messages: families.reduce((sum, { messages }) => sum + messages.length, 0) };
}
