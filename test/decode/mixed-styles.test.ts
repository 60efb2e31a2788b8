import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../src/model/log-record.ts';
import type { Micros } from '../../src/model/units.ts';
import { ENCODED_STYLES, encodeAs, makeRecord, TOOL_STYLES } from '../support/encode-styles.ts';
import { readRecords } from '../support/read-records.ts';

/** Records a second apart, each with its number for a message and in two lines. */
function series(from: number, count: number): LogRecord[] {
  return Array.from({ length: count }, (_, index) =>
    makeRecord({
      at: (1_772_359_200_000_000 + (from + index) * 1_000_000) as Micros,
      message: `record ${from + index}\n  second line`,
      subsystem: 'a.b',
    }),
  );
}

const STYLES = [...ENCODED_STYLES, ...TOOL_STYLES];
const isJson = (style: string): boolean => style.includes('json') && style !== 'iterator-jsonl';
const FIRST = series(0, 40);
const SECOND = series(40, 80);
const expected = [...FIRST, ...SECOND].map(({ message }) => message);

describe('a file that joins several exports', () => {
  for (const one of STYLES) {
    for (const two of STYLES) {
      if (one === two || (isJson(one) && isJson(two))) continue;
      it.each([true, false])(`is read from ${one} to ${two}, titles: %s`, async (hasTitles) => {
        const head = encodeAs(one, FIRST, { hasTitles });
        const start = head.endsWith('\n') ? head : `${head}\n`;
        const { records, summary, problems } = await readRecords(start + encodeAs(two, SECOND, { hasTitles }));

        expect(records.map(({ message }) => message)).toEqual(expected);
        expect(summary.format).toBe('mixed');
        expect(summary.records).toBe(120);
        const change = problems.find(({ code }) => code === 'style-changed');
        const titlesBefore = hasTitles && change?.example.line === start.split('\n').length;
        expect(change?.count).toBe(1);
        expect(titlesBefore || change?.example.line === records[40]?.ref.line).toBe(true);
        expect(problems.map(({ code }) => code)).not.toContain('line-unparsed');
        expect(problems.map(({ code }) => code)).not.toContain('json-invalid');
      });
    }
  }

  it('is read to and fro', async () => {
    const parts = [series(0, 60), series(60, 60), series(120, 60)] as const;
    const text =
      encodeAs('default', parts[0]) +
      encodeAs('compact', parts[1], { hasTitles: false }) +
      encodeAs('default', parts[2], { hasTitles: false });
    const { records, problems } = await readRecords(text);

    expect(records.map(({ message }) => message)).toEqual(series(0, 180).map(({ message }) => message));
    expect(problems.find(({ code }) => code === 'style-changed')?.count).toBe(2);
  });

  it('goes on with the offset of the part before, where the next prints none', async () => {
    const text =
      encodeAs('default', FIRST, { offsetMinutes: -480 }) + encodeAs('compact', SECOND, { offsetMinutes: -480 });
    const { records, summary, problems } = await readRecords(text);

    expect(records.map(({ at }) => at)).toEqual([...FIRST, ...SECOND].map(({ at }) => at));
    expect(summary.zones).toEqual([{ from: FIRST[0]?.at, offsetMinutes: -480 }]);
    expect(problems.map(({ code }) => code)).toEqual(['style-changed', 'zone-assumed']);
  });

  it('says that the offset of a first part is not known, where only the next prints one', async () => {
    const { problems } = await readRecords(encodeAs('compact', FIRST) + encodeAs('default', SECOND));

    expect(problems.map(({ code }) => code)).toContain('zone-unknown');
  });

  it('is read where most lines of the second part go on with a record', async () => {
    const long = SECOND.map((record) => ({ ...record, message: `${record.message}${'\n  x'.repeat(10)}` }));
    const { records } = await readRecords(encodeAs('default', FIRST) + encodeAs('compact', long, { hasTitles: false }));

    expect(records.map(({ message }) => message)).toEqual([...FIRST, ...long].map(({ message }) => message));
  });

  it('is read where the second part is short', async () => {
    const { records } = await readRecords(
      encodeAs('default', FIRST) + encodeAs('compact', SECOND.slice(0, 3), { hasTitles: false }),
    );

    expect(records).toHaveLength(43);
  });

  it('is one style where the same one goes on behind new titles', async () => {
    const { records, summary, problems } = await readRecords(encodeAs('default', FIRST) + encodeAs('default', SECOND));

    expect(records.map(({ message }) => message)).toEqual(expected);
    expect(summary.format).toBe('log-show-default');
    expect(problems).toEqual([]);
  });

  it('does not change its style for lines of another one inside a message', async () => {
    const quoted = encodeAs('compact', [makeRecord(), makeRecord()], { hasTitles: false });
    const dump = `quoted:\n${quoted}${'  more of the dump\n'.repeat(120)}end`;
    const { records, summary, problems } = await readRecords(
      encodeAs('default', [...FIRST, makeRecord({ message: dump }), ...SECOND]),
    );

    expect(records[40]?.message).toBe(dump);
    expect(records).toHaveLength(121);
    expect(summary.format).toBe('log-show-default');
    expect(problems.map(({ code }) => code)).toEqual(['clock-stepped']);
  });

  it('keeps a line of another style that ends the input in the message', async () => {
    const quoted = encodeAs('compact', [makeRecord()], { hasTitles: false });
    const { records, summary } = await readRecords(encodeAs('default', FIRST) + quoted);

    expect(records).toHaveLength(40);
    expect(records.at(-1)?.message).toBe(`record 39\n  second line\n${quoted.trimEnd()}`);
    expect(summary.format).toBe('log-show-default');
  });
});
