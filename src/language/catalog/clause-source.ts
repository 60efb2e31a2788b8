import { DEFINITIONS, isHeader } from './clauses.ts';
import { catalogLexer } from './tokens.ts';

/**
 * The lines of a grammar file from the header on this line (1-based) to the last line before the next header, comments between its
 * clauses kept; empty where no header stands there. What is written inside strings opens nothing.
 */
export function clauseSource(text: string, line: number): string[] {
  const { tokens } = catalogLexer.tokenize(text);
  let last: number | undefined;
  let before = 0;
  for (const token of tokens) {
    const { startLine = 0, endLine = startLine } = token;
    const opens = startLine > before && (isHeader(token.image) || DEFINITIONS.includes(token.image));
    before = endLine;
    if (startLine < line) continue;
    if (last === undefined ? !opens || startLine > line : opens) break;
    last = endLine;
  }
  return last === undefined ? [] : text.split(/\r\n|\n|\r/).slice(line - 1, last);
}
