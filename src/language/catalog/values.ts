import { REDACTED_ADDRESS } from '../../lib/token-shapes.ts';
import type { BodyKind } from '../../model/bodies.ts';
import type { Redacted } from '../../model/redacted.ts';

/**
 * How a hole of a type takes part in matching: `plain` ends by itself, `word` runs to the next blank, `open` runs to whatever
 * literal follows.
 */
export type Reach = 'plain' | 'word' | 'open';

export interface ValueType {
  /** Regular expression without capture groups. */
  readonly pattern: string;
  /** The same for a place where nothing may be long: inside a composite value, or a part that may be missing. */
  readonly bounded?: string;
  readonly reach: Reach;
  /** What such a value starts with, where that is known: one of these. */
  readonly starts?: readonly string[];
  readonly convert: (text: string) => unknown;
  /** What `convert` returns, as TypeScript writes it. */
  readonly typescript: string;
  /** Tokens by which privacy may have replaced the value; `convert` then yields `Redacted`. */
  readonly privacy: string | undefined;
  /** The longest run of decimal digits that is one; a sign may stand before it. */
  readonly digits?: number;
  /** Text with a structure of its own: what reads it. */
  readonly body?: BodyKind;
}

/**
 * What privacy leaves in place of any value: os_log's `<private>`, `<sensitive>` and `<mask.hash: …>`, `(null)` of a nil
 * object, `<decode: missing data>` of a cut record. Sources: `log show` of macOS 11 to 26, `man 5 os_log`.
 */
const ANY_TOKEN = [
  '<private>',
  '<sensitive>',
  "<mask(?:\\.hash)?: ?(?:'[^'\\n]{0,96}'|\\(null\\))>",
  '<decode: [^>\\n]{0,64}>',
  '\\(null\\)',
].join('|');

/** What Network.framework and CFNetwork leave in place of a host or an address; a port may stay behind it. */
const ADDRESS_TOKEN = [
  '<IPv[46](?:-redacted|:[^>\\n]{0,64})>(?:[:.]\\d{1,5})?',
  'Hostname#[0-9a-f]{8}(?:[:.]\\d{1,5})?',
  'IPv[46]#[0-9a-f]{8}(?:[:.]\\d{1,5})?',
].join('|');

/** Every privacy token. */
export const PRIVACY_TOKEN = `${ANY_TOKEN}|${ADDRESS_TOKEN}`;

const WHOLE_TOKEN = new RegExp(`^(?:${PRIVACY_TOKEN})$`);
/** Characters a privacy token starts with: `<`, `(`, `H`, `I`. */
const TOKEN_STARTS: ReadonlySet<number> = new Set([...'<(HI'].map((character) => character.charCodeAt(0)));

/** False where the text certainly holds no privacy token. */
export function mayHoldToken(text: string): boolean {
  return text.includes('<') || text.includes('(null)') || text.includes('#');
}

export function redaction(text: string): Redacted | undefined {
  return TOKEN_STARTS.has(text.charCodeAt(0)) && WHOLE_TOKEN.test(text) ? { redacted: text } : undefined;
}

/** Longest `word` or `quoted`: a bound keeps hostile messages from making a match slow. */
const MAX_WORD = 512;

export const UUID_PATTERN = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
const IPV4 = '\\d{1,3}(?:\\.\\d{1,3}){3}';
const IPV6 = '(?=[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{2,39}(?:(?:\\.\\d{1,3}){3})?(?:%[A-Za-z0-9_-]{1,16})?';
/** An IPv6 address is not left before its end: that keeps a line of colons from being tried in every way. */
const IPV6_END = '(?![0-9A-Fa-f]|:[0-9A-Fa-f:])';
const HOST = '[A-Za-z0-9_*](?:[A-Za-z0-9_.-]{0,253})?';

export const BUILT_IN_TYPES: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['u32', { ...number('\\d{1,10}'), digits: 10 }],
  ['i32', { ...number('-?\\d{1,10}'), digits: 10 }],
  ['pid', { ...number('-?\\d{1,10}'), digits: 10 }],
  ['errno', { ...number('-?\\d{1,10}'), digits: 10 }],
  ['seconds', number('-?\\d{1,15}(?:\\.\\d{1,12})?')],
  ['port', number('\\d{1,5}')],
  ['hex', { ...number('(?:0[xX])?[0-9A-Fa-f]{1,16}'), convert: (text) => Number.parseInt(text, 16) }],
  ['pointer', { ...text('(?:0[xX])?[0-9A-Fa-f]{1,16}'), convert: redactedOr(readPointer) }],
  ['u64', wideNumber()],
  ['bytes', wideNumber()],
  ['signal', { ...number('\\d{1,3}|SIG[A-Z0-9]{1,9}'), convert: readSignal, typescript: 'number | string' }],
  ['bool', { ...text('YES|NO|true|false|1|0'), convert: redactedOr(readBool), typescript: 'boolean' }],
  ['uuid', text(UUID_PATTERN)],
  ['ip', address(`${IPV4}|${IPV6}${IPV6_END}|${REDACTED_ADDRESS}`)],
  [
    'endpoint',
    address(
      [
        `\\[${IPV6}\\][:.]\\d{1,5}`,
        `${IPV4}[:.]\\d{1,5}`,
        `${IPV6}[:.]\\d{1,5}${IPV6_END}`,
        `${HOST}[:.]\\d{1,5}`,
      ].join('|'),
    ),
  ],
  ['word', { ...address(`\\S{1,${MAX_WORD}}?`), reach: 'word' }],
  [
    'quoted',
    {
      ...address(`"[^"\\n]{0,1024}"|'[^'\\n]{0,1024}'|\\S{1,${MAX_WORD}}?`),
      reach: 'word',
      convert: (written) => redactedOr(asText)(unquoted(written)),
    },
  ],
  ['label', { ...address('[^\\n]*?'), bounded: `[^\\n]{0,${MAX_WORD}}?`, reach: 'open' }],
  ['rest', { ...address('[\\s\\S]*?'), reach: 'open' }],
  ['dictionary', body('dictionary', '[\\s\\S]*?')],
  ['properties', body('properties', '[\\s\\S]*?')],
  ['ns-error', body('ns-error', '[\\s\\S]*?')],
  ['data', body('data', '[^\\n]*?')],
  ['nw-node', body('nw-node', '[^\\n]*?')],
  ['nw-path', body('nw-path', '[^\\n]*?')],
  ['ne-flow', body('ne-flow', '[^\\n]*?')],
]);

/** A body of this kind, read by what `createTypeTable` is given. */
export function bodyType(type: ValueType, kind: BodyKind, read: (kind: BodyKind, text: string) => unknown): ValueType {
  return { ...type, convert: redactedOr((written) => read(kind, written)) };
}

/** A value out of a list of words; one that ends in `*` takes any ending. */
export function wordList(words: readonly string[]): ValueType {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const isOpen = words.some((word) => word.endsWith('*'));
  return {
    ...text(longestFirst.map(wordPattern).join('|')),
    starts: words.map((word) => (word.endsWith('*') ? word.slice(0, -1) : word)),
    typescript: isOpen ? 'string' : words.map((word) => JSON.stringify(word)).join(' | '),
  };
}

function wordPattern(word: string): string {
  return word.endsWith('*') ? `${escapePattern(word.slice(0, -1))}\\w{0,${MAX_WORD}}` : escapePattern(word);
}

export function escapePattern(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function number(pattern: string): ValueType {
  return { pattern, reach: 'plain', convert: Number, typescript: 'number', privacy: undefined };
}

function wideNumber(): ValueType {
  return { ...number('-?\\d{1,20}'), convert: readWide, typescript: 'number | bigint' };
}

function text(pattern: string): ValueType {
  return { pattern, reach: 'plain', convert: redactedOr(asText), typescript: 'string', privacy: ANY_TOKEN };
}

/** Text with a structure of its own. */
function body(kind: BodyKind, pattern: string): ValueType {
  return { ...address(pattern), reach: 'open', body: kind, typescript: `BodyByKind['${kind}']` };
}

/** Text that may name a host or an address. */
function address(pattern: string): ValueType {
  return { ...text(pattern), privacy: PRIVACY_TOKEN };
}

function redactedOr(convert: (text: string) => unknown): (text: string) => unknown {
  return (written) => redaction(written) ?? convert(written);
}

function asText(written: string): string {
  return written;
}

function readWide(written: string): number | bigint {
  const value = Number(written);
  return Number.isSafeInteger(value) ? value : BigInt(written);
}

/** 64 bits do not fit into a number, and nobody counts with them. */
function readPointer(written: string): string {
  return written.replace(/^0[xX]/, '').toLowerCase();
}

function readSignal(written: string): number | string {
  return written.startsWith('SIG') ? written : Number(written);
}

function readBool(written: string): boolean {
  return written === 'YES' || written === 'true' || written === '1';
}

function unquoted(written: string): string {
  const [quote] = written;
  const isQuoted = (quote === '"' || quote === "'") && written.length > 1 && written.endsWith(quote);
  return isQuoted ? written.slice(1, -1) : written;
}
