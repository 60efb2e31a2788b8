import type { IToken, TokenType } from 'chevrotain';
import type { BodyField, BodyFields } from '../../model/bodies.ts';
import { BodyParser, MAX_DEPTH } from './body-parser.ts';
import { readCutData } from './data.ts';
import { readDictionary } from './dictionary.ts';
import {
  addField,
  bareValue,
  closeFields,
  isClosed,
  type OpenFields,
  openFields,
  quotedValue,
  unquote,
} from './fields.ts';
import { once } from './once.ts';
import {
  BlockEnd,
  BlockStart,
  Equals,
  Item,
  ItemBlockStart,
  ItemListStart,
  LineEnd,
  ListEnd,
  ListStart,
  Name,
  Piece,
  propertyLexer,
  propertyTokens,
  Value,
} from './property-tokens.ts';

const OPENERS: ReadonlySet<TokenType> = new Set([BlockStart, ListStart, ItemBlockStart, ItemListStart]);
const CLOSERS: ReadonlySet<TokenType> = new Set([BlockEnd, ListEnd]);
/** An opening bracket or quote without its end: the line was cut. */
const UNCLOSED = /^(?:(?:\d{1,15}:)?\{[^}]*|<[^>]*|\([^)]*|"[^"]*)$/;

class PropertiesParser extends BodyParser {
  /** Column of the first entry, where the text begins with it: its indentation may have been trimmed away. */
  #firstColumn: number | undefined;

  constructor() {
    super(propertyTokens, propertyLexer());
    this.performSelfAnalysis();
  }

  read(text: string, isCut: boolean): BodyFields {
    const tokens = this.begin(text, isCut);
    this.#firstColumn = /^\s/.test(text) ? undefined : lowestColumn(tokens.slice(1));
    const fields = openFields();
    this.propertiesBody(fields);
    return closeFields(fields, this.isCut);
  }

  private readonly propertiesBody = this.RULE('propertiesBody', (fields: OpenFields): void => {
    this.SUBRULE(this.lines, { ARGS: [fields, false] });
  });

  private readonly lines = this.RULE('lines', (fields: OpenFields, isBraced: boolean): void => {
    this.MANY({
      GATE: () => !isBraced || this.LA(1).tokenType !== BlockEnd,
      DEF: () =>
        this.OR({
          DEF: [
            { ALT: () => this.SUBRULE(this.entry, { ARGS: [fields] }) },
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
  });

  private readonly entry = this.RULE('entry', (fields: OpenFields): void => {
    const token = this.CONSUME(Name);
    const name = token.image.trimEnd();
    this.CONSUME(Equals);
    const written = this.OPTION(() =>
      this.OR<BodyField>([
        { ALT: () => this.SUBRULE(this.block) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.lineValue(this.CONSUME(Value), name) },
      ]),
    );
    this.OPTION2(() => this.CONSUME(LineEnd));
    const outer = written === undefined ? this.columnOf(token) : undefined;
    const nested = this.SUBRULE(this.indented, { ARGS: [outer] });
    this.ACTION(() => addField(fields, name.startsWith('"') ? unquote(name) : name, written ?? nested ?? ''));
  });

  /** A block without braces: the lines that stand deeper than a name without a value. */
  private readonly indented = this.RULE('indented', (outer: number | undefined): BodyFields | undefined => {
    const fields = openFields();
    let isBlock = false;
    const mayNest = this.depth < MAX_DEPTH;
    const isCut = this.watch(() =>
      this.MANY({
        GATE: () => mayNest && outer !== undefined && this.columnOf(this.LA(1)) > outer,
        DEF: () => {
          isBlock = true;
          this.SUBRULE(this.entry, { ARGS: [fields] });
        },
      }),
    );
    return isBlock ? closeFields(fields, isCut) : undefined;
  });

  private readonly block = this.RULE('block', (): BodyField => {
    const first = this.OR([{ ALT: () => this.CONSUME(BlockStart) }, { ALT: () => this.CONSUME(ItemBlockStart) }]);
    const isTooDeep = this.depth >= MAX_DEPTH;
    const fields = openFields();
    const kept = this.OPTION({ GATE: () => isTooDeep, DEF: () => this.SUBRULE(this.tooDeep, { ARGS: [first] }) });
    const isCut = this.watch(() =>
      this.OPTION2({
        GATE: () => !isTooDeep,
        DEF: () => {
          this.SUBRULE(this.lines, { ARGS: [fields, true] });
          if (this.OPTION3(() => this.CONSUME(BlockEnd)) === undefined) this.isCut = true;
        },
      }),
    );
    return kept ?? closeFields(fields, isCut);
  });

  private readonly list = this.RULE('list', (): BodyField => {
    const first = this.OR([{ ALT: () => this.CONSUME(ListStart) }, { ALT: () => this.CONSUME(ItemListStart) }]);
    const isTooDeep = this.depth >= MAX_DEPTH;
    const items: BodyField[] = [];
    const kept = this.OPTION({ GATE: () => isTooDeep, DEF: () => this.SUBRULE(this.tooDeep, { ARGS: [first] }) });
    this.watch(() =>
      this.OPTION2({
        GATE: () => !isTooDeep,
        DEF: () => {
          this.SUBRULE(this.items, { ARGS: [items] });
          if (this.OPTION3(() => this.CONSUME(ListEnd)) === undefined) this.isCut = true;
        },
      }),
    );
    return kept ?? items;
  });

  private readonly items = this.RULE('items', (items: BodyField[]): void => {
    this.MANY(() => {
      const item = this.OR<BodyField>([
        { ALT: () => this.SUBRULE(this.block) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.lineValue(this.CONSUME(Item), '') },
      ]);
      this.ACTION(() => items.push(item));
    });
  });

  /** Everything up to the bracket that closes the one before, as it is written. */
  private readonly tooDeep = this.RULE('tooDeep', (first: IToken): string => {
    let last = first;
    let level = 1;
    this.MANY({
      GATE: () => level > 0,
      DEF: () => {
        last = this.CONSUME(Piece);
        if (OPENERS.has(last.tokenType)) level++;
        else if (CLOSERS.has(last.tokenType)) level--;
      },
    });
    this.isCut = true;
    return this.ACTION(() => this.slice(first, last));
  });

  private columnOf(token: IToken): number {
    const { startOffset, startColumn = 0 } = token;
    return startOffset === 0 ? (this.#firstColumn ?? startColumn) : startColumn;
  }

  /** A value that ends with its line: in a list in front of its comma, in a block in front of the `;` that NSLog writes. */
  private lineValue({ image, tokenType }: IToken, name: string): BodyField {
    const written = image.trim();
    const ending = tokenType === Item ? ',' : ';';
    const text = this.depth > 0 && written.endsWith(ending) ? written.slice(0, -1).trimEnd() : written;
    if (UNCLOSED.test(text)) this.isCut = true;
    const data = readCutData(text);
    if (data !== undefined) return data;
    if (text.startsWith('"')) return isClosed(text) || UNCLOSED.test(text) ? quotedValue(text) : text;
    const value = bareValue(text, name);
    return value === text && /^(?:\(.*\)|\{.*\})$/.test(text) ? inlineStructure(text) : value;
  }
}

const propertiesParser = once(() => new PropertiesParser());

/** Indented `key = value` lines, with blocks and lists in brackets or deeper indentation. */
export function readProperties(text: string, isCut: boolean): BodyFields {
  return propertiesParser().read(text, isCut);
}

/** `(a, b)` or `{a = 1;}` on one line; what is neither stays text. */
function inlineStructure(text: string): BodyField {
  const value = readDictionary(text, false);
  return 'incomplete' in value ? text : value;
}

function lowestColumn(tokens: readonly IToken[]): number | undefined {
  let lowest: number | undefined;
  for (const { tokenType, startColumn } of tokens) {
    if (tokenType === Name && startColumn !== undefined) lowest = Math.min(lowest ?? startColumn, startColumn);
  }
  return lowest;
}
