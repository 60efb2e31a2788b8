import type { VocabularySpec } from '../../model/catalog.ts';
import { escapePattern } from './values.ts';

export interface Said {
  /** Name of the word, as the catalog has it. */
  readonly word: string;
  /** The phrase as the message wrote it. */
  readonly said: string;
  /** First `ip:port`, `[ipv6]:port` or `host:port` of the message. */
  readonly endpoint: string | undefined;
}

export interface Vocabulary {
  /** The first word of the vocabulary, in its own order, that the message says and does not deny. */
  match(message: string): Said | undefined;
}

/** A negation counts this many words before a phrase. */
const NEGATION_REACH = 3;
/** Characters before a phrase in which a negation is looked for. */
const LOOK_BACK = 96;

/**
 * Compiles a vocabulary. One expression over all phrases turns most messages away; only what passes it is asked word by word.
 * A negation that starts with `~` stands directly behind the phrase it denies ("reconnect skipped").
 */
export function compileVocabulary(spec: VocabularySpec): Vocabulary {
  const phrases = spec.words.flatMap((word) => word.phrases);
  if (phrases.length === 0) return { match: () => undefined };
  const any = new RegExp(anyOf(phrases), 'i');
  const words = spec.words.map((word) => ({ name: word.name, pattern: new RegExp(anyOf(word.phrases), 'gi') }));
  const before = negationBefore(spec.negations.filter((negation) => !negation.startsWith('~')));
  const behind = negationBehind(spec.negations.filter((negation) => negation.startsWith('~')));
  const isDenied = (message: string, from: number, to: number): boolean =>
    before?.test(message.slice(Math.max(0, from - LOOK_BACK), from)) === true ||
    behind?.test(message.slice(to, to + LOOK_BACK)) === true;
  return {
    match(message) {
      if (!any.test(message)) return undefined;
      for (const { name, pattern } of words) {
        pattern.lastIndex = 0;
        for (let found = pattern.exec(message); found !== null; found = pattern.exec(message)) {
          const [said] = found;
          if (isDenied(message, found.index, pattern.lastIndex)) continue;
          return { word: name, said, endpoint: endpointIn(message) };
        }
      }
      return undefined;
    },
  };
}

/** Longer phrases first: of two that start alike the longer one is what was said. */
function anyOf(phrases: readonly string[]): string {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `\\b(?:${longestFirst.map(phrasePattern).join('|')})`;
}

function phrasePattern(phrase: string): string {
  const isOpen = phrase.endsWith('*');
  const literal = (isOpen ? phrase.slice(0, -1) : phrase).trim();
  const pattern = literal.split(/\s+/).map(escapePattern).join('\\s+');
  if (isOpen) return `${pattern}\\w*`;
  return /\w$/.test(literal) ? `${pattern}\\b` : pattern;
}

/** What may stand between words of one statement; other punctuation begins a new one ("no response, reconnecting"). */
const GAP = '(?:[\\s"\'“”‘’(\\[]+|-)';

function negationBefore(negations: readonly string[]): RegExp | undefined {
  if (negations.length === 0) return undefined;
  const between = `(?:${GAP}[\\w'’]+){0,${NEGATION_REACH - 1}}`;
  return new RegExp(`\\b(?:${negations.map(phrasePattern).join('|')})${between}${GAP}$`, 'i');
}

function negationBehind(negations: readonly string[]): RegExp | undefined {
  if (negations.length === 0) return undefined;
  return new RegExp(`^[^\\w.;!?]*(?:${negations.map((negation) => phrasePattern(negation.slice(1))).join('|')})`, 'i');
}

const ENDPOINT = new RegExp(
  [
    '(?<![\\w.:-])\\d{1,3}(?:\\.\\d{1,3}){3}:\\d{1,5}(?!\\w)',
    '\\[[0-9A-Fa-f:.]{2,45}(?:%[\\w.-]{1,16})?\\]:\\d{1,5}(?!\\w)',
    '(?<![\\w.:/-])(?:localhost|[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\\.[A-Za-z0-9-]{1,63}){0,8}\\.[A-Za-z]{2,24}\\.?):\\d{1,5}(?!\\w)',
  ].join('|'),
  'g',
);
/** `session.go:88` is a place in somebody's source, not an endpoint. */
const SOURCE_FILE = /\.(?:c|cc|cpp|cxx|cs|go|h|hpp|java|js|kt|m|mm|py|rb|rs|swift|ts):\d+$/;

function endpointIn(message: string): string | undefined {
  for (const [endpoint] of message.matchAll(ENDPOINT)) {
    if (!SOURCE_FILE.test(endpoint)) return endpoint;
  }
  return undefined;
}
