import { Dump, processTitle } from './dump.ts';
import { fieldsOf, namedPid } from './text-header.ts';

/** Lines of the head; what is sampled stands below it. */
const HEAD_LINES = 120;
const MAX_STACK = 12;

/** What a report about CPU, disk writes or wakeups says, and when. */
export interface ResourceFacts {
  readonly captured: string | undefined;
  readonly text: string;
}

/** Keys of the head under the names by which the record tells them. */
const KEYS: readonly (readonly [key: string, name: string])[] = [
  ['Event', 'event'],
  ['Action taken', 'action'],
  ['CPU', 'cpu'],
  ['CPU Time', 'cpu time'],
  ['CPU limit', 'cpu limit'],
  ['Limit duration', 'limit duration'],
  ['CPU used', 'cpu used'],
  ['CPU duration', 'cpu duration'],
  ['Writes', 'writes'],
  ['Writes limit', 'writes limit'],
  ['Writes caused', 'writes caused'],
  ['Wakeups', 'wakeups'],
  ['Wakeups limit', 'wakeups limit'],
  ['Wakeups caused', 'wakeups caused'],
  ['Duration', 'duration'],
  ['Duration Sampled', 'sampled'],
  ['Footprint', 'footprint'],
];

/** A report that a process used too much of something; the process lives on unless the action says otherwise. */
export function readResource(lines: readonly string[]): ResourceFacts {
  const fields = fieldsOf(lines.slice(0, HEAD_LINES));
  const command = namedPid(fields.get('Process') ?? fields.get('Command'));
  const pid = command?.pid ?? digits(fields.get('PID'));
  const captured = fields.get('Date/Time');
  const dump = new Dump(`resource report: ${processTitle(command?.name, pid)}`)
    .add('bundle', fields.get('Identifier'))
    .add('version', fields.get('Version'))
    .add('path', fields.get('Path'))
    .add('parent', fields.get('Parent'))
    .add('captured', captured)
    .add('ended', fields.get('End time'))
    .add('system', fields.get('OS Version'));
  for (const [key, name] of KEYS) dump.add(name, fields.get(key));
  return { captured, text: dump.addNumbered('heaviest', heaviest(lines)).text };
}

/** `  10  ??? (libsystem_pthread.dylib + 7164) [0x18f…]`, below `Heaviest stack for …`. */
export function heaviest(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line.startsWith('Heaviest stack'));
  if (from < 0) return [];
  const stack: string[] = [];
  for (const line of lines.slice(from + 1, from + 200)) {
    const [, call] = /^\s+\*?\d{1,9}\s+(\S.*?)(?: \[0x[0-9a-f]+\])?$/.exec(line) ?? [];
    if (call === undefined) break;
    stack.push(call);
  }
  // The innermost calls stand last.
  return stack.slice(-MAX_STACK);
}

function digits(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
