import { EOF, type IToken } from 'chevrotain';
import type { BodyField, BodyFields, NsError } from '../../model/bodies.ts';
import { redaction } from '../catalog/values.ts';
import { openFields } from './fields.ts';
import { once } from './once.ts';
import {
  Code,
  ErrorDomain,
  ErrorOpen,
  ErrorText,
  NamePart,
  OpenQuote,
  Piece,
  Quoted,
  RightBrace,
  UserInfo,
  valueLexer,
} from './tokens.ts';
import { ValueRules } from './value-rules.ts';

/** What may follow the last value without being part of it: brackets closed that were opened in front of the text. */
const AFTERWARDS = /^[)}\].,;]+\s*$/;
/** `Code=` that lost its end, which the domain must not swallow. */
const CUT_CODE = /\s+(?:C|Co|Cod|Code)$/;
/** What Swift puts around an error: `Optional(`, `Acme.Failure.network(_nsError: `. */
const WRAPPER = /^(?:[\w.]+\((?:\w+:)?\s*)*$/;

/** Reads dictionaries and errors: each may hold the other. */
class ValueParser extends ValueRules {
  constructor() {
    super(valueLexer());
    this.performSelfAnalysis();
  }

  readDictionary(text: string, isCut: boolean): { value: BodyFields | readonly BodyField[]; isCut: boolean } {
    this.#start(text, isCut);
    const value = this.dictionaryBody();
    return { value, isCut: this.isCut };
  }

  /** `undefined` where the text holds no error. */
  readError(text: string, isCut: boolean): { value: NsError | undefined; isCut: boolean } {
    this.#start(text, isCut);
    const value = this.errorBody();
    return { value, isCut: this.isCut };
  }

  #start(text: string, isCut: boolean): void {
    this.begin(text, isCut);
    this.nsErrors = new Set();
  }

  private readonly dictionaryBody = this.RULE('dictionaryBody', (): BodyFields | readonly BodyField[] => {
    const fields = openFields();
    const value = this.OR<BodyFields | readonly BodyField[] | string>({
      DEF: [
        { ALT: () => this.SUBRULE(this.object) },
        { ALT: () => this.SUBRULE(this.set) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.entries, { ARGS: [fields, false] }) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.SUBRULE(this.afterwards);
    if (typeof value !== 'string') return value;
    this.isCut = true;
    return fields;
  });

  private readonly errorBody = this.RULE('errorBody', (): NsError | undefined => {
    let last: IToken | undefined;
    this.MANY({
      GATE: () => !this.startsError(),
      DEF: () => {
        last = this.CONSUME(Piece);
      },
    });
    const isFound = this.LA(1).tokenType !== EOF;
    this.ACTION(() => {
      if (last !== undefined && !WRAPPER.test(this.source.slice(0, this.LA(1).startOffset))) this.isCut = true;
    });
    this.OPTION(() => this.CONSUME(ErrorDomain));
    const error = this.SUBRULE(this.described);
    this.SUBRULE(this.afterwards);
    return isFound ? error : undefined;
  });

  /** `Error Domain=`, or a domain right in front of `Code=`. */
  private startsError(): boolean {
    return this.LA(1).tokenType === ErrorDomain || this.LA(2).tokenType === Code;
  }

  private readonly afterwards = this.RULE('afterwards', (): void => {
    this.MANY(() => {
      const { image } = this.CONSUME(Piece);
      if (!AFTERWARDS.test(image)) this.isCut = true;
    });
  });

  protected readonly bracedError = this.RULE('bracedError', (): NsError => {
    this.CONSUME(ErrorOpen);
    const error = this.SUBRULE(this.error);
    if (this.OPTION(() => this.CONSUME(RightBrace)) === undefined) this.isCut = true;
    return error;
  });

  protected readonly error = this.RULE('error', (): NsError => {
    this.CONSUME(ErrorDomain);
    return this.SUBRULE(this.described);
  });

  /** What follows `Error Domain=`. */
  private readonly described = this.RULE('described', (): NsError => {
    const error: { -readonly [key in keyof NsError]: NsError[key] } = {
      domain: undefined,
      code: undefined,
      text: undefined,
      underlying: [],
    };
    const isCut = this.watch(() => {
      error.domain = this.SUBRULE(this.domain);
      const code = this.OPTION2(() => this.CONSUME(Code).image.slice('Code='.length));
      error.text = this.OPTION3(() => this.SUBRULE(this.errorText));
      const userInfo = this.OPTION4(() => {
        this.CONSUME(UserInfo);
        const object = this.OPTION5(() => this.SUBRULE(this.object));
        this.ACTION(() => {
          if (typeof object !== 'object') this.isCut = true;
        });
        return object;
      });
      this.ACTION(() => {
        if (code !== undefined && /\d/.test(code) && Number.isSafeInteger(Number(code))) error.code = Number(code);
        else this.isCut = true;
        if (userInfo !== undefined) Object.assign(error, this.handOn(userInfo));
      });
    });
    if (isCut) error.incomplete = true;
    this.nsErrors.add(error);
    return error;
  });

  private readonly domain = this.RULE('domain', () => {
    const first = this.LA(1);
    let last: IToken | undefined;
    this.MANY(() => {
      last = this.CONSUME(NamePart);
    });
    return this.ACTION(() => {
      if (last === undefined) return undefined;
      const domain = this.slice(first, last).replace(CUT_CODE, '');
      return redaction(domain) ?? domain;
    });
  });

  private readonly errorText = this.RULE('errorText', () => {
    const token = this.OR([
      { ALT: () => this.CONSUME(ErrorText) },
      { ALT: () => this.CONSUME(Quoted) },
      { ALT: () => this.CONSUME(OpenQuote) },
    ]);
    return this.ACTION(() => {
      const isOpen = token.tokenType === OpenQuote;
      if (isOpen) this.isCut = true;
      const text = token.image.slice(1, isOpen ? undefined : -1);
      return redaction(text) ?? text;
    });
  });

  /** Takes the errors out of a UserInfo. */
  private handOn(userInfo: BodyFields | string): { userInfo: BodyFields; underlying: readonly NsError[] } {
    const kept = openFields();
    const underlying: NsError[] = [];
    for (const [name, value] of Object.entries(typeof userInfo === 'string' ? {} : userInfo)) {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      const errors = values.filter((item): item is NsError => this.nsErrors.has(item));
      underlying.push(...errors);
      if (errors.length === 0) kept[name] = value;
    }
    return { userInfo: kept, underlying };
  }
}

export const valueParser = once(() => new ValueParser());
