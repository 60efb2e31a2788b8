import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_CHARS } from '../../src/model/log-record.ts';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { readRecords } from '../support/read-records.ts';

const one = encodeAs('default', [makeRecord({ message: 'one' })], { hasTitles: false });
const two = encodeAs('default', [makeRecord({ message: 'two' })], { hasTitles: false });
const codes = (problems: readonly { code: string; count: number }[]): unknown[] =>
  problems.map(({ code, count }) => [code, count]);

describe('damaged input', () => {
  it('loses NUL bytes, says so, and reads the rest', async () => {
    const { records, problems } = await readRecords(`${one}\0\0\0\0${two.replace('two', 't\0wo')}\0\0`);

    expect(records.map(({ message, ref }) => [message, ref.line, ref.offset])).toEqual([
      ['one', 1, 0],
      ['two', 2, one.length + 4],
    ]);
    expect(problems).toEqual([
      {
        code: 'nul-bytes',
        count: 7,
        message: 'NUL bytes, which no export holds: a damaged file; they are left out',
        example: { input: 'test.log', line: 2 },
      },
    ]);
  });

  it('loses NUL bytes in ndjson as well', async () => {
    const text = encodeAs('ndjson', [makeRecord({ message: 'one' }), makeRecord({ message: 'two' })]);
    const { records, problems } = await readRecords(`\0${text.replace('two', 't\0wo')}\0\0\n`);

    expect(records.map(({ message }) => message)).toEqual(['one', 'two']);
    expect(codes(problems)).toEqual([['nul-bytes', 4]]);
  });

  it('puts U+FFFD for bytes that are not UTF-8, and only there', async () => {
    for (const style of ['default', 'ndjson'] as const) {
      const text = encodeAs(style, [makeRecord({ message: 'a?b' }), makeRecord({ message: 'c\ufffdd' })]);
      const bytes = Buffer.from(text);
      bytes[bytes.indexOf('a?b') + 1] = 0xff;
      const { records, problems } = await readRecords(bytes);

      expect(records.map(({ message }) => message)).toEqual(['a\ufffdb', 'c\ufffdd']);
      expect(codes(problems)).toEqual([['encoding-invalid', 1]]);
    }
  });

  it('turns Windows line breaks inside a message into plain ones', async () => {
    const text = encodeAs('default', [makeRecord({ message: 'a\n  b\rc' }), makeRecord()]).replaceAll('\n', '\r\n');
    const { records, problems } = await readRecords(text);

    expect(records.map(({ message }) => message)).toEqual(['a\n  b\rc', 'hello']);
    expect(records[0]?.ref.length).toBe(text.indexOf('b\rc') + 3 - text.indexOf('2026'));
    expect(problems).toEqual([]);
  });

  it('reads a last line without a line break, in every style', async () => {
    for (const style of ['default', 'compact', 'syslog', 'ndjson', 'json'] as const) {
      const text = encodeAs(style, [makeRecord({ message: 'one' }), makeRecord({ message: 'two' })], {
        hasTitles: false,
      });
      const { records, summary } = await readRecords(text.trimEnd());

      expect(records.map(({ message }) => message)).toEqual(['one', 'two']);
      expect(summary.lines).toBe(text.trimEnd().split('\n').length);
    }
  });

  it('leaves a last first line out that was cut, and nothing else', async () => {
    for (const length of [8, 24, 40, 60, 80]) {
      const { records, problems, summary } = await readRecords(one + two.slice(0, length));

      expect(records.map(({ message }) => message)).toEqual(['one']);
      expect(codes(problems)).toEqual([['record-truncated', 1]]);
      expect(summary.lines).toBe(2);
    }
  });

  it('cuts a message at the limit, between characters', async () => {
    const message = `${'x'.repeat(MAX_MESSAGE_CHARS - 1)}📱${'y'.repeat(100)}`;
    for (const style of ['default', 'ndjson'] as const) {
      const { records } = await readRecords(encodeAs(style, [makeRecord({ message }), makeRecord()]));

      expect(records[0]?.message).toBe('x'.repeat(MAX_MESSAGE_CHARS - 1));
      expect(records[1]?.message).toBe('hello');
    }
  });

  it('cuts a message of many lines at the limit', async () => {
    const message = 'é 會 lines\n'.repeat(200_000);
    const text = encodeAs('default', [makeRecord({ message }), makeRecord()]);
    const { records, summary } = await readRecords(text);

    expect(records.map((record) => record.message)).toEqual([message.slice(0, MAX_MESSAGE_CHARS), 'hello']);
    expect(records[0]?.ref.length).toBe(Buffer.byteLength(message) - 1 + one.indexOf('one'));
    expect(summary.lines).toBe(200_003);
  });

  it('cuts a line of 5 MB, keeps its record, and reads on', async () => {
    const message = 'z'.repeat(5_000_000);
    const { records, problems, summary } = await readRecords(
      encodeAs('default', [makeRecord({ message }), makeRecord()]),
    );

    expect(records.map((record) => record.message)).toEqual(['z'.repeat(MAX_MESSAGE_CHARS), 'hello']);
    expect(records.map(({ ref }) => ref.line)).toEqual([2, 3]);
    expect(codes(problems)).toEqual([['line-too-long', 1]]);
    expect(problems[0]?.example.text).toHaveLength(200);
    expect(summary.lines).toBe(3);
  });

  it('cuts a continuation line of 5 MB and keeps what follows it apart', async () => {
    const text = encodeAs('default', [makeRecord({ message: `a\n${'z'.repeat(5_000_000)}\nb` }), makeRecord()]);
    const { records, problems } = await readRecords(text);

    expect(records.map(({ message, ref }) => [message.slice(0, 3), ref.line])).toEqual([
      ['a\nz', 2],
      ['hel', 5],
    ]);
    expect(codes(problems)).toEqual([['line-too-long', 1]]);
  });

  it('leaves a JSON record of 5 MB out and reads on', async () => {
    for (const style of ['ndjson', 'json', 'json-one-line'] as const) {
      const text = encodeAs(style, [makeRecord({ message: 'z"{'.repeat(1_700_000) }), makeRecord({ message: 'two' })]);
      const { records, problems } = await readRecords(text);

      expect(records.map(({ message }) => message)).toEqual(['two']);
      expect(codes(problems)).toEqual([['line-too-long', 1]]);
    }
  });

  it('finds the end of a line that is too long where nothing follows', async () => {
    const { records, problems, summary } = await readRecords(one + 'z'.repeat(3_000_000));

    expect(records.map((record) => record.message.slice(0, 5))).toEqual(['one\nz']);
    expect(codes(problems)).toEqual([['line-too-long', 1]]);
    expect(summary.lines).toBe(2);
  });
});
