import type { Subject } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Kind } from './kinds.ts';
import { prove } from './prove.ts';
import type { Redactor } from './redactor.ts';

type Place = Kind | 'endpoint' | 'keep' | 'text' | 'unread';

/** What stands under a key, wherever in the report; everything else is text. */
const BY_KEY: Readonly<Record<string, Place>> = {
  ...all(
    ['schemaVersion', 'detector', 'severity', 'confidence', 'status', 'state', 'check', 'code', 'format', 'levels'],
    'keep',
  ),
  ...all(
    [
      'grade',
      'kind',
      'at',
      'from',
      'to',
      'until',
      'event',
      'takenAt',
      'tool',
      'title',
      'means',
      'for',
      'protocol',
      'signal',
    ],
    'keep',
  ),
  ...all(['power', 'byState', 'omitted', 'lanes.states', 'platform', 'build', 'model', 'type', 'expected'], 'keep'),
  ...all(['step', 'since', 'outcome', 'stoppedAfter'], 'keep'),
  // Of a comparison, and of what was weighed.
  ...all(['change', 'incomparable', 'join', 'holds', 'start'], 'keep'),
  ...all(['input', 'container', 'unread'], 'file'),
  ...all(['bundle', 'application', 'app', 'process', 'startedBy', 'stoppedBy', 'sentBy'], 'app'),
  ...all(['session', 'uuid', 'incident'], 'uuid'),
  team: 'team',
  remote: 'endpoint',
  addresses: 'endpoint',
};

/** `name` is everybody's: by the list that it stands in. */
const NAMES: Readonly<Record<string, Place>> = {
  ...all(['inputs', 'machines'], 'file'),
  ...all(['sessions', 'starts', 'configurations', 'profiles'], 'config'),
  ...all(['processes', 'extensions'], 'app'),
  interfaces: 'keep',
  dns: 'host',
};
/** Of a subject by what it is. */
const SUBJECTS: Readonly<Record<string, Place>> = {
  ...all(['provider', 'app', 'process', 'extension'], 'app'),
  session: 'config',
  interface: 'keep',
  machine: 'device',
};
/** Words of a state's own that a name may be made of, by the list: left as they are. */
const KEPT_LISTS = new Set(['lanes', 'detectors', 'flowTotals']);
const BY_LIST: Readonly<Record<string, Place>> = {
  // A rule's title may quote what the log says.
  'findings.title': 'text',
  'focus.title': 'text',
  // A line of the input that nobody could read.
  'example.text': 'unread',
  'baselined.expires': 'keep',
  'configurations.id': 'uuid',
  'configurations.provider': 'app',
  'lanes.uuid': 'uuid',
  'lines.who': 'app',
  'sessions.uuid': 'uuid',
  'detectors.missing': 'text',
  'detectors.error': 'text',
  'detectors.remedy': 'text',
  'outcome.id': 'keep',
  'needs.level': 'keep',
  // As somebody typed it: a name or a UUID.
  'asked.session': 'text',
  'attempts.session': 'config',
};

function all(keys: readonly string[], place: Place): Record<string, Place> {
  return Object.fromEntries(keys.map((key) => [key, place]));
}

/**
 * The report, or the report and what else is told of the capture, with a token in the place of every private value: once, for
 * all renderers. The redactor has learnt from the events of the run before. Throws `UserError` (exit code 6) where one would
 * still be in it.
 */
export function redactReport<T extends Report | { readonly report: Report }>(told: T, redactor: Redactor): T {
  learnParts(told, redactor);
  redactor.seal();
  return rewriteParts(told, redactor);
}

/** What a report, or a part of one under the name of its list, says is private: before the redactor is sealed. */
export function learnParts(parts: object, redactor: Redactor): void {
  walk(parts, (text, place) => {
    if (place === 'text' || place === 'unread') redactor.learnText(text);
    else if (place !== 'keep') redactor.learnValue(place, text);
    return text;
  });
}

/** The same with tokens. Throws `UserError` (exit code 6) where a private value would still be in it. */
export function rewriteParts<T extends object>(parts: T, redactor: Redactor): T {
  const redacted = walk(parts, (text, place) => {
    if (place === 'keep') return text;
    const written = rewritten(text, place, redactor);
    prove(redactor, written, () => 'the report');
    return written;
  });
  // The walk keeps every shape: only texts are other texts.
  return redacted as T;
}

function rewritten(text: string, place: Exclude<Place, 'keep'>, redactor: Redactor): string {
  if (place === 'text') return redactor.text(text);
  return place === 'unread' ? redactor.message(text, false) : redactor.value(place, text);
}

/** The same with nothing of the capture's in it: what a drawing of it says are words of ours. */
export function blankParts<T extends object>(parts: T): T {
  // The walk keeps every shape: only texts are other texts.
  return walk(parts, (text, place) => (place === 'keep' ? text : '')) as T;
}

function walk(told: unknown, use: (text: string, place: Place) => string): unknown {
  const visit = (value: unknown, key: string, path: readonly string[], owner: unknown): unknown => {
    if (typeof value === 'string') return use(value, placeOf(key, path, owner));
    if (Array.isArray(value)) return value.map((each) => visit(each, key, path, owner));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, visit(each, name, [...path, key], value)]),
    );
  };
  return visit(told, '', [], undefined);
}

function placeOf(key: string, path: readonly string[], owner: unknown): Place {
  const list = path.at(-1) ?? '';
  if (key === 'name') return placeOfName(list, path, owner);
  const special = BY_LIST[`${list}.${key}`];
  if (special !== undefined) return special;
  if (KEPT_LISTS.has(list)) return 'keep';
  return Object.hasOwn(BY_KEY, key) ? (BY_KEY[key] ?? 'text') : 'text';
}

function placeOfName(list: string, path: readonly string[], owner: unknown): Place {
  // Of a flow's trail they are processes.
  if (path.includes('lanes')) return path.includes('trails') ? 'app' : 'config';
  if (list !== 'subjects') return NAMES[list] ?? 'text';
  // Its own shape: the walk came from a subject.
  return SUBJECTS[(owner as Subject).kind] ?? 'text';
}
