import type { Redacted } from '../model/redacted.ts';

/** The value, or undefined where privacy took it. */
export function known(value: string | Redacted | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What the log printed, the privacy token included: for text that people read and for equality. */
export function printed(value: string | Redacted): string {
  return typeof value === 'string' ? value : value.redacted;
}

/** A value made of parts, or undefined where privacy took the whole of it. */
export function parts<T extends object>(value: T | Redacted | undefined): T | undefined {
  return value === undefined || 'redacted' in value ? undefined : value;
}
