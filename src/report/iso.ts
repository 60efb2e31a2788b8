import type { ZoneChange } from '../model/input.ts';
import type { Micros } from '../model/units.ts';

/** Writes instants the way the capture's own export does: with its offset, or without one where it has none. */
export interface ReportClock {
  /** By the offset that this input had at that moment; the first input's where none is named. */
  iso(at: Micros, input?: number): string;
  /** Minutes east of UTC on the first input's wall clock at that instant (µs); 0 where the export tells none. */
  offsetAt(at: number): number;
}

export function createClock(
  zonesByInput: readonly (readonly ZoneChange[])[],
  formatIso: (at: Micros, offsetMinutes: number | undefined) => string,
): ReportClock {
  const fallback = zonesByInput.find((zones) => zones.length > 0) ?? [];
  const offsetIn = (zones: readonly ZoneChange[], at: number): number | undefined => {
    let offset = zones[0]?.offsetMinutes;
    for (const zone of zones) if (zone.from <= at) offset = zone.offsetMinutes;
    return offset;
  };
  return {
    iso(at, input) {
      const zones = input === undefined ? fallback : (zonesByInput[input] ?? fallback);
      return formatIso(at, offsetIn(zones, at));
    },
    offsetAt: (at) => offsetIn(fallback, at) ?? 0,
  };
}
