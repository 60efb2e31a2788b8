import { EmbeddedActionsParser, type IToken, type Lexer, type TokenVocabulary } from 'chevrotain';

/** Deeper blocks are kept as text: no message that a person would read nests like that, and the stack is finite. */
export const MAX_DEPTH = 16;

/** The end of the text, for patterns of tokens: chevrotain takes no `$`. */
export const END = '(?![\\s\\S])';

/**
 * What all body parsers share. Their grammars accept every sequence of tokens, so that a cut or odd text costs no error
 * recovery: a rule notes in `isCut` what it missed and goes on. The parsers are LL(1) with gates.
 */
export abstract class BodyParser extends EmbeddedActionsParser {
  protected source = '';
  protected isCut = false;
  protected depth = 0;
  readonly #lexer: Lexer;

  protected constructor(vocabulary: TokenVocabulary, lexer: Lexer) {
    super(vocabulary, { maxLookahead: 1, recoveryEnabled: false });
    this.#lexer = lexer;
  }

  /** Tokens of a new text; `isCut` says that it has already lost its end. */
  protected begin(source: string, isCut: boolean): readonly IToken[] {
    const { tokens, errors } = this.#lexer.tokenize(source);
    this.source = source;
    this.isCut = isCut || errors.length > 0;
    this.depth = 0;
    this.input = tokens;
    return tokens;
  }

  /** Source from the start of one token to the end of another. */
  protected slice(first: IToken, last: IToken): string {
    return this.source.slice(first.startOffset, last.startOffset + last.image.length);
  }

  /** Runs a part and tells whether that part was cut; what surrounds a cut part is cut too. */
  protected watch(part: () => void): boolean {
    const before = this.isCut;
    this.isCut = false;
    this.depth++;
    part();
    const { isCut } = this;
    this.depth--;
    this.isCut = before || isCut;
    return isCut;
  }
}
