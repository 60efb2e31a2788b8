/** The parts of a time as reports print it; whatever the export lacks is empty. `at` as it stands where it is no time. */
export interface Clock {
  /** `2026-03-18`, or `--08-12` where the export prints no year. */
  readonly date: string;
  /** `14:05:05`. */
  readonly time: string;
  /** `.020300`. */
  readonly fraction: string;
  /** `+01:00` or `Z`. */
  readonly zone: string;
}

const TIME = /^(?:([\d-]+)T)?(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

export function clock(at: string): Clock {
  const [, date = '', time, fraction = '', zone = ''] = TIME.exec(at) ?? [];
  return time === undefined ? { date: '', time: at, fraction: '', zone: '' } : { date, time, fraction, zone };
}

/** `14:05:05.020`: to the millisecond, which is what people compare lines by. */
export function timeOfDay(at: string): string {
  const { time, fraction } = clock(at);
  return fraction === '' ? time : time + fraction.slice(0, 4);
}

/** Time of day `us` after `at`, to the minute, second or millisecond as `stepUs` between two labels asks for. */
export function later(at: string, us: number, stepUs: number): string {
  const { time, fraction } = clock(at);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const start = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(Number(`0${fraction}`) * 1000);
  const ms = (start + Math.floor(us / 1000)) % 86_400_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const minute = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}`;
  if (stepUs >= 60_000_000) return minute;
  const second = `${minute}:${two((ms / 1000) % 60)}`;
  return stepUs >= 1_000_000 ? second : `${second}.${String(ms % 1000).padStart(3, '0')}`;
}
