/**
 * Columns of a text as a terminal draws it, for the characters these tests use.
 * Source: EastAsianWidth (W and F) and general category of Unicode 14; nothing of the code under test.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/[\p{Mn}\p{Me}]/u.test(character)) continue;
    width += WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
  }
  return width;
}

/** The text without the colours that `paint` may set; every other escape stays, so that tests see it. */
export function withoutColour(text: string): string {
  return text.replace(/\x1b\[(?:1|2|22|31|32|33|36|39)m/g, '');
}
