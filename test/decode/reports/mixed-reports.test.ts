import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../src/model/log-record.ts';
import type { Micros } from '../../../src/model/units.ts';
import { ENCODED_STYLES, encodeAs, makeRecord } from '../../support/encode-styles.ts';
import { readRecords } from '../../support/read-records.ts';
import { crashIps, jetsamIps } from '../../support/reports.ts';
import { CRASH_IOS, CRASH_TEXT, RESOURCE, SPINDUMP } from '../../support/text-reports.ts';

function series(from: number, count: number): LogRecord[] {
  return Array.from({ length: count }, (_, index) =>
    makeRecord({
      at: (1_772_359_200_000_000 + (from + index) * 1_000_000) as Micros,
      message: `record ${from + index}`,
    }),
  );
}

const BEFORE = series(0, 20);
const AFTER = series(20, 80);
const TITLE = 'crash report: com.example.acme.extension [569]';
const titles = (records: readonly LogRecord[]): string[] => records.map(({ message }) => message.split('\n')[0] ?? '');
const REPORTS: readonly (readonly [string, string])[] = [
  ['printed over many lines', crashIps()],
  ['on one line', crashIps({}, 0)],
];

describe('a report in a log', () => {
  for (const style of ENCODED_STYLES) {
    it.each(REPORTS)(`of style ${style} is found between its lines, %s`, async (_, report) => {
      const head = encodeAs(style, BEFORE);
      const text = `${head}${head.endsWith('\n') ? '' : '\n'}${report}${encodeAs(style, AFTER)}`;
      const { records, summary, problems } = await readRecords(text);

      expect(titles(records)).toEqual([...titles(BEFORE), TITLE, ...titles(AFTER)]);
      expect(summary.format).toBe('mixed');
      expect(problems.map(({ code }) => code)).not.toContain('line-unparsed');
      expect(problems.map(({ code }) => code)).not.toContain('json-invalid');
      const line = text.slice(0, text.indexOf('{"app_name"')).split('\n').length;
      expect(records[20]?.ref).toMatchObject({ line, length: report.length - 1 });
    });

    it(`of style ${style} is found before its lines, and cut short`, async () => {
      const { records } = await readRecords(`${crashIps().slice(0, -300)}\n${encodeAs(style, AFTER)}`);

      expect(titles(records)).toEqual([TITLE, ...titles(AFTER)]);
    });
  }

  it.each([
    ['a crash of macOS 11', CRASH_TEXT],
    ['a crash of iOS 14', CRASH_IOS],
    ['a spindump', SPINDUMP],
    ['a resource report', RESOURCE],
  ])('may be a text: %s', async (_, report) => {
    const alone = await readRecords(report);
    const text = encodeAs('default', BEFORE) + report + encodeAs('default', AFTER, { hasTitles: false });
    const { records } = await readRecords(text);

    expect(titles(records)).toEqual([...titles(BEFORE), ...titles(alone.records), ...titles(AFTER)]);
    for (const chunk of [1, 61]) {
      expect((await readRecords(text, { chunks: [chunk] })).records).toEqual(records);
      expect((await readRecords(report, { chunks: [chunk] })).records).toEqual(alone.records);
    }
  });

  it('is cut out of what comes in pieces', async () => {
    const text = encodeAs('default', BEFORE) + crashIps() + jetsamIps([{}]) + encodeAs('compact', AFTER);
    const whole = await readRecords(text);
    for (const chunk of [13, 1000]) {
      const pieces = await readRecords(text, { chunks: [chunk], sizes: { blockBytes: 4096, maxUnitBytes: 65_536 } });
      expect(titles(pieces.records)).toEqual(titles(whole.records));
      expect(pieces.problems).toEqual(whole.problems);
    }

    expect(titles(whole.records)).toHaveLength(102);
  });

  it('that a message only speaks of is none', async () => {
    const quoted = BEFORE.map((record) => ({
      ...record,
      message: 'Saved {"app_name":"x","bug_type":"309","incident_id":"y"}',
    }));
    const { summary } = await readRecords(encodeAs('default', quoted));

    expect(summary).toMatchObject({ format: 'log-show-default', records: 20 });
  });
});
