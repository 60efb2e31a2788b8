import { readFileSync, statSync } from 'node:fs';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import { safeJson } from '../lib/safe-json.ts';
import type { Baseline, BaselineEntry } from '../model/baseline.ts';

/** A larger file is no baseline. */
const MAX_BYTES = 16 * 1024 * 1024;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PRINT = /^[0-9a-f]{32}$/;

/** Throws `UserError` (exit code 4) for a file that cannot be read or is no baseline. */
export function readBaseline(path: string): Baseline {
  const baseline = tryReadBaseline(path);
  if (baseline !== undefined) return baseline;
  throw new UserError(`there is no baseline ${path}`, {
    exitCode: 4,
    hint: 'necropsy baseline write CAPTURE --reason "…" writes one',
  });
}

/** The same; undefined where there is no such file. */
export function tryReadBaseline(path: string): Baseline | undefined {
  try {
    if (statSync(path).size > MAX_BYTES) throw refusal(path, 'it is too large');
    return parse(path, readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw refusal(path, describeError(cause).replace(/, (?:open|stat|read)(?: '.*)?$/s, ''), cause);
  }
}

/** One entry per fingerprint, two blanks of indentation: made to be read in a review. */
export function baselineText(baseline: Baseline): string {
  return `${safeJson(baseline, 2)}\n`;
}

function parse(path: string, text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refusal(path, `it is no JSON: ${describeError(cause)}`, cause);
  }
  if (!isObject(value) || !Array.isArray(value.entries)) throw refusal(path, 'it has no list of entries');
  if (value.schemaVersion !== 1)
    throw refusal(path, `its schemaVersion is ${String(value.schemaVersion)}, and this program reads 1`);
  const entries: readonly unknown[] = value.entries;
  return { schemaVersion: 1, entries: entries.map((entry, index) => entryOf(entry, index, path)) };
}

function entryOf(entry: unknown, index: number, path: string): BaselineEntry {
  const wrong = (what: string): UserError => refusal(path, `entry ${index + 1}: ${what}`);
  if (!isObject(entry)) throw wrong('it is no object');
  const { fingerprint, detector, severity, title, who, count, reason, since, expires } = entry;
  if (typeof fingerprint !== 'string' || !PRINT.test(fingerprint)) throw wrong('fingerprint is not 32 hex digits');
  if (typeof detector !== 'string') throw wrong('it has no detector');
  if (severity !== 'error' && severity !== 'warning' && severity !== 'info') throw wrong('severity is none');
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) throw wrong('count is no whole number');
  if (typeof reason !== 'string' || reason.trim() === '') throw wrong('it has no reason');
  if (expires !== undefined && !isDay(expires)) throw wrong(`expires is no day such as 2026-03-01: ${String(expires)}`);
  return {
    fingerprint,
    detector,
    severity,
    title: typeof title === 'string' ? title : '',
    who: typeof who === 'string' ? who : '',
    count,
    reason,
    since: isDay(since) ? since : '',
    ...(expires === undefined ? {} : { expires }),
  };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(path: string, why: string, cause?: unknown): UserError {
  return new UserError(`${path} is no baseline: ${why}`, { exitCode: 4, ...(cause === undefined ? {} : { cause }) });
}
