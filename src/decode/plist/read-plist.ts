import { expandsSafely } from './expands-safely.ts';

/** Settings of a machine are far smaller; what is larger is not read. */
const MOST_BYTES = 16 * 1024 * 1024;
const BINARY_MAGIC = Buffer.from('bplist00', 'latin1');

/**
 * The value of a property list, binary or XML: dictionaries as plain objects, UIDs of keyed archives as `{UID: number}`.
 * Undefined where it is none, is damaged, or refers to itself.
 */
export async function readPlist(bytes: Buffer): Promise<unknown> {
  if (bytes.length > MOST_BYTES) return undefined;
  const isBinary = bytes.indexOf(BINARY_MAGIC) === 0;
  if (isBinary && !expandsSafely(bytes)) return undefined;
  const { parse } = await import('plist');
  try {
    return isBinary ? parse(new Uint8Array(bytes)) : parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
