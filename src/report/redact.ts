import type { Subject } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Kind } from '../redact/kinds.ts';
import { prove } from '../redact/prove.ts';
import type { Redactor } from '../redact/redactor.ts';

type Place = Kind | 'endpoint' | 'keep' | 'text';

/** What stands under a key, wherever in the report; everything else is text. */
const BY_KEY: Readonly<Record<string, Place>> = {
  ...all(
    ['schemaVersion', 'detector', 'severity', 'confidence', 'status', 'state', 'check', 'code', 'format', 'levels'],
    'keep',
  ),
  ...all(
    ['grade', 'kind', 'at', 'from', 'to', 'takenAt', 'tool', 'title', 'means', 'for', 'protocol', 'signal'],
    'keep',
  ),
  ...all(['power', 'byState', 'omitted', 'lanes.states', 'platform', 'build', 'model', 'type', 'expected'], 'keep'),
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
  ...all(['sessions', 'configurations', 'profiles'], 'config'),
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
  'configurations.id': 'uuid',
  'configurations.provider': 'app',
  'lanes.uuid': 'uuid',
  'sessions.uuid': 'uuid',
  'detectors.missing': 'text',
  'detectors.error': 'text',
  'detectors.remedy': 'text',
};

function all(keys: readonly string[], place: Place): Record<string, Place> {
  return Object.fromEntries(keys.map((key) => [key, place]));
}

/**
 * The report with a token in the place of every private value: once, for all renderers. The redactor has learnt from the events of
 * the run before. Throws `UserError` (exit code 6) where one would still be in it.
 */
export function redactReport(report: Report, redactor: Redactor): Report {
  walk(report, (text, place) => {
    if (place === 'text') redactor.learnText(text);
    else if (place !== 'keep') redactor.learnValue(place, text);
    return text;
  });
  redactor.seal();
  const redacted = walk(report, (text, place) => {
    if (place === 'keep') return text;
    const written = place === 'text' ? redactor.text(text) : redactor.value(place, text);
    prove(redactor, written, () => 'the report');
    return written;
  });
  // The walk keeps every shape: only texts are other texts.
  return redacted as Report;
}

function walk(report: Report, use: (text: string, place: Place) => string): unknown {
  const visit = (value: unknown, key: string, path: readonly string[], owner: unknown): unknown => {
    if (typeof value === 'string') return use(value, placeOf(key, path, owner));
    if (Array.isArray(value)) return value.map((each) => visit(each, key, path, owner));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, visit(each, name, [...path, key], value)]),
    );
  };
  return visit(report, '', [], undefined);
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
  if (path.includes('lanes')) return 'config';
  if (list !== 'subjects') return NAMES[list] ?? 'text';
  // Its own shape: the walk came from a subject.
  return SUBJECTS[(owner as Subject).kind] ?? 'text';
}
