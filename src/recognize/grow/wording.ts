import { PRIVACY_TOKEN } from '../../language/catalog/values.ts';

/** What a part of a message looks like; `literal` is everything that is no value by its shape. */
export type PieceKind =
  | 'literal'
  | 'hidden'
  | 'uuid'
  | 'endpoint'
  | 'ip'
  | 'name'
  | 'pointer'
  | 'seconds'
  | 'number'
  | 'quoted';

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** Longer messages are told apart by their beginning. */
const MAX_CHARS = 2_048;

const IPV4 = '\\d{1,3}(?:\\.\\d{1,3}){3}';
const IPV6 = '(?<![\\w:])(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*:)[0-9A-Fa-f:]{3,39}(?:%[A-Za-z0-9_-]{1,16})?';

/** A host by its name. A bundle identifier reads the other way round and is none: `com.example.tunnel`. */
export const HOST =
  '(?<![\\w.@-])(?!(?:com|org|net|io|de)\\.)(?:[A-Za-z0-9-]{1,63}\\.){1,8}(?:com|net|org|io|de|fr|uk|eu|cn|ru|local|internal|lan|corp|home)(?![\\w-]|\\.\\w)';
export const MAIL = '\\b[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}\\b';
/** A path below somebody's home. */
export const HOME_PATH = '/(?:Users|home)/[^\\s:,;"\')]{1,512}';

/** In the order in which they are tried; each is linear. */
const SHAPES: readonly (readonly [PieceKind, string])[] = [
  ['hidden', PRIVACY_TOKEN],
  ['uuid', '\\b[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\\b'],
  ['endpoint', `\\b${IPV4}:\\d{1,5}\\b|${IPV6}\\.\\d{1,5}\\b|${HOST}:\\d{1,5}\\b`],
  ['name', `${MAIL}|${HOST}|${HOME_PATH}`],
  ['ip', `\\b${IPV4}\\b|${IPV6}(?!\\w)`],
  ['quoted', '"[^"\\n]{0,256}"'],
  ['pointer', '\\b0[xX][0-9A-Fa-f]{1,16}\\b'],
  ['seconds', '(?<![\\w.])-?\\d{1,15}\\.\\d{1,12}(?![\\w.])'],
  ['number', '(?<![\\w.])-?\\d{1,20}(?![\\w.]*[A-Za-z_])'],
];
const SHAPE = new RegExp(SHAPES.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

/** A message cut into literals and values, by shape alone. */
export function piecesOf(message: string): Piece[] {
  const text = message.slice(0, MAX_CHARS);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(SHAPE)) {
    if (match.index > from) pieces.push({ kind: 'literal', text: text.slice(from, match.index) });
    const shape = SHAPES.findIndex((_, index) => match[index + 1] !== undefined);
    pieces.push({ kind: SHAPES[shape]?.[0] ?? 'literal', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'literal', text: text.slice(from) });
  return pieces;
}

/** The message with its values masked: two lines of one wording give the same text. */
export function wordingOf(message: string): string {
  return piecesOf(message)
    .map(({ kind, text }) => (kind === 'literal' ? text : `‹${kind}›`))
    .join('');
}
