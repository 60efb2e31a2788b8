import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../../../src/language/diagnostic.ts';
import { parsePredicate } from '../../../src/language/predicate/parse-predicate.ts';

const EXACT = { ignoreCase: false, ignoreDiacritics: false };

function parsed(text: string) {
  const { value, problems } = parsePredicate(text);
  expect(problems.map(renderDiagnostic)).toEqual([]);
  return value;
}

function complaints(text: string): string {
  const { value, problems } = parsePredicate(text);
  expect(value).toBeUndefined();
  return problems.map(renderDiagnostic).join('\n');
}

describe('a comparison', () => {
  test.each([
    ['a == 1', '=='],
    ['a = 1', '=='],
    ['a != 1', '!='],
    ['a <> 1', '!='],
    ['a < 1', '<'],
    ['a <= 1', '<='],
    ['a =< 1', '<='],
    ['a > 1', '>'],
    ['a >= 1', '>='],
    ['a => 1', '>='],
  ])('%s', (text, comparator) => {
    expect(parsed(text)).toEqual({ op: 'compare', field: 'a', comparator, value: 1, ...EXACT });
  });

  test.each(['contains', 'CONTAINS', 'BeginsWith', 'ENDSWITH', 'like', 'Matches'])('a %s "x"', (operator) => {
    const comparator = operator.toLowerCase();
    expect(parsed(`a ${operator} "x"`)).toEqual({ op: 'compare', field: 'a', comparator, value: 'x', ...EXACT });
  });

  test.each([
    ['[c]', true, false],
    ['[d]', false, true],
    ['[cd]', true, true],
    [' [DC]', true, true],
  ])('takes the modifier %s', (modifier, ignoreCase, ignoreDiacritics) => {
    expect(parsed(`a contains${modifier} "x"`)).toMatchObject({ ignoreCase, ignoreDiacritics });
  });

  test.each([
    ['"a b"', 'a b'],
    ['\'a "b"\'', 'a "b"'],
    ['"a\\"b\\\\c\\nd"', 'a"b\\c\nd'],
    ['"\\d+\\.\\w"', '\\d+\\.\\w'],
    ['-12', -12],
    ['1.5', 1.5],
    ['0x1F', 31],
    ['true', true],
    ['YES', true],
    ['no', false],
    ['nil', null],
    ['NULL', null],
    ['250ms', 250_000],
    ['1.5s', 1_500_000],
    ['5m', 300_000_000],
    ['2h', 7_200_000_000],
  ])('reads the value %s', (written, value) => {
    expect(parsed(`flow.app == ${written}`)).toEqual({
      op: 'compare',
      field: 'flow.app',
      comparator: '==',
      value,
      ...EXACT,
    });
  });

  test('with a list of values', () => {
    expect(parsed('a IN {1, "b", nil}')).toMatchObject({ comparator: 'in', value: [1, 'b', null] });
    expect(parsed('a between {1, 9}')).toMatchObject({ comparator: 'between', value: [1, 9] });
  });
});

describe('fields', () => {
  test.each([
    ['composedMessage', 'eventMessage'],
    ['MESSAGE', 'eventMessage'],
    ['library', 'sender'],
    ['processPath', 'processImagePath'],
    ['bootuuid', 'bootUUID'],
    ['event', 'event'],
    ['session.id', 'session.id'],
    ['in-use', 'in-use'],
  ])('%s is asked for as %s', (written, field) => {
    expect(parsed(`${written} == "x"`)).toMatchObject({ field, value: 'x' });
  });

  test.each([
    ['logType == error', 'error'],
    ['messageType == "Fault"', 'fault'],
    ['level == 16', 'error'],
    ['messageType = release', 'default'],
    ['logType == 2', 'debug'],
  ])('message types go by name or by number: %s', (text, value) => {
    expect(parsed(text)).toEqual({ op: 'compare', field: 'messageType', comparator: '==', value, ...EXACT });
  });

  test('numbers may stand in quotes', () => {
    expect(parsed('processID == "88"')).toMatchObject({ field: 'processIdentifier', value: 88 });
  });

  test.each([
    // 2026-01-09T12:29:37Z is 1767961777 s after 1970 (date -u -d … +%s).
    ['"2026-01-09T12:29:37.25Z"', 1_767_961_777_250_000],
    ['"2026-01-09 13:29:37.000001+0100"', 1_767_961_777_000_001],
  ])('instants are µs since 1970: %s', (written, value) => {
    expect(parsed(`timestamp >= ${written}`)).toMatchObject({ field: 'timestamp', value });
  });

  test.each([
    ['"2026-01-09 12:29:37"', 1_767_961_777_000_000],
    ['"2026-01-09"', 1_767_916_800_000_000],
  ])('without an offset the clock of the export is meant: %s', (written, value) => {
    expect(parsed(`date >= ${written}`)).toMatchObject({ field: 'wallClock', value });
  });

  test('where the fields are known any other is refused, with the nearest', () => {
    const knows = { has: (name: string) => name === 'flow', names: () => ['flow'] };

    expect(parsePredicate('flow == 1 and flwo == 2', 'p', knows).problems).toMatchObject([
      {
        place: { line: 1, column: 15 },
        message: 'no field is called flwo',
        help: expect.stringContaining('did you mean flow? fields: process,'),
      },
    ]);
  });
});

describe('combination', () => {
  const compare = (field: string) => ({ op: 'compare', field, comparator: '==', value: 1, ...EXACT });

  test('and binds tighter than or, not tighter than and', () => {
    expect(parsed('a == 1 or not b == 1 and c == 1')).toEqual({
      op: 'or',
      terms: [compare('a'), { op: 'and', terms: [{ op: 'not', term: compare('b') }, compare('c')] }],
    });
  });

  test('symbols are words', () => {
    expect(parsed('!(a == 1 || b == 1) && c == 1')).toEqual(parsed('NOT (a == 1 OR b == 1) AND c == 1'));
  });

  test('comments, line ends and constants', () => {
    expect(parsed('TRUEPREDICATE -- all\n  and FALSEPREDICATE')).toEqual({
      op: 'and',
      terms: [{ op: 'true' }, { op: 'false' }],
    });
  });

  test('a predicate off a log command line', () => {
    const text =
      "(subsystem == 'com.apple.networkextension' || process IN {'nesessionmanager','nehelper'}) && eventMessage CONTAINS[c] 'status' && !(logType == debug)";
    expect(parsed(text)).toMatchObject({ op: 'and', terms: [{ op: 'or' }, { comparator: 'contains' }, { op: 'not' }] });
  });
});

describe('what is not a predicate is pointed at', () => {
  test.each([
    ['', 1, "expected 'not', '(', 'truepredicate', 'falsepredicate' or a field, found the end"],
    ['process', 8, "expected a comparison operator, 'in' or 'between' after 'process', found the end"],
    ['process = kernel', 11, 'expected a value, found the word \'kernel\': write "kernel"'],
    ['process == "abc', 12, 'this string has no end'],
    ['process == "x" y', 16, "expected the end, found 'y'"],
    ['a == 1 and', 11, "expected 'not', '(', 'truepredicate', 'falsepredicate' or a field after 'and', found the end"],
    ['(a == 1', 8, "expected ')' after '1', found the end"],
    ['a in {1, 2', 11, "expected '}' after '2', found the end"],
    ['ANY a == 1', 1, "'ANY' is a part of NSPredicate that is not supported"],
    ['a tokenmatches "x"', 3, "'tokenmatches' is a part of NSPredicate that is not supported"],
    ['"kernel" == process', 1, "expected 'not', '(', 'truepredicate', 'falsepredicate' or a field, found \"kernel\""],
    ['a contains[x] "b"', 11, 'unknown modifier [x]'],
    ['a contains[] "b"', 11, 'unknown modifier []'],
    ['a contains 3', 12, "'contains' takes a string"],
    ['pid contains "1"', 5, "processIdentifier is a number; 'contains' compares text"],
    ['date like "2026*"', 6, "timestamp is an instant; 'like' compares text"],
    ['pid == "one"', 8, 'processIdentifier is a number, "one" is none'],
    ['messageType == warning', 16, 'warning is no message type'],
    ['messageType == 3', 16, '3 is no message type'],
    ['messageType > error', 13, "messageType can be compared with '==', '!=' and 'in' only"],
    ['timestamp > "yesterday"', 13, '"yesterday" is no instant'],
    ['a between {1}', 3, "'between' takes two values: {lowest, highest}"],
    ['a in {}', 3, "'in' takes at least one value"],
    ['a matches "(["', 11, 'not a regular expression that can be run safely: missing closing ]: `[`'],
    [`a like "${'x'.repeat(513)}"`, 8, 'the pattern is longer than 512 characters'],
  ])('%s', (text, column, message) => {
    const { value, problems } = parsePredicate(text);

    expect(value).toBeUndefined();
    expect(problems.map((problem) => [problem.place.column, problem.message])).toEqual([[column, message]]);
  });

  test('wherever it is not one', () => {
    expect(complaints('SUBQUERY(a, $x, true)')).toMatchInlineSnapshot(`
      "predicate:1:1  syntax
        SUBQUERY(a, $x, true)
        ^ 'SUBQUERY' is a part of NSPredicate that is not supported
        help: supported: and or not && || ! · == != < <= > >= · contains beginswith endswith like matches, each with [c] [d] [cd] · in {…} · between {…, …} · nil
      predicate:1:13  syntax
        SUBQUERY(a, $x, true)
                    ^ unexpected "$""
    `);
  });

  test('with a caret, what was expected and what is supported', () => {
    expect(complaints('process == "x" and pid STARTSWITH "1"')).toMatchInlineSnapshot(`
      "predicate:1:24  syntax
        process == "x" and pid STARTSWITH "1"
                               ^ expected a comparison operator, 'in' or 'between' after 'pid', found 'STARTSWITH'
        help: supported: and or not && || ! · == != < <= > >= · contains beginswith endswith like matches, each with [c] [d] [cd] · in {…} · between {…, …} · nil"
    `);
  });
});
