import type { ZoneChange } from '../model/input.ts';
import type { Micros } from '../model/units.ts';

/** Writes instants the way the capture's own export does: with its offset, or without one where it has none. */
export interface ReportClock {
  /** By the offset that this input had at that moment; the first input's where none is named. */
  iso(at: Micros, input?: number): string;
}

export function createClock(
  zonesByInput: readonly (readonly ZoneChange[])[],
  formatIso: (at: Micros, offsetMinutes: number | undefined) => string,
): ReportClock {
  const fallback = zonesByInput.find((zones) => zones.length > 0) ?? [];
  return {
    iso(at, input) {
      const zones = input === undefined ? fallback : (zonesByInput[input] ?? fallback);
      let offset = zones[0]?.offsetMinutes;
      for (const zone of zones) if (zone.from <= at) offset = zone.offsetMinutes;
      return formatIso(at, offset);
    },
  };
}
