import { createToken, Lexer } from 'chevrotain';
import { UUID_PATTERN } from '../catalog/values.ts';
import { END } from './body-parser.ts';
import { once } from './once.ts';
import { anyBut } from './start-chars.ts';

/** Every token. */
export const Piece = createToken({ name: 'Piece', pattern: Lexer.NA });
const pieces = { categories: [Piece] };

export const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
/** A state and the handler behind it end an endpoint, which may itself hold blanks. */
export const State = createToken({
  name: 'State',
  pattern: new RegExp(
    `(?:initial|waiting|in_progress|ready|failed|cancelled)(?=\\s{0,8}${END}|\\s{1,8}[a-z][a-z-]{0,40}(?:\\s{1,8}\\(|\\s{0,8}${END}))`,
  ),
  line_breaks: false,
  ...pieces,
});
export const Uuid = createToken({
  name: 'Uuid',
  pattern: new RegExp(`${UUID_PATTERN}(?=\\s|${END})`),
  line_breaks: false,
  ...pieces,
});
export const NoPath = createToken({ name: 'NoPath', pattern: /\(null\)/, ...pieces });
export const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/, ...pieces });
export const RightParen = createToken({ name: 'RightParen', pattern: /\)/, ...pieces });
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: /\{/, ...pieces });
export const RightBrace = createToken({ name: 'RightBrace', pattern: /\}/, ...pieces });
export const Comma = createToken({ name: 'Comma', pattern: /,/, ...pieces });
export const Word = createToken({
  name: 'Word',
  pattern: /[^\s,(){}]+/,
  start_chars_hint: anyBut(' \t\r\n\f\v\u00a0,(){}'),
  ...pieces,
});

/** In the order the lexer tries them. Together they take any text. */
export const nwTokens = [Piece, Space, State, Uuid, NoPath, LeftParen, RightParen, LeftBrace, RightBrace, Comma, Word];

export const nwLexer = once(() => new Lexer(nwTokens, { ensureOptimizations: true, positionTracking: 'onlyOffset' }));
