import type { TokenType } from 'chevrotain';
import { errorMessages } from '../predicate/messages.ts';
import { PredicateRules } from '../predicate/parser.ts';
import {
  Comma,
  DurationLiteral,
  Equals,
  GreaterEqual,
  NumberLiteral,
  StringLiteral,
  Word,
} from '../predicate/tokens.ts';
import {
  Arrow,
  Bar,
  ByKw,
  Capture,
  ChoiceKeyword,
  CodeKw,
  CountKw,
  catalogTokens,
  DoKw,
  EventName,
  EventsKeyword,
  ExampleKw,
  HeaderKeyword,
  IdentityKw,
  KeyedKw,
  LevelKw,
  PerKw,
  PredicateKeyword,
  SameKw,
  SampleKw,
  SeenKw,
  TemplateKeyword,
  TextKeyword,
  ThenKw,
  TypeKw,
  WhenKw,
  WhereKw,
  WithinKw,
  WithoutKw,
} from './tokens.ts';

/**
 * Syntax of a grammar file: a flat list of clauses. Which clause belongs to which header is not syntax here: `assemble.ts`
 * decides it, so that one broken clause costs that clause and nothing behind it.
 */
class CatalogParser extends PredicateRules {
  constructor() {
    super(catalogTokens, errorMessages);
    this.performSelfAnalysis();
  }

  catalogFile = this.RULE('catalogFile', () => {
    this.MANY(() => this.SUBRULE(this.statement));
  });

  statement = this.RULE('statement', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.header) },
      { ALT: () => this.SUBRULE(this.textClause) },
      { ALT: () => this.SUBRULE(this.templateClause) },
      { ALT: () => this.SUBRULE(this.choiceClause) },
      { ALT: () => this.SUBRULE(this.levelClause) },
      { ALT: () => this.SUBRULE(this.predicateClause) },
      { ALT: () => this.SUBRULE(this.sampleClause) },
      { ALT: () => this.SUBRULE(this.codeClause) },
      { ALT: () => this.SUBRULE(this.eventsClause) },
      { ALT: () => this.SUBRULE(this.whenClause) },
      { ALT: () => this.SUBRULE(this.doClause) },
      { ALT: () => this.SUBRULE(this.exampleClause) },
      { ALT: () => this.SUBRULE(this.typeDefinition) },
      { ALT: () => this.SUBRULE(this.identityDefinition) },
    ]);
  });

  header = this.RULE('header', () => this.keywordThen(HeaderKeyword, Word));
  templateClause = this.RULE('templateClause', () => this.keywordThen(TemplateKeyword, StringLiteral));
  choiceClause = this.RULE('choiceClause', () => this.keywordThen(ChoiceKeyword, Word));

  levelClause = this.RULE('levelClause', () => {
    this.keywordThen(LevelKw, Word);
    this.OPTION(() => this.CONSUME(StringLiteral));
  });

  textClause = this.RULE('textClause', () => {
    this.keywordThen(TextKeyword, StringLiteral);
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Comma));
      this.CONSUME2(StringLiteral);
    });
  });

  predicateClause = this.RULE('predicateClause', () => {
    this.CONSUME(PredicateKeyword);
    this.SUBRULE(this.predicate);
  });

  sampleClause = this.RULE('sampleClause', () => {
    this.CONSUME(SampleKw);
    this.CONSUME(StringLiteral);
    this.OPTION(() => this.SUBRULE(this.captures));
  });

  captures = this.RULE('captures', () => {
    this.CONSUME(Arrow);
    this.AT_LEAST_ONE(() => this.CONSUME(Capture));
  });

  typeDefinition = this.RULE('typeDefinition', () => {
    this.CONSUME(TypeKw);
    this.CONSUME(Word);
    this.CONSUME(Equals);
    this.SUBRULE(this.alternatives);
  });

  identityDefinition = this.RULE('identityDefinition', () => {
    this.CONSUME(IdentityKw);
    this.CONSUME(Word);
    this.CONSUME(Equals);
    this.SUBRULE(this.alternatives);
    this.OPTION(() => {
      this.CONSUME(KeyedKw);
      this.CONSUME(ByKw);
      this.CONSUME2(Word);
    });
    this.CONSUME(PerKw);
    this.CONSUME3(Word);
  });

  alternatives = this.RULE('alternatives', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.alternative) });
  });

  alternative = this.RULE('alternative', () => {
    this.OR([
      { ALT: () => this.CONSUME(Word) },
      { ALT: () => this.CONSUME(StringLiteral) },
      { ALT: () => this.CONSUME(NumberLiteral) },
    ]);
  });

  codeClause = this.RULE('codeClause', () => {
    this.CONSUME(CodeKw);
    this.CONSUME(NumberLiteral);
    this.CONSUME(StringLiteral);
    this.OPTION(() => this.CONSUME2(StringLiteral));
  });

  eventsClause = this.RULE('eventsClause', () => {
    this.CONSUME(EventsKeyword);
    this.CONSUME(EventName);
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Comma));
      this.CONSUME2(EventName);
    });
  });

  doClause = this.RULE('doClause', () => {
    this.CONSUME(DoKw);
    this.CONSUME(Word);
    this.CONSUME(StringLiteral);
  });

  exampleClause = this.RULE('exampleClause', () => {
    this.CONSUME(ExampleKw);
    this.CONSUME(Word);
    this.CONSUME(StringLiteral);
    this.CONSUME2(StringLiteral);
    this.OPTION(() => this.SUBRULE(this.captures));
  });

  whenClause = this.RULE('whenClause', () => {
    this.CONSUME(WhenKw);
    this.OR([
      { ALT: () => this.SUBRULE(this.seenCondition) },
      { ALT: () => this.SUBRULE(this.countCondition) },
      { ALT: () => this.SUBRULE(this.orderCondition) },
    ]);
  });

  seenCondition = this.RULE('seenCondition', () => {
    this.CONSUME(SeenKw);
    this.CONSUME(EventName);
    this.OPTION(() => this.SUBRULE(this.eventFilter));
  });

  countCondition = this.RULE('countCondition', () => {
    this.CONSUME(CountKw);
    this.CONSUME(EventName);
    this.OPTION(() => this.SUBRULE(this.eventFilter));
    this.CONSUME(GreaterEqual);
    this.CONSUME(NumberLiteral);
    this.SUBRULE(this.timeWindow);
  });

  orderCondition = this.RULE('orderCondition', () => {
    this.CONSUME(EventName);
    this.OR([
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => {
            this.CONSUME(ThenKw);
            this.CONSUME2(EventName);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(WithoutKw);
          this.CONSUME3(EventName);
        },
      },
    ]);
    this.SUBRULE(this.timeWindow);
  });

  eventFilter = this.RULE('eventFilter', () => {
    this.CONSUME(WhereKw);
    this.SUBRULE(this.predicate);
  });

  timeWindow = this.RULE('timeWindow', () => {
    this.CONSUME(WithinKw);
    this.CONSUME(DurationLiteral);
    this.OPTION(() => {
      this.CONSUME(SameKw);
      this.CONSUME(Word);
    });
  });

  private keywordThen(keyword: TokenType, value: TokenType): void {
    this.CONSUME(keyword);
    this.CONSUME(value);
  }
}

/** One instance for all files: building a parser costs more than parsing a file with it. */
export const catalogParser = new CatalogParser();
