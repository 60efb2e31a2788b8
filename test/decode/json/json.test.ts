import { describe, expect, it } from 'vitest';
import { type EncodedStyle, encodeAs, makeRecord } from '../../support/encode-styles.ts';
import { readRecords } from '../../support/read-records.ts';

const RECORDS = [1, 2, 3].map((pid) =>
  makeRecord({
    pid,
    message: `m${pid} {"a":[1]},{ "b\\" \n}`,
    subsystem: 'com.apple.x',
    category: 'c',
    sender: 'Lib',
    boot: 'B',
  }),
);
const arrays: readonly EncodedStyle[] = ['json', 'json-one-line', 'json-stream'];

async function read(text: string): Promise<readonly (readonly unknown[])[]> {
  const { records, summary } = await readRecords(text);
  expect(summary.format).toBe('json');
  return records.map(({ pid, message, origin, ref }) => [
    pid,
    message,
    origin.process,
    origin.sender,
    origin.category,
    ref.line,
  ]);
}

const expected = (lines: readonly number[]): unknown[] =>
  RECORDS.map(({ pid, message }, index) => [pid, message, 'nesessionmanager', 'Lib', 'c', lines[index]]);

describe('a JSON array', () => {
  it('is read pretty-printed, as `log show --style json` does it', async () => {
    const text = encodeAs('json', RECORDS);
    expect(text.startsWith('[{\n  "traceID" : 31056393458155560')).toBe(true);
    const starts = text.split('\n').flatMap((line, index) => (/^(\[|\},)\{$/.test(line) ? [index + 1] : []));

    expect(await read(text)).toEqual(expected(starts));
  });

  it('is read from one line', async () => {
    expect(await read(encodeAs('json-one-line', RECORDS))).toEqual(expected([1, 1, 1]));
  });

  it('is read with the comma before each element and without an end, as `log stream` does it', async () => {
    const { problems } = await readRecords(encodeAs('json-stream', RECORDS));

    expect(await read(encodeAs('json-stream', RECORDS))).toEqual(expected([1, 2, 3]));
    expect(problems.map(({ code, count }) => [code, count])).toEqual([['array-unclosed', 1]]);
  });

  it('is read with the comma before pretty-printed elements', async () => {
    const text = `Filtering the log data using "x"\n${encodeAs('json', RECORDS)
      .replace(/^\},\{$/gm, '}\n,{')
      .replace(/\]\n$/, '\n')}`;

    expect((await read(text)).map(([pid]) => pid)).toEqual([1, 2, 3]);
  });

  it('is read with several elements to a line', async () => {
    const [first = '', ...rest] = encodeAs('ndjson', RECORDS, { hasTitles: false }).trimEnd().split('\n');

    expect(await read(`${first}, ${rest.join(',')}\n`)).toEqual(expected([1, 1, 1]));
  });

  it.each([
    ['four blanks', 4],
    ['a tab', '\t'],
    ['one blank', 1],
  ])('is read indented by %s, as other tools write it', async (_, indent) => {
    const plain: unknown = JSON.parse(encodeAs('json-one-line', RECORDS));
    const text = `${JSON.stringify(plain, null, indent)}\n`;
    const brace = `${typeof indent === 'string' ? indent : ' '.repeat(indent)}{`;
    const starts = text.split('\n').flatMap((line, index) => (line === brace ? [index + 1] : []));

    expect(await read(text)).toEqual(expected(starts));
  });

  it('is read with the keys in another order and blanks of another kind', async () => {
    const objects = JSON.parse(encodeAs('json-one-line', RECORDS)) as Record<string, unknown>[];
    const turned = objects.map((each) => Object.fromEntries(Object.entries(each).toReversed()));
    const text = JSON.stringify(turned, null, 2).replace(/^( +"\w+"):/gm, '$1 :');

    expect((await read(text)).map(([pid, , , , category]) => [pid, category])).toEqual([
      [1, 'c'],
      [2, 'c'],
      [3, 'c'],
    ]);
  });

  it.each(arrays)('counts every line of %s once', async (style) => {
    const text = encodeAs(style, RECORDS);
    const { summary } = await readRecords(text);

    expect(summary.lines).toBe(text.trimEnd().split('\n').length);
    expect(summary.bytes).toBe(Buffer.byteLength(text));
  });

  it('says that an element was cut, and reads those before it', async () => {
    for (const style of arrays) {
      const text = encodeAs(style, RECORDS);
      const { records, problems } = await readRecords(text.slice(0, text.lastIndexOf('"subsystem"')));

      expect(records.map(({ pid }) => pid)).toEqual([1, 2]);
      expect(problems.map(({ code, count }) => [code, count])).toEqual([
        ['record-truncated', 1],
        ['array-unclosed', 1],
      ]);
    }
  });

  it('finds its way again behind an element that is broken', async () => {
    for (const style of arrays) {
      const text = encodeAs(style, RECORDS);
      const second = text.indexOf('m2');
      const { records, problems } = await readRecords(`${text.slice(0, second)}"]}x${text.slice(second)}`);

      expect(records.map(({ pid }) => pid)).toEqual([1, 3]);
      expect(problems.map(({ code }) => code).filter((code) => code !== 'array-unclosed')).toEqual(['json-invalid']);
    }
  });

  it('takes an empty array for an export that matched nothing', async () => {
    const { records, problems } = await readRecords('[]\n');

    expect(records).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['input-empty']);
  });
});
