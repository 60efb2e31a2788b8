import { createToken, Lexer } from 'chevrotain';
import { END } from './body-parser.ts';
import { once } from './once.ts';
import { anyBut } from './start-chars.ts';

// Three modes: whole lines, what follows a `=` up to the end of its line, and the lines of a list.

/** Every token. */
export const Piece = createToken({ name: 'Piece', pattern: Lexer.NA });
const pieces = { categories: [Piece] };
const atLineEnd = `(?=[ \\t\\r]*(?:\\n|${END}))`;

const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
export const Name = createToken({
  name: 'Name',
  pattern: /[^\s=(){}][^=\n]*(?==)/,
  start_chars_hint: anyBut(' \t\r\n\f\v\u00a0=(){}'),
  line_breaks: false,
  ...pieces,
});
export const Equals = createToken({ name: 'Equals', pattern: /=/, push_mode: 'value', ...pieces });
export const BlockEnd = createToken({ name: 'BlockEnd', pattern: /\}[ \t]*[,;]?/, pop_mode: true, ...pieces });
/** A line that is no entry. */
const Stray = createToken({
  name: 'Stray',
  pattern: /[^\n]+/,
  start_chars_hint: anyBut('\n'),
  line_breaks: false,
  ...pieces,
});

const Blank = createToken({ name: 'Blank', pattern: /[ \t\r]+/, group: Lexer.SKIPPED });
export const LineEnd = createToken({ name: 'LineEnd', pattern: /\n/, pop_mode: true, line_breaks: true, ...pieces });
export const BlockStart = createToken({
  name: 'BlockStart',
  pattern: new RegExp(`\\{${atLineEnd}`),
  pop_mode: true,
  push_mode: 'lines',
  line_breaks: false,
  ...pieces,
});
export const ListStart = createToken({
  name: 'ListStart',
  pattern: new RegExp(`\\(${atLineEnd}`),
  pop_mode: true,
  push_mode: 'list',
  line_breaks: false,
  ...pieces,
});
export const Value = createToken({
  name: 'Value',
  pattern: /[^\n]+/,
  start_chars_hint: anyBut('\n'),
  line_breaks: false,
  ...pieces,
});

export const ItemBlockStart = createToken({
  name: 'ItemBlockStart',
  pattern: new RegExp(`\\{${atLineEnd}`),
  push_mode: 'lines',
  line_breaks: false,
  ...pieces,
});
export const ItemListStart = createToken({
  name: 'ItemListStart',
  pattern: new RegExp(`\\(${atLineEnd}`),
  push_mode: 'list',
  line_breaks: false,
  ...pieces,
});
export const ListEnd = createToken({ name: 'ListEnd', pattern: /\)[ \t]*[,;]?/, pop_mode: true, ...pieces });
export const Item = createToken({
  name: 'Item',
  pattern: /[^\n]+/,
  start_chars_hint: anyBut('\n'),
  line_breaks: false,
  ...pieces,
});

export const propertyTokens = {
  modes: {
    lines: [Piece, Space, Name, Equals, BlockEnd, Stray],
    value: [Piece, Blank, LineEnd, BlockStart, ListStart, Value],
    list: [Piece, Space, ItemBlockStart, ItemListStart, ListEnd, Item],
  },
  defaultMode: 'lines',
};

export const propertyLexer = once(() => new Lexer(propertyTokens, { ensureOptimizations: true }));
