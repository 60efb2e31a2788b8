/** Deeper values, and more of them, no settings have. */
const DEEPEST = 32;
const MOST_VALUES = 200_000;

type Plain = Readonly<Record<string, unknown>>;

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * The values behind the names in `$top` of a property list that NSKeyedArchiver wrote: references followed, arrays, sets and
 * dictionaries of Foundation as such, objects of other classes as dictionaries of what they encoded. A value that refers to
 * itself ends there. Undefined where the list is no keyed archive. Source: sysdiagnose-layout; the archiver's own format.
 */
export function unarchive(list: unknown): Plain | undefined {
  if (!isPlain(list) || list.$archiver !== 'NSKeyedArchiver' || !Array.isArray(list.$objects)) return undefined;
  const objects: readonly unknown[] = list.$objects;
  const open = new Set<number>();
  let budget = MOST_VALUES;

  const follow = (value: unknown): unknown => {
    budget -= 1;
    if (budget < 0 || open.size > DEEPEST) return undefined;
    if (Array.isArray(value)) return value.map(follow);
    if (!isPlain(value) || value instanceof Uint8Array) return value;
    const index = value.UID;
    if (typeof index !== 'number' || Object.keys(value).length !== 1) return mapValues(value, follow);
    if (open.has(index)) return undefined;
    open.add(index);
    const object = plainOf(objects[index], follow);
    open.delete(index);
    return object;
  };
  const top = follow(list.$top);
  return isPlain(top) ? top : undefined;
}

function plainOf(object: unknown, follow: (value: unknown) => unknown): unknown {
  if (object === '$null') return undefined;
  if (!isPlain(object) || object instanceof Uint8Array) return object;
  const values = object['NS.objects'];
  const keys = object['NS.keys'];
  if (Array.isArray(values) && Array.isArray(keys)) {
    const names = keys.map((key) => String(follow(key)));
    return Object.fromEntries(values.map((value, index) => [names[index] ?? '', follow(value)]));
  }
  if (Array.isArray(values)) return values.map(follow);
  for (const name of ['NS.string', 'NS.data', 'NS.time'] as const) if (name in object) return follow(object[name]);
  const uuid = object['NS.uuidbytes'];
  if (uuid instanceof Uint8Array) return uuidText(uuid);
  const { $class: _, ...fields } = object;
  return mapValues(fields, follow);
}

function mapValues(object: Plain, follow: (value: unknown) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, follow(value)]));
}

function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
