/**
 * Hint for chevrotain's lexer, which cannot see by itself how `[^…]` starts: every character but these. The lexer sorts
 * characters beyond Latin-1 into ranges of 255, so one of every 128 stands for all.
 */
export function anyBut(characters: string): number[] {
  const hint: number[] = [];
  for (let code = 0; code < 0x1_0000; code += code < 256 ? 1 : 128) {
    if (!characters.includes(String.fromCharCode(code))) hint.push(code);
  }
  return hint;
}
