import { keep } from '../lib/keep.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import { SIGN, signsOf } from './signs.ts';

const PERCENT = /[\w.~+*!'()-]{0,256}(?:%[0-9a-f]{2}[\w.~+*!'()-]{0,256})+/gi;
const HAS_PERCENT = /%[0-9a-f]{2}/i;
const BASE64 = /[A-Za-z0-9+/_-]{6,}={0,2}/g;
const HEX = /(?<![0-9a-f])(?:0x)?(?:[0-9a-f]{2}){4,}(?![0-9a-f])/gi;
/** As hex editors and Data's description print bytes: in groups with a blank between. */
const HEX_GROUPS =
  /(?<![0-9a-z])(?:[0-9a-f]{2}[ :]){3,}[0-9a-f]{2}(?![0-9a-f])|(?<![0-9a-z])(?:[0-9a-f]{8} ){1,}[0-9a-f]{2,8}(?![0-9a-f])/gi;
const ESCAPES = /\\u[0-9a-f]{4}|\\["\\/]/gi;
const KNOWN = 20_000;

type Decode = (run: string) => Iterable<string>;

/** Parts of a text that say a value in another writing: percent-encoded, base64, hex. */
export interface EncodedRuns {
  /** Every run whose decoded text `isPrivate` is given to `replace`; the rest stays. */
  replace(text: string, replace: (run: string) => string): string;
}

/** `isPrivate` is asked once per run of a text: what it says of one must not change. */
export function createEncodedRuns(isPrivate: (decoded: string) => boolean): EncodedRuns {
  // One run may be read in several ways.
  const readers = new Map<Decode, (run: string) => boolean>(
    [percentDecoded, hexDecoded, base64Decoded].map((decode) => [decode, createReader(decode, isPrivate)]),
  );
  return {
    replace(text, replace) {
      let result = text;
      let signs = signsOf(text);
      const each = (pattern: RegExp, decode: Decode): void => {
        const holds = readers.get(decode);
        const before = result;
        result = before.replace(pattern, (run) => (holds?.(run) === true ? replace(run) : run));
        if (result !== before) signs = signsOf(result);
      };
      if ((signs & SIGN.percent) !== 0 && HAS_PERCENT.test(result)) each(PERCENT, percentDecoded);
      if ((signs & SIGN.hex8) !== 0) each(HEX, hexDecoded);
      if ((signs & SIGN.hexGroups) !== 0) each(HEX_GROUPS, hexDecoded);
      each(BASE64, base64Decoded);
      return result;
    },
  };
}

/** Whether a run holds anything private, as one way to decode reads it; each run is decoded once. */
function createReader(decode: Decode, isPrivate: (decoded: string) => boolean): (run: string) => boolean {
  const known = new TwoGenerationMap<string, boolean>(KNOWN);
  return (run) => {
    const before = known.get(run);
    if (before !== undefined) return before;
    let is = false;
    for (const text of decode(run)) if (text !== '' && isPrivate(text)) is = true;
    known.set(keep(run), is);
    return is;
  };
}

function percentDecoded(run: string): string[] {
  return [
    run.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8')),
  ];
}

/** A text with JSON's escapes undone; the same text where it has none. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(ESCAPES, (written) =>
    written[1]?.toLowerCase() === 'u' ? String.fromCharCode(Number.parseInt(written.slice(2), 16)) : written.slice(1),
  );
}

function* hexDecoded(run: string): Iterable<string> {
  const bytes = Buffer.from(run.replaceAll(/^0x|[ :]/gi, ''), 'hex');
  yield printable(bytes);
  if (bytes.length % 2 === 0) yield printable(Buffer.from(bytes.toString('utf16le'), 'utf8'));
}

/** What stands before it without a mark between may belong to it or not: all four places to begin. */
function* base64Decoded(run: string): Iterable<string> {
  for (let start = 0; start < 4; start++) yield printable(Buffer.from(run.slice(start), 'base64'));
}

/** The parts of bytes that are text, a line each. Few of the words that look like base64 hold any. */
function printable(bytes: Buffer): string {
  const parts = bytes.toString('utf8').split(UNPRINTABLE);
  return parts.filter((part) => part.length >= SHORTEST_PART).join('\n');
}

const UNPRINTABLE = /[\u0000-\u001f\u007f\ufffd]+/;
const SHORTEST_PART = 4;
