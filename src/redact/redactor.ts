import type { LogRecord, Origin } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import { Dictionary } from './dictionary.ts';
import { createEncodedRuns, type EncodedRuns } from './encoded-runs.ts';
import { KINDS_OF, type Kind, type RedactionLevel } from './kinds.ts';
import { pathParts, type Replace, rewriteByPattern } from './rewrite.ts';
import { isAppleImage, isAppleName } from './software-names.ts';
import { createTokens, isToken } from './tokens.ts';
import { typedValues } from './typed-fields.ts';

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
  /** The same of an event. */
  learnEvent(event: LooseEvent): void;
  learnText(text: string): void;
  learnValue(kind: Kind | 'endpoint', value: string): void;
  seal(): void;
  record(record: LogRecord, event: LooseEvent | undefined): LogRecord;
  text(text: string): string;
  value(kind: Kind | 'endpoint', value: string): string;
  /** Private values that a text still holds in any writing; empty where it is clean. */
  leaks(text: string): readonly Leak[];
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
  let noticed: Noticed = () => {};
  const learn: Replace = (kind, value, byShape) => {
    if (kinds.has(kind) && !byShape && tokens.of(kind, value) !== value) remember(kind, value);
    return kinds.has(kind) ? tokens.of(kind, value) : value;
  };
  function remember(kind: Kind, value: string): void {
    dictionary.add(kind, value);
    // A machine's name is said with and without the suffix of its own network.
    if (kind === 'host' && /^[^.]+\.local\.?$/i.test(value))
      dictionary.add('device', value.replace(/\.local\.?$/i, ''));
  }
  const write: Replace = (kind, value) => {
    if (!kinds.has(kind) && kind !== 'url') return value;
    const token = tokens.of(kind, value);
    if (token !== value) noticed(kind, value, token);
    return token;
  };
  const runs = createEncodedRuns((decoded) => dictionary.needles.find(decoded.toLowerCase(), 0) !== undefined);
  const text = (written: string): string => {
    if (written === '') return '';
    const shaped = rewriteByPattern(written, kinds, write);
    return withRuns(replaceKnown(shaped, dictionary, write), runs, write);
  };
  // Seen as something else before, it stays that: one value, one token.
  const value = (kind: Kind | 'endpoint', written: string): string =>
    typedValue(dictionary.entryOf(written.normalize('NFC').toLowerCase())?.kind ?? kind, written, write, text);
  const origins = new Map<Origin, Origin>();
  const redactor: Redactor = {
    level,
    learnRecord(record, event) {
      if (event !== undefined) redactor.learnEvent(event);
      else {
        learnOrigin(record.origin, dictionary, learn);
        redactor.learnText(record.message);
      }
      if (record.formatString !== undefined) redactor.learnText(record.formatString);
    },
    learnEvent(event) {
      learnOrigin(event.origin, dictionary, learn);
      redactor.learnText(event.message);
      for (const [kind, each] of typedValues(event.name, event.fields)) redactor.learnValue(kind, each);
    },
    learnText: (written) => void rewriteByPattern(written, kinds, learn),
    learnValue: (kind, written) => void typedValue(kind, written, learn, (rest) => rest),
    seal: () => dictionary.seal(),
    record(record, event) {
      let origin = origins.get(record.origin);
      if (origin === undefined) {
        origin = redactOrigin(record.origin, kinds, { text, write });
        origins.set(record.origin, origin);
      }
      const { formatString, boot } = record;
      const isLeftOut = kinds.has('text') && event === undefined && record.message !== '';
      return {
        ...record,
        origin,
        message: isLeftOut ? `<left out: ${record.message.length} characters>` : text(record.message),
        formatString: isLeftOut || formatString === undefined ? undefined : text(formatString),
        boot: boot === undefined ? undefined : text(boot),
      };
    },
    text,
    value,
    leaks: (written) => leaksIn(written, dictionary, runs, (kind, each) => tokens.of(kind, each)),
    notice: (listener) => {
      noticed = listener;
    },
    get size() {
      return dictionary.size;
    },
  };
  return redactor;
}

/** A value whose place says what it is. */
function typedValue(kind: Kind | 'endpoint', value: string, replace: Replace, text: (value: string) => string): string {
  if (isToken(value)) return value;
  if (kind === 'endpoint') return endpoint(value, replace);
  if (kind === 'dir') return text(pathParts(value, replace));
  return text(replace(kind, value, false));
}

/** An address or a host, perhaps with its port. */
function endpoint(value: string, replace: Replace): string {
  const [, open = '', bare = value, close = '', port = ''] =
    /^(\[?)(.*?)(\]?)([:.]\d{1,5})?$/.exec(
      /^[\d.]+$/.test(value) && value.split('.').length === 4 ? `${value}` : value,
    ) ?? [];
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return replace('ip', value, false);
  if (/^[\d.]+$/.test(bare) || bare.includes(':'))
    return open + replace('ip', bare.replace(/%.*$/, ''), false) + (/%.*$/.exec(bare)?.[0] ?? '') + close + port;
  if (!/^[\p{L}\p{N}_*][\p{L}\p{N}_.*-]{1,253}$/u.test(bare) || /^(?:null|nil|unknown|none|any)$/i.test(bare))
    return value;
  return open + replace('host', bare, false) + close + port;
}

function learnOrigin(origin: Origin, dictionary: Dictionary, learn: Replace): void {
  const { process, processPath = '', sender, subsystem } = origin;
  for (const path of [processPath, sender]) if (/^\/(?:Users|home|Volumes)\//.test(path)) pathParts(path, learn);
  if (!isAppleOrigin(origin)) {
    dictionary.keep(process);
    learn('app', process, false);
  }
  if (subsystem !== '' && !isAppleName(subsystem)) dictionary.keep(subsystem);
}

function isAppleOrigin({ process, processPath }: Origin): boolean {
  return processPath?.startsWith('/') === true ? isAppleImage(processPath) : isAppleName(process);
}

interface Writers {
  readonly text: (text: string) => string;
  readonly write: Replace;
}

function redactOrigin(origin: Origin, kinds: ReadonlySet<Kind>, { text, write }: Writers): Origin {
  const name = (value: string): string =>
    kinds.has('app') && !isAppleName(value) ? write('app', value, false) : text(value);
  const path = (value: string): string => {
    const person = /^\/(?:Users|home|Volumes)\//.test(value) ? pathParts(value, write) : value;
    if (!kinds.has('app') || isAppleImage(value)) return text(person);
    return person
      .split('/')
      .map((part) => (STANDARD_FOLDERS.test(part) || isToken(part) ? part : name(part)))
      .join('/');
  };
  const isApples = isAppleOrigin(origin);
  const process = isApples ? text(origin.process) : name(origin.process);
  return {
    ...origin,
    process,
    processPath: origin.processPath === undefined ? undefined : path(origin.processPath),
    sender: origin.sender === origin.process ? process : sender(origin, path, name),
    subsystem: isAppleName(origin.subsystem) ? text(origin.subsystem) : name(origin.subsystem),
    category: isAppleName(origin.subsystem) ? text(origin.category) : name(origin.category),
  };
}

/** Apple's libraries log for everybody. A name without a path is taken for theirs where the subsystem is, or it is a library. */
function sender(
  { sender, subsystem }: Origin,
  path: (value: string) => string,
  name: (value: string) => string,
): string {
  if (sender.includes('/')) return path(sender);
  const isApples = (subsystem !== '' && isAppleName(subsystem)) || /^lib[\w.+-]+\.dylib$/.test(sender);
  return isApples || FRAMEWORKS.test(sender) ? sender : name(sender);
}

const FRAMEWORKS =
  /^(?:Network|NetworkExtension|CFNetwork|Foundation|CoreFoundation|Security|SystemExtensions|Symptom\w+|[A-Z]\w+ (?:Framework|Driver)|App[l]e\w+|IO\w+)$/;

const STANDARD_FOLDERS =
  /^(?:|Users|home|Volumes|Library|SystemExtensions|Applications|Contents|MacOS|PlugIns|Frameworks|Versions|[A-Z]|Application Support|XPCServices|PrivilegedHelperTools|private|var|containers|Bundle|Application|opt|local|bin)$/;

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

function withRuns(text: string, runs: EncodedRuns, write: Replace): string {
  return runs.replace(text, (run) => write('encoded', run, true));
}

function leaksIn(
  text: string,
  dictionary: Dictionary,
  runs: EncodedRuns,
  tokenOf: (kind: Kind, value: string) => string,
): Leak[] {
  const leaks: Leak[] = [];
  const look = (part: string): void => {
    const lower = part.normalize('NFC').toLowerCase();
    const found = dictionary.needles.find(lower, 0);
    const entry = found === undefined ? undefined : dictionary.entryOf(found.value);
    if (entry !== undefined) leaks.push({ kind: entry.kind, token: tokenOf(entry.kind, entry.value) });
  };
  look(text);
  runs.replace(text, (run) => {
    leaks.push({ kind: 'encoded', token: tokenOf('encoded', run) });
    return run;
  });
  return leaks;
}
