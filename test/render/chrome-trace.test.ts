import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderChromeTrace } from '../../src/render/trace/chrome-trace.ts';
import { everything, HOSTILE, poison } from './hostile.ts';
import * as reports from './sample-reports.ts';

interface Event {
  readonly ph: string;
  readonly pid: number;
  readonly tid?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly id?: string;
  readonly bind_id?: string;
  readonly name: string;
  readonly cat?: string;
  readonly s?: string;
  readonly flow_in?: boolean;
  readonly flow_out?: boolean;
  readonly args?: Readonly<Record<string, unknown>>;
}

function events(report: Report): readonly Event[] {
  return JSON.parse(renderChromeTrace(report)).traceEvents;
}

/** What is wrong with an event by itself. */
function alone({ ph, tid, ts = -1, dur = 1, id, name, cat, s, bind_id }: Event): readonly string[] {
  const checks: readonly (readonly [ok: boolean, what: string])[] = [
    [['M', 'b', 'e', 'X', 'i', 'C'].includes(ph), `phase ${ph}`],
    [ph === 'M' || (Number.isInteger(ts) && ts >= 0), `${ph} at ${ts}`],
    [!['X', 'i'].includes(ph) || tid !== undefined, `${ph} without tid`],
    [ph !== 'i' || ['t', 'p', 'g'].includes(s ?? ''), `scope ${s}`],
    [ph !== 'X' || dur >= 1, `X of ${dur}`],
    [!['b', 'e'].includes(ph) || /^0x[0-9a-f]+$/.test(id ?? ''), `id ${id}`],
    [cat !== 'flow' || ['flow', 'flow (failed)'].includes(name), `flow named ${name}`],
    [bind_id === undefined || (ph === 'b' && /^0x[0-9a-f]+$/.test(bind_id)), `arrow ${bind_id}`],
  ];
  return checks.flatMap(([ok, what]) => (ok ? [] : [what]));
}

/** Each `b` has its own id and one `e`, later, alike in name, category and lane. */
function pairs(all: readonly Event[]): readonly string[] {
  const begins = all.filter(({ ph }) => ph === 'b');
  const ends = new Map(all.filter(({ ph }) => ph === 'e').map((event) => [event.id, event]));
  const ids = new Set(begins.map(({ id }) => id));
  const isEnd = (begin: Event, end: Event | undefined): boolean =>
    end !== undefined &&
    [end.name, end.cat, end.pid].join() === [begin.name, begin.cat, begin.pid].join() &&
    (end.ts ?? 0) > (begin.ts ?? 0);
  return [
    ...(ids.size === begins.length && ends.size === begins.length ? [] : ['ids are not unique']),
    ...begins.flatMap((begin) => (isEnd(begin, ends.get(begin.id)) ? [] : [`b ${begin.id} never ends`])),
  ];
}

/** `X` events of one thread follow each other. */
function overlaps(all: readonly Event[]): readonly string[] {
  const ends = new Map<string, number>();
  return all.flatMap(({ ph, pid, tid, ts = 0, dur = 0 }) => {
    if (ph !== 'X') return [];
    const before = ends.get(`${pid}/${tid}`) ?? 0;
    ends.set(`${pid}/${tid}`, ts + dur);
    return ts < before ? [`X overlaps at ${ts}`] : [];
  });
}

/** The rules of html-timeline.md section 12; every breach in a sentence. */
function breaches(all: readonly Event[]): readonly string[] {
  const named = new Set(all.filter(({ ph, name }) => ph === 'M' && name === 'process_name').map(({ pid }) => pid));
  const nameless = all.filter(({ pid }) => !named.has(pid)).map(({ pid }) => `${pid} has no name`);
  return [...all.flatMap(alone), ...pairs(all), ...overlaps(all), ...nameless];
}

describe('renderChromeTrace', () => {
  it.each(Object.entries({ ...reports, everything }))('follows the rules for %s', (_name, report) => {
    expect(breaches(events(report))).toEqual([]);
  });

  it.each(Object.entries(HOSTILE))('follows the rules with %s in every text', (_what, hostile) => {
    expect(breaches(events(poison(everything, hostile, false)))).toEqual([]);
    expect(breaches(events(poison(everything, hostile, true)))).toEqual([]);
  });

  it('begins as older importers ask', () => {
    expect(renderChromeTrace(reports.selfLoop)).toMatch(/^\{"displayTimeUnit":"ms","traceEvents":\[\n/);
    expect(Object.keys(JSON.parse(renderChromeTrace(reports.selfLoop)))).toEqual([
      'displayTimeUnit',
      'traceEvents',
      'otherData',
    ]);
  });

  it('draws an arrow from the app over the kernel to the provider', () => {
    const arrows = events(reports.selfLoop).filter(({ bind_id }) => bind_id !== undefined);

    expect(arrows.map(({ ph, bind_id, flow_in, flow_out, ts }) => ({ ph, bind_id, flow_in, flow_out, ts }))).toEqual([
      { ph: 'b', bind_id: '0x1', flow_in: undefined, flow_out: true, ts: 4_920_300 },
      { ph: 'b', bind_id: '0x1', flow_in: true, flow_out: true, ts: 4_920_300 },
      { ph: 'b', bind_id: '0x1', flow_in: true, flow_out: undefined, ts: 4_920_300 },
    ]);
  });

  it('places times without a date after midnight on the next day', () => {
    const [finding] = reports.selfLoop.findings;
    if (finding === undefined) throw new Error('the sample has a finding');
    const span = { from: '23:59:59.000000', to: '00:00:02.000000', durationUs: 3_000_000 };
    const report = {
      ...reports.selfLoop,
      capture: { ...reports.selfLoop.capture, span },
      findings: [{ ...finding, span: { ...span, from: '00:00:01.000000' } }],
    };

    const starts = events(report).filter(({ ph, cat }) => ph === 'b' && cat === 'findings');

    expect(starts.map(({ ts }) => ts)).toEqual([2_000_000]);
  });
});
