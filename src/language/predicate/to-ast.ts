import type { CstNode, ICstVisitor, IToken } from 'chevrotain';
import type { Comparator, Predicate } from '../../model/catalog.ts';
import { type Children, nodeOf, nodesOf, tokenOf } from '../cst.ts';
import type { SourceText } from '../source-text.ts';
import { readString } from '../string-literal.ts';
import { durationOf } from './fields.ts';
import { type Operand, typedComparison } from './typed-comparison.ts';

type Terms = (Predicate | undefined)[];

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  EqualEqual: '==',
  Equals: '==',
  NotEqual: '!=',
  Less: '<',
  LessEqual: '<=',
  Greater: '>',
  GreaterEqual: '>=',
  ContainsKw: 'contains',
  BeginsWithKw: 'beginswith',
  EndsWithKw: 'endswith',
  LikeKw: 'like',
  MatchesKw: 'matches',
};

/**
 * The predicate's half of a CST visitor: every parser that inherits the predicate's rules inherits this too. A part that
 * recovery left incomplete becomes undefined: its problem is already on the list.
 */
export function predicateVisitor(Base: new () => ICstVisitor<SourceText, unknown>) {
  return class PredicateVisitor extends Base {
    predicate(children: Children, source: SourceText): Predicate | undefined {
      return combine(
        'or',
        nodesOf(children, 'conjunction').map((node) => this.conjunction(node.children, source)),
      );
    }

    conjunction(children: Children, source: SourceText): Predicate | undefined {
      return combine(
        'and',
        nodesOf(children, 'negation').map((node) => this.negation(node.children, source)),
      );
    }

    negation(children: Children, source: SourceText): Predicate | undefined {
      const condition = nodeOf(children, 'condition');
      if (condition !== undefined) return this.condition(condition.children, source);
      const negated = nodeOf(children, 'negation');
      const term = negated === undefined ? undefined : this.negation(negated.children, source);
      return term === undefined ? undefined : { op: 'not', term };
    }

    condition(children: Children, source: SourceText): Predicate | undefined {
      if (tokenOf(children, 'TruePredicateKw') !== undefined) return { op: 'true' };
      if (tokenOf(children, 'FalsePredicateKw') !== undefined) return { op: 'false' };
      const inner = nodeOf(children, 'predicate');
      if (inner !== undefined) return this.predicate(inner.children, source);
      const comparison = nodeOf(children, 'comparison');
      return comparison === undefined ? undefined : this.comparison(comparison.children, source);
    }

    comparison(children: Children, source: SourceText): Predicate | undefined {
      const field = tokenOf(children, 'FieldWord');
      const operator =
        tokenOf(children, 'ComparisonOperator') ?? tokenOf(children, 'InKw') ?? tokenOf(children, 'BetweenKw');
      const single = nodeOf(children, 'operand');
      const list = nodeOf(children, 'operandList');
      if (field === undefined || operator === undefined) return undefined;
      const operands = list === undefined ? this.operands(single, source) : this.operandList(list.children, source);
      if (operands === undefined) return undefined;
      const modifier = tokenOf(children, 'Modifier');
      const comparator = comparatorOf(operator);
      return typedComparison({ source, field, operator, comparator, operands, modifier });
    }

    operandList(children: Children, source: SourceText): Operand[] | undefined {
      const operands = nodesOf(children, 'operand').map((node) => this.operand(node.children, source));
      return operands.every((operand) => operand !== undefined) ? operands : undefined;
    }

    operands(node: CstNode | undefined, source: SourceText): Operand[] | undefined {
      const operand = node === undefined ? undefined : this.operand(node.children, source);
      return operand === undefined ? undefined : [operand];
    }

    operand(children: Children, _source: SourceText): Operand | undefined {
      for (const name of OPERAND_TOKENS) {
        const token = tokenOf(children, name);
        if (token !== undefined) return { token, value: literalValue(name, token), bare: name === 'Identifier' };
      }
      return undefined;
    }
  };
}

const OPERAND_TOKENS = [
  'StringLiteral',
  'DurationLiteral',
  'NumberLiteral',
  'TrueKw',
  'FalseKw',
  'NilKw',
  'Identifier',
] as const;

function literalValue(name: (typeof OPERAND_TOKENS)[number], token: IToken): string | number | boolean | null {
  switch (name) {
    case 'StringLiteral':
      return readString(token.image).text;
    case 'DurationLiteral':
      return durationOf(token.image);
    case 'NumberLiteral':
      return Number(token.image);
    case 'TrueKw':
      return true;
    case 'FalseKw':
      return false;
    case 'NilKw':
      return null;
    case 'Identifier':
      return token.image;
  }
}

function comparatorOf(operator: IToken): Comparator {
  const { name } = operator.tokenType;
  if (name === 'InKw') return 'in';
  return name === 'BetweenKw' ? 'between' : (COMPARATORS[name] ?? '==');
}

function combine(op: 'and' | 'or', terms: Terms): Predicate | undefined {
  const known = terms.filter((term) => term !== undefined);
  if (known.length !== terms.length) return undefined;
  return known.length > 1 ? { op, terms: known } : known[0];
}
