import {
  EOF,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  type TokenType,
  tokenLabel,
} from 'chevrotain';
import { orList } from '../words.ts';
import { UnsupportedKw } from './tokens.ts';

const MAX_FOUND = 40;

/** How a token reads in an error message. */
export function found(token: IToken): string {
  if (token.tokenType === EOF) return 'the end';
  const image = token.image.length > MAX_FOUND ? `${token.image.slice(0, MAX_FOUND)}…` : token.image;
  return image.startsWith('"') || image.startsWith("'") ? image.replaceAll('\n', ' ') : `'${image}'`;
}

function expected(types: readonly TokenType[]): string {
  return orList([...new Set(types.map(tokenLabel))]);
}

function after(previous: IToken): string {
  return previous.image === '' || previous.tokenType === EOF ? '' : ` after ${found(previous)}`;
}

function alternatives(paths: readonly TokenType[][], previous: IToken, actual: IToken | undefined): string {
  if (actual?.tokenType === UnsupportedKw) return `'${actual.image}' is a part of NSPredicate that is not supported`;
  const first = paths.flatMap((path) => path.slice(0, 1));
  return `expected ${expected(first)}${after(previous)}, found ${actual === undefined ? 'the end' : found(actual)}`;
}

/** Chevrotain's own texts speak of token types; ours say what was expected, after what, and what stands there. */
export const errorMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: (options) =>
    `expected ${expected([options.expected])}${after(options.previous)}, found ${found(options.actual)}`,
  buildNotAllInputParsedMessage: (options) => `expected the end, found ${found(options.firstRedundant)}`,
  buildNoViableAltMessage: (options) =>
    alternatives(options.expectedPathsPerAlt.flat(), options.previous, options.actual[0]),
  buildEarlyExitMessage: (options) => alternatives(options.expectedIterationPaths, options.previous, options.actual[0]),
};

const SUPPORTED =
  'supported: and or not && || ! · == != < <= > >= · contains beginswith endswith like matches, each with [c] [d] [cd] · in {…} · between {…, …} · nil';

/** Names what the subset holds where a part of NSPredicate was met that it leaves out. */
export function helpFor(error: IRecognitionException): string | undefined {
  const isOperatorMissing = error.context.ruleStack.at(-1) === 'comparison';
  return isOperatorMissing || error.token.tokenType === UnsupportedKw ? SUPPORTED : undefined;
}
