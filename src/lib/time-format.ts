import type { Micros } from '../model/units.ts';
import { unknownPart } from './unknown-dates.ts';

/** `+01:00`, `-03:30`. */
export function formatOffset(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/**
 * ISO 8601 with µs: `2026-03-18T14:05:00.100000+01:00`. Without an offset `at` is a wall clock already and none is
 * printed; where the year is unknown `--03-18T14:05:00.100000`, where the date is `14:05:00.100000`.
 */
export function formatIso(at: Micros, offsetMinutes: number | undefined): string {
  const wall = at + (offsetMinutes ?? 0) * 60_000_000;
  const millis = Math.floor(wall / 1000);
  const micros = String(wall - millis * 1000).padStart(3, '0');
  const text = new Date(millis).toISOString().slice(0, -1);
  return `${knownPart(at, text)}${micros}${offsetMinutes === undefined ? '' : formatOffset(offsetMinutes)}`;
}

function knownPart(at: Micros, text: string): string {
  const unknown = unknownPart(at);
  if (unknown === undefined) return text;
  return unknown === 'year' ? `-${text.slice('1804'.length)}` : text.slice('1704-06-01T'.length);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
