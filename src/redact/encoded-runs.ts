import { TwoGenerationMap } from '../lib/two-generation-map.ts';

const PERCENT = /[\w.~+*!'()-]*(?:%[0-9a-f]{2}[\w.~+*!'()-]*)+/gi;
const BASE64 = /[A-Za-z0-9+/_-]{6,}={0,2}/g;
const HEX = /(?<![0-9a-f])(?:0x)?(?:[0-9a-f]{2}){4,}(?![0-9a-f])/gi;
/** As hex editors and Data's description print bytes: in groups with a blank between. */
const HEX_GROUPS =
  /(?<![0-9a-f])(?:[0-9a-f]{2}[ :]){3,}[0-9a-f]{2}(?![0-9a-f])|(?<![0-9a-f])(?:[0-9a-f]{8} ){1,}[0-9a-f]{2,8}(?![0-9a-f])/gi;
const ESCAPES = /\\u[0-9a-f]{4}|\\["\\/]/gi;
const KNOWN = 20_000;

/** Parts of a text that say a value in another writing: percent-encoded, base64, hex, JSON's escapes. */
export interface EncodedRuns {
  /** Every run whose decoded text `isPrivate` is given to `replace`; the rest stays. */
  replace(text: string, replace: (run: string) => string): string;
}

/** `isPrivate` is asked once per run of a text: what it says of one must not change. */
export function createEncodedRuns(isPrivate: (decoded: string) => boolean): EncodedRuns {
  const known = new TwoGenerationMap<string, boolean>(KNOWN);
  const holds = (run: string, decode: (run: string) => Iterable<string>): boolean => {
    const before = known.get(run);
    if (before !== undefined) return before;
    let is = false;
    for (const text of decode(run)) if (text !== '' && isPrivate(text)) is = true;
    known.set(run, is);
    return is;
  };
  return {
    replace(text, replace) {
      let result = text;
      const each = (pattern: RegExp, decode: (run: string) => Iterable<string>): void => {
        result = result.replace(pattern, (run) => (holds(run, decode) ? replace(run) : run));
      };
      if (result.includes('%')) each(PERCENT, percentDecoded);
      if (result.includes('\\') && isPrivate(unescaped(result)) && !isPrivate(result)) result = unescaped(result);
      each(HEX, hexDecoded);
      each(HEX_GROUPS, (run) => hexDecoded(run.replaceAll(/[ :]/g, '')));
      each(BASE64, base64Decoded);
      return result;
    },
  };
}

function percentDecoded(run: string): string[] {
  return [
    run.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8')),
  ];
}

function unescaped(text: string): string {
  return text.replaceAll(ESCAPES, (written) =>
    written[1]?.toLowerCase() === 'u' ? String.fromCharCode(Number.parseInt(written.slice(2), 16)) : written.slice(1),
  );
}

function* hexDecoded(run: string): Iterable<string> {
  const bytes = Buffer.from(run.replace(/^0x/i, ''), 'hex');
  yield printable(bytes);
  if (bytes.length % 2 === 0) yield printable(Buffer.from(bytes.toString('utf16le'), 'utf8'));
}

/** What stands before it without a mark between may belong to it or not: all four places to begin. */
function* base64Decoded(run: string): Iterable<string> {
  for (let start = 0; start < 4; start++) yield printable(Buffer.from(run.slice(start), 'base64'));
}

/** Bytes that are no text say nothing; few of the words that look like base64 do. */
function printable(bytes: Buffer): string {
  let from = 0;
  let to = bytes.length;
  // The last bytes may be of a character that was cut.
  for (const byte of bytes) {
    if (byte >= 32 && byte !== 127) break;
    from += 1;
  }
  while (to > from && (bytes[to - 1] ?? 0) > 127) to -= 1;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) return '';
  }
  const text = bytes.toString('utf8', from, to);
  return text.includes('\ufffd') ? '' : text;
}
