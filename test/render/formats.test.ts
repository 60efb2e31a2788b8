import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { FORMAT_NAMES, FORMATS, formatNamed, formatOfFile } from '../../src/render/formats.ts';
import { everything } from './hostile.ts';
import * as reports from './sample-reports.ts';

/** Throws in whoever writes to it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}

describe('formats', () => {
  it('are found by name and by alias', () => {
    expect(formatNamed('perfetto-json')).toBe(FORMATS['chrome-trace']);
    expect(formatNamed('markdown')).toBe(FORMATS.md);
    expect(formatNamed('table')).toBeUndefined();
    expect(FORMAT_NAMES.slice(0, 2)).toEqual(['table', 'json']);
  });

  it.each([
    ['report.json', 'json'],
    ['out/capture.TRACE.JSON', 'chrome-trace'],
    ['report.sarif.json', 'sarif'],
    ['ticket.md', 'md'],
    ['findings.csv', 'csv'],
    ['flows.csv', 'flows-csv'],
    ['cap-flows.csv', 'flows-csv'],
    ['junit.xml', 'junit'],
    ['a.svg', 'svg'],
    ['a.pftrace', 'perfetto'],
    ['a.ndjson', 'ndjson'],
  ])('are chosen by the name of a file: %s is %s', (file, name) => {
    expect(formatOfFile(file)).toBe(FORMATS[name]);
  });

  it.each(['report.txt', 'report', '-', ''])('are not guessed: %j asks for none', (file) => {
    expect(formatOfFile(file)).toBeUndefined();
  });

  it('claim each ending once', () => {
    const endings = Object.values(FORMATS).flatMap((format) => format.endings);

    expect(new Set(endings).size).toBe(endings.length);
  });

  describe.each(Object.entries({ ...reports, everything }))('of %s', (_name, report) => {
    it.each(Object.keys(FORMATS))('%s is the same bytes each time, and leaves the report alone', async (name) => {
      const render = await FORMATS[name]?.load();
      const copy: Report = frozen(structuredClone(report));

      const [once, twice] = [render?.(copy), render?.(structuredClone(report))];

      expect(once).toEqual(twice);
      expect(once).toBeDefined();
    });
  });
});
