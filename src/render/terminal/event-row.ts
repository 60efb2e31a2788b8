import type { LogRecord } from '../../model/log-record.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { cutEnd, padEnd } from './columns.ts';
import { line, paint, span } from './line.ts';
import { visible } from './visible.ts';

/** Below this width the row says less of when and who, so that what happened has room. */
const WIDE = 100;
/** The clock in a stamp: `2026-03-01 12:29:37.123456+0100`, or without its year or its date. */
const TIME_OF_DAY = /\d\d:\d\d:\d\d\.\d+/;

/** One event on one line: clock, who printed it, its name, its values. A record that is no event shows its message. */
export function renderEventRow(
  record: LogRecord,
  event: LooseEvent | undefined,
  stamp: string,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const isWide = options.width >= WIDE;
  const told = event === undefined ? record.message : fieldsText(event.fields);
  const clock = (TIME_OF_DAY.exec(stamp)?.[0] ?? '').slice(0, isWide ? 15 : 12).padEnd(isWide ? 15 : 12);
  const row = line(
    span(`${clock} `, 'quiet'),
    padEnd(cutEnd(whoOf(record, isWide), isWide ? 30 : 16), isWide ? 30 : 16),
    ' ',
    span(nameOf(event, isWide), event === undefined ? 'quiet' : 'label'),
    ' ',
    visible(told),
  );
  return paint([row], options);
}

function whoOf({ origin, pid }: LogRecord, isWide: boolean): string {
  const process = visible(origin.process === '' ? 'log' : origin.process);
  return isWide && pid > 0 ? `${process}[${pid}]` : process;
}

/** The process tells the family well enough where there is little room. */
function nameOf(event: LooseEvent | undefined, isWide: boolean): string {
  if (event === undefined) return '-';
  return visible(isWide ? event.name : event.name.slice(event.name.indexOf('/') + 1));
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
