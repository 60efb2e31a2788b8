import type { EventMap } from './events.generated.ts';
import type { Level, Origin, RecordRef } from './log-record.ts';
import type { Micros } from './units.ts';

export type { EventMap } from './events.generated.ts';

/** `family/message`, as the catalog names it. */
export type EventName = keyof EventMap;

export interface EventBase {
  readonly at: Micros;
  readonly origin: Origin;
  /** -1 where the export prints no pid. */
  readonly pid: number;
  readonly tid: number;
  readonly level: Level;
  readonly boot: string | undefined;
  readonly message: string;
  readonly ref: RecordRef;
}

/** A recognised record. `fields` are the captures of the catalog's message, converted. */
export type EventOf<N extends EventName> = N extends EventName
  ? EventBase & { readonly name: N; readonly fields: EventMap[N] }
  : never;

export type TypedEvent = { [N in EventName]: EventOf<N> }[EventName];

/** An event whose name is known at run time only: one of a user's own grammar. */
export interface LooseEvent extends EventBase {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
