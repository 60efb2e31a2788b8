import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { Burst, Match } from './condition.ts';
import type { Entity } from './entities.ts';
import type { KeepEvent } from './keep-event.ts';

const MAX_FIRST = 5;
const MAX_LAST = 4;
const MAX_VALUES = 8;

/** All matches of one entity: what becomes one finding. */
export interface Group {
  entity: Entity;
  /** Of the first match. */
  readonly event: LooseEvent;
  readonly decisive: Cite;
  /** The first lines and the last ones. */
  readonly first: Cite[];
  readonly last: Cite[];
  matches: number;
  count: number;
  from: Micros;
  to: Micros;
  /** How long the first match took. */
  readonly tookUs: number;
  /** The one with the most lines. */
  largest: Burst | undefined;
  bursts: number;
  /** The newest burst, to tell the next one. */
  current: Burst | undefined;
  readonly values: Set<string>;
}

export interface Groups {
  add(match: Match): void;
  readonly all: Iterable<Group>;
  /** Matches of entities that came when there were too many. */
  readonly overflow: number;
}

/** Folds matches by entity; everything in it is bounded. */
export function createGroups(capacity: number, keepEvent: KeepEvent): Groups {
  const groups = new Map<string, Group>();
  let overflow = 0;
  return {
    get all() {
      return groups.values();
    },
    get overflow() {
      return overflow;
    },
    add(match) {
      const known = groups.get(match.entity.key);
      if (known !== undefined) fold(known, match);
      else if (groups.size < capacity) groups.set(match.entity.key, groupOf(match, keepEvent(match.event)));
      else overflow += 1;
    },
  };
}

function groupOf(match: Match, event: LooseEvent): Group {
  const { entity, decisive, others, count, from, to, burst, value } = match;
  return {
    entity,
    event,
    decisive,
    first: others.slice(0, MAX_FIRST),
    last: [],
    matches: 1,
    count,
    from,
    to,
    tookUs: to - from,
    largest: burst,
    bursts: burst === undefined ? 0 : 1,
    current: burst,
    values: new Set(value === undefined ? [] : [value]),
  };
}

function fold(group: Group, match: Match): void {
  const { decisive, others, count, from, to, burst, value } = match;
  // What the first lines could not tell of the entity, a later one may.
  if (!group.entity.isTold && match.entity.isTold) group.entity = match.entity;
  group.matches += 1;
  group.count += count;
  if (from < group.from) group.from = from;
  if (to > group.to) group.to = to;
  for (const cite of [...others, decisive]) {
    if (group.first.length < MAX_FIRST) group.first.push(cite);
    else group.last.push(cite);
    if (group.last.length > MAX_LAST) group.last.shift();
  }
  if (burst !== undefined && burst !== group.current) {
    group.bursts += 1;
    group.current = burst;
  }
  if (burst !== undefined && burst.count > (group.largest?.count ?? 0)) group.largest = burst;
  if (value !== undefined && group.values.size < MAX_VALUES) group.values.add(value);
}
