import { expect, it } from 'vitest';
import { createInterner } from '../../src/lib/interner.ts';

it('keeps texts as they are, more of them than it remembers too', () => {
  const intern = createInterner(2);
  const words = ['com.example.browser', 'en0', 'com.example.mail', 'en0', 'büro.example.com', 'com.example.browser'];

  expect(words.map(intern)).toEqual(words);
});
