import { keep } from '../../lib/keep.ts';
import type { World } from '../../model/entity.ts';
import type { CompiledRule } from '../../model/rule.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { DetectorHandlers } from '../define-detector.ts';
import type { Condition, Occurrence } from './condition.ts';
import { entityOf } from './entities.ts';

/** Lines that say that other lines may be missing from here on. */
const LOSSES = ['log.meta/loss', 'log.daemon/quarantined'] as const;

export interface Listener {
  readonly on: DetectorHandlers;
  /** Events that could not be told apart, since privacy took their FIELD. */
  unread(): number;
}

/** Handlers for every event of the rule: what it asks for, what it needs to be able to see, and what tells of losses. */
export function createListener(
  rule: CompiledRule,
  condition: Condition,
  world: World,
  /** Told of events for which `where` does not hold, where somebody asks. */
  declined?: (event: LooseEvent) => void,
): Listener {
  const { when } = rule.spec;
  const same = 'same' in when ? when.same : undefined;
  const read = same === undefined ? undefined : rule.fieldOf(same);
  const isOneFamily = new Set(Object.keys(condition.on).map((name) => rule.events.get(name)?.family)).size < 2;
  const tally = { unread: 0 };
  const occur = (event: LooseEvent): Occurrence | undefined => {
    const entity = entityOf(event, rule.per, world);
    if (read === undefined) return { event, entity, key: entity.key, value: undefined };
    const { text: value, isPrivate } = keyOf(read(event));
    if (isPrivate) tally.unread += 1;
    if (value === undefined) return undefined;
    // Events of several families come from several processes: the field alone says that they belong together.
    return { event, entity, key: isOneFamily ? `${entity.key}\n${value}` : value, value };
  };
  const handlers = new Map<string, (event: LooseEvent) => void>();
  for (const name of rule.events.keys()) handlers.set(name, () => {});
  for (const [name, handle] of Object.entries(condition.on)) {
    handlers.set(name, (event) => {
      if (!rule.accepts(event)) {
        declined?.(event);
        return;
      }
      const occurrence = occur(event);
      if (occurrence !== undefined) handle(occurrence);
    });
  }
  for (const name of LOSSES) {
    const own = handlers.get(name);
    handlers.set(name, (event) => {
      condition.suspend?.(event.at);
      own?.(event);
    });
  }
  return {
    // Names of the catalog's events with handlers that take any event.
    on: Object.fromEntries(handlers) as unknown as DetectorHandlers,
    unread: () => tally.unread,
  };
}

/** Longer values are told apart by their beginning and length. */
const MAX_VALUE_CHARS = 256;

function short(text: string): string {
  return keep(text.length > MAX_VALUE_CHARS ? `${text.slice(0, MAX_VALUE_CHARS)}…(${text.length})` : text);
}

/** The value as a key. Hashes of private values stay equal and are as good as the value; `<private>` is not. */
function keyOf(value: unknown): { readonly text: string | undefined; readonly isPrivate: boolean } {
  if (value === undefined || value === null) return { text: undefined, isPrivate: false };
  if (typeof value !== 'object') return { text: short(String(value)), isPrivate: false };
  if (!('redacted' in value)) return { text: short(JSON.stringify(value)), isPrivate: false };
  const token = String(value.redacted);
  return token.startsWith('<mask.hash')
    ? { text: short(token), isPrivate: false }
    : { text: undefined, isPrivate: true };
}
