import { MINUTE } from '../../model/units.ts';
import { atLeast as countOf, that } from '../cases.ts';
import type { DetectorContext } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import type { Cycle } from './wake-cycles.ts';

const PMSET = 'pmset';
/** A row of maintenance wakes further apart than this is the machine's own rhythm. */
const LONGEST_PERIOD_US = 60 * MINUTE;
/** A wake belongs to the rhythm where its distance to the one before is within this share of the median. */
const STEADY = 0.25;

export interface BareWakes {
  readonly cycles: readonly Cycle[];
  readonly periodUs: number;
  /** Distances within a quarter of the median, of all of them. */
  readonly steady: number;
  readonly awakeUs: number;
}

/**
 * The longest row of short dark wakes that only pmset tells of, at a steady pace, while nothing in the capture shows what any
 * process did meanwhile. Undefined where there is none of `atLeast` wakes. Source: detectors.md, darkwake-churn.
 */
export function bareWakesOf(
  context: Pick<DetectorContext, 'world' | 'observed' | 'weigh'>,
  cycles: readonly Cycle[],
  { atLeast, shortUs }: { readonly atLeast: number; readonly shortUs: number },
): BareWakes | undefined {
  const row = longestRow(cycles, shortUs);
  const distances = row.slice(1).map((cycle, index) => cycle.from - (row[index]?.from ?? cycle.from));
  const periodUs = median(distances);
  const steady = distances.filter((each) => Math.abs(each - periodUs) <= periodUs * STEADY).length;
  const isSteady = periodUs >= MINUTE && periodUs <= LONGEST_PERIOD_US && steady * 3 >= distances.length * 2;
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isAlone = !isCovered(context, first, last);
  const isFound = row.length >= atLeast && isAlone && isSteady;
  context.weigh(() => ({
    what: 'the machine, by pmset alone',
    subjects: [{ kind: 'machine', name: 'power' }],
    conditions: [
      countOf('short dark wakes in a row', row.length, atLeast, first.wakeCite),
      that('nothing else in the capture tells of this time', isAlone),
      that(
        'they come at a steady pace between a minute and an hour',
        isSteady,
        `every ${inWords(periodUs)}, ${steady} of ${distances.length} within a quarter of it`,
      ),
    ],
    isFound,
  }));
  if (!isFound) return undefined;
  return { cycles: row, periodUs, steady, awakeUs: median(row.map((cycle) => cycle.to - cycle.from)) };
}

function longestRow(cycles: readonly Cycle[], shortUs: number): readonly Cycle[] {
  let best: Cycle[] = [];
  let row: Cycle[] = [];
  for (const cycle of cycles) {
    row = cycle.isFull || cycle.to - cycle.from >= shortUs || cycle.wakeCite.process !== PMSET ? [] : [...row, cycle];
    if (row.length > best.length) best = row;
  }
  return best;
}

/** Whether another input runs over half of the row, or a process was seen in it: then the capture would show a provider. */
function isCovered(
  { world, observed }: Pick<DetectorContext, 'world' | 'observed'>,
  first: Cycle,
  last: Cycle,
): boolean {
  const { begins, ends } = observed.capture;
  const isOverHalf = begins.some((from, input) => {
    if (input === first.wakeCite.ref.input) return false;
    const shared = Math.min(ends[input] ?? 0, last.to) - Math.max(from ?? Number.POSITIVE_INFINITY, first.from);
    return shared * 2 >= last.to - first.from;
  });
  return isOverHalf || [...world.processes].some((run) => run.firstAt <= last.to && run.lastAt >= first.from);
}
