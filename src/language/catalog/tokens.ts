import { createToken, type IToken, Lexer, type TokenType, tokenLabel } from 'chevrotain';
import {
  categoryTokens,
  FieldWord,
  Identifier,
  keyword,
  literalTokens,
  operatorWords,
  StringLiteral,
  skippedTokens,
  symbolTokens,
  Word,
} from '../predicate/tokens.ts';

function category(name: string, label: string): TokenType {
  return createToken({ name, pattern: Lexer.NA, label });
}

/** `family NAME`, `message NAME` …: opens something that clauses belong to. */
export const HeaderKeyword = category('HeaderKeyword', "'family', 'message', 'vocabulary', 'word', 'codes' or 'rule'");
/** Clauses by what follows their keyword: strings, one template, one word. */
export const TextKeyword = category('TextKeyword', 'a clause');
export const TemplateKeyword = category('TemplateKeyword', "'head' or 'text'");
export const ChoiceKeyword = category('ChoiceKeyword', "'lifecycle', 'marks', 'severity', 'confidence' or 'per'");
export const PredicateKeyword = category('PredicateKeyword', "'where' or 'unless'");

function clause(word: string, ...categories: TokenType[]): TokenType {
  const name = word.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return keyword(`${name}Kw`, new RegExp(word), `'${word}'`, [Word, FieldWord, ...categories]);
}

export const LevelKw = clause('level');
export const TypeKw = clause('type');
export const IdentityKw = clause('identity');
export const SampleKw = clause('sample');
export const KeyedKw = clause('keyed');
export const ByKw = clause('by');
export const PerKw = clause('per', ChoiceKeyword);
export const WhereKw = clause('where', PredicateKeyword);
export const CodeKw = clause('code');
/** Clauses that list events. */
export const EventsKeyword = category('EventsKeyword', "'needs' or 'next'");
const eventsWords = ['needs', 'next'].map((word) => clause(word, EventsKeyword));
export const WhenKw = clause('when');
export const DoKw = clause('do');
export const ExampleKw = clause('example');
export const SeenKw = clause('seen');
export const CountKw = clause('count');
export const ThenKw = clause('then');
export const WithoutKw = clause('without');
export const WithinKw = clause('within');
export const SameKw = clause('same');

const headerWords = ['family', 'message', 'vocabulary', 'word', 'codes', 'rule'].map((word) =>
  clause(word, HeaderKeyword),
);
const textWords = ['title', 'probe', 'means', 'harmless', 'only-if', 'os', 'see', 'negate', 'phrase', 'not-it'].map(
  (word) => clause(word, TextKeyword),
);
const templateWords = ['head', 'text'].map((word) => clause(word, TemplateKeyword));
const choiceWords = ['lifecycle', 'marks', 'severity', 'confidence'].map((word) => clause(word, ChoiceKeyword));
const predicateWords = ['unless'].map((word) => clause(word, PredicateKeyword));

/** `family/message`. */
export const EventName = createToken({
  name: 'EventName',
  pattern: /[A-Za-z_]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)*\/\w+(?:[.-]\w+)*/,
  label: 'an event (family/message)',
});
/** Text of several lines, kept as it is. Stands wherever a string may. */
export const Block = createToken({
  name: 'Block',
  pattern: /"""[\s\S]*?"""/,
  categories: [StringLiteral],
  line_breaks: true,
  start_chars_hint: ['"'],
});
export const Arrow = createToken({ name: 'Arrow', pattern: /->/, label: "'->'" });
export const Bar = createToken({ name: 'Bar', pattern: /\|/, label: "'|'" });

const CAPTURE = /[A-Za-z_]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)*=(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|[^\s"]+)/y;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'];

/** `path=value` is one token, and only behind an arrow: elsewhere `=` compares or defines. */
export const Capture = createToken({
  name: 'Capture',
  pattern: (text: string, offset: number, matched: IToken[]) => {
    const before = matched.at(-1)?.tokenType;
    if (before !== Arrow && before !== Capture) return null;
    CAPTURE.lastIndex = offset;
    return CAPTURE.exec(text);
  },
  label: 'hole=value',
  line_breaks: false,
  start_chars_hint: LETTERS,
});

/** In the order the lexer tries them: a word stands before those it begins with (`seen` before `see`). */
const clauseWords = [
  ...headerWords,
  ...textWords,
  ...templateWords,
  ...choiceWords,
  ...predicateWords,
  LevelKw,
  TypeKw,
  IdentityKw,
  SampleKw,
  KeyedKw,
  ByKw,
  PerKw,
  WhereKw,
  ...eventsWords,
  CodeKw,
  WhenKw,
  DoKw,
  ExampleKw,
  SeenKw,
  CountKw,
  ThenKw,
  WithoutKw,
  WithinKw,
  SameKw,
].sort((a, b) => tokenLabel(b).length - tokenLabel(a).length);

export const catalogTokens = [
  ...categoryTokens,
  HeaderKeyword,
  TextKeyword,
  TemplateKeyword,
  ChoiceKeyword,
  PredicateKeyword,
  EventsKeyword,
  ...skippedTokens,
  Capture,
  Block,
  ...literalTokens,
  EventName,
  ...clauseWords,
  ...operatorWords,
  Identifier,
  Arrow,
  ...symbolTokens,
  Bar,
];
export const catalogLexer = new Lexer(catalogTokens, { ensureOptimizations: true, positionTracking: 'full' });
