import { formatIso } from '../../lib/time-format.ts';
import type { LanesReport, PowerReport, Report } from '../../model/report.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { bytes, count, duration, LIGHT, number } from '../terminal/words.ts';
import { microsOf } from '../trace/when.ts';
import { code, fenced, inline, table } from './escape.ts';

const ROWS = 30;
const CELLS = 72;
const BARS = '▁▂▃▄▅▆▇█';
const POWER: Readonly<Record<string, string>> = { awake: '█', dark: '▄', asleep: '▁', unknown: ' ' };

/** What was read, from when to when, and on which machine. */
export function captureTable({ capture, tool }: Report): string {
  const { span, inputs, records, events, boots } = capture;
  const machines = (capture.machines ?? []).map(({ model, platform, build }) =>
    [model, platform, build].filter((part) => part !== undefined).join(' '),
  );
  const rows = [
    ...inputs
      .slice(0, ROWS)
      .map(({ name, format, bytes: size, lines }) => [
        'input',
        `${cell(name)}, ${inline(format)}, ${bytes(size)}, ${count(lines, 'line')}`,
      ]),
    ...(inputs.length > ROWS ? [['input', `and ${number(inputs.length - ROWS)} more`]] : []),
    ...machines.filter((facts) => facts !== '').map((facts) => ['machine', inline(cutMiddle(facts, 200))]),
    ...setUp(capture).slice(0, ROWS),
    ...(span === undefined
      ? []
      : [['time', `${code(span.from)} to ${code(span.to)} (${duration(span.durationUs)})`], ...inUtc(span)]),
    ['read', `${count(records, 'record')}, ${count(events, 'event')}, ${count(boots, 'boot')}`],
    ['by', `${inline(tool.name)} ${inline(tool.version)}`],
  ];
  return table(['capture', ''], rows);
}

/** What is installed on the machines that touches the network. */
function setUp({ machines = [], extensions = [] }: Report['capture']): string[][] {
  const said = (facts: readonly (string | false | undefined)[]): string =>
    inline(cutMiddle(facts.filter((fact) => fact !== false && fact !== undefined && fact !== '').join(', '), 300));
  const configurations = machines.flatMap((machine) => machine.configurations);
  return [
    ...configurations.map((each) => [
      'set up',
      said([
        ...[each.name || each.id, each.kind, each.provider, each.isEnabled === false && 'off'],
        ...[each.isOnDemand === true && 'on demand', each.includesAllNetworks === true && 'includes all networks'],
        each.isManaged === true && 'managed',
      ]),
    ]),
    ...extensions.map(({ name, bundle, version, state }) => ['extension', said([name || bundle, version, state])]),
  ];
}

/** Where the times carry an offset. */
function inUtc(span: { readonly from: string; readonly to: string }): string[][] {
  const known = [span.from, span.to]
    .filter((at) => /^\d{4}.*(?:[+-]\d\d:\d\d|Z)$/.test(at))
    .flatMap((at) => microsOf(at) ?? []);
  const [from, to] = known;
  if (from === undefined || to === undefined) return [];
  // Microseconds since 1970 by construction.
  const utc = (at: number): string => code(formatIso(at as Parameters<typeof formatIso>[0], 0).replace('+00:00', 'Z'));
  return [['in UTC', `${utc(from)} to ${utc(to)}`]];
}

function cell(text: string): string {
  return code(cutMiddle(text, 200));
}

/** The lights, each with the command that would record what is missing. */
export function qualityList({ capture }: Report): string {
  const items = capture.quality.map(({ state, message, remedy }) => {
    const wanted = remedy === undefined || state === 'green' ? '' : `\\\n  record it: ${code(cutMiddle(remedy, 600))}`;
    return `- ${LIGHT[state].shape} ${inline(cutMiddle(message, 600))}${wanted}`;
  });
  return capped(items);
}

/** New flows, power and sleep over the time of the lanes, in block characters; empty where there is nothing to draw. */
export function laneLines({ lanes, capture }: Report): string {
  const stretch = lanes.span ?? capture.span;
  if (stretch === undefined) return '';
  const rows = [...powerLine(lanes), ...flowLine(lanes)];
  return rows.length === 0 ? '' : fenced([`from ${stretch.from} to ${stretch.to}`, ...rows], 'text');
}

function powerLine({ power }: LanesReport): string[] {
  if (power.every((state) => state === 'unknown')) return [];
  const cells = Array.from(
    { length: CELLS },
    (_, index) => POWER[power[Math.floor((index * power.length) / CELLS)] ?? ''] ?? ' ',
  );
  return [`power      ${cells.join('')}  awake █ dark ▄ asleep ▁`];
}

function flowLine({ newFlows }: LanesReport): string[] {
  const sums = Array.from({ length: CELLS }, (_, index) => {
    const from = Math.floor((index * newFlows.length) / CELLS);
    const to = Math.max(from + 1, Math.floor(((index + 1) * newFlows.length) / CELLS));
    return newFlows.slice(from, to).reduce((sum, flows) => sum + flows, 0);
  });
  const most = Math.max(0, ...sums);
  if (most === 0) return [];
  const cells = sums.map((sum) => (sum === 0 ? ' ' : (BARS[Math.ceil((sum / most) * BARS.length) - 1] ?? '█')));
  return [`new flows  ${cells.join('')}  at most ${number(most)}`];
}

export function powerTable(power: readonly PowerReport[]): string {
  const rows = power
    .slice(0, ROWS)
    .map(({ state, from, to, reason, sources }) => [
      inline(state),
      code(from),
      to === undefined ? '' : code(to),
      inline(cutMiddle(reason ?? '', 200)),
      inline(cutMiddle(sources.join(', '), 200)),
    ]);
  const hidden = power.length - ROWS;
  return `${table(['power', 'from', 'to', 'reason', 'said by'], rows)}${hidden > 0 ? `\n\nand ${number(hidden)} more` : ''}`;
}

/** Detectors that could not look, by what they lack, and those that failed. */
export function blindList({ detectors }: Report): string {
  const groups = new Map<string, string[]>();
  for (const outcome of detectors) {
    if (outcome.status !== 'not-observable') continue;
    const missing = outcome.missing.join(', ');
    groups.set(missing, [...(groups.get(missing) ?? []), outcome.id]);
  }
  const failed = detectors.flatMap((outcome) =>
    outcome.status === 'failed'
      ? [`- ${code(outcome.id)} failed, a fault of necropsy: ${inline(cutMiddle(outcome.error, 300))}`]
      : [],
  );
  const lacking = [...groups].map(
    ([missing, ids]) => `- ${inline(cutMiddle(missing, 300))}: ${ids.map(code).join(', ')}`,
  );
  return capped([...failed, ...lacking]);
}

export function problemList({ capture }: Report): string {
  return capped(
    capture.problems.map(
      ({ code: kind, count: times, message }) =>
        `- ${code(kind)} ×${number(times)}: ${inline(cutMiddle(message, 400))}`,
    ),
  );
}

/** How many, in which states, and who closed them where the report knows. */
export function flowTotals({ flowTotals: { seen, byState, byCode = {}, byCloser = {} } }: Report): string {
  const parts = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .filter(([, flows]) => flows > 0)
      .map(([name, flows]) => `${inline(cutMiddle(name, 100))} ${number(flows)}`)
      .join(' · ');
  const lines = [['states', byState] as const, ['codes', byCode] as const, ['closed by', byCloser] as const]
    .map(([name, counts]) => [name, parts(counts)] as const)
    .flatMap(([name, said]) => (said === '' ? [] : [`${name}: ${said}`]));
  return seen === 0 ? '' : [`**Flows:** ${number(seen)} seen`, ...lines].join('\\\n');
}

function capped(items: readonly string[]): string {
  const hidden = items.length - ROWS;
  return [...items.slice(0, ROWS), ...(hidden > 0 ? [`- and ${number(hidden)} more`] : [])].join('\n');
}
