import { formatIso } from '../../lib/time-format.ts';
import type { FindingReport, Report } from '../../model/report.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { count, duration } from '../terminal/words.ts';
import { microsOf } from '../trace/when.ts';
import type { Block } from './document.ts';
import { asked, type Row } from './environment.ts';

/** Findings whose time is told. */
const FIRST = 5;

/** When it happened on the machine's own clock, in UTC where that is known, and how often; what the export does not print is asked for. */
export function whenTable(
  { capture, findings }: Report,
  numberOf: (finding: FindingReport) => number = (finding) => findings.indexOf(finding) + 1,
): Block {
  const { span } = capture;
  const rows = findings.slice(0, FIRST).flatMap((finding): Row[] => {
    const { span: when, count: times, title } = finding;
    if (when === undefined) return [];
    const what = findings.length > 1 ? `: ${cutMiddle(title, 120)}` : '';
    return [[`finding ${numberOf(finding)}`, `${timeText(when.from)}${howOften(times, when.durationUs)}${what}`]];
  });
  rows.push(
    span === undefined
      ? ['capture', 'no line has a time']
      : ['capture', `${timeText(span.from)} to ${timeText(span.to)}, ${duration(span.durationUs)}`],
  );
  const times = [span, ...findings.slice(0, FIRST).map((finding) => finding.span)].flatMap((each) => each?.from ?? []);
  const lacking = times.find((at) => utc(at) === '');
  if (lacking !== undefined) rows.push(asked('date and zone', lackOf(lacking)));
  return { kind: 'table', head: ['when', ''], rows };
}

function howOften(times: number, durationUs: number): string {
  if (times === 1) return durationUs > 0 ? `, for ${duration(durationUs)}` : '';
  return `, ${count(times, 'time')}${durationUs > 0 ? ` within ${duration(durationUs)}` : ''}`;
}

function lackOf(at: string): string {
  const offset = 'the UTC offset of these times, as +01:00';
  return /^\d{4}/.test(at) ? offset : `${at.startsWith('--') ? 'the year' : 'the day'}, and ${offset}`;
}

/** Date, time, ms, offset. */
const STAMP = /^(\d{4}-\d\d-\d\d|--\d\d-\d\d|)T?(\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:\d\d|)$/;

/** `2026-03-18 14:05:05.020 +01:00 (2026-03-18 13:05:05 UTC)`. */
function timeText(at: string): string {
  return localText(at) + utc(at).replace('T', ' ').replace('Z)', ' UTC)');
}

/** `2026-03-18 14:05:05.020 +01:00`, without what the export does not print. */
export function localText(at: string): string {
  const [, date = '', time, millis = '', zone = ''] = STAMP.exec(at) ?? [];
  if (time === undefined) return cutMiddle(at, 40);
  return [date, time + (millis === '.000' ? '' : millis), zone].filter((part) => part !== '').join(' ');
}

/** `2026-03-18, UTC +01:00`: the day, or days, of times of which only the time of day is told; empty where no day is known. */
export function daysText(from: string, to: string): string {
  const [, date = '', , , zone = ''] = STAMP.exec(from) ?? [];
  const [, until = ''] = STAMP.exec(to) ?? [];
  if (date === '') return '';
  const days = until === '' || until === date ? date : `${date} to ${until}`;
  return `${days}, ${zone === '' ? 'UTC offset unknown' : zone === 'Z' ? 'UTC' : `UTC ${zone}`}`;
}

/** ` (2026-03-18T13:05:05Z)`; empty where the export prints no offset. */
export function utc(at: string): string {
  const micros = /^\d{4}.*(?:[+-]\d\d:\d\d|Z)$/.test(at) ? microsOf(at) : undefined;
  if (micros === undefined) return '';
  // Microseconds since 1970 by construction.
  const text = formatIso(micros as Parameters<typeof formatIso>[0], 0);
  return ` (${text.replace(/\.\d+/, '').replace('+00:00', 'Z')})`;
}
