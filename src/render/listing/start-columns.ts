import { START_STEPS, type StartReport, type StartStepReport, type StartStepState } from '../../model/start.ts';
import { timeOfDay } from '../terminal/clock.ts';
import type { Style } from '../terminal/line.ts';
import { placeOf } from '../terminal/place.ts';
import { duration } from '../terminal/words.ts';
import type { Column } from './listing.ts';

/** One step of one start: a row of `sessions --starts`. */
export interface StartRow {
  readonly session: string;
  readonly uuid: string;
  /** When the start began. */
  readonly start: string;
  readonly outcome: StartReport['outcome'];
  readonly reason?: string;
  readonly startedBy?: string;
  readonly bundle?: string;
  readonly pid?: number;
  readonly step: StartStepReport;
}

/** Slow: so many times what is usual, and so much more of it. */
const TIMES = 3;
const MORE_US = 1_000_000;

const STATES: Readonly<Record<StartStepState, { readonly text: string; readonly style: Style }>> = {
  seen: { text: 'seen', style: 'good' },
  earlier: { text: 'before', style: 'good' },
  passed: { text: 'went on', style: 'quiet' },
  failed: { text: 'failed', style: 'bad' },
  missing: { text: 'no line', style: 'bad' },
  'not-visible': { text: 'not visible', style: 'quiet' },
  open: { text: 'not yet', style: 'warn' },
  'not-reached': { text: 'not reached', style: 'quiet' },
};

export function startRows(starts: readonly StartReport[] = []): StartRow[] {
  return starts.flatMap(({ session, name, from, outcome, reason, startedBy, bundle, pid, steps }) =>
    steps.map((step) => ({
      session: name,
      uuid: session,
      start: from,
      outcome,
      ...(reason === undefined ? {} : { reason }),
      ...(startedBy === undefined ? {} : { startedBy }),
      ...(bundle === undefined ? {} : { bundle }),
      ...(pid === undefined ? {} : { pid }),
      step,
    })),
  );
}

export const START_COLUMNS: readonly Column<StartRow>[] = [
  { key: 'session', title: 'session', value: ({ session }) => session, yields: 4 },
  { key: 'start', title: 'start', isFixed: true, value: ({ start }) => start, text: ({ start }) => timeOfDay(start) },
  { key: 'step', title: 'step', isFixed: true, value: ({ step }) => step.step },
  {
    key: 'state',
    title: '',
    isFixed: true,
    value: ({ step }) => step.state,
    text: ({ step }) => STATES[step.state].text,
    style: ({ step }) => STATES[step.state].style,
  },
  {
    key: 'took',
    title: 'took',
    isFixed: true,
    isRight: true,
    value: ({ step }) => step.tookUs,
    text: ({ step }) => (step.tookUs === undefined ? '' : duration(step.tookUs)),
    style: ({ step }) => (isSlow(step) ? 'warn' : 'plain'),
  },
  {
    key: 'usual',
    title: 'others',
    isFixed: true,
    isRight: true,
    value: ({ step }) => step.usualUs,
    text: ({ step }) => (step.usualUs === undefined ? '' : duration(step.usualUs)),
    yields: 3,
  },
  {
    key: 'line',
    title: 'line',
    isFixed: true,
    value: ({ step }) => step.line ?? step.record,
    text: ({ step }) => (step.at === undefined ? '' : placeOf(step)),
    yields: 2,
  },
  { key: 'note', title: 'what', isProse: true, value: noteOf, yields: 1 },
];

export const START_FIELDS: Readonly<Record<string, (row: StartRow) => unknown>> = {
  uuid: ({ uuid }) => uuid,
  outcome: ({ outcome }) => outcome,
  pid: ({ pid }) => pid,
};

/** What is worth a word: the failure, what it waits for, the reason behind a step that never came, else what the step is. */
function noteOf({ step, reason }: StartRow): string {
  const known = START_STEPS.find(({ id }) => id === step.step);
  if (step.note !== undefined) return step.note;
  if (step.state === 'missing') return reason === undefined ? (known?.title ?? '') : `ended: ${reason}`;
  if (isSlow(step)) return `slow: ${known?.title ?? ''}`;
  return known?.title ?? '';
}

export function isSlow({ tookUs = 0, usualUs }: StartStepReport): boolean {
  return usualUs !== undefined && tookUs >= usualUs * TIMES && tookUs - usualUs >= MORE_US;
}
