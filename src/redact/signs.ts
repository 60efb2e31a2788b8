/** Signs that a text has, as bits: a pattern that needs one which is not there need not be looked for. */
export const SIGN = {
  equals: 1 << 0,
  colon: 1 << 1,
  at: 1 << 2,
  slash: 1 << 3,
  dash: 1 << 4,
  dot: 1 << 5,
  digit: 1 << 6,
  plus: 1 << 7,
  less: 1 << 8,
  hash: 1 << 9,
  bracket: 1 << 10,
  percent: 1 << 11,
  greater: 1 << 12,
  /** Two colons, and five. */
  colons2: 1 << 13,
  colons5: 1 << 14,
  /** So many hex digits in a row. */
  hex8: 1 << 15,
  hex16: 1 << 16,
  /** Bytes in groups: three times two hex digits, or once eight, each with a blank or colon behind it. */
  hexGroups: 1 << 17,
} as const;

const CHARACTERS: Readonly<Record<string, number>> = {
  '=': SIGN.equals,
  ':': SIGN.colon,
  '@': SIGN.at,
  '/': SIGN.slash,
  '-': SIGN.dash,
  '.': SIGN.dot,
  '+': SIGN.plus,
  '<': SIGN.less,
  '#': SIGN.hash,
  '[': SIGN.bracket,
  '%': SIGN.percent,
  '>': SIGN.greater,
};

const ASCII = 128;
const HEX_DIGIT = 1 << 30;
const TABLE = Uint32Array.from({ length: ASCII }, (_, code) => {
  const character = String.fromCharCode(code);
  const isHex = /[0-9A-Fa-f]/.test(character);
  return (CHARACTERS[character] ?? 0) | (isHex ? HEX_DIGIT : 0) | (/\d/.test(character) ? SIGN.digit : 0);
});
const BLANK = 32;
const COLON = 58;

/** The signs of a text, found in one go over its characters. */
export function signsOf(text: string): number {
  let signs = 0;
  let colons = 0;
  let run = 0;
  let longest = 0;
  let pairs = 0;
  let eights = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const sign = code < ASCII ? (TABLE[code] ?? 0) : 0;
    signs |= sign;
    if ((sign & HEX_DIGIT) !== 0) {
      run += 1;
      if (run > longest) longest = run;
      continue;
    }
    const isBehind = code === BLANK || code === COLON;
    pairs += run === 2 && isBehind ? 1 : 0;
    eights += run === 8 && isBehind ? 1 : 0;
    colons += code === COLON ? 1 : 0;
    run = 0;
  }
  return (signs & ~HEX_DIGIT) | signsOfCounts(colons, longest) | (pairs >= 3 || eights > 0 ? SIGN.hexGroups : 0);
}

function signsOfCounts(colons: number, longest: number): number {
  const ofColons = (colons >= 2 ? SIGN.colons2 : 0) | (colons >= 5 ? SIGN.colons5 : 0);
  return ofColons | (longest >= 8 ? SIGN.hex8 : 0) | (longest >= 16 ? SIGN.hex16 : 0);
}
