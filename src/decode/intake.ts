import type { ProblemLog } from '../lib/problems.ts';
import { formatIso, formatOffset } from '../lib/time-format.ts';
import type { Timestamp } from '../lib/time-parse.ts';
import { fixedZone, type Zone } from '../lib/time-zone.ts';
import type { ZoneChange } from '../model/input.ts';
import { LEVELS, type Level, type LogRecord } from '../model/log-record.ts';
import { type CalendarDate, type InputIndex, type Micros, SECOND } from '../model/units.ts';
import { Calendar, type Lack } from './calendar.ts';
import type { Chatter } from './chatter.ts';
import type { OriginTable } from './origin-table.ts';
import type { Stamp } from './stamp.ts';

const MINUTE_US = 60_000_000;
/** Changes of the offset that are remembered: a machine crosses a few borders, not thousands. */
const MAX_ZONES = 1000;

/**
 * Everything that one input has shown so far: counters, times, zones, oddities, and the wanted records of the batch that
 * is being filled. Scanners of all styles write into it, so a change of style loses nothing.
 */
export class Intake {
  readonly index: InputIndex;
  readonly origins: OriginTable;
  readonly problems: ProblemLog;
  batch: LogRecord[] = [];
  /** Physical lines before the window's `from`. */
  lines = 0;
  records = 0;
  readonly zones: ZoneChange[] = [];
  /** Gives times their date where the export prints none. */
  readonly calendar = new Calendar();
  readonly skippedLevels = new Set<Level>();
  predicate: string | undefined;
  /** Whether records are put in the order of their time before they are handed over. */
  isReordered = false;
  readonly #levels = new Float64Array(LEVELS.length);
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #previous = Number.NaN;
  #offsetMinutes = Number.NaN;
  #zone: Zone | undefined;
  /** What is to be said as soon as the zone, or the date, fills a time. */
  #zoneSaying: string | undefined;
  #dateSaying: ((lack: Lack) => string) | undefined;
  /** Wall clock of the last record that had its date. */
  #wall = Number.NaN;

  constructor(index: InputIndex, origins: OriginTable, problems: ProblemLog) {
    this.index = index;
    this.origins = origins;
    this.problems = problems;
  }

  /** Takes zone-less times for the wall clock of this zone, and says so with the first one. */
  assumeZone(zone: Zone, saying: string): void {
    this.#zone = zone;
    this.#zoneSaying = saying;
  }

  /** Takes the first time without a date, or without a year, to be from this day, and says so then. */
  assumeDate(date: CalendarDate, saying: (lack: Lack) => string): void {
    this.calendar.assume(date);
    this.#dateSaying = saying;
  }

  /** The zone that was to fill what the times lack, and could not so far. */
  get idleZone(): Zone | undefined {
    return this.#zoneSaying === undefined ? undefined : this.#zone;
  }

  /** Whether a record's time has been read whose offset nobody knows. */
  get lacksZone(): boolean {
    return this.first !== undefined && this.zones.length === 0;
  }

  /**
   * Counts a record and answers its instant: UTC, or the wall clock where no offset is known. Digits that are no time count
   * as the record before.
   */
  count(stamp: Stamp, level: number, bytes: Buffer, from: number, end: number): Micros {
    const wall = stamp.lack === undefined ? stamp.wall : this.#placeDate(stamp.wall, stamp.lack, bytes, from, end);
    if (stamp.lack === undefined) this.#wall = wall;
    let at: number;
    if (stamp.hasOffset) {
      at = wall - stamp.offsetMinutes * MINUTE_US;
      if (stamp.offsetMinutes !== this.#offsetMinutes || this.zones.length === 0)
        this.#changeZone(at, stamp.offsetMinutes);
    } else at = this.#placeZone(wall, bytes, from, end);
    if (Number.isNaN(at)) at = this.#replaceTime(bytes, from, end);
    if (at < this.#previous - SECOND) this.#noteStep(bytes, from, end);
    this.#previous = at;
    if (at < this.#first) this.#first = at;
    if (at > this.#last) this.#last = at;
    this.records += 1;
    this.#levels[level] = (this.#levels[level] ?? 0) + 1;
    // A number of µs by construction.
    return at as Micros;
  }

  /**
   * Counts a record of a report, which has no level, and answers its instant. Reports stand in no order, so a time before
   * that of the record above is nothing odd. Without a time it stands at the record before.
   */
  countAt(time: Timestamp | undefined, line: number): Micros {
    this.records += 1;
    if (time === undefined) {
      this.problems.note('time-missing', 'reports that print no time; they stand at the record before, or before all', {
        line,
      });
      return (Number.isNaN(this.#previous) ? 0 : this.#previous) as Micros;
    }
    const { at, offsetMinutes } = time;
    if (offsetMinutes !== undefined && (offsetMinutes !== this.#offsetMinutes || this.zones.length === 0))
      this.#changeZone(at, offsetMinutes);
    const instant = offsetMinutes === undefined ? this.#placeZone(at, NOTHING, 0, 0) : at;
    this.#previous = instant;
    this.#first = Math.min(this.#first, instant);
    this.#last = Math.max(this.#last, instant);
    return instant as Micros;
  }

  /**
   * Counts a record that prints no time and answers where it stands: at the record before, at the epoch where there is
   * none. It says nothing of when the input begins or ends.
   */
  countTimeless(level: number, bytes: Buffer, from: number, end: number): Micros {
    this.records += 1;
    this.#levels[level] = (this.#levels[level] ?? 0) + 1;
    if (!Number.isNaN(this.#previous)) return this.#previous as Micros;
    this.problems.note(
      'time-missing',
      'records that print no time, and none before them does; they stand before all others',
      {
        line: this.lines + 1,
        text: () => exampleOf(bytes, from, end),
      },
    );
    return 0 as Micros;
  }

  /** Remembers what the tool says of the export as a whole. */
  hear(chatter: Chatter): void {
    if (chatter.kind === 'predicate') this.predicate ??= chatter.predicate;
    if (chatter.kind === 'skipped') for (const level of chatter.levels) this.skippedLevels.add(level);
  }

  get first(): Micros | undefined {
    return this.#first === Number.POSITIVE_INFINITY ? undefined : (this.#first as Micros);
  }

  get last(): Micros | undefined {
    return this.#last === Number.NEGATIVE_INFINITY ? undefined : (this.#last as Micros);
  }

  get levels(): Record<Level, number> {
    // The list of all levels yields an object with all of them as keys.
    return Object.fromEntries(LEVELS.map((level, index) => [level, this.#levels[index] ?? 0])) as Record<Level, number>;
  }

  /** The instant of a zone-less time; the wall clock where nothing tells its zone. */
  #placeZone(wall: number, bytes: Buffer, from: number, end: number): number {
    if (this.#zone === undefined && this.zones.length > 0 && !Number.isNaN(wall)) this.#keepZone(bytes, from, end);
    const offset = this.#zone?.offsetAt(wall, this.#previous);
    if (offset === undefined) return wall;
    const at = wall - offset * MINUTE_US;
    if (offset !== this.#offsetMinutes || this.zones.length === 0) this.#changeZone(at, offset);
    if (this.#zoneSaying !== undefined) this.problems.note('zone-assumed', this.#zoneSaying);
    this.#zoneSaying = undefined;
    return at;
  }

  /** The wall clock of a time without a date or a year. In a file that joins exports it goes on with the part before. */
  #placeDate(wall: number, lack: Lack, bytes: Buffer, from: number, end: number): number {
    if (!this.calendar.isAssumed && this.calendar.lack === undefined && !Number.isNaN(this.#wall)) {
      const day = new Date(this.#wall / 1000);
      this.calendar.assume({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() });
      // A wall clock is printed as what it is where no offset is given.
      const read = formatIso(this.#wall as Micros, undefined).slice(0, lack === 'year' ? 4 : 10);
      const message = `times carry no ${lack} from here on; read as of ${read}, as before`;
      this.problems.note('date-assumed', message, { line: this.lines + 1, text: () => exampleOf(bytes, from, end) });
    }
    if (this.#dateSaying !== undefined) this.problems.note('date-assumed', this.#dateSaying(lack));
    this.#dateSaying = undefined;
    return this.calendar.place(wall, lack);
  }

  /** In a file that joins exports, a part without an offset goes on with that of the part before. */
  #keepZone(bytes: Buffer, from: number, end: number): void {
    this.#zone = fixedZone(this.#offsetMinutes);
    const message = `times carry no UTC offset from here on; read as ${formatOffset(this.#offsetMinutes)}, as before`;
    this.problems.note('zone-assumed', message, { line: this.lines + 1, text: () => exampleOf(bytes, from, end) });
  }

  #changeZone(at: number, offsetMinutes: number): void {
    if (Number.isNaN(at)) return;
    if (this.lacksZone) {
      const message = 'times before this line carry no UTC offset; they were taken for UTC';
      this.problems.note('zone-unknown', message, { line: this.lines + 1 });
    }
    this.#offsetMinutes = offsetMinutes;
    if (this.zones.length < MAX_ZONES) this.zones.push({ from: at as Micros, offsetMinutes });
  }

  #replaceTime(bytes: Buffer, from: number, end: number): number {
    this.problems.note('time-invalid', 'a time that no clock shows; the record takes the time of the one before', {
      line: this.lines + 1,
      text: () => exampleOf(bytes, from, end),
    });
    return Number.isNaN(this.#previous) ? 0 : this.#previous;
  }

  #noteStep(bytes: Buffer, from: number, end: number): void {
    const place = { line: this.lines + 1, text: () => exampleOf(bytes, from, end) };
    if (this.isReordered) {
      const message = 'records that the tool printed out of order; all are put in the order of their time';
      this.problems.note('order-restored', message, place);
      return;
    }
    this.problems.note(
      'clock-stepped',
      'the time goes back by more than a second from one record to the next; records keep the order of the input',
      place,
    );
  }
}

const NOTHING = Buffer.alloc(0);
/** Enough bytes for any example of a problem. */
const EXAMPLE_BYTES = 600;

/** The beginning of a line, for the example of a problem. */
export function exampleOf(bytes: Buffer, from: number, end: number): string {
  return bytes.toString('utf8', from, Math.min(end, from + EXAMPLE_BYTES));
}
