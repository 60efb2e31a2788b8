import { type CustomPatternMatcherFunc, createToken, Lexer, type TokenType } from 'chevrotain';
import { PRIVACY_TOKEN } from '../catalog/values.ts';
import { END } from './body-parser.ts';
import { once } from './once.ts';
import { anyBut } from './start-chars.ts';

/** Every token: whatever free text may consist of. */
export const Piece = createToken({ name: 'Piece', pattern: Lexer.NA });
/** What a name may consist of. */
export const NamePart = createToken({ name: 'NamePart', pattern: Lexer.NA, categories: [Piece] });

const pieces = { categories: [Piece] };
const nameParts = { categories: [Piece, NamePart] };

/** A pattern that counts only behind certain tokens. `pattern` is sticky. */
function after(pattern: RegExp, mayPrecede: (type: TokenType | undefined) => boolean): CustomPatternMatcherFunc {
  return (text, offset, matched) => {
    if (!mayPrecede(matched.at(-1)?.tokenType)) return null;
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
}

export const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
export const Data = createToken({
  name: 'Data',
  pattern: new RegExp(
    `(?:\\d{1,15}:)?\\{\\s*length\\s*=\\s*\\d{1,15}\\s*,\\s*bytes\\s*=\\s*0x[0-9A-Fa-f\\s.]*(?:\\}|${END})|<[0-9A-Fa-f]{2}[0-9A-Fa-f\\s.]*(?:>|${END})|<>`,
  ),
  line_breaks: true,
  ...pieces,
});
export const Mask = createToken({ name: 'Mask', pattern: new RegExp(`(?:${PRIVACY_TOKEN})(?![\\w.-])`), ...nameParts });

export const ErrorDomain = createToken({ name: 'ErrorDomain', pattern: /Error Domain ?= ?/, ...pieces });
/** `0x600… {`: how an error prints inside another. */
export const ErrorOpen = createToken({
  name: 'ErrorOpen',
  pattern: /(?:0x[0-9A-Fa-f]{1,16} ?)?\{ ?(?=Error Domain ?=)/,
  ...pieces,
});
/** Only behind something of an error: `Code=` and `UserInfo=` may also be names of a dictionary. */
export const Code = createToken({
  name: 'Code',
  pattern: { exec: after(/Code=(?:-?\d{1,19})?/y, (type) => type === Word || type === Mask || type === ErrorDomain) },
  start_chars_hint: ['C'],
  line_breaks: false,
  ...pieces,
});
export const UserInfo = createToken({
  name: 'UserInfo',
  pattern: {
    exec: after(/UserInfo ?=? ?(?:0x[0-9A-Fa-f]{1,16} ?)?(?=\{)/y, (type) => type === Code || ERROR_TEXTS.has(type)),
  },
  start_chars_hint: ['U'],
  line_breaks: false,
  ...pieces,
});

/** Longest text of an error that may hold quotes of its own: a bound keeps hostile messages from being read again and again. */
const ERROR_TEXT = /"[\s\S]{0,2048}?"(?=\s{0,8}(?:UserInfo|[}),;]|(?![\s\S])))/y;

/** Foundation does not escape the text of an error: it ends at the quote behind which the text can be over. */
export const ErrorText = createToken({
  name: 'ErrorText',
  pattern: { exec: after(ERROR_TEXT, (type) => type === Code) },
  start_chars_hint: ['"'],
  line_breaks: true,
  ...pieces,
});
export const Quoted = createToken({
  name: 'Quoted',
  pattern: /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/,
  line_breaks: true,
  ...nameParts,
});
/** A quote that nothing closes: everything behind it. */
export const OpenQuote = createToken({ name: 'OpenQuote', pattern: /"[\s\S]*/, line_breaks: true, ...pieces });

const ERROR_TEXTS: ReadonlySet<TokenType | undefined> = new Set([ErrorText, Quoted]);

export const SetOpen = createToken({ name: 'SetOpen', pattern: /\{\(/, ...pieces });
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: /\{/, ...pieces });
export const RightBrace = createToken({ name: 'RightBrace', pattern: /\}/, ...pieces });
export const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/, ...pieces });
export const RightParen = createToken({ name: 'RightParen', pattern: /\)/, ...pieces });
/**
 * What ends an entry: `;` in front of a name or of the end, and `,` likewise. Elsewhere both belong to the text. A name that
 * the end of the text cuts off counts as well: it is no part of the value before it.
 */
export const NextEntry = createToken({
  name: 'NextEntry',
  pattern: new RegExp(
    [
      `;(?=\\s*(?:[}=]|${END}|(?:[^\\s=;{}()",]+|"[^"\\n]{0,256}")\\s*(?:=|${END})|"[^"\\n]{0,256}${END}))`,
      `,\\s+(?=[^\\s=;{}()",]+\\s?(?:=|${END}))`,
      `,\\s*${END}`,
    ].join('|'),
  ),
  line_breaks: true,
  ...pieces,
});
export const Comma = createToken({ name: 'Comma', pattern: /,/, ...pieces });
export const Semicolon = createToken({ name: 'Semicolon', pattern: /;/, ...pieces });
export const Equals = createToken({ name: 'Equals', pattern: /=/, ...pieces });
export const Word = createToken({
  name: 'Word',
  pattern: /[^\s"{}()=;,]+/,
  start_chars_hint: anyBut(' \t\r\n\f\v\u00a0"{}()=;,'),
  ...nameParts,
});

/** In the order the lexer tries them. Together they take any text. */
export const valueTokens = [
  Piece,
  NamePart,
  Space,
  Data,
  Mask,
  ErrorDomain,
  ErrorOpen,
  Code,
  UserInfo,
  ErrorText,
  Quoted,
  OpenQuote,
  SetOpen,
  LeftBrace,
  RightBrace,
  LeftParen,
  RightParen,
  NextEntry,
  Comma,
  Semicolon,
  Equals,
  Word,
];

export const valueLexer = once(
  () => new Lexer(valueTokens, { ensureOptimizations: true, positionTracking: 'onlyOffset' }),
);
