import { CstParser, type IParserErrorMessageProvider, type TokenVocabulary } from 'chevrotain';
import { errorMessages } from './messages.ts';
import {
  AndOperator,
  BetweenKw,
  Comma,
  ComparisonOperator,
  DurationLiteral,
  FalseKw,
  FalsePredicateKw,
  FieldWord,
  Identifier,
  InKw,
  LeftBrace,
  LeftParen,
  Modifier,
  NilKw,
  NotOperator,
  NumberLiteral,
  OrOperator,
  predicateTokens,
  RightBrace,
  RightParen,
  StringLiteral,
  TrueKw,
  TruePredicateKw,
} from './tokens.ts';

/** Syntax of a predicate: `or` binds weaker than `and`, `and` weaker than `not`. The catalog's parser builds on it. */
export abstract class PredicateRules extends CstParser {
  protected constructor(vocabulary: TokenVocabulary, errorMessageProvider: IParserErrorMessageProvider) {
    super(vocabulary, { maxLookahead: 1, recoveryEnabled: true, errorMessageProvider });
  }

  predicate = this.RULE('predicate', () => {
    this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.CONSUME(OrOperator);
      this.SUBRULE2(this.conjunction);
    });
  });

  conjunction = this.RULE('conjunction', () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.CONSUME(AndOperator);
      this.SUBRULE2(this.negation);
    });
  });

  negation = this.RULE('negation', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(NotOperator);
          this.SUBRULE(this.negation);
        },
      },
      { ALT: () => this.SUBRULE(this.condition) },
    ]);
  });

  condition = this.RULE('condition', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(LeftParen);
          this.SUBRULE(this.predicate);
          this.CONSUME(RightParen);
        },
      },
      { ALT: () => this.CONSUME(TruePredicateKw) },
      { ALT: () => this.CONSUME(FalsePredicateKw) },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
  });

  comparison = this.RULE('comparison', () => {
    this.CONSUME(FieldWord);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(ComparisonOperator);
          this.OPTION(() => this.CONSUME(Modifier));
          this.SUBRULE(this.operand);
        },
      },
      {
        ALT: () => {
          this.CONSUME(InKw);
          this.OPTION2(() => this.CONSUME2(Modifier));
          this.SUBRULE(this.operandList);
        },
      },
      {
        ALT: () => {
          this.CONSUME(BetweenKw);
          this.SUBRULE2(this.operandList);
        },
      },
    ]);
  });

  operandList = this.RULE('operandList', () => {
    this.CONSUME(LeftBrace);
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.operand) });
    this.CONSUME(RightBrace);
  });

  operand = this.RULE('operand', () => {
    this.OR([
      { ALT: () => this.CONSUME(StringLiteral) },
      { ALT: () => this.CONSUME(DurationLiteral) },
      { ALT: () => this.CONSUME(NumberLiteral) },
      { ALT: () => this.CONSUME(TrueKw) },
      { ALT: () => this.CONSUME(FalseKw) },
      { ALT: () => this.CONSUME(NilKw) },
      { ALT: () => this.CONSUME(Identifier) },
    ]);
  });
}

export class PredicateParser extends PredicateRules {
  constructor() {
    super(predicateTokens, errorMessages);
    this.performSelfAnalysis();
  }
}
