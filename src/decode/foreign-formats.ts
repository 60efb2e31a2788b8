/** What an input is that cannot be read yet, and what the person can do about it. */
export interface ForeignFormat {
  /** `gzip-compressed data`: what is found, as the subject of a sentence. */
  readonly what: string;
  readonly advice: string;
}

const UNPACK = 'unpack it first';
const SAVE_TEXT = 'save the plain text of the log, not the page or document around it';
const NOT_YET = 'not read by this version; give it exports of `log show` or `log stream`';

interface Magic extends ForeignFormat {
  readonly at: number;
  readonly bytes: Buffer;
}

function magic(hex: string, what: string, advice: string, at = 0): Magic {
  return { at, bytes: Buffer.from(hex, 'hex'), what, advice };
}

function sign(text: string, what: string, advice: string, at = 0): Magic {
  return { at, bytes: Buffer.from(text, 'latin1'), what, advice };
}

const MAGICS: readonly Magic[] = [
  magic('1f8b', 'gzip-compressed data in gzip-compressed data, again and again', UNPACK),
  magic('fd377a585a00', 'xz-compressed data', `${UNPACK}: xz -dc FILE | necropsy analyze -`),
  sign('BZh', 'bzip2-compressed data', `${UNPACK}: bunzip2 -c FILE | necropsy analyze -`),
  magic('504b0708', 'a part of a zip archive', 'give the whole archive, or the part that holds its directory'),
  sign('ustar', 'a tar archive', `${UNPACK} (tar xf)`, 257),
  magic('89504e470d0a1a0a', 'a PNG picture', SAVE_TEXT),
  magic('ffd8ff', 'a JPEG picture', SAVE_TEXT),
  sign('%PDF', 'a PDF document', SAVE_TEXT),
  sign('{\\rtf', 'a rich text (RTF) document', 'save it as plain text'),
  sign('bplist00', 'a binary property list', NOT_YET),
  sign('SQLite format 3', 'an SQLite database', NOT_YET),
  magic('fffe', 'UTF-16 text', 'save it as UTF-8'),
  magic('feff', 'UTF-16 text', 'save it as UTF-8'),
];

/** Content that its first bytes give away. */
export function foreignMagic(bytes: Buffer, from: number, to: number): ForeignFormat | undefined {
  const found = MAGICS.find(({ at, bytes: magicBytes }) => {
    const start = from + at;
    return (
      start + magicBytes.length <= to &&
      bytes.compare(magicBytes, 0, magicBytes.length, start, start + magicBytes.length) === 0
    );
  });
  if (found !== undefined) return found;
  const head = bytes
    .toString('latin1', from, Math.min(to, from + 512))
    .trimStart()
    .toLowerCase();
  if (head.startsWith('<!doctype html') || head.startsWith('<html')) return { what: 'a web page', advice: SAVE_TEXT };
  if (head.startsWith('<?xml') || head.startsWith('<!doctype plist'))
    return { what: 'an XML property list', advice: NOT_YET };
  // Plain ASCII in two bytes per character, without the mark at its start.
  if (/^(?:\0[ -~]){8}|^(?:[ -~]\0){8}/.test(head)) return { what: 'UTF-16 text', advice: 'save it as UTF-8' };
  return undefined;
}
