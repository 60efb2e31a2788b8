import { keep } from '../../lib/keep.ts';
import type { CompiledRule } from '../../model/rule.ts';
import type { LooseEvent } from '../../model/typed-event.ts';

/** What `unless` may still look at of a message when the capture has ended. */
const MESSAGE_CHARS = 1_024;
const MAX_DEPTH = 4;

/** Copies an event so that it does not keep its batch alive. */
export type KeepEvent = (event: LooseEvent) => LooseEvent;

/** Copies what the end of the capture may ask of an event: all of it for `unless`, else the fields that the title holds and its flow. */
export function keepFor({ spec, unlessText }: CompiledRule): KeepEvent {
  if (unlessText !== undefined) return keepWhole;
  const names = [...spec.title.matchAll(/\{([\w.-]+)\}/g)].flatMap(([, name = '']) => [
    name,
    name.split('.')[0] ?? name,
  ]);
  const asked = [...new Set([...names, 'flow'])];
  return (event) => {
    const fields: Record<string, unknown> = {};
    for (const name of asked) if (Object.hasOwn(event.fields, name)) fields[name] = keepValue(event.fields[name], 1);
    return { ...event, message: '', boot: undefined, fields };
  };
}

function keepWhole(event: LooseEvent): LooseEvent {
  return {
    ...event,
    message: keep(event.message.slice(0, MESSAGE_CHARS)),
    boot: event.boot === undefined ? undefined : keep(event.boot),
    // A record of fields stays one.
    fields: keepValue(event.fields, 0) as LooseEvent['fields'],
  };
}

function keepValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return keep(value.slice(0, MESSAGE_CHARS));
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((each) => keepValue(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, keepValue(each, depth + 1)]));
}
