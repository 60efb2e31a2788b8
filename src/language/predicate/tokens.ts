import { createToken, Lexer, type TokenType } from 'chevrotain';

/** Every word, keywords included: what may stand where a name is expected. */
export const Word = createToken({ name: 'Word', pattern: Lexer.NA, label: 'a name' });
/** Every word that is no operator of the predicate language: what may stand where a field is expected. */
export const FieldWord = createToken({ name: 'FieldWord', pattern: Lexer.NA, label: 'a field' });
export const ComparisonOperator = createToken({
  name: 'ComparisonOperator',
  pattern: Lexer.NA,
  label: 'a comparison operator',
});

export const Identifier = createToken({
  name: 'Identifier',
  pattern: /[A-Za-z_]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)*/,
  categories: [Word, FieldWord],
  label: 'a name',
});

/** A keyword; `like` and `LIKE` are the same where `ignoreCase` is set. Longer words stay identifiers. */
export function keyword(name: string, pattern: RegExp, label: string, categories: TokenType[]): TokenType {
  return createToken({ name, pattern, label, categories, longer_alt: Identifier });
}

function operatorWord(name: string, pattern: RegExp, label: string, ...categories: TokenType[]): TokenType {
  return keyword(name, pattern, label, [Word, ...categories]);
}

export const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\r\n]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const Comment = createToken({
  name: 'Comment',
  pattern: /--[^\r\n]*/,
  group: Lexer.SKIPPED,
  line_breaks: false,
});

export const StringLiteral = createToken({
  name: 'StringLiteral',
  pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*'/,
  label: 'a string in quotes',
  line_breaks: false,
});
/** Taken for a string, so that a forgotten quote does not spoil what follows; the caller reports it. */
export const UnterminatedString = createToken({
  name: 'UnterminatedString',
  pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*|'(?:[^'\\\r\n]|\\[^\r\n])*/,
  categories: [StringLiteral],
  line_breaks: false,
});
export const DurationLiteral = createToken({
  name: 'DurationLiteral',
  pattern: /\d+(?:\.\d+)?(?:us|ms|s|m|h|d)/,
  label: 'a duration (500ms, 2s, 5m, 1h)',
});
export const NumberLiteral = createToken({
  name: 'NumberLiteral',
  pattern: /-?(?:0[xX][0-9A-Fa-f]+|\d+(?:\.\d+)?)/,
  label: 'a number',
});
export const Modifier = createToken({ name: 'Modifier', pattern: /\[[A-Za-z]*\]/, label: "'[c]', '[d]' or '[cd]'" });

export const AndOperator = createToken({ name: 'AndOperator', pattern: /&&/, label: "'and'" });
export const OrOperator = createToken({ name: 'OrOperator', pattern: /\|\|/, label: "'or'" });
export const NotOperator = createToken({ name: 'NotOperator', pattern: /!/, label: "'not'" });
export const AndKw = operatorWord('AndKw', /and/i, "'and'", AndOperator);
export const OrKw = operatorWord('OrKw', /or/i, "'or'", OrOperator);
export const NotKw = operatorWord('NotKw', /not/i, "'not'", NotOperator);
export const ContainsKw = operatorWord('ContainsKw', /contains/i, "'contains'", ComparisonOperator);
export const BeginsWithKw = operatorWord('BeginsWithKw', /beginswith/i, "'beginswith'", ComparisonOperator);
export const EndsWithKw = operatorWord('EndsWithKw', /endswith/i, "'endswith'", ComparisonOperator);
export const LikeKw = operatorWord('LikeKw', /like/i, "'like'", ComparisonOperator);
export const MatchesKw = operatorWord('MatchesKw', /matches/i, "'matches'", ComparisonOperator);
export const InKw = operatorWord('InKw', /in/i, "'in'");
export const BetweenKw = operatorWord('BetweenKw', /between/i, "'between'");
export const TruePredicateKw = operatorWord('TruePredicateKw', /truepredicate/i, "'truepredicate'");
export const FalsePredicateKw = operatorWord('FalsePredicateKw', /falsepredicate/i, "'falsepredicate'");
export const TrueKw = operatorWord('TrueKw', /true|yes/i, "'true'");
export const FalseKw = operatorWord('FalseKw', /false|no/i, "'false'");
export const NilKw = operatorWord('NilKw', /nil|null/i, "'nil'");
/** Parts of NSPredicate that this subset leaves out: known by name, so that the refusal can say so. */
export const UnsupportedKw = operatorWord(
  'UnsupportedKw',
  /any|all|some|none|subquery|self|function|cast|tokenmatches|uti-conforms-to|uti-equals/i,
  'a part of NSPredicate that is not supported',
);

export const NotEqual = createToken({
  name: 'NotEqual',
  pattern: /!=|<>/,
  label: "'!='",
  categories: [ComparisonOperator],
});
export const LessEqual = createToken({
  name: 'LessEqual',
  pattern: /<=|=</,
  label: "'<='",
  categories: [ComparisonOperator],
});
export const GreaterEqual = createToken({
  name: 'GreaterEqual',
  pattern: />=|=>/,
  label: "'>='",
  categories: [ComparisonOperator],
});
export const EqualEqual = createToken({
  name: 'EqualEqual',
  pattern: /==/,
  label: "'=='",
  categories: [ComparisonOperator],
});
export const Equals = createToken({ name: 'Equals', pattern: /=/, label: "'='", categories: [ComparisonOperator] });
export const Less = createToken({ name: 'Less', pattern: /</, label: "'<'", categories: [ComparisonOperator] });
export const Greater = createToken({ name: 'Greater', pattern: />/, label: "'>'", categories: [ComparisonOperator] });
export const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/, label: "'('" });
export const RightParen = createToken({ name: 'RightParen', pattern: /\)/, label: "')'" });
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: /\{/, label: "'{'" });
export const RightBrace = createToken({ name: 'RightBrace', pattern: /\}/, label: "'}'" });
export const Comma = createToken({ name: 'Comma', pattern: /,/, label: "','" });

export const categoryTokens = [Word, FieldWord, ComparisonOperator];
export const skippedTokens = [WhiteSpace, Comment];
export const literalTokens = [StringLiteral, UnterminatedString, DurationLiteral, NumberLiteral, Modifier];
/** In the order the lexer tries them: a word stands before those it begins with (`none` before `no`). */
export const operatorWords = [
  UnsupportedKw,
  AndKw,
  OrKw,
  NotKw,
  ContainsKw,
  BeginsWithKw,
  EndsWithKw,
  LikeKw,
  MatchesKw,
  InKw,
  BetweenKw,
  TruePredicateKw,
  FalsePredicateKw,
  TrueKw,
  FalseKw,
  NilKw,
];
/** In the order the lexer tries them: a symbol stands before the shorter one it begins with. */
export const symbolTokens = [
  AndOperator,
  OrOperator,
  NotEqual,
  LessEqual,
  GreaterEqual,
  EqualEqual,
  Equals,
  Less,
  Greater,
  NotOperator,
  LeftParen,
  RightParen,
  LeftBrace,
  RightBrace,
  Comma,
];

export const predicateTokens = [
  ...categoryTokens,
  ...skippedTokens,
  ...literalTokens,
  ...operatorWords,
  Identifier,
  ...symbolTokens,
];
export const predicateLexer = new Lexer(predicateTokens, { ensureOptimizations: true, positionTracking: 'full' });
