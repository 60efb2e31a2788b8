import { formatIso } from '../../lib/time-format.ts';
import type { Report } from '../../model/report.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { bytes, count, duration } from '../terminal/words.ts';
import { microsOf } from '../trace/when.ts';
import type { Block, Span } from './document.ts';

const ROWS = 15;
/** Findings whose time is told. */
const FIRST = 5;
const CELL = 240;

type Row = readonly [string, Span];

/** The machine, what is installed on it, and the capture, as a table; what only a person knows is asked for. */
export function environmentTable(report: Report): Block {
  const { capture, tool, processes } = report;
  const { machines = [], extensions = [], inputs, levels, boots } = capture;
  const systems = machines
    .map(({ model, platform, build }) => [model, platform, build].filter((part) => part !== undefined).join(' '))
    .filter((facts) => facts !== '');
  const providers = [
    ...new Set(processes.flatMap(({ provider }) => (provider === undefined ? [] : [provider.bundle]))),
  ];
  const rows: Row[] = [
    ...(systems.length === 0 ? [asked('system', 'Mac or device, system version and build')] : []),
    ...systems.map((facts): Row => ['system', facts]),
    ...providers.slice(0, ROWS).map((bundle): Row => ['provider', coded(bundle)]),
    ...machines
      .flatMap(({ configurations }) => configurations)
      .slice(0, ROWS)
      .map((each): Row => ['configuration', said(configurationFacts(each))]),
    ...extensions
      .slice(0, ROWS)
      .map(({ name, bundle, version, state }): Row => ['extension', said([name || bundle, version, state])]),
    ...machines
      .flatMap(({ profiles }) => profiles)
      .slice(0, ROWS)
      .map(({ type, name }): Row => ['profile', said([type, name])]),
    ...(extensions.length === 0 ? [asked('versions', 'of the app and of its extension')] : []),
    ...(machines.length === 0 ? [asked('also installed', 'other VPNs, filters, DNS proxies')] : []),
    ...inputs
      .slice(0, ROWS)
      .map(
        ({ name, format, bytes: size, lines }): Row => [
          'capture',
          said([name, format, bytes(size), lines > 0 && count(lines, 'line')]),
        ],
      ),
    ['levels', said([levels.join(', '), count(boots, 'boot')])],
    ['by', `${tool.name} ${tool.version}`],
  ];
  return { kind: 'table', head: ['environment', ''], rows };
}

function configurationFacts(each: NonNullable<Report['capture']['machines']>[number]['configurations'][number]): Facts {
  return [
    ...[each.name || each.id, each.kind, each.provider, each.isEnabled === false && 'off'],
    ...[each.isOnDemand === true && 'on demand', each.includesAllNetworks === true && 'includes all networks'],
    each.isManaged === true && 'managed',
  ];
}

type Facts = readonly (string | false | undefined)[];

function asked(name: string, what: string): Row {
  return [name, `(to be filled in: ${what})`];
}

function said(facts: Facts): string {
  return cutMiddle(facts.filter((fact) => fact !== false && fact !== undefined && fact !== '').join(', '), CELL);
}

function coded(text: string): Span {
  return { code: cutMiddle(text, CELL) };
}

/** When it happened on the machine's own clock, in UTC where that is known, and how often; what the export does not print is asked for. */
export function whenTable({ capture, findings }: Report): Block {
  const { span } = capture;
  const rows = findings.slice(0, FIRST).flatMap(({ span: when, count: times, title }, index): Row[] => {
    if (when === undefined) return [];
    const what = findings.length > 1 ? `: ${cutMiddle(title, 120)}` : '';
    return [[`finding ${index + 1}`, `${timeText(when.from)}${howOften(times, when.durationUs)}${what}`]];
  });
  if (span === undefined) rows.push(['capture', 'no line has a time']);
  else {
    rows.push(['capture', `${timeText(span.from)} to ${timeText(span.to)}, ${duration(span.durationUs)}`]);
    if (utc(span.from) === '') rows.push(asked('date and zone', lackOf(span.from)));
  }
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

const STAMP = /^(\d{4}-\d\d-\d\d|--\d\d-\d\d|)T?(\d\d:\d\d:\d\d)(\.\d{3})?\d*(Z|[+-]\d\d:\d\d|)$/;

/** `2026-03-18 14:05:05.020 +01:00 (2026-03-18 13:05:05 UTC)`. */
function timeText(at: string): string {
  const [, date = '', time, millis = '', zone = ''] = STAMP.exec(at) ?? [];
  if (time === undefined) return cutMiddle(at, 40);
  const local = [date, time + (millis === '.000' ? '' : millis), zone].filter((part) => part !== '').join(' ');
  return local + utc(at).replace('T', ' ').replace('Z)', ' UTC)');
}

/** ` (2026-03-18T13:05:05Z)`; empty where the export prints no offset. */
export function utc(at: string): string {
  const micros = /^\d{4}.*(?:[+-]\d\d:\d\d|Z)$/.test(at) ? microsOf(at) : undefined;
  if (micros === undefined) return '';
  // Microseconds since 1970 by construction.
  const text = formatIso(micros as Parameters<typeof formatIso>[0], 0);
  return ` (${text.replace(/\.\d+/, '').replace('+00:00', 'Z')})`;
}
