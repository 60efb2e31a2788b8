/** What each header takes, in the order people write it. The parser takes any clause anywhere; this says where it belongs. */
export const CLAUSES = {
  family: ['title', 'where', 'probe', 'head', 'marks', 'see'],
  message: ['text', 'level', 'lifecycle', 'only-if', 'means', 'harmless', 'next', 'os', 'see', 'sample'],
  vocabulary: ['title', 'where', 'negate', 'see'],
  word: ['phrase', 'means', 'sample'],
  codes: ['title', 'see', 'code'],
  rule: [
    'title',
    'severity',
    'per',
    'needs',
    'when',
    'unless',
    'confidence',
    'means',
    'not-it',
    'do',
    'see',
    'example',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type HeaderKind = keyof typeof CLAUSES;
export type ClauseName = (typeof CLAUSES)[HeaderKind][number];

export const HEADERS: readonly string[] = Object.keys(CLAUSES);
export const DEFINITIONS: readonly string[] = ['type', 'identity'];

/** Clauses that may stand more than once under one header. */
export const REPEATABLE: ReadonlySet<string> = new Set<ClauseName>([
  'text',
  'level',
  'see',
  'sample',
  'negate',
  'phrase',
  'needs',
  'next',
  'code',
  'do',
  'example',
]);

export function isHeader(word: string): word is HeaderKind {
  return Object.hasOwn(CLAUSES, word);
}

export function article(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
