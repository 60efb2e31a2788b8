import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import type { LogRecord, Origin } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import { Dictionary } from './dictionary.ts';
import { createEncodedRuns, type EncodedRuns, unescaped } from './encoded-runs.ts';
import { KINDS_OF, type Kind, type RedactionLevel } from './kinds.ts';
import { learnOrigin, redactOrigin, type Writers } from './origins.ts';
import { isPrivateUuid, UUID, UUID_SIGNS } from './patterns.ts';
import { type Replace, rewriteByPattern } from './rewrite.ts';
import { signsOf } from './signs.ts';
import { createTokens, isToken, type Tokens } from './tokens.ts';
import { typedValues } from './typed-fields.ts';
import { typedValue } from './typed-value.ts';

export interface RedactorOptions {
  readonly level: RedactionLevel;
  readonly key: Uint8Array;
  /** In small letters: everything the catalog's messages say themselves (`catalogText`). */
  readonly commonText: string;
}

/** A place where one value was replaced. */
export type Noticed = (kind: Kind, value: string, token: string) => void;

/** First it learns from everything, then it is sealed, then it rewrites. */
export interface Redactor {
  readonly level: RedactionLevel;
  learnRecord(record: LogRecord, event: LooseEvent | undefined): void;
  learnText(text: string): void;
  learnValue(kind: Kind | 'endpoint', value: string): void;
  seal(): void;
  record(record: LogRecord, event: LooseEvent | undefined): LogRecord;
  /** The writer of a record alone. */
  origin(origin: Origin): Origin;
  /** The message of a record alone; `isKnown` where the catalog has it. */
  message(message: string, isKnown: boolean): string;
  text(text: string): string;
  value(kind: Kind | 'endpoint', value: string): string;
  /** Private values that a text still holds in any writing, but for words of our own; empty where it is clean. */
  leaks(text: string, isOurs?: (found: string) => boolean): readonly Leak[];
  /** Told of every replacement from now on. */
  notice(noticed: Noticed): void;
  readonly size: number;
}

export interface Leak {
  readonly kind: Kind;
  /** What stands for the value: the value itself is not said again. */
  readonly token: string;
}

export function createRedactor({ level, key, commonText }: RedactorOptions): Redactor {
  const kinds = KINDS_OF[level];
  const tokens = createTokens(key);
  const dictionary = new Dictionary({ commonText, keepsSoftware: !kinds.has('app') });
  const runs = createEncodedRuns((decoded) => dictionary.needles.find(decoded.toLowerCase(), 0) !== undefined);
  const listeners: Noticed[] = [];
  const write: Replace = (kind, value) => {
    if (!kinds.has(kind) && kind !== 'url') return value;
    // It stands elsewhere as it is: one thing, one name.
    if (dictionary.isProduct(value)) return value;
    const token = tokens.of(kind, value);
    if (token !== value) for (const noticed of listeners) noticed(kind, value, token);
    return token;
  };
  const withoutFiles = (written: string): string => {
    let rest = written;
    for (const file of dictionary.files)
      if (rest.includes(file)) rest = rest.replaceAll(file, write('file', file, false));
    return rest;
  };
  const text = (written: string): string => {
    if (written === '') return '';
    const composed = BEYOND_ASCII.test(written) ? written.normalize('NFC') : written;
    const known = replaceKnown(rewriteByPattern(withoutFiles(composed), kinds, write), dictionary, write);
    const plain = unescaped(known);
    const isHidden = plain !== known && dictionary.needles.find(plain.toLowerCase(), 0) !== undefined;
    return runs.replace(isHidden ? replaceKnown(plain, dictionary, write) : known, (run) =>
      write('encoded', run, true),
    );
  };
  return {
    level,
    ...createLearner(kinds, dictionary, tokens),
    ...recordWriter(kinds, { text, write }),
    text,
    // Seen as something else before, it stays that: one value, one token.
    value: (kind, written) =>
      typedValue(dictionary.entryOf(written.normalize('NFC').toLowerCase())?.kind ?? kind, written, write, text),
    leaks: (written, isOurs = () => false) =>
      leaksIn(written, { dictionary, runs, kinds, isOurs, tokenOf: (kind, each) => tokens.of(kind, each) }),
    notice: (listener) => void listeners.push(listener),
    get size() {
      return dictionary.size;
    },
  };
}

type Learner = Pick<Redactor, 'learnRecord' | 'learnText' | 'learnValue' | 'seal'>;

function createLearner(kinds: ReadonlySet<Kind>, dictionary: Dictionary, tokens: Tokens): Learner {
  const learn: Replace = (kind, value, byShape) => {
    if (!kinds.has(kind)) return value;
    const token = tokens.of(kind, value);
    if (byShape || token === value) return token;
    dictionary.add(kind, value);
    // A machine's name is said with and without the suffix of its own network.
    if (kind === 'host' && /^[^.]+\.local\.?$/i.test(value))
      dictionary.add('device', value.replace(/\.local\.?$/i, ''));
    return token;
  };
  const learnText = (written: string): void => void rewriteByPattern(written, kinds, learn);
  const learnValue = (kind: Kind | 'endpoint', value: string): void =>
    void typedValue(kind, value, learn, (rest) => rest);
  const learnEvent = (event: LooseEvent): void => {
    learnOrigin(event.origin, dictionary, learn);
    learnText(event.message);
    for (const [kind, each] of typedValues(event.name, event.fields)) learnValue(kind, each);
  };
  return {
    learnText,
    learnValue,
    learnRecord(record, event) {
      if (record.formatString !== undefined) learnText(record.formatString);
      if (event !== undefined) return learnEvent(event);
      learnOrigin(record.origin, dictionary, learn);
      learnText(record.message);
    },
    seal: () => dictionary.seal(),
  };
}

/** Whether the catalog has a message for it. Of a line of a provider's that says no known word only that it is there is known. */
export function isKnownMessage(event: string | undefined): boolean {
  return event !== undefined && event !== '' && !event.endsWith('/other');
}

type RecordWriter = Pick<Redactor, 'record' | 'origin' | 'message'>;

function recordWriter(kinds: ReadonlySet<Kind>, writers: Writers): RecordWriter {
  const { text } = writers;
  const origins = new Map<Origin, Origin>();
  // A capture has a few thousand of them, each again and again.
  const formats = new TwoGenerationMap<string, string>(10_000);
  const format = (written: string): string => {
    const known = formats.get(written) ?? text(written);
    formats.set(written, known);
    return known;
  };
  const origin = (written: Origin): Origin => {
    const known = origins.get(written) ?? redactOrigin(written, kinds, writers);
    origins.set(written, known);
    return known;
  };
  // What the catalog does not know may say anything.
  const isLeftOut = (message: string, isKnown: boolean): boolean => kinds.has('text') && !isKnown && message !== '';
  const message: RecordWriter['message'] = (written, isKnown) =>
    isLeftOut(written, isKnown) ? `<left out: ${written.length} characters>` : text(written);
  return {
    origin,
    message,
    record(record, event) {
      const { formatString, boot } = record;
      const isKnown = isKnownMessage(event?.name);
      const isFormatGone = formatString === undefined || isLeftOut(record.message, isKnown);
      return {
        ...record,
        origin: origin(record.origin),
        message: message(record.message, isKnown),
        formatString: isFormatGone ? undefined : format(formatString),
        boot: boot === undefined ? undefined : text(boot),
      };
    },
  };
}

const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Every value that was seen anywhere, wherever it stands. */
function replaceKnown(text: string, dictionary: Dictionary, write: Replace): string {
  const lower = text.toLowerCase();
  // A few letters change their length in small ones: places would not be the same.
  if (lower.length !== text.length) return replaceKnown(text.normalize('NFC').replaceAll(/İ/g, 'I'), dictionary, write);
  let result = '';
  let done = 0;
  for (
    let found = dictionary.needles.find(lower, 0);
    found !== undefined;
    found = dictionary.needles.find(lower, done)
  ) {
    const end = found.at + found.value.length;
    const entry = dictionary.entryOf(found.value);
    const token = entry === undefined ? found.value : write(entry.kind, entry.value, false);
    result += text.slice(done, found.at) + token;
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

interface LeakSearch {
  readonly kinds: ReadonlySet<Kind>;
  readonly dictionary: Dictionary;
  readonly runs: EncodedRuns;
  readonly isOurs: (found: string) => boolean;
  readonly tokenOf: (kind: Kind, value: string) => string;
}

function leaksIn(text: string, { dictionary, runs, kinds, isOurs, tokenOf }: LeakSearch): Leak[] {
  const leaks: Leak[] = [];
  const look = (part: string): void => {
    const lower = part.normalize('NFC').toLowerCase();
    let found = dictionary.needles.find(lower, 0);
    while (found !== undefined && isOurs(found.value))
      found = dictionary.needles.find(lower, found.at + found.value.length);
    const entry = found === undefined ? undefined : dictionary.entryOf(found.value);
    if (entry !== undefined) leaks.push({ kind: entry.kind, token: tokenOf(entry.kind, entry.value) });
  };
  look(text);
  // What has a shape of its own is in no dictionary: the shape finds it. Nor may a token be taken for one.
  if (kinds.has('uuid') && (signsOf(text) & UUID_SIGNS) === UUID_SIGNS)
    for (const [uuid] of text.matchAll(UUID))
      if (isPrivateUuid(uuid) && !isToken(uuid)) leaks.push({ kind: 'uuid', token: tokenOf('uuid', uuid) });
  const plain = unescaped(text);
  if (plain !== text) look(plain);
  runs.replace(text, (run) => {
    if (!isOurs(run.toLowerCase())) leaks.push({ kind: 'encoded', token: tokenOf('encoded', run) });
    return run;
  });
  return leaks;
}
