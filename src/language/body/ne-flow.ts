import { createToken, type IToken, Lexer } from 'chevrotain';
import type { NeFlow } from '../../model/bodies.ts';
import type { Redacted } from '../../model/redacted.ts';
import { redaction } from '../catalog/values.ts';
import { BodyParser, END } from './body-parser.ts';
import { once } from './once.ts';
import { anyBut } from './start-chars.ts';

type OpenFlow = { -readonly [key in keyof NeFlow]: NeFlow[key] };

/** Every token. */
const Piece = createToken({ name: 'Piece', pattern: Lexer.NA });
const pieces = { categories: [Piece], line_breaks: true };

const TypeLabel = createToken({ name: 'TypeLabel', pattern: /NEFlow type = ?/, ...pieces });
const AppLabel = createToken({ name: 'AppLabel', pattern: /, app = ?/, ...pieces });
const NameLabel = createToken({ name: 'NameLabel', pattern: /, name = ?/, ...pieces });
const Arrow = createToken({ name: 'Arrow', pattern: / ?<-> ?/, ...pieces });
const FilterLabel = createToken({ name: 'FilterLabel', pattern: /, filter_id = ?/, ...pieces });
const InterfaceLabel = createToken({ name: 'InterfaceLabel', pattern: /, interface = ?/, ...pieces });
/** A label or an arrow that lost its end, which the value before it must not swallow. */
const CutLabel = createToken({
  name: 'CutLabel',
  pattern: new RegExp(`(?:,(?: [a-z_]{0,9}(?: =?)?)?| ?<-?)${END}`),
  ...pieces,
});
const Text = createToken({ name: 'Text', pattern: /[^,\s<N]+|[\s\S]/, start_chars_hint: anyBut(''), ...pieces });

const tokens = [Piece, TypeLabel, AppLabel, NameLabel, Arrow, FilterLabel, InterfaceLabel, CutLabel, Text];
const flowLexer = once(() => new Lexer(tokens, { ensureOptimizations: true, positionTracking: 'onlyOffset' }));

/** An interface and what stands in parentheses behind it. */
const INTERFACE = /^([^(]*)(\([\s\S]*)?$/;

class FlowParser extends BodyParser {
  constructor() {
    super(tokens, flowLexer());
    this.performSelfAnalysis();
  }

  read(text: string, isCut: boolean): NeFlow {
    this.begin(text, isCut);
    const flow: OpenFlow = { isBound: false };
    this.flowBody(flow);
    if (this.isCut) flow.incomplete = true;
    return flow;
  }

  /** The parts in the order of the format string; one that is missing was cut off. */
  private readonly flowBody = this.RULE('flowBody', (flow: OpenFlow): void => {
    const before = this.SUBRULE(this.text);
    const type = this.OPTION(() => {
      this.CONSUME(TypeLabel);
      return this.SUBRULE1(this.text);
    });
    const app = this.OPTION1(() => {
      this.CONSUME(AppLabel);
      return this.SUBRULE2(this.text);
    });
    const name = this.OPTION2(() => {
      this.CONSUME(NameLabel);
      return this.SUBRULE3(this.text);
    });
    const remote = this.OPTION3(() => {
      this.CONSUME(Arrow);
      return this.SUBRULE4(this.text);
    });
    const filterId = this.OPTION4(() => {
      this.CONSUME(FilterLabel);
      return this.SUBRULE5(this.text);
    });
    const interfaceText = this.OPTION5(() => {
      this.CONSUME(InterfaceLabel);
      return this.SUBRULE6(this.text);
    });
    this.ACTION(() => {
      setPart(flow, 'type', type);
      setPart(flow, 'app', app);
      this.setNameAndLocal(flow, name, remote !== undefined);
      setPart(flow, 'remote', remote);
      setPart(flow, 'filterId', filterId);
      this.setInterface(flow, interfaceText);
      if ([type, app, name, remote, filterId, interfaceText].includes(undefined) || before !== '') this.isCut = true;
    });
    this.MANY(() => {
      this.CONSUME(Piece);
      this.isCut = true;
    });
  });

  private readonly text = this.RULE('text', (): string => {
    let first: IToken | undefined;
    let last: IToken | undefined;
    this.MANY(() => {
      last = this.CONSUME(Text);
      first ??= last;
    });
    return this.ACTION(() => (first === undefined || last === undefined ? '' : this.slice(first, last).trim()));
  });

  /** The local address has no label: it follows the name. */
  private setNameAndLocal(flow: OpenFlow, text: string | undefined, hasRemote: boolean): void {
    if (text === undefined) return;
    const comma = /^,|, (?=[^,]*$)/.exec(text)?.index;
    setPart(flow, 'name', text.slice(0, comma).replace(/,$/, ''));
    if (comma !== undefined) setPart(flow, 'local', text.slice(comma + 1).trim());
    else if (hasRemote) this.isCut = true;
  }

  private setInterface(flow: OpenFlow, text: string | undefined): void {
    if (text === undefined) return;
    const [, name, behind] = redaction(text) === undefined ? (INTERFACE.exec(text) ?? []) : [text, text];
    setPart(flow, 'interface', name);
    if (behind === '(bound)') flow.isBound = true;
    else if (behind !== undefined) this.isCut = true;
  }
}

const flowParser = once(() => new FlowParser());

/** A diverted flow as `New flow: …` prints it. */
export function readNeFlow(text: string, isCut: boolean): NeFlow {
  return flowParser().read(text, isCut);
}

type Part = 'type' | 'app' | 'name' | 'local' | 'remote' | 'filterId' | 'interface';

function setPart(flow: OpenFlow, part: Part, text: string | undefined): void {
  if (text === undefined || text === '') return;
  const value: string | Redacted = redaction(text) ?? text;
  flow[part] = value;
}
