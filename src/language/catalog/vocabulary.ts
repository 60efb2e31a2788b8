import { REDACTED_ADDRESS, REDACTED_HOST } from '../../lib/token-shapes.ts';
import type { VocabularySpec } from '../../model/catalog.ts';
import { escapePattern } from './values.ts';

export interface Said {
  /** Name of the word, as the catalog has it. */
  readonly word: string;
  /** The phrase as the message wrote it, runs of blanks as one. */
  readonly said: string;
  /** Words further down the vocabulary that the message says too ("woke up, reconnecting"). */
  readonly also: readonly string[];
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
/** Phrases are found by so many of their first characters. */
const KEY_CHARS = 3;

interface Phrase {
  /** Position of its word in the vocabulary. */
  readonly rank: number;
  /** Lower case, one blank between words. */
  readonly text: string;
  /** Takes any ending. */
  readonly isOpen: boolean;
}

/**
 * Compiles a vocabulary. Every place where a word begins is looked up by its first characters; nothing has to be compiled
 * for that, and a line that says none of the phrases costs one pass over it. A negation that starts with `~` stands directly
 * behind the phrase it denies ("reconnect skipped").
 */
export function compileVocabulary(spec: VocabularySpec): Vocabulary {
  const index = indexOf(spec);
  const short = index.get('') ?? [];
  if (spec.words.length === 0) return { match: () => undefined };
  const before = negationBefore(spec.negations.filter((negation) => !negation.startsWith('~')));
  const behind = negationBehind(spec.negations.filter((negation) => negation.startsWith('~')));
  const isDenied = (text: string, from: number, to: number): boolean =>
    before?.test(text.slice(Math.max(0, from - LOOK_BACK), from)) === true ||
    behind?.test(text.slice(to, to + LOOK_BACK)) === true;
  const look = (lower: string, at: number, said: (Place | undefined)[]): void => {
    for (const { rank, text, isOpen } of index.get(lower.slice(at, at + KEY_CHARS)) ?? short) {
      if (said[rank] !== undefined || !lower.startsWith(text, at)) continue;
      const end = endOf(lower, at + text.length, isOpen);
      if (end > 0 && !isDenied(lower, at, end)) said[rank] = { from: at, to: end };
    }
  };
  return {
    match(message) {
      const text = UNEVEN_BLANKS.test(message) ? message.replaceAll(/\s+/g, ' ') : message;
      const lower = text.toLowerCase();
      const said: (Place | undefined)[] = [];
      let isWord = false;
      for (let at = 0; at < lower.length; at++) {
        const wasWord = isWord;
        isWord = isWordCode(lower.charCodeAt(at));
        if (isWord && !wasWord) look(lower, at, said);
      }
      // Some letters change their length in lower case; then the places are those of the lower-case text.
      return said.length === 0 ? undefined : pick(spec, said, text.length === lower.length ? text : lower);
    },
  };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

const UNEVEN_BLANKS = /\s\s|[\t\n\r]/;

function pick(spec: VocabularySpec, said: readonly (Place | undefined)[], text: string): Said | undefined {
  const words = spec.words.flatMap(({ name }, rank) => (said[rank] === undefined ? [] : [name]));
  const place = said.find((each) => each !== undefined);
  const [word, ...also] = words;
  if (word === undefined || place === undefined) return undefined;
  return { word, said: text.slice(place.from, place.to), also, endpoint: endpointIn(text) };
}

/** Phrases by their first characters; of a word's phrases the longer one first: of two that start alike it is what was said. */
function indexOf(spec: VocabularySpec): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = spec.words.flatMap((word, rank) =>
    word.phrases.map((written): Phrase => {
      const isOpen = written.endsWith('*');
      const literal = (isOpen ? written.slice(0, -1) : written).trim();
      return { rank, text: literal.toLowerCase().split(/\s+/).join(' '), isOpen };
    }),
  );
  const longestFirst = phrases.sort((a, b) => b.text.length - a.text.length);
  // Shorter phrases than a key stand behind every key.
  const short = longestFirst.filter(({ text }) => text.length < KEY_CHARS);
  const index = new Map<string, Phrase[]>([['', short]]);
  for (const phrase of longestFirst) {
    const key = phrase.text.slice(0, KEY_CHARS);
    if (key.length === KEY_CHARS)
      index.set(key, [...(index.get(key)?.filter((each) => !short.includes(each)) ?? []), phrase, ...short]);
  }
  return index;
}

/** Where a phrase that stands up to `end` ends, 0 where a longer word stands there instead. */
function endOf(text: string, end: number, isOpen: boolean): number {
  let last = end;
  while (isOpen && isWordCode(text.charCodeAt(last))) last += 1;
  const runsOn = !isOpen && isWordCode(text.charCodeAt(end - 1)) && isWordCode(text.charCodeAt(end));
  return runsOn ? 0 : last;
}

/** `\w` of regular expressions. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 65 && code <= 90);
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
    `\\[${REDACTED_ADDRESS}(?:%[\\w.-]{1,16})?\\]:\\d{1,5}(?!\\w)`,
    `(?<![\\w.:/-])(?:${REDACTED_ADDRESS}|${REDACTED_HOST}):\\d{1,5}(?!\\w)`,
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
