import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import type { Report } from '../../src/model/report.ts';
import { FLOW_COLUMNS } from '../../src/render/listing/flow-columns.ts';
import type { ListFormat } from '../../src/render/listing/formats.ts';
import { type Column, renderList } from '../../src/render/listing/listing.ts';
import { PROCESS_COLUMNS } from '../../src/render/listing/process-columns.ts';
import { SESSION_COLUMNS, sessionRows } from '../../src/render/listing/session-columns.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;

describe('lists', () => {
  const reports: Report[] = [];

  beforeAll(async () => {
    for (const name of readdirSync(LOGS).filter((each) => /\.(?:log|ndjson)$/.test(each))) {
      const inputs = [LOGS + name];
      const { report } = await analyze({ inputs, version: '0', detectors: { only: [] }, hasWholeLists: true });
      reports.push(report);
    }
  });

  const rowsOf = function* <Row>(rows: (report: Report) => readonly Row[], columns: readonly Column<Row>[]) {
    for (const report of reports) {
      const list = rows(report);
      yield {
        count: list.length,
        as: (format: ListFormat, width = 80) => renderList(list, columns, { format, width, colour: false }),
      };
    }
  };
  const everyList = () => [
    ...rowsOf(({ flows }) => flows, FLOW_COLUMNS),
    ...rowsOf(({ sessions }) => sessionRows(sessions), SESSION_COLUMNS),
    ...rowsOf(({ processes }) => processes, PROCESS_COLUMNS),
  ];

  it.each([60, 80, 120])('fit %i columns and lose no row', (width) => {
    for (const { count, as } of everyList()) {
      const lines = as('table', width).trimEnd().split('\n');
      expect(lines).toHaveLength(count + 1);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });

  it('have a line per row in every format', () => {
    for (const { count, as } of everyList()) {
      expect(as('ndjson').split('\n')).toHaveLength(count + 1);
      expect(as('csv').trimEnd().split('\n')).toHaveLength(count + 1);
      expect(as('md').trimEnd().split('\n')).toHaveLength(count + 2);
      expect(JSON.parse(as('json'))).toHaveLength(count);
    }
  });

  it('cut the middle of a name and the end of a sentence, and never a time', () => {
    const columns: Column<string>[] = [
      { key: 'at', title: 'at', isFixed: true, value: () => '12:00:00.000' },
      { key: 'name', title: 'name', value: (text) => text },
      { key: 'why', title: 'why', isProse: true, value: (text) => text },
    ];

    const [, row] = renderList(['com.example.application.helper'], columns, {
      format: 'table',
      width: 48,
      colour: false,
    }).split('\n');

    expect(row).toMatch(/^12:00:00\.000 {2}com\.e\S*….*helper {2}com\.example\S*…$/);
  });

  it('let nothing of a log through to the terminal, to a spreadsheet or to Markdown', () => {
    const hostile = '=1+1\u001b[31m|<b>`\u202e\n';
    const columns: Column<string>[] = [{ key: 'name', title: 'name', value: (text) => text }];
    const as = (format: ListFormat): string => renderList([hostile], columns, { format, width: 80, colour: false });

    expect(as('table')).not.toMatch(/[\u001b\u202e]/);
    expect(as('csv').split('\n')[1]).toMatch(/^"'=/);
    expect(as('md').split('\n')).toHaveLength(4);
    // A code span with a fence longer than any in it.
    expect(as('md').split('\n')[2]).toMatch(/^\| ``[^`]+`[^`]+`` +↵ +\|$/);
    expect(as('json')).not.toMatch(/[\u001b\u202e]/);
  });
});
