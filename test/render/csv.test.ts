import { describe, expect, it } from 'vitest';
import { renderCsv, renderFlowsCsv } from '../../src/render/csv.ts';
import { everything } from './hostile.ts';
import { csvRows } from './read-csv.ts';
import { quiet, selfLoop } from './sample-reports.ts';

/** Rows by the names of their columns. */
function objects(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = csvRows(text);
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [head[index] ?? '', cell])));
}

describe('renderCsv', () => {
  it('has a row per finding with its decisive line', () => {
    expect(objects(renderCsv(selfLoop))).toEqual([
      {
        index: '1',
        severity: 'error',
        confidence: 'high',
        detector: 'proxy-self-loop',
        title: 'A provider is diverting its own traffic',
        message: selfLoop.findings[0]?.message,
        count: '90',
        from: '2026-03-18T14:05:05.020300+01:00',
        to: '2026-03-18T14:05:10.312000+01:00',
        duration_us: '5291700',
        subjects:
          'provider Quartz Proxy com.quartz.proxy.extension [5102] 48F165D5-7B00-47F4-B81E-F86F5C8CC1AB | session Quartz Proxy 48F165D5-7B00-47F4-B81E-F86F5C8CC1AB',
        reasons: '90 of 90 flows name the provider as source app | the rate doubles every 2 s',
        input: 'cap.log',
        place: 'L118',
        at: '2026-03-18T14:05:05.020300+01:00',
        process: 'com.quartz.proxy.extension',
        pid: '5102',
        evidence: selfLoop.findings[0]?.evidence[1]?.text,
        evidence_lines: '4',
        next: selfLoop.findings[0]?.next.map((step) => `${step.for}: ${step.text}`).join(' | '),
      },
    ]);
  });

  it('has its head where nothing was found', () => {
    expect(csvRows(renderCsv(quiet))).toHaveLength(1);
  });

  it('takes a formula for text, and leaves other text as it is', () => {
    const titles = ['=1+1', '-[NEFlow open]', 'a = b; c', 'x;@SUM(1)'];
    const findings = selfLoop.findings.flatMap((finding) => titles.map((title) => ({ ...finding, title })));

    const shown = objects(renderCsv({ ...selfLoop, findings })).map(({ title }) => title);

    expect(shown).toEqual(["'=1+1", "'-[NEFlow open]", 'a = b; c', "x;'@SUM(1)"]);
  });
});

describe('renderFlowsCsv', () => {
  it('has a row per flow, what later reports say of it included', () => {
    expect(objects(renderFlowsCsv(everything))).toEqual([
      {
        id: 'boot0-3311882354-1',
        hash: '3311882354',
        protocol: 'udp',
        app: 'com.quartz.proxy.extension',
        remote: '203.0.113.80:443',
        host: 'example.com',
        interface: 'en0',
        provider_pid: '5102',
        state: 'closed',
        code: 'REF',
        history: 'noacX',
        opened_at: '2026-03-18T14:05:05.020300+01:00',
        closed_at: '2026-03-18T14:05:10.312000+01:00',
        closed_by: 'kernel',
        close_reason: 'remote-refused',
        close_error: '61',
        kernel: 'connecting | result 55',
        provider: 'offered | accepted',
        join: 'exact',
        join_reason: 'same flow hash',
        // 14:05:10.312000 less 14:05:05.020300.
        duration_us: '5291700',
        provider_generation: '1',
      },
    ]);
  });
});
