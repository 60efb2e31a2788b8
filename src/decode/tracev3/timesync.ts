import { BootClock } from './boot-clock.ts';
import { type FileHeader, offsetOf, type SyncPoint, type Timebase, timebaseOf } from './header.ts';
import { dashed, hexAt, type RawBytes } from './raw-bytes.ts';

const BOOT = 0xbbb0;
const BOOT_LENGTH = 48;
const SYNC = 0x0020_7354; // "Ts", 0x20, 0x00
const SYNC_LENGTH = 32;
/** A machine notes its clock every few minutes for weeks; beyond this somebody made the file up. */
const MAX_POINTS = 500_000;

interface Boot {
  readonly timebase: Timebase;
  readonly points: SyncPoint[];
  /** The first offset, and every change of it. */
  readonly zones: ZonePoint[];
}

/** A UTC offset and since when. */
export interface ZonePoint {
  readonly micros: number;
  readonly offsetMinutes: number;
}

/** What the timesync files of an archive say: continuous time of each boot against the wall clock. */
export class Timesync {
  readonly #boots = new Map<string, Boot>();
  #points = 0;
  #isSorted = false;

  /** Reads a timesync file; false where it holds something that is no record. */
  add(raw: RawBytes): boolean {
    const { bytes, view } = raw;
    let at = 0;
    let boot: Boot | undefined;
    this.#isSorted = false;
    while (bytes.length - at >= SYNC_LENGTH && this.#points < MAX_POINTS) {
      this.#points += 1;
      if (view.getUint16(at, true) === BOOT && bytes.length - at >= BOOT_LENGTH) {
        boot = this.#boot(raw, at);
        at += Math.max(BOOT_LENGTH, view.getUint16(at + 2, true));
      } else if (boot !== undefined && view.getUint32(at, true) === SYNC) {
        const point = pointAt(view, at + 16, view.getUint32(at + 8, true), view.getUint32(at + 12, true));
        boot.points.push(point);
        noteZone(boot, point, view.getInt32(at + 24, true), view.getUint32(at + 28, true));
        at += SYNC_LENGTH;
      } else return false;
    }
    return true;
  }

  /** The clock of a file: its boot's, or what its own header says where no timesync file knows the boot. */
  clockOf(header: FileHeader): BootClock {
    if (!this.#isSorted) {
      for (const { points } of this.#boots.values()) points.sort((a, b) => a.high - b.high || a.low - b.low);
      this.#isSorted = true;
    }
    const boot = this.#boots.get(header.boot);
    if (boot === undefined) return new BootClock(header.timebase, [header.sync]);
    return new BootClock(boot.timebase, boot.points);
  }

  /** UTC offsets while this boot ran. */
  zonesOf(boot: string): readonly ZonePoint[] {
    return this.#boots.get(boot)?.zones ?? [];
  }

  /** A boot that spans files stands in each of them. */
  #boot({ bytes, view }: RawBytes, at: number): Boot {
    const id = dashed(hexAt(bytes, at + 8));
    const known = this.#boots.get(id);
    if (known !== undefined) return known;
    const start = pointAt(view, at + 32, 0, 0);
    const timebase = timebaseOf(view.getUint32(at + 24, true), view.getUint32(at + 28, true));
    const boot: Boot = { timebase, points: [start], zones: [] };
    this.#boots.set(id, boot);
    noteZone(boot, start, view.getInt32(at + 40, true), view.getUint32(at + 44, true));
    return boot;
  }
}

function noteZone({ zones }: Boot, { micros }: SyncPoint, west: number, isSummer: number): void {
  const offsetMinutes = offsetOf(west, isSummer);
  if (zones.at(-1)?.offsetMinutes !== offsetMinutes) zones.push({ micros, offsetMinutes });
}

/** The wall clock at `at`, in ns as 64 bits. Once per record of a timesync file. */
function pointAt(view: DataView, at: number, low: number, high: number): SyncPoint {
  const wall = view.getBigInt64(at, true);
  const micros = wall / 1000n;
  return { low, high, micros: Number(micros), nanos: Number(wall - micros * 1000n) };
}
