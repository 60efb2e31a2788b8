import { EOF, type IToken, type TokenType } from 'chevrotain';
import type { NwNode, NwPath } from '../../model/bodies.ts';
import { redaction } from '../catalog/values.ts';
import { BodyParser } from './body-parser.ts';
import { addAttribute, type OpenPath, openPath } from './nw-path.ts';
import {
  Comma,
  LeftBrace,
  LeftParen,
  NoPath,
  nwLexer,
  nwTokens,
  Piece,
  RightBrace,
  RightParen,
  State,
  Uuid,
  Word,
} from './nw-tokens.ts';
import { once } from './once.ts';

type OpenNode = { -readonly [key in keyof NwNode]: NwNode[key] };

const KINDS: Readonly<Record<string, NwNode['kind']>> = { C: 'connection', L: 'listener', B: 'browser', G: 'group' };
const STATES = ['initial', 'waiting', 'in_progress', 'ready', 'failed', 'cancelled'];
const ID = /^([A-Z]?\d{1,10}(?:\.\d{1,10})*)(?::(\d{1,9})?)?$/;
/** `tcp`, `quic-connection`: what the parameters of a connection begin with. */
const PROTOCOL = /^[a-z][a-z0-9-]*$/;

class NwParser extends BodyParser {
  constructor() {
    super(nwTokens, nwLexer());
    this.performSelfAnalysis();
  }

  readNode(text: string, isCut: boolean): NwNode {
    this.begin(text, isCut);
    const node: OpenNode = { id: '', kind: 'other' };
    this.nodeBody(node);
    if (this.isCut) node.incomplete = true;
    return node;
  }

  readPath(text: string, isCut: boolean): NwPath {
    this.begin(text, isCut);
    const path = openPath();
    this.pathBody(path);
    if (this.isCut) path.incomplete = true;
    return path;
  }

  private readonly nodeBody = this.RULE('nodeBody', (node: OpenNode): void => {
    this.OPTION(() => {
      const id = this.CONSUME(Word).image;
      this.ACTION(() => this.setId(node, id));
    });
    this.OPTION2(() => {
      const { image } = this.CONSUME(Uuid);
      this.ACTION(() => {
        node.uuid = image;
      });
    });
    const end = this.ACTION(() => (node.uuid === undefined && this.hasState() ? State : Comma));
    const words: IToken[] = [];
    this.MANY({
      GATE: () => this.LA(1).tokenType !== end,
      DEF: () => words.push(this.CONSUME(Piece)),
    });
    this.OPTION3(() => this.SUBRULE(this.stateAndPath, { ARGS: [node] }));
    const listed = this.SUBRULE(this.attributes);
    this.ACTION(() => {
      if (end === Comma) this.split(node, words, listed);
      else this.setEndpoint(node, words);
      if (node.id === '' || (end === State && listed.length > 0)) this.isCut = true;
    });
    this.SUBRULE(this.leftOver);
  });

  private readonly stateAndPath = this.RULE('stateAndPath', (node: OpenNode): void => {
    const state = this.CONSUME(State).image;
    const handler = this.OPTION(() => this.CONSUME(Word).image);
    this.ACTION(() => {
      // The token's pattern takes these words only.
      node.state = state as NonNullable<NwNode['state']>;
      if (handler !== undefined) node.handler = handler;
    });
    const path = openPath();
    this.OPTION2(() => {
      this.ACTION(() => {
        node.path = path;
      });
      this.OR([
        { ALT: () => this.CONSUME(NoPath) },
        {
          ALT: () => {
            this.CONSUME(LeftParen);
            const isCut = this.watch(() => {
              this.SUBRULE(this.path, { ARGS: [path] });
              if (this.OPTION3(() => this.CONSUME(RightParen)) === undefined) this.isCut = true;
            });
            if (isCut) path.incomplete = true;
          },
        },
      ]);
    });
  });

  private readonly pathBody = this.RULE('pathBody', (path: OpenPath): void => {
    this.SUBRULE(this.path, { ARGS: [path] });
    this.SUBRULE(this.leftOver);
  });

  private readonly path = this.RULE('path', (path: OpenPath): void => {
    const isMissing = this.OPTION(() => this.CONSUME(NoPath)) !== undefined;
    const status = this.OPTION1(() => this.CONSUME(Word).image);
    const reason = this.OPTION2(() => {
      this.CONSUME(LeftParen);
      const text = this.SUBRULE(this.words, { ARGS: [true] });
      if (this.OPTION3(() => this.CONSUME(RightParen)) === undefined) this.isCut = true;
      return text;
    });
    const attributes = this.SUBRULE(this.attributes);
    this.ACTION(() => {
      path.status = status;
      if (status === undefined && !isMissing) this.isCut = true;
      path.reason = reason;
      for (const text of attributes) {
        if (!addAttribute(path, text)) this.isCut = true;
      }
    });
  });

  /** `, a, b`: what stands behind each comma. */
  private readonly attributes = this.RULE('attributes', (): string[] => {
    const texts: string[] = [];
    this.MANY(() => {
      this.CONSUME(Comma);
      const text = this.SUBRULE(this.words, { ARGS: [false] });
      if (text !== undefined) texts.push(text);
    });
    return texts;
  });

  /** Text up to a comma or a closing parenthesis; brackets in it are balanced. */
  private readonly words = this.RULE('words', (isReason: boolean): string | undefined => {
    let first: IToken | undefined;
    let last: IToken | undefined;
    let level = 0;
    this.MANY({
      GATE: () => level > 0 || !endsWords(this.LA(1).tokenType, isReason),
      DEF: () => {
        last = this.CONSUME(Piece);
        first ??= last;
        if (last.tokenType === LeftParen || last.tokenType === LeftBrace) level++;
        else if (last.tokenType === RightParen || last.tokenType === RightBrace) level--;
      },
    });
    if (level > 0) this.isCut = true;
    return this.ACTION(() => (first === undefined || last === undefined ? undefined : this.slice(first, last)));
  });

  private readonly leftOver = this.RULE('leftOver', (): void => {
    this.MANY(() => {
      this.CONSUME(Piece);
      this.isCut = true;
    });
  });

  private hasState(): boolean {
    for (let ahead = 1; ; ahead++) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === State) return true;
      if (tokenType === EOF) return false;
    }
  }

  private setId(node: OpenNode, word: string): void {
    const [, id, index] = ID.exec(word) ?? [];
    node.id = id ?? word;
    node.kind = KINDS[node.id.charAt(0)] ?? 'other';
    if (index !== undefined) node.protocolIndex = Number(index);
    if (id === undefined || (index === undefined && word.endsWith(':'))) this.isCut = true;
  }

  private setEndpoint(node: OpenNode, words: readonly IToken[]): void {
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    const endpoint = this.slice(first, last);
    node.endpoint = redaction(endpoint) ?? endpoint;
  }

  /** Without a state, the last word in front of the first comma is a protocol; the rest is the endpoint. */
  private split(node: OpenNode, words: readonly IToken[], listed: readonly string[]): void {
    const last = words.at(-1)?.image ?? '';
    const isLonely = words.length < 2 && listed.length === 0;
    const isCutState = words.length > 1 && listed.length === 0 && STATES.some((state) => state.startsWith(last));
    const isProtocol = !isLonely && !isCutState && PROTOCOL.test(last);
    this.setEndpoint(node, isProtocol || isCutState ? words.slice(0, -1) : words);
    if (isProtocol || listed.length > 0) node.parameters = isProtocol ? [last, ...listed] : listed;
    if (isCutState) this.isCut = true;
  }
}

const nwParser = once(() => new NwParser());

/** What stands in the brackets of Network.framework's lines. */
export function readNwNode(text: string, isCut: boolean): NwNode {
  return nwParser().readNode(text, isCut);
}

export function readNwPath(text: string, isCut: boolean): NwPath {
  return nwParser().readPath(text, isCut);
}

function endsWords(type: TokenType, isReason: boolean): boolean {
  return type === RightParen || (type === Comma && !isReason);
}
