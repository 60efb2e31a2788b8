import { formatOffset } from './time-format.ts';
import { unknownPart } from './unknown-dates.ts';

const MINUTE_US = 60_000_000;
const DAY_US = 86_400_000_000;
/** Offsets change on the quarter of an hour. */
const QUARTER_US = 15 * MINUTE_US;
const MOST_QUARTERS = 10_000;
/** Records are printed out of order by less. */
const OUT_OF_ORDER_US = 1_000_000;
const GMT_OFFSET = /^GMT(?:([+-])(\d\d):(\d\d))?/;

/** How far a place's clock is ahead of UTC. */
export interface Zone {
  /** `Europe/Berlin`, `+02:00`. */
  readonly name: string;
  /**
   * Minutes east of UTC when the clock shows `wall`, in µs; undefined where the zone changes its offset and the date is
   * unknown. An hour that the clock shows twice is the first one, unless that is before `previous`, an instant in µs or NaN.
   */
  offsetAt(wall: number, previous: number): number | undefined;
}

export function fixedZone(offsetMinutes: number): Zone {
  return { name: offsetMinutes === 0 ? 'UTC' : formatOffset(offsetMinutes), offsetAt: () => offsetMinutes };
}

/** The zone of an area, by its name in the IANA database; undefined where there is none of that name. */
export function areaZone(area: string): Zone | undefined {
  const offsets = createOffsets(area);
  if (offsets === undefined) return undefined;
  let quarter = Number.NaN;
  let settled = 0;
  return {
    name: offsets.name,
    offsetAt(wall, previous) {
      const now = Math.floor(wall / QUARTER_US);
      if (now === quarter) return settled;
      if (Number.isNaN(wall) || unknownPart(wall) !== undefined) return undefined;
      const before = offsets.at(wall - DAY_US);
      const after = offsets.at(wall + DAY_US);
      if (before !== after) return onDayOfChange(wall, previous, before, after, offsets.at);
      quarter = now;
      settled = before;
      return before;
    },
  };
}

/** Behind a change the clock shows an hour twice, or leaves one out. */
function onDayOfChange(
  wall: number,
  previous: number,
  before: number,
  after: number,
  at: (utc: number) => number,
): number {
  const isBefore = at(wall - before * MINUTE_US) === before;
  const isAfter = at(wall - after * MINUTE_US) === after;
  const isTooEarly = wall - before * MINUTE_US < previous - OUT_OF_ORDER_US;
  if (isBefore && isAfter) return isTooEarly ? after : before;
  return isAfter ? after : before;
}

interface Offsets {
  readonly name: string;
  /** Minutes at an instant in µs. */
  readonly at: (utc: number) => number;
}

function createOffsets(area: string): Offsets | undefined {
  const format = formatFor(area);
  if (format === undefined) return undefined;
  const known = new Map<number, number>();
  return {
    name: format.resolvedOptions().timeZone,
    at(utc) {
      const quarter = Math.floor(utc / QUARTER_US);
      const before = known.get(quarter);
      if (before !== undefined) return before;
      if (known.size >= MOST_QUARTERS) known.clear();
      const part = format.formatToParts((quarter * QUARTER_US) / 1000).find(({ type }) => type === 'timeZoneName');
      const [, sign, hours = '0', minutes = '0'] = GMT_OFFSET.exec(part?.value ?? '') ?? [];
      const size = Number(hours) * 60 + Number(minutes);
      const offset = sign === '-' ? 0 - size : size;
      known.set(quarter, offset);
      return offset;
    },
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
