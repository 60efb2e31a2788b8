import { EOF, type IToken, type Lexer, type ParserMethod, type TokenType } from 'chevrotain';
import type { BodyField, BodyFields, NsError } from '../../model/bodies.ts';
import { BodyParser, MAX_DEPTH } from './body-parser.ts';
import { addField, bareValue, closeFields, type OpenFields, openFields, quotedValue, unquote } from './fields.ts';
import {
  Comma,
  Equals,
  ErrorDomain,
  ErrorOpen,
  LeftBrace,
  LeftParen,
  NamePart,
  NextEntry,
  OpenQuote,
  Piece,
  Quoted,
  RightBrace,
  RightParen,
  Semicolon,
  SetOpen,
  valueTokens,
} from './tokens.ts';

/** Where free text stands: in an entry a comma belongs to it, in a list it ends it. */
type Place = 'entry' | 'item';

export type Structure = BodyFields | readonly BodyField[] | NsError | string;

const OPENERS: ReadonlySet<TokenType> = new Set([LeftBrace, LeftParen, SetOpen, ErrorOpen, ErrorDomain]);

const ENDS_OF_LIST: ReadonlySet<TokenType> = new Set([RightParen, RightBrace, EOF]);

/** Dictionaries, lists, sets and free text: the values that all kinds share. Errors among them are a subclass's. */
export abstract class ValueRules extends BodyParser {
  /** Errors among the values: a UserInfo hands them on. */
  protected nsErrors: Set<unknown> = new Set();
  protected abstract readonly error: ParserMethod<[], NsError>;
  protected abstract readonly bracedError: ParserMethod<[], NsError>;

  protected constructor(lexer: Lexer) {
    super(valueTokens, lexer);
  }

  protected readonly value = this.RULE('value', (place: Place, name: string): BodyField => {
    const first = this.LA(1);
    let structure: Structure | undefined;
    this.OPTION({
      GATE: () => this.depth < MAX_DEPTH,
      DEF: () => {
        structure = this.OR<Structure>([
          { ALT: () => this.SUBRULE(this.object) },
          { ALT: () => this.SUBRULE(this.set) },
          { ALT: () => this.SUBRULE(this.list) },
          { ALT: () => this.SUBRULE(this.bracedError) },
          { ALT: () => this.SUBRULE(this.error) },
        ]);
      },
    });
    const last = this.SUBRULE(this.text, { ARGS: [place] });
    return this.ACTION(() => {
      if (structure === undefined && OPENERS.has(first.tokenType)) this.isCut = true;
      return this.finish(first, last, structure, name);
    });
  });

  private finish(first: IToken, last: IToken | undefined, structure: Structure | undefined, name: string): BodyField {
    if (last === undefined) return structure ?? '';
    // Text behind an error is lost; text behind anything else shows that all of it is text.
    if (structure !== undefined && this.nsErrors.has(structure)) {
      this.isCut = true;
      return structure;
    }
    const isQuoted = first === last && (first.tokenType === Quoted || first.tokenType === OpenQuote);
    return isQuoted ? quotedValue(first.image) : bareValue(this.slice(first, last), name);
  }

  /** Consumes free text and yields its last token. Braces in it are balanced; a parenthesis may be a smiley's. */
  protected readonly text = this.RULE('text', (place: Place): IToken | undefined => {
    let braces = 0;
    let parens = 0;
    let last: IToken | undefined;
    this.MANY({
      GATE: () => !endsText(this.LA(1).tokenType, place, braces, parens) || this.isLastWord(),
      DEF: () => {
        last = this.CONSUME(Piece);
        const type = last.tokenType;
        if (type === LeftBrace || type === SetOpen || type === ErrorOpen) braces++;
        else if (type === RightBrace) braces--;
        if (type === LeftParen || type === SetOpen) parens++;
        else if (type === RightParen && parens > 0) parens--;
        else if (type === OpenQuote) this.isCut = true;
      },
    });
    if (braces > 0) this.isCut = true;
    return last;
  });

  /** Without braces around, a lone word behind the last comma is text: a name that was cut off would look the same. */
  private isLastWord(): boolean {
    const isComma = this.LA(1).tokenType === NextEntry && this.LA(1).image.startsWith(',');
    return isComma && this.depth === 0 && this.LA(2).tokenType !== EOF && this.LA(3).tokenType === EOF;
  }

  protected readonly object = this.RULE('object', (): BodyFields | string => {
    const wasCut = this.isCut;
    const fields = openFields();
    const first = this.CONSUME(LeftBrace);
    let last: IToken | undefined;
    const isCut = this.watch(() => {
      this.SUBRULE(this.entries, { ARGS: [fields, true] });
      last = this.OPTION(() => this.CONSUME(RightBrace));
      if (last === undefined) this.isCut = true;
    });
    return this.ACTION(() => {
      if (!isCut || last === undefined || Object.keys(fields).length > 0) return closeFields(fields, isCut);
      // Braces around something else than entries, such as a UUID: text.
      this.isCut = wasCut;
      return this.slice(first, last);
    });
  });

  /** Entries up to the brace that closes them; without braces, up to the end. */
  protected readonly entries = this.RULE('entries', (fields: OpenFields, isBraced: boolean): BodyFields => {
    this.MANY({
      GATE: () => !isBraced || this.LA(1).tokenType !== RightBrace,
      DEF: () =>
        this.OR({
          DEF: [
            { ALT: () => this.SUBRULE(this.entry, { ARGS: [fields] }) },
            { ALT: () => this.CONSUME(NextEntry) },
            { ALT: () => this.CONSUME(Comma) },
            { ALT: () => this.CONSUME(Semicolon) },
            {
              ALT: () => {
                this.CONSUME(Piece);
                this.isCut = true;
              },
            },
          ],
          IGNORE_AMBIGUITIES: true,
        }),
    });
    return fields;
  });

  protected readonly entry = this.RULE('entry', (fields: OpenFields): void => {
    const first = this.CONSUME(NamePart);
    let last = first;
    this.MANY(() => {
      last = this.CONSUME2(NamePart);
    });
    const hasValue = this.OPTION(() => {
      this.CONSUME(Equals);
      const written = this.ACTION(() => this.slice(first, last));
      const name = first === last && first.tokenType === Quoted ? unquote(written) : written;
      const value = this.SUBRULE(this.value, { ARGS: ['entry', name] });
      this.ACTION(() => addField(fields, name, value));
      return true;
    });
    if (hasValue !== true) this.isCut = true;
  });

  protected readonly list = this.RULE('list', (): readonly BodyField[] => {
    this.CONSUME(LeftParen);
    const items: BodyField[] = [];
    this.watch(() => {
      this.SUBRULE(this.items, { ARGS: [items] });
      if (this.OPTION(() => this.CONSUME(RightParen)) === undefined) this.isCut = true;
    });
    return items;
  });

  protected readonly set = this.RULE('set', (): readonly BodyField[] => {
    this.CONSUME(SetOpen);
    const items: BodyField[] = [];
    this.watch(() => {
      this.SUBRULE(this.items, { ARGS: [items] });
      const isClosed = this.OPTION(() => {
        this.CONSUME(RightParen);
        return this.OPTION2(() => this.CONSUME(RightBrace)) !== undefined;
      });
      if (isClosed !== true) this.isCut = true;
    });
    return items;
  });

  protected readonly items = this.RULE('items', (items: BodyField[]): void => {
    this.MANY({
      GATE: () => !ENDS_OF_LIST.has(this.LA(1).tokenType),
      DEF: () =>
        this.OR({
          DEF: [
            { ALT: () => this.CONSUME(Comma) },
            { ALT: () => this.CONSUME(NextEntry) },
            {
              ALT: () => {
                const item = this.SUBRULE(this.value, { ARGS: ['item', ''] });
                this.ACTION(() => items.push(item));
              },
            },
          ],
          IGNORE_AMBIGUITIES: true,
        }),
    });
  });
}

function endsText(type: TokenType, place: Place, braces: number, parens: number): boolean {
  if (type === RightBrace) return braces === 0;
  if (braces > 0 || parens > 0) return false;
  return type === NextEntry || (place === 'item' && (type === Comma || type === RightParen));
}
