import type { IRecognitionException, IToken } from 'chevrotain';
import { found, helpFor } from '../predicate/messages.ts';
import type { Description } from '../source-text.ts';
import { nearest, orList } from '../words.ts';
import { article, CLAUSES, DEFINITIONS, HEADERS, type HeaderKind, isHeader } from './clauses.ts';

/** Words an error of the catalog's parser, with the clauses that may stand at its place. */
export function describe(error: IRecognitionException, tokens: readonly IToken[]): Description {
  const { token } = error;
  const rule = error.context.ruleStack.at(-1);
  if (rule !== 'catalogFile') return { message: error.message, help: helpFor(error) };
  const header = headerBefore(tokens, token);
  const clauses: readonly string[] = header === undefined ? [] : CLAUSES[header];
  const expected = clauses.length > 0 ? clauses : [...HEADERS, ...DEFINITIONS];
  const where = header === undefined ? '' : ` in ${article(header)}`;
  const meant = nearest(token.image, [...expected, ...HEADERS, ...DEFINITIONS]);
  return {
    message: `expected ${orList(expected.map((word) => `'${word}'`))}${where}, found ${found(token)}`,
    help: meant === undefined ? undefined : `did you mean '${meant}'?`,
  };
}

/** The header that the clause at `token` would belong to. */
function headerBefore(tokens: readonly IToken[], token: IToken): HeaderKind | undefined {
  let header: HeaderKind | undefined;
  let previous: IToken | undefined;
  for (const candidate of tokens) {
    if (candidate.startOffset >= token.startOffset) break;
    const opens = candidate.startColumn !== undefined && isHeader(candidate.image) && startsLine(candidate, previous);
    if (opens && isHeader(candidate.image)) header = candidate.image;
    previous = candidate;
  }
  return header;
}

function startsLine(token: IToken, previous: IToken | undefined): boolean {
  return previous === undefined || (token.startLine ?? 0) > (previous.endLine ?? 0);
}
