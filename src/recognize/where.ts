import { canonicalField, LISTED_FIELDS, WALL_CLOCK } from '../language/predicate/fields.ts';
import type { KnownFields } from '../language/source-text.ts';
import type { Catalog, Predicate, Template } from '../model/catalog.ts';
import type { LogRecord, Origin } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';

/** What `--where` looks at: a record, and the event that it is. */
export interface Subject {
  readonly record: Pick<LogRecord, 'at' | 'origin' | 'pid' | 'tid' | 'level' | 'message' | 'boot' | 'ref'> &
    Partial<Pick<LogRecord, 'formatString'>>;
  readonly event: LooseEvent | undefined;
}

/** What a subject cannot say of itself. */
export interface WhereContext {
  inputName(input: number): string;
  /** UTC offset of the input's clock at that moment, in minutes. */
  offsetOf(at: number, input: number): number | undefined;
  /** `provider`, or empty. */
  roleOf(origin: Origin): string;
}

/** Readers for `compilePredicate`: Apple's fields, ours, and the fields of events (`session.id` reaches into one). */
export function readSubjectField(context: WhereContext): (field: string) => (subject: Subject) => unknown {
  const known: Readonly<Record<string, (subject: Subject) => unknown>> = {
    process: ({ record }) => record.origin.process,
    processImagePath: ({ record }) => record.origin.processPath ?? pathOf(record.origin.process),
    sender: ({ record }) => record.origin.sender,
    senderImagePath: ({ record }) => pathOf(record.origin.sender),
    role: ({ record }) => context.roleOf(record.origin),
    session: ({ event }) => keyOf(event?.fields.session),
    subsystem: ({ record }) => record.origin.subsystem,
    category: ({ record }) => record.origin.category,
    eventMessage: ({ record }) => record.message,
    formatString: ({ record }) => record.formatString,
    messageType: ({ record }) => record.level,
    processIdentifier: ({ record }) => (record.pid < 0 ? undefined : record.pid),
    threadIdentifier: ({ record }) => record.tid,
    timestamp: ({ record }) => record.at,
    [WALL_CLOCK]: ({ record }) => record.at + (context.offsetOf(record.at, record.ref.input) ?? 0) * 60_000_000,
    bootUUID: ({ record }) => record.boot,
    event: ({ event }) => event?.name,
    family: ({ event }) => event?.name.slice(0, event.name.indexOf('/')),
    input: ({ record }) => context.inputName(record.ref.input),
    line: ({ record }) => record.ref.line,
  };
  return (field) => (Object.hasOwn(known, field) ? (known[field] ?? nothing) : readPath(field));
}

/** Of an image whose path the export does not print the name is known: `ENDSWITH "/nesessionmanager"` finds it. */
function pathOf(image: string): string {
  return `/${image}`;
}

/** The UUID stands for the session; its other parts are `session.name`, `session.class` … */
function keyOf(session: unknown): unknown {
  return typeof session === 'object' && session !== null && 'id' in session ? session.id : session;
}

function nothing(): undefined {
  return undefined;
}

/** `fields.x` and `x` are the same; `x.y` is a part of a composite value or of a body. */
function readPath(field: string): (subject: Subject) => unknown {
  const path = field.replace(/^fields\./, '');
  const steps = path.split('.');
  return ({ event }) => {
    if (event === undefined) return undefined;
    if (Object.hasOwn(event.fields, path)) return event.fields[path];
    let value: unknown = event.fields;
    for (const step of steps) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      // The line above says that the object has it.
      value = (value as Readonly<Record<string, unknown>>)[step];
    }
    return value;
  };
}

/** Every name that a predicate over events of this catalog may ask for. */
export function knownFields(catalog: Catalog): KnownFields {
  const holes = new Set(['said', 'also', 'endpoint']);
  const add = (templates: readonly Template[] | undefined): void => {
    for (const { parts } of templates ?? [])
      for (const part of parts) if (typeof part !== 'string') holes.add(part.name);
  };
  for (const family of catalog.families) {
    if (family.head !== undefined) add([family.head]);
    for (const { texts } of family.messages) add(texts);
  }
  const own = new Set(LISTED_FIELDS);
  return {
    has(name) {
      const path = name.replace(/^fields\./, '');
      return own.has(canonicalField(name)) || holes.has(path) || holes.has(path.split('.')[0] ?? '');
    },
    names: () => holes,
  };
}

/** Fields of Apple's that no capture keeps here: asking for them would always be answered with no. */
const NOT_KEPT: readonly string[] = ['activityIdentifier'];

/** A field of the predicate that cannot be answered, if there is one. */
export function unanswerable(predicate: Predicate): string | undefined {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return predicate.terms.map(unanswerable).find((field) => field !== undefined);
    case 'not':
      return unanswerable(predicate.term);
    case 'compare':
      return NOT_KEPT.includes(predicate.field) ? predicate.field : undefined;
    default:
      return undefined;
  }
}
