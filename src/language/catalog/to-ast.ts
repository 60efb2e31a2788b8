import type { IToken } from 'chevrotain';
import type { Place, RuleCondition, Template } from '../../model/catalog.ts';
import { type Children, nodeOf, nodesOf, tokenOf, tokensOf } from '../cst.ts';
import { durationOf } from '../predicate/fields.ts';
import { predicateVisitor } from '../predicate/to-ast.ts';
import { complain, placeOf, type SourceText } from '../source-text.ts';
import { readBlock, readString } from '../string-literal.ts';
import type { Captures, Shape, Statement, Word, WrittenString } from './ast.ts';
import { isHeader } from './clauses.ts';
import { catalogParser } from './parser.ts';
import { readTemplate } from './template-text.ts';

/** A grammar file while it is read: its problems, and where its templates stand. */
export interface CatalogSource extends SourceText {
  readonly templates: Map<Template, TemplatePlace>;
}

/** Where the character at `index` of a template's text stands. */
export type TemplatePlace = (index: number) => Place;

const STATEMENTS = [
  'header',
  'textClause',
  'templateClause',
  'choiceClause',
  'levelClause',
  'predicateClause',
  'sampleClause',
  'codeClause',
  'eventsClause',
  'whenClause',
  'doClause',
  'exampleClause',
  'typeDefinition',
  'identityDefinition',
] as const;
const CONDITIONS = ['seenCondition', 'countCondition', 'orderCondition'] as const;

/** Visitor from the catalog's CST to statements. What recovery left incomplete is left out: its problem is on the list. */
export class CatalogVisitor extends predicateVisitor(catalogParser.getBaseCstVisitorConstructor()) {
  constructor() {
    super();
    this.validateVisitor();
  }

  catalogFile(children: Children, source: CatalogSource): Statement[] {
    const statements = nodesOf(children, 'statement').map((node) => this.statement(node.children, source));
    return statements.filter((statement) => statement !== undefined);
  }

  statement(children: Children, source: CatalogSource): Statement | undefined {
    for (const name of STATEMENTS) {
      const node = nodeOf(children, name);
      if (node !== undefined) return this[name](node.children, source);
    }
    return undefined;
  }

  header(children: Children, source: CatalogSource): Statement | undefined {
    const keyword = tokenOf(children, 'HeaderKeyword');
    if (keyword === undefined || !isHeader(keyword.image)) return undefined;
    const name = tokenOf(children, 'Word');
    return { kind: 'header', header: keyword.image, name: name?.image, place: placeOf(source, name ?? keyword) };
  }

  textClause(children: Children, source: CatalogSource): Statement | undefined {
    const values = tokensOf(children, 'StringLiteral').map((token) => stringAt(token, source));
    return this.clause(children, 'TextKeyword', source, values.length === 0 ? undefined : { kind: 'text', values });
  }

  templateClause(children: Children, source: CatalogSource): Statement | undefined {
    const token = tokenOf(children, 'StringLiteral');
    const template = token === undefined ? undefined : templateAt(token, source);
    return this.clause(children, 'TemplateKeyword', source, template && { kind: 'template', template });
  }

  choiceClause(children: Children, source: CatalogSource): Statement | undefined {
    const value = wordAt(tokenOf(children, 'Word'), source);
    return this.clause(children, 'ChoiceKeyword', source, value && { kind: 'choice', value });
  }

  levelClause(children: Children, source: CatalogSource): Statement | undefined {
    const value = wordAt(tokenOf(children, 'Word'), source);
    const range = tokenOf(children, 'StringLiteral');
    const os = range && stringAt(range, source).text;
    return this.clause(children, 'LevelKw', source, value && { kind: 'level', value, os });
  }

  predicateClause(children: Children, source: CatalogSource): Statement | undefined {
    const node = nodeOf(children, 'predicate');
    const predicate = node && this.predicate(node.children, source);
    return this.clause(children, 'PredicateKeyword', source, predicate && { kind: 'predicate', predicate });
  }

  sampleClause(children: Children, source: CatalogSource): Statement | undefined {
    const token = tokenOf(children, 'StringLiteral');
    const captures = this.capturesOf(children, source);
    const clause = token && { kind: 'sample' as const, text: stringAt(token, source).text, captures };
    return this.clause(children, 'SampleKw', source, clause);
  }

  captures(children: Children, source: CatalogSource): Captures {
    const captures: Record<string, string> = {};
    for (const token of tokensOf(children, 'Capture')) {
      const split = token.image.indexOf('=');
      const path = token.image.slice(0, split);
      const value = token.image.slice(split + 1);
      if (Object.hasOwn(captures, path)) complain(source, token, `${path} is given twice`);
      captures[path] = value.startsWith('"') ? readString(value).text : value;
    }
    return captures;
  }

  typeDefinition(children: Children, source: CatalogSource): Statement | undefined {
    const name = wordAt(tokenOf(children, 'Word'), source);
    const shape = this.shapeOf(children, source);
    if (name === undefined || shape === undefined) return undefined;
    return { kind: 'type', name: name.text, shape, place: name.place };
  }

  identityDefinition(children: Children, source: CatalogSource): Statement | undefined {
    const words = tokensOf(children, 'Word').map((token) => ({ text: token.image, place: placeOf(source, token) }));
    const keyed = tokenOf(children, 'KeyedKw') !== undefined;
    const [name] = words;
    const key = keyed ? words[1]?.text : undefined;
    const per = words[keyed ? 2 : 1];
    const shape = this.shapeOf(children, source);
    if (name === undefined || per === undefined || shape === undefined) return undefined;
    return { kind: 'identity', name: name.text, shape, key, per, place: name.place };
  }

  alternatives(children: Children, source: CatalogSource): Shape | undefined {
    const alternatives = nodesOf(children, 'alternative').map((node) => this.alternative(node.children, source));
    const templates = alternatives.filter((alternative) => alternative !== undefined);
    if (templates.length === 0) return undefined;
    const words = templates.map(plainText);
    const areWords = words.every((word) => word !== undefined);
    return areWords ? { kind: 'words', words } : { kind: 'templates', templates };
  }

  alternative(children: Children, source: CatalogSource): Template | undefined {
    const text = tokenOf(children, 'StringLiteral');
    if (text !== undefined) return templateAt(text, source);
    const plain = tokenOf(children, 'Word') ?? tokenOf(children, 'NumberLiteral');
    return plain && { source: plain.image, parts: [plain.image] };
  }

  codeClause(children: Children, source: CatalogSource): Statement | undefined {
    const number = tokenOf(children, 'NumberLiteral');
    const [name, means] = tokensOf(children, 'StringLiteral').map((token) => stringAt(token, source).text);
    const isWhole = number !== undefined && name !== undefined;
    return this.clause(
      children,
      'CodeKw',
      source,
      isWhole ? { kind: 'code', value: Number(number.image), name, means } : undefined,
    );
  }

  eventsClause(children: Children, source: CatalogSource): Statement | undefined {
    const events = tokensOf(children, 'EventName').map((token) => ({
      text: token.image,
      place: placeOf(source, token),
    }));
    return this.clause(children, 'EventsKeyword', source, events.length === 0 ? undefined : { kind: 'events', events });
  }

  doClause(children: Children, source: CatalogSource): Statement | undefined {
    const actor = tokenOf(children, 'Word');
    const text = tokenOf(children, 'StringLiteral');
    if (actor === undefined || text === undefined) return undefined;
    return this.clause(children, 'DoKw', source, {
      kind: 'do',
      actor: actor.image,
      text: stringAt(text, source).text,
    });
  }

  exampleClause(children: Children, source: CatalogSource): Statement | undefined {
    const example = wordAt(tokenOf(children, 'Word'), source);
    const [name, log] = tokensOf(children, 'StringLiteral').map((token) => stringAt(token, source).text);
    if (example === undefined || name === undefined || log === undefined) return undefined;
    const captures = this.capturesOf(children, source);
    return this.clause(children, 'ExampleKw', source, { kind: 'example', example, name, log, captures });
  }

  whenClause(children: Children, source: CatalogSource): Statement | undefined {
    let condition: RuleCondition | undefined;
    for (const name of CONDITIONS) {
      const node = nodeOf(children, name);
      if (node !== undefined) condition = this[name](node.children, source);
    }
    return this.clause(children, 'WhenKw', source, condition && { kind: 'when', condition });
  }

  seenCondition(children: Children, source: CatalogSource): RuleCondition | undefined {
    const event = tokenOf(children, 'EventName');
    return event && { form: 'seen', event: event.image, ...this.filterOf(children, source) };
  }

  countCondition(children: Children, source: CatalogSource): RuleCondition | undefined {
    const event = tokenOf(children, 'EventName');
    const atLeast = tokenOf(children, 'NumberLiteral');
    const window = this.windowOf(children, source);
    if (event === undefined || atLeast === undefined || window === undefined) return undefined;
    const filter = this.filterOf(children, source);
    return { form: 'count', event: event.image, ...filter, atLeast: Number(atLeast.image), ...window };
  }

  orderCondition(children: Children, source: CatalogSource): RuleCondition | undefined {
    const events = tokensOf(children, 'EventName').map((token) => token.image);
    const window = this.windowOf(children, source);
    const [event, missing] = events;
    if (event === undefined || missing === undefined || window === undefined) return undefined;
    if (tokenOf(children, 'WithoutKw') === undefined) return { form: 'sequence', events, ...window };
    return { form: 'without', event, missing, ...window };
  }

  eventFilter(children: Children, source: CatalogSource) {
    const node = nodeOf(children, 'predicate');
    return node && this.predicate(node.children, source);
  }

  timeWindow(children: Children, _source: CatalogSource): { withinUs: number; same?: string } | undefined {
    const duration = tokenOf(children, 'DurationLiteral');
    const same = tokenOf(children, 'Word');
    if (duration === undefined) return undefined;
    return { withinUs: durationOf(duration.image), ...(same === undefined ? {} : { same: same.image }) };
  }

  shapeOf(children: Children, source: CatalogSource): Shape | undefined {
    const node = nodeOf(children, 'alternatives');
    return node && this.alternatives(node.children, source);
  }

  capturesOf(children: Children, source: CatalogSource): Captures {
    const node = nodeOf(children, 'captures');
    return node === undefined ? {} : this.captures(node.children, source);
  }

  filterOf(children: Children, source: CatalogSource) {
    const node = nodeOf(children, 'eventFilter');
    const where = node && this.eventFilter(node.children, source);
    return where === undefined ? {} : { where };
  }

  windowOf(children: Children, source: CatalogSource) {
    const node = nodeOf(children, 'timeWindow');
    return node && this.timeWindow(node.children, source);
  }

  clause(
    children: Children,
    keyword: string,
    source: CatalogSource,
    content: Content | undefined,
  ): Statement | undefined {
    const token = tokenOf(children, keyword);
    if (token === undefined) return undefined;
    return { ...(content ?? { kind: 'broken' }), clause: token.image, place: placeOf(source, token) };
  }
}

type Content = WithoutPlace<Extract<Statement, { clause: string }>>;
type WithoutPlace<T> = T extends unknown ? Omit<T, 'clause' | 'place'> : never;

function wordAt(token: IToken | undefined, source: CatalogSource): Word | undefined {
  return token && { text: token.image, place: placeOf(source, token) };
}

function stringAt(token: IToken, source: CatalogSource): WrittenString {
  const text = token.tokenType.name === 'Block' ? readBlock(token.image) : readString(token.image).text;
  return { text, place: placeOf(source, token) };
}

function templateAt(token: IToken, source: CatalogSource): Template {
  const isBlock = token.tokenType.name === 'Block';
  const written = isBlock ? { text: readBlock(token.image), offsetOf: () => 0 } : readString(token.image);
  const { template, problems } = readTemplate(written.text);
  const placeAt: TemplatePlace = (index) => placeOf(source, token, written.offsetOf(index));
  source.templates.set(template, placeAt);
  for (const problem of problems) complain(source, placeAt(problem.at), problem.message);
  return template;
}

function plainText(template: Template): string | undefined {
  const [only = ''] = template.parts;
  return template.parts.length < 2 && typeof only === 'string' && template.optional === undefined ? only : undefined;
}
