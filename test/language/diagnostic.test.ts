import { describe, expect, test } from 'vitest';
import { type Diagnostic, renderDiagnostic } from '../../src/language/diagnostic.ts';

const DIAGNOSTIC: Diagnostic = {
  code: 'sample-unmatched',
  severity: 'error',
  place: { file: 'a.grammar', line: 14, column: 3 },
  message: 'matched up to here; expected "received "',
  sourceLine: '  sample "(12): recieved 0"',
  caret: 19,
  help: 'did the message change?',
};

describe('renderDiagnostic', () => {
  test('place, code, line, caret and help', () => {
    expect(renderDiagnostic(DIAGNOSTIC)).toBe(
      [
        'a.grammar:14:3  sample-unmatched',
        '  sample "(12): recieved 0"',
        '                   ^ matched up to here; expected "received "',
        '  help: did the message change?',
      ].join('\n'),
    );
  });

  test('a warning says so, help may be missing', () => {
    const { help: _, ...rest } = DIAGNOSTIC;

    expect(renderDiagnostic({ ...rest, severity: 'warning' })).toBe(
      [
        'a.grammar:14:3  sample-unmatched (warning)',
        '  sample "(12): recieved 0"',
        '                   ^ matched up to here; expected "received "',
      ].join('\n'),
    );
  });

  test('a long line is cut round the caret', () => {
    const sourceLine = `${'a'.repeat(100)}X${'b'.repeat(100)}`;

    const [, line = '', caret = ''] = renderDiagnostic({ ...DIAGNOSTIC, sourceLine, caret: 100 }).split('\n');

    expect(line).toBe(`  …${'a'.repeat(59)}X${'b'.repeat(58)}…`);
    expect(line[caret.indexOf('^')]).toBe('X');
  });

  test('tabs are shown as one blank, so that the caret stays in place', () => {
    const [, line, caret = ''] = renderDiagnostic({ ...DIAGNOSTIC, sourceLine: '\ta\tb', caret: 3 }).split('\n');

    expect(line).toBe('  a b');
    expect(line?.[caret.indexOf('^')]).toBe('b');
  });
});
