import { expandsSafely } from './expands-safely.ts';

/** Settings of a machine are far smaller; what is larger is not read. XML takes ten times its size in memory. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_XML_BYTES = 4 * 1024 * 1024;
const BINARY_MAGIC = Buffer.from('bplist00', 'latin1');

/**
 * The value of a property list, binary or XML: dictionaries as plain objects, UIDs of keyed archives as `{UID: number}`.
 * Undefined where it is none, is damaged, or refers to itself.
 */
export async function readPlist(bytes: Buffer): Promise<unknown> {
  if (bytes.length > MOST_BYTES) return undefined;
  const isBinary = bytes.indexOf(BINARY_MAGIC) === 0;
  if (isBinary && !expandsSafely(bytes)) return undefined;
  if (!isBinary && bytes.length > MOST_XML_BYTES) return undefined;
  const { parse } = await import('plist');
  try {
    if (isBinary) return parse(new Uint8Array(bytes));
    const text = bytes.toString('utf8');
    return (await isSoundXml(text)) ? parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The library behind the library prints what is wrong with an XML text, in the text's own words: it is asked before. */
async function isSoundXml(text: string): Promise<boolean> {
  const { DOMParser } = await import('@xmldom/xmldom');
  const refuse = (): never => {
    throw new Error('no sound XML');
  };
  try {
    new DOMParser({ onError: refuse }).parseFromString(text, 'text/xml');
    return true;
  } catch {
    return false;
  }
}
