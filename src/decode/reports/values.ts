/** Values of a report as they come out of JSON or a property list: nothing about their shape can be trusted. */
export type ReportObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): ReportObject | undefined {
  // An object of JSON or of a property list has string keys only.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ReportObject) : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or a number as text; undefined for everything else and for an empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The first that holds a text. */
export function firstText(...values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const text = textOf(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A number, or one written as text (`"2750"`, `"0x8badf00d"`). */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*(?:-?\d{1,20}(?:\.\d{1,20})?|0[xX][0-9a-fA-F]{1,16})\s*$/.test(value))
    return undefined;
  return Number(value);
}

/** A process id; undefined for what cannot be one. */
export function pidOf(value: unknown): number | undefined {
  const pid = numberOf(value);
  return pid !== undefined && Number.isInteger(pid) && pid >= 0 && pid <= 0x7fffffff ? pid : undefined;
}

export function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** The last component of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
