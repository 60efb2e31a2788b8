import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { recordCommand } from '../../../src/lib/record-command.ts';
import {
  columns,
  cutEnd,
  cutMiddle,
  cutStart,
  padEnd,
  padStart,
  wrap,
  wrapCommand,
} from '../../../src/render/terminal/columns.ts';
import { displayWidth } from './display-width.ts';

const TEXTS = [
  'plain words of different lengths, one of them unreasonablylongandwithoutanyblank',
  '企業ネットワーク接続が切れました。再接続しています',
  'Süd-Tunnel 🚇 fährt 👩 e\u0301\u0302\u0303 ab',
  '',
  ' ',
];

describe('columns', () => {
  it.each([
    ['ASCII', 'kernel 0', 8],
    ['CJK', '企業', 4],
    ['half-width katakana', 'ｱｲ', 2],
    ['a letter with marks of its own', 'e\u0301\u0323', 1],
    ['Thai vowel signs', 'ก\u0e34\u0e49', 1],
    ['an emoji of Unicode 15', '🩷', 2],
    ['Tangut', '\u{17000}', 2],
    ['a text symbol made an emoji', '\u2764\ufe0f', 2],
    ['the shapes this program draws with', '▲■●▶█▄▁═╌╳·→×…↵␛', 16],
  ])('counts %s', (_what, text, width) => {
    expect(columns(text)).toBe(width);
  });
});

describe('cutting', () => {
  it('keeps what fits', () => {
    expect([cutEnd('abc', 3), cutMiddle('abc', 3), cutStart('abc', 3)]).toEqual(['abc', 'abc', 'abc']);
  });

  it('cuts at the end, in the middle and at the start', () => {
    expect([cutEnd('abcdefghi', 5), cutMiddle('abcdefghi', 5), cutStart('abcdefghi', 5)]).toEqual([
      'abcd…',
      'ab…hi',
      '…fghi',
    ]);
  });

  it('never splits a wide character or a letter from its marks', () => {
    expect(cutEnd('企業網', 4)).toBe('企…');
    expect(cutStart('xe\u0301', 1)).toBe('…');
    expect(cutMiddle('e\u0301bcdefg\u0301', 3)).toBe('e\u0301…g\u0301');
  });

  it.each([0, 1, 2, 3, 7, 20])('stays within %i columns', (width) => {
    for (const text of TEXTS)
      for (const cut of [cutEnd, cutMiddle, cutStart])
        expect(displayWidth(cut(text, width))).toBeLessThanOrEqual(width);
  });
});

describe('padding', () => {
  it('counts columns, not characters', () => {
    expect([padEnd('企', 4), padStart('e\u0301', 3)]).toEqual(['企  ', '  e\u0301']);
  });
});

describe('wrap', () => {
  it('breaks at blanks', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks a word that is wider than the line', () => {
    expect(wrap('ab cdefghij k', 4)).toEqual(['ab', 'cdef', 'ghij', 'k']);
  });

  it('makes one empty line of nothing', () => {
    expect(wrap('', 10)).toEqual(['']);
  });

  it.each([2, 3, 10, 33])('stays within %i columns and loses nothing but blanks', (width) => {
    for (const text of TEXTS) {
      const lines = wrap(text, width);

      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });
});

describe('wrapCommand', () => {
  const command = `log show --info --predicate 'subsystem == "a.b" OR x' --style ndjson`;

  it('leaves a command that fits in one piece', () => {
    expect(wrapCommand(command, 80)).toEqual([command]);
  });

  it('continues it so that a shell reads the same words', () => {
    const lines = wrapCommand(command, 34);

    expect(lines).toEqual(['log show --info --predicate \\', `'subsystem == "a.b" OR x' \\`, '--style ndjson']);
    expect(lines.join('\n').replaceAll(' \\\n', ' ')).toBe(command);
  });

  it('means the same to a shell at every width, also where a quoted predicate goes over several rows', () => {
    const words = recordCommand('12h', 'YOUR-PROVIDER').replace(' > capture.ndjson', '');
    const read = (text: string): string[] =>
      execFileSync('sh', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' })
        .split('\0')
        .map((word) => word.replaceAll(/\s+/g, ' '));

    for (let width = 32; width <= 130; width += 1) {
      const lines = wrapCommand(words, width);

      expect(read(lines.join('\n')), `${width} columns`).toEqual(read(words));
      expect(Math.max(...lines.map(columns)), `${width} columns`).toBeLessThanOrEqual(width);
    }
  });

  it('wraps advice in prose as prose', () => {
    expect(wrapCommand('lower the log level of the noisiest subsystem', 20)).toEqual([
      'lower the log level',
      'of the noisiest',
      'subsystem',
    ]);
  });

  it('does not make one command of several steps', () => {
    expect(wrapCommand('log collect --last 30m, then: log show NAME', 24)).toEqual([
      'log collect --last 30m,',
      'then: log show NAME',
    ]);
  });
});
