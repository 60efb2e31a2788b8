import { cString, dashed, hexAt, type RawBytes } from './raw-bytes.ts';

/** A moment on both clocks. */
export interface SyncPoint {
  /** Continuous time, in ticks: two halves of a 64-bit number, which a double does not hold. */
  readonly low: number;
  readonly high: number;
  /** Wall clock: whole µs since 1970, and what is left of a µs. */
  readonly micros: number;
  readonly nanos: number;
}

/** Nanoseconds of a tick: 1/1 on Intel, 125/3 on Apple silicon. */
export interface Timebase {
  readonly numerator: number;
  readonly denominator: number;
}

export interface FileHeader {
  readonly timebase: Timebase;
  /** When the file was begun. */
  readonly sync: SyncPoint;
  readonly offsetMinutes: number;
  /** `5C0FFEE0-1111-…` */
  readonly boot: string;
  /** Build of the system: `25E246`. Empty where it is not said. */
  readonly build: string;
  /** `Mac16,1`, `J96AP`. */
  readonly hardware: string;
}

const LENGTH = 208;

/** Undefined where the bytes are no header. Source: libyal's format document; wall clock and sync point measured. */
export function readHeader({ bytes, view }: RawBytes, from: number, to: number): FileHeader | undefined {
  if (to - from < LENGTH) return undefined;
  const seconds = view.getUint32(from + 16, true) + view.getInt32(from + 20, true) * 4_294_967_296;
  return {
    timebase: timebaseOf(view.getUint32(from, true), view.getUint32(from + 4, true)),
    sync: {
      low: view.getUint32(from + 48, true),
      high: view.getUint32(from + 52, true),
      micros: seconds * 1_000_000 + view.getUint32(from + 24, true),
      nanos: 0,
    },
    offsetMinutes: offsetOf(view.getInt32(from + 28, true), view.getUint32(from + 32, true)),
    boot: dashed(hexAt(bytes, from + 128)),
    build: cString(bytes, from + 72, from + 88),
    hardware: cString(bytes, from + 88, from + 120),
  };
}

export function timebaseOf(numerator: number, denominator: number): Timebase {
  return numerator === 0 || denominator === 0 ? { numerator: 1, denominator: 1 } : { numerator, denominator };
}

/** Minutes east of UTC, of minutes west and a flag for summer time. */
export function offsetOf(minutesWest: number, isSummer: number): number {
  const offset = (isSummer === 0 ? 0 : 60) - minutesWest;
  // Zones reach from -12:00 to +14:00; anything else is damage.
  return Math.abs(offset) <= 15 * 60 ? offset : 0;
}
