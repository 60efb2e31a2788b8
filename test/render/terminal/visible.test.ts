import { describe, expect, it } from 'vitest';
import { visible, visibleDeep } from '../../../src/render/terminal/visible.ts';

describe('visible', () => {
  it.each([
    ['an escape sequence', '\x1b[2J\x1b[1;1Hroot#', '␛[2J␛[1;1Hroot#'],
    ['a title change that ends in BEL', '\x1b]0;pwned\x07', '␛]0;pwned␇'],
    ['an eight-bit control sequence introducer', 'a\u009b31mb', 'a\\u{9b}31mb'],
    ['a carriage return that would hide what stands before', 'evil\rgood', 'evil ↵ good'],
    ['a backspace, NUL and DEL', 'a\bb\0c\x7f', 'a␈b␀c␡'],
    ['bidirectional overrides and isolates', 'a\u202eb\u2066c\u200f', 'a\\u{202e}b\\u{2066}c\\u{200f}'],
    ['zero-width characters', 'pay\u200bpal\ufeff\u00ad', 'pay\\u{200b}pal\\u{feff}\\u{ad}'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
    ['line breaks with the indentation after them', 'flow:\r\n        id = 7\n\tpid = 8', 'flow: ↵ id = 7 ↵ pid = 8'],
    ['a tab', 'a\tb', 'a b'],
  ])('shows %s', (_what, hostile, shown) => {
    expect(visible(hostile)).toBe(shown);
  });

  it.each(['plain', 'Süd-Tunnel 企業 🚇 e\u0301 שלום', '[Primary Tunnel:a:(null)]: 50 % → 3 µs'])(
    'leaves %s alone',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    const everything = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');

    const once = visible(everything);

    expect(visible(once)).toBe(once);
    expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

describe('visibleDeep', () => {
  it('reaches every string, keys included, and keeps the rest', () => {
    const data = { 'k\x1b': ['\x07', { deep: 'a\nb' }], n: 1, yes: true, none: null };

    expect(visibleDeep(data)).toEqual({ 'k␛': ['␇', { deep: 'a ↵ b' }], n: 1, yes: true, none: null });
  });
});
