import { describe, expect, test } from 'vitest';
import { openInput } from '../../src/decode/open-input.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import type { ByteSource } from '../../src/lib/byte-source.ts';
import { bytesSource } from '../../src/lib/bytes-source.ts';
import type { InputIndex } from '../../src/model/units.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { grammarFiles } from '../language/grammar-files.ts';
import { originOf } from './witness-origin.ts';

const catalog = parseCatalog(grammarFiles()).value;
const recognizer = createRecognizer({ catalog, onProvider: () => undefined });
await recognizer.loadBodies();

/** An expression that tries every way takes a minute for it, and one that does not a millisecond. */
const LINE_BYTES = 256 * 1024;
/** What makes expressions try many ways: separators of wordings, beginnings of values, ends that never come. */
const PIECES = [
  ': ',
  ' ',
  ', ',
  '[',
  '(',
  '{',
  '= ',
  '"',
  '0',
  'a:',
  '1.',
  '::1 ',
  '<mask.hash: ',
  ', b: c',
  '<private> ',
  '\\',
];

/** The beginning of a sample, then one piece over and over: the wording fits up to somewhere and fails at the end. */
function hostileLine(sample: string, piece: string): string {
  const start = sample.split('\n')[0]?.slice(0, Math.ceil(sample.length * 0.6)) ?? '';
  // In JSON a quote and a backslash take two bytes; the line as a whole is that long.
  const room = LINE_BYTES - 4_096 - 2 * start.length;
  return `${start}${piece.repeat(Math.floor(room / (JSON.stringify(piece).length - 2)))}\u0001`;
}

/** Lines made one after the other, as they are read: all of them together would not fit into memory. */
function linesSource(lines: Iterator<string>): ByteSource {
  let rest = Buffer.alloc(0);
  return {
    ...bytesSource(Buffer.alloc(0)),
    read(into, at, max) {
      if (rest.length === 0) {
        const next = lines.next();
        if (next.done === true) return 0;
        rest = Buffer.from(`${next.value}\n`);
      }
      const count = rest.copy(into, at, 0, Math.min(max, rest.length));
      rest = rest.subarray(count);
      return count;
    },
  };
}

// An expression that tries every way would not end before the test's own time is up.
describe.each(catalog.families.map((family) => ({ name: family.name, family })))('$name', ({ family }) => {
  test('a line of 256 KiB that begins like a message is answered, whatever follows', async () => {
    const { process = 'acme', sender = process, subsystem = '', category = '' } = originOf(family, catalog);
    function* lines(): Generator<string> {
      for (const [index, message] of family.messages.entries()) {
        yield JSON.stringify({
          timestamp: '2026-03-01 09:15:05.393829-0800',
          processImagePath: `/x/${process}`,
          senderImagePath: `/x/${sender}`,
          subsystem,
          category,
          eventType: 'logEvent',
          messageType: 'Default',
          eventMessage: hostileLine(message.samples[0]?.text ?? message.name, PIECES[index % PIECES.length] ?? ' '),
        });
      }
    }
    const origins = new OriginTable(() => 'all');
    const reader = await openInput(linesSource(lines()), { origins, index: 0 as InputIndex });
    let read = 0;
    for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) {
      for (const record of batch) {
        read += 1;
        recognizer.recognize(record);
      }
    }

    expect(read).toBe(family.messages.length);
  });
});
