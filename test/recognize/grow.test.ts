import { describe, expect, test } from 'vitest';
import { checkCatalog } from '../../src/language/catalog/check.ts';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import { createClusters } from '../../src/recognize/grow/cluster-messages.ts';
import { scrub } from '../../src/recognize/grow/scrub.ts';
import { suggestFamily } from '../../src/recognize/grow/suggest.ts';
import { createTopWordings } from '../../src/recognize/grow/top-wordings.ts';
import { wordingOf } from '../../src/recognize/grow/wording.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { makeRecord } from '../support/encode-styles.ts';

describe('a wording', () => {
  test.each([
    ['peer 192.0.2.7:51820 sent 148 bytes', 'peer ‹endpoint› sent ‹number› bytes'],
    ['to 2001:db8::1.443 via 10.0.0.1', 'to ‹endpoint› via ‹ip›'],
    ['gateway gw-3.acme.example is gw3.acme.com:443', 'gateway gw-3.acme.example is ‹endpoint›'],
    ['bundle com.acme.tunnel of jane@acme.com at /Users/jane/x', 'bundle com.acme.tunnel of ‹name› at ‹name›'],
    ['session 0F00BA12-1111-4222-8333-44445555AAAA at 0x7f89', 'session ‹uuid› at ‹pointer›'],
    ["name <mask.hash: 'QUJD'> is <private>", 'name ‹hidden› is ‹hidden›'],
    ['said "no route" after 2.5 s, try -3', 'said ‹quoted› after ‹seconds› s, try ‹number›'],
    ['utun4 and en0 stay words', 'utun4 and en0 stay words'],
  ])('masks what is a value by its shape: %s', (message, wording) => {
    expect(wordingOf(message)).toBe(wording);
  });

  test('of two lines of one message is the same', () => {
    expect(wordingOf('[gw 1.2.3.4/1] handshake 12 failed')).toBe(wordingOf('[gw 9.8.7.6/2] handshake 7 failed'));
  });
});

describe('scrubbing', () => {
  test('replaces what names a machine or a person, equal by equal', () => {
    const line =
      'gw7.corp.acme.com (10.11.12.13) and gw7.corp.acme.com again, vpn.acme.com, jane.doe@acme.com, /Users/jane/Library, 0A1B2C3D-1111-4222-8333-44445555BBBB, 2001:4860:4860::8888';

    expect(scrub(line)).toBe(
      'example.com (192.0.2.5) and example.com again, host2.example.com, someone@example.com, /Users/someone/Library, 0F00BA12-1111-4222-8333-444444444444, 2001:db8::6',
    );
  });

  test('leaves bundle identifiers, loopback and versions alone', () => {
    const line = 'com.acme.tunnel 1.2.3 on 127.0.0.1 of 0.0.0.0';

    expect(scrub(line)).toBe(line);
  });
});

test('the most frequent wordings are kept in bounded memory, however many there are', () => {
  const top = createTopWordings();
  const example = () => ({ process: 'a', message: 'm', line: 1, input: 0 });
  for (let index = 0; index < 50_000; index += 1) {
    top.add(`rare ${index}`, example);
    if (index % 5 === 0) top.add('often', example);
  }

  const [first] = top.top(3);
  expect(first).toMatchObject({ wording: 'often' });
  expect(first?.count).toBeGreaterThanOrEqual(10_000);
});

describe('suggested entries', () => {
  const suggest = (messages: readonly string[]): string => {
    const clusters = createClusters();
    for (const message of messages) clusters.add(message);
    return suggestFamily('Acme Tunnel (beta)', [''], clusters.all());
  };

  test('one for each shape, its holes typed by what varies', () => {
    const text = suggest([
      ...['alpha', 'beta', 'gamma', 'delta'].map((name, index) => `peer ${name} is up after ${index + 1} tries`),
      'handshake with 192.0.2.1:51820 took 12.5 ms',
      'handshake with 192.0.2.9:51820 took 9.1 ms',
    ]);

    expect(text.match(/^ {2}text.*$/gm)).toEqual([
      '  text   "peer {peer:word} is up after {after:u64} tries"',
      '  text   "handshake with {endpoint:endpoint} took {took:seconds} ms"',
    ]);
    expect(text).toMatch(/^family acme-tunnel-beta$/m);
  });

  const HOSTILE = [
    '',
    '{}',
    '{{{?}}}',
    '"quotes" and \\back\\slashes\\',
    'tab\there\nnewline',
    '-> sample "x" text',
    'a'.repeat(4_000),
    'x=1 '.repeat(900),
    '1.2.3.4 '.repeat(300),
    'a.b.c.d.e.f.g.h.i.'.repeat(100),
    '::::::::'.repeat(300),
    '<private> '.repeat(300),
    '\u0000\u001b[2J\u202e',
    '%s %d %@',
    'message family where',
  ];

  test('are a grammar that loads, whatever was logged', () => {
    const text = suggest([...HOSTILE, ...HOSTILE.map((line) => `${line} 7`)]);
    const parsed = parseCatalog([{ name: 'suggested', text }]);

    expect([...parsed.problems, ...checkCatalog(parsed)].filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('recognise the lines they were made from', () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `[gw/${index % 3}] step ${index} of "job ${index}" by 10.0.0.${index}`,
    );
    const { value: catalog } = parseCatalog([{ name: 'suggested', text: suggest(lines) }]);
    const recognizer = createRecognizer({ catalog, onProvider: () => undefined });
    const known = lines.filter(
      (message) => recognizer.recognize(makeRecord({ process: 'Acme Tunnel (beta)', message })) !== undefined,
    );

    expect(known).toEqual(lines);
  });
});
