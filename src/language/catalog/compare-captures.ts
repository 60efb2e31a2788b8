/** A hole of a sample whose value is not the one the sample states. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  /** The value as people write it; undefined where there is no such hole. */
  readonly actual: string | undefined;
}

/** Compares the values of holes with what a sample says of them; `a.b` reaches into a composite value. */
export function compareCaptures(
  fields: Readonly<Record<string, unknown>>,
  captures: Readonly<Record<string, string>>,
): Difference[] {
  const differences: Difference[] = [];
  for (const [path, expected] of Object.entries(captures)) {
    const value = valueAt(fields, path);
    if (!isWritten(value, expected)) differences.push({ path, expected, actual: written(value) });
  }
  return differences;
}

function valueAt(fields: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let value: unknown = fields;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Object.entries(value).find(([name]) => name === step)?.[1];
  }
  return value;
}

function isWritten(value: unknown, expected: string): boolean {
  if (typeof value === 'number') return String(value) === expected || (expected !== '' && Number(expected) === value);
  if (typeof value === 'boolean') return (value ? /^(?:true|YES|1)$/ : /^(?:false|NO|0)$/).test(expected);
  return written(value) === expected;
}

function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null) {
    return 'redacted' in value ? String(value.redacted) : JSON.stringify(value);
  }
  return String(value);
}
