/** Characters that pick a bucket: of a message its family, of what follows the family's head the wordings. */
export const KEY_CHARS = 4;
/** A bucket with more than this is split by the characters that follow. */
const MAX_BUCKET = 8;
/** Keys are remembered as they occur; hostile messages must not fill the memory with them. */
const CAP = 4_096;

/** Whether a text that starts with `key` may start with `prefix`: a shorter prefix stands in every bucket it may belong to. */
export function startsAlike(prefix: string, key: string): boolean {
  const start = prefix.slice(0, key.length);
  return key.startsWith(start);
}

/** What `find` says of a key, asked once. */
export function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(key);
    if (known.size >= CAP) known.clear();
    known.set(key, found);
    return found;
  };
}

interface Bucket<T> {
  readonly entries: readonly T[];
  /** By the next characters; undefined where splitting gains nothing. */
  readonly next: ((key: string) => Bucket<T>) | undefined;
}

/**
 * Entries that a text may be, by how it starts, in their own order. `necp_client_` alone starts a hundred wordings, so a
 * bucket that holds too many is split by the four characters behind, and so on.
 */
export function createBuckets<T>(
  entries: readonly T[],
  prefixesOf: (entry: T) => readonly string[],
): (text: string) => readonly T[] {
  const open = (inside: readonly T[], from: number): Bucket<T> => {
    const reaches = (entry: T): boolean => prefixesOf(entry).some((prefix) => prefix.length > from);
    if (inside.length <= MAX_BUCKET || !inside.some(reaches)) return { entries: inside, next: undefined };
    const next = remembered((key) =>
      open(
        inside.filter((entry) => prefixesOf(entry).some((prefix) => startsAlike(prefix.slice(from), key))),
        from + KEY_CHARS,
      ),
    );
    return { entries: inside, next };
  };
  const root = open(entries, 0);
  return (text) => {
    let bucket = root;
    for (let at = 0; bucket.next !== undefined; at += KEY_CHARS) bucket = bucket.next(text.slice(at, at + KEY_CHARS));
    return bucket.entries;
  };
}
