import type { Predicate } from '../../model/catalog.ts';
import type { Parsed } from '../diagnostic.ts';
import { complainOfSyntax, inTextOrder, type KnownFields, sourceText } from '../source-text.ts';
import { helpFor } from './messages.ts';
import { PredicateParser } from './parser.ts';
import { predicateVisitor } from './to-ast.ts';
import { predicateLexer } from './tokens.ts';

const parser = new PredicateParser();

class StandalonePredicateVisitor extends predicateVisitor(parser.getBaseCstVisitorConstructor()) {
  constructor() {
    super();
    this.validateVisitor();
  }
}

const visitor = new StandalonePredicateVisitor();

/**
 * Reads a predicate as `log show --predicate` takes it. Field names come out canonical (`fields.ts`), levels as our level
 * names, durations and instants in µs. `value` is undefined where the text is not a predicate; `problems` say why.
 */
export function parsePredicate(text: string, name = 'predicate', knows?: KnownFields): Parsed<Predicate | undefined> {
  const source = { ...sourceText(name, text), knows };
  const { tokens, errors } = predicateLexer.tokenize(text);
  parser.input = tokens;
  const cst = parser.predicate();
  complainOfSyntax(source, tokens, errors, parser.errors, (error) => ({
    message: error.message,
    help: helpFor(error),
  }));
  const value = source.problems.length === 0 ? visitor.predicate(cst.children, source) : undefined;
  return { value: source.problems.length === 0 ? value : undefined, problems: inTextOrder(source.problems) };
}
