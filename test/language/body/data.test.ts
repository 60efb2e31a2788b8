import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';

describe('data', () => {
  it.each([
    // Source: userland-messages.json, "provider rejected new flow" and "Handling new flow:".
    [
      '{length = 20, bytes = 0x00112233445566778899AABBCCDDEEFF00112233}',
      { length: 20, bytes: '00112233445566778899aabbccddeeff00112233' },
    ],
    [
      '32:{length = 32, bytes = 0x00112233 44556677 8899aabb ccddeeff ... 00112233 44556677 }',
      { length: 32, bytes: '00112233445566778899aabbccddeeff…0011223344556677', incomplete: true },
    ],
    ['{length = 0, bytes = 0x}', { length: 0, bytes: '' }],
    ['<00112233 44556677>', { length: 8, bytes: '0011223344556677' }],
    ['<>', { length: 0, bytes: '' }],
    ['{length = 20, bytes = 0x0011', { length: 20, bytes: '0011', incomplete: true }],
    ['{length = 20, byt', { length: 20, bytes: '', incomplete: true }],
    ['<0011', { length: 2, bytes: '0011', incomplete: true }],
    ['no data', { length: 0, bytes: '', incomplete: true }],
    ['', { length: 0, bytes: '', incomplete: true }],
    ['<private>', { redacted: '<private>' }],
    ['(null)', { redacted: '(null)' }],
  ])('reads %j', (text, value) => {
    expect(readBody('data', text)).toEqual(value);
  });

  it('is incomplete wherever it is cut', () => {
    const text = '20:{length = 20, bytes = 0x00112233445566778899aabbccddeeff00112233}';

    for (let length = 0; length < text.length; length++) {
      expect(readBody('data', text.slice(0, length))).toMatchObject({ incomplete: true });
    }
    expectCutsToKeepWhatWasRead('data', text);
  });
});
