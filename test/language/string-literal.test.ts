import { describe, expect, test } from 'vitest';
import { readBlock, readString } from '../../src/language/string-literal.ts';

describe('readString', () => {
  test.each([
    ['"a b"', 'a b'],
    ['\'a "b" c\'', 'a "b" c'],
    ['"a \\"b\\" \\\\ c\\td\\ne"', 'a "b" \\ c\td\ne'],
    ['"\\d{2}\\."', '\\d{2}\\.'],
    ['""', ''],
    ['"no end', 'no end'],
    ['"', ''],
  ])('%s', (image, text) => {
    expect(readString(image).text).toBe(text);
  });

  test('knows where each character was written', () => {
    const image = '"a\\"b\\nc"';
    const { text, offsetOf } = readString(image);

    expect(text).toBe('a"b\nc');
    expect([...text].map((_, index) => image[offsetOf(index)])).toEqual(['a', '\\', 'b', '\\', 'c']);
    expect(offsetOf(text.length)).toBe(image.length - 1);
  });
});

describe('readBlock', () => {
  test('takes away what all lines are indented by, and the lines of the quotes', () => {
    const image = ['"""', '    Handling new flow:', '        identifier = 1', '', '      done', '    """'].join('\n');

    expect(readBlock(image)).toBe('Handling new flow:\n    identifier = 1\n\n  done');
  });

  test('keeps backslashes and quotes as they are', () => {
    expect(readBlock('"""a \\n "b" """')).toBe('a \\n "b" ');
  });

  test('tabs and blanks are not the same indentation', () => {
    expect(readBlock('"""\n\ta\n  b\n"""')).toBe('\ta\n  b');
  });

  test('line ends become newlines', () => {
    expect(readBlock('"""\r\n  a\r\n  b\r\n"""')).toBe('a\nb');
  });
});
