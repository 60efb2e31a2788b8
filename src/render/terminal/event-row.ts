import type { LogRecord } from '../../model/log-record.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { cutEnd } from './columns.ts';
import { line, paint, span } from './line.ts';
import { visible } from './visible.ts';

/** `12:29:37.123456` of a stamp that begins with the date. */
const CLOCK = [11, 26] as const;
const NARROW = 100;

/** One event on one line: clock, who printed it, its name, its values. A record that is no event shows its message. */
export function renderEventRow(
  record: LogRecord,
  event: LooseEvent | undefined,
  stamp: string,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const { origin, pid } = record;
  const who = `${origin.process === '' ? 'log' : origin.process}${pid > 0 ? `[${pid}]` : ''}`;
  const whoWidth = options.width < NARROW ? 20 : 30;
  const told = event === undefined ? record.message : `${fieldsText(event.fields)}`;
  const row = line(
    span(`${stamp.slice(...CLOCK)} `, 'quiet'),
    cutEnd(visible(who), whoWidth).padEnd(whoWidth),
    ' ',
    span(visible(event?.name ?? '-'), event === undefined ? 'quiet' : 'label'),
    ' ',
    visible(told),
  );
  return paint([row], options);
}

/** `name=value`, values with blanks in quotes, parts of composite values behind a dot. */
export function fieldsText(fields: Readonly<Record<string, unknown>>, path = ''): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const text = valueText(value, `${path}${name}`);
    return text === '' ? [] : [text];
  });
  return parts.join(' ');
}

function valueText(value: unknown, path: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') {
    const text = String(value);
    return `${path}=${/[\s"=]/.test(text) || text === '' ? JSON.stringify(text) : text}`;
  }
  if ('redacted' in value) return `${path}=${String(value.redacted)}`;
  if (Array.isArray(value)) return value.length === 0 ? '' : `${path}=[${value.map(itemText).join(', ')}]`;
  // Neither array nor null: an object with string keys.
  return fieldsText(value as Readonly<Record<string, unknown>>, `${path}.`);
}

function itemText(item: unknown): string {
  return typeof item === 'object' && item !== null ? `{${fieldsText({ ...item })}}` : String(item);
}
