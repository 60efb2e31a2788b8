import { median } from '../../lib/median.ts';
import type { Span } from '../../model/entity.ts';
import type { InputSummary } from '../../model/input.ts';
import { START_STEPS, type StartReport, type StartStepId, type StartStepReport } from '../../model/start.ts';
import type { ReportClock } from '../iso.ts';
import type { Start, StepSign } from './start-book.ts';

export interface StartsInput {
  readonly starts: readonly Start[];
  /** Families of which some line could have been: somebody whom their gate admits wrote one. */
  readonly families: ReadonlySet<string>;
  readonly summaries: readonly InputSummary[];
  readonly clock: ReportClock;
  /** Only starts that touch this time; all of them are what each is timed against. */
  readonly within?: Span | undefined;
}

/** µs from one step to the next one that was seen, per pair of steps, of all starts. */
type Durations = ReadonlyMap<string, readonly { readonly start: Start; readonly us: number }[]>;

/** The checklist of every start, each step timed against the other starts of the capture. */
export function buildStarts(input: StartsInput): StartReport[] {
  const durations = measure(input.starts);
  return input.starts.filter(touches(input.within)).map((start) => startReport(start, durations, input));
}

function touches(span: Span | undefined): (start: Start) => boolean {
  if (span === undefined) return () => true;
  return ({ from, endedAt, signs }) =>
    from <= span.to && (signs.get('connected')?.at ?? endedAt ?? Number.POSITIVE_INFINITY) >= span.from;
}

function startReport(start: Start, durations: Durations, input: StartsInput): StartReport {
  const { clock } = input;
  const connected = start.signs.get('connected');
  const ended = connected === undefined ? start.endedAt : undefined;
  const outcome = connected !== undefined ? 'connected' : ended !== undefined ? 'ended' : 'open';
  const first = start.signs.get('asked')?.at ?? start.from;
  const after = lastSeen(start);
  return {
    session: start.uuid,
    name: start.name,
    class: start.sessionClass,
    from: clock.iso(start.from, start.ref.input),
    ...(ended === undefined ? {} : { to: clock.iso(ended, start.ref.input) }),
    ...(start.startedBy === undefined ? {} : { startedBy: start.startedBy }),
    ...(start.pid === undefined ? {} : { pid: start.pid }),
    ...(start.bundle === undefined ? {} : { bundle: start.bundle }),
    outcome,
    ...(outcome === 'connected' || after === undefined ? {} : { stoppedAfter: after }),
    ...(outcome === 'ended' && start.reason !== undefined ? { reason: start.reason } : {}),
    ...(connected === undefined ? {} : { tookUs: Math.max(0, connected.at - first) }),
    steps: stepReports(start, outcome, durations, input),
  };
}

function stepReports(
  start: Start,
  outcome: StartReport['outcome'],
  durations: Durations,
  input: StartsInput,
): StartStepReport[] {
  const last = START_STEPS.findLastIndex(({ id }) => start.signs.has(id));
  let isOver = false;
  return START_STEPS.map(({ id, events }, index): StartStepReport => {
    const seen = start.signs.get(id);
    if (seen !== undefined) return seenStep(start, id, durations, input);
    const failed = start.failures.get(id);
    if (failed !== undefined && index > last) {
      isOver = true;
      return {
        step: id,
        state: 'failed',
        ...told(failed, input),
        ...(failed.note === undefined ? {} : { note: failed.note }),
      };
    }
    const isVisible = events.some((event) => input.families.has(event.slice(0, event.indexOf('/'))));
    if (index < last) return { step: id, state: isVisible ? 'passed' : 'not-visible' };
    if (isOver) return { step: id, state: 'not-reached' };
    if (!isVisible) return { step: id, state: 'not-visible' };
    if (outcome === 'open') return { step: id, state: 'open' };
    isOver = true;
    return { step: id, state: 'missing' };
  });
}

function seenStep(start: Start, id: StartStepId, durations: Durations, input: StartsInput): StartStepReport {
  const sign = start.signs.get(id);
  if (sign === undefined) throw new Error(`${id} was not seen`);
  if (sign.at < start.from) return { step: id, state: 'earlier', ...told(sign, input) };
  const pair = pairs(start).find(({ to }) => to === id);
  if (pair === undefined) return { step: id, state: 'seen', ...told(sign, input) };
  const others = (durations.get(`${pair.from} ${id}`) ?? []).filter(
    (each) => each.start !== start && each.start.sessionClass === start.sessionClass,
  );
  const usual =
    others.length === 0 ? {} : { usualUs: Math.round(median(others.map(({ us }) => us))), others: others.length };
  return { step: id, state: 'seen', ...told(sign, input), tookUs: pair.us, since: pair.from, ...usual };
}

function told(sign: StepSign, { clock, summaries }: StartsInput): object {
  const { ref } = sign;
  const place = ref.file === undefined ? { line: ref.line } : { file: ref.file, record: ref.line };
  return { at: clock.iso(sign.at, ref.input), input: summaries[ref.input]?.name ?? '', ...place };
}

function measure(starts: readonly Start[]): Durations {
  const durations = new Map<string, { start: Start; us: number }[]>();
  for (const start of starts) {
    for (const { from, to, us } of pairs(start)) {
      const list = durations.get(`${from} ${to}`) ?? [];
      durations.set(`${from} ${to}`, list);
      list.push({ start, us });
    }
  }
  return durations;
}

/** Each step that was seen in this start, with the one before it in time. Steps may come in another order than the table's. */
function pairs(start: Start): { readonly from: StartStepId; readonly to: StartStepId; readonly us: number }[] {
  const seen = START_STEPS.flatMap(({ id }) => {
    const sign = start.signs.get(id);
    return sign === undefined || sign.at < start.from ? [] : [{ id, at: sign.at }];
  }).toSorted((a, b) => a.at - b.at);
  return seen.flatMap(({ id, at }, index) => {
    const before = seen[index - 1];
    return before === undefined ? [] : [{ from: before.id, to: id, us: at - before.at }];
  });
}

/** In the order of the table. */
function lastSeen(start: Start): StartStepId | undefined {
  return START_STEPS.findLast(({ id }) => start.signs.has(id))?.id;
}
