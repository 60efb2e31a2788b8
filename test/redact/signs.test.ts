import { describe, expect, it } from 'vitest';
import { KINDS_OF } from '../../src/redact/kinds.ts';
import { Needles } from '../../src/redact/needles.ts';
import { PATTERNS } from '../../src/redact/patterns.ts';
import { type Replace, rewriteByPattern } from '../../src/redact/rewrite.ts';
import { SIGN, signsOf } from '../../src/redact/signs.ts';
import { Random } from '../bench/random.ts';

/** Values of all kinds, what stands before and between them, and words that look like neither. */
const VALUES =
  `anna.k@mail.example /Users/annika/Library/x /Volumes/Anna 10.11.12.13 fe80::1c2d:3 2001:db8::17 ::ffff:10.1.2.3 10-11-12-13
  a4:83:e7:01:02:0f 0:1:2:3:4:5 2A1F7C1E-0B5D-4E0C-9B43-6C7D1B2A3F44 vpn.corp.example relay.acme.co.uk 00008030-001A2B3C4D5E002E
  0123456789abcdef0123456789abcdef01234567 +49-170-1234567 https://u:p@vpn.acme.example:8443/x?y=z#q com.example.acme.app
  A1B2C3D4E5.com.example.team Notes.app eyJhbGciOiJIUzI1.eyJzdWIiOiIx.x-y AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= Hostname#0a1b2c3d
  IPv4#deadbeef <IPv4:AAbb+/=9> deadbeefcafe 0xdeadbeef00 61:6e:6e:61 616e6e61 6b617279 %61nna YW5uaWth Anna 12345678901 1.2.3
  peer(AbCd…xYz=) 13.10.in-addr.arpa 4.3.2.1.in-addr.arpa <+52.5200,+13.4050> 52.5200`.split(/\s+/);
const WORDS = [
  ...[
    'user',
    'userName',
    'login name',
    'account',
    'ssid',
    'server',
    'host',
    'name',
    'password',
    'token',
    'serial',
    'UDID',
  ],
  ...[
    'Bearer',
    'basic',
    'latitude',
    'CN',
    'OU',
    ' i: ',
    '<cert(0x1f) s: ',
    'bytes = 0x',
    "<mask.hash: '",
    'url hash: ',
    'peer(',
  ],
  ...[
    'from',
    'client',
    'received',
    'connect',
    'result',
    'NESMVPNSession',
    'Primary Tunnel',
    "Anna's iPhone",
    'Anna’s MacBook Pro',
  ],
  ...[
    'configuration name',
    'computer name = "Anna"',
    'from Acme[569]',
    '-----BEGIN KEY-----',
    '-----END KEY-----',
    'ip',
    'é',
    'ß',
    'İ',
    '(null)',
    '[569]',
    'version 1.2.3.4',
  ],
];
const BETWEEN = [
  '',
  ' ',
  ' ',
  ' ',
  ':',
  '=',
  ': ',
  ' = ',
  '"',
  "'",
  '“',
  '”',
  '(',
  ')',
  '[',
  ']',
  '<',
  '>',
  '/',
  '-',
  '.',
  ',',
  '@',
  '#',
  '\n',
  '+',
  '%',
];

function textsOf(seed: number, count: number): string[] {
  const random = new Random(seed);
  const pick = (list: readonly string[]): string => list[random.below(list.length)] ?? '';
  const piece = (): string => {
    const draw = random.below(10);
    if (draw < 4) return pick(VALUES);
    if (draw < 8) return pick(WORDS);
    const value = pick(VALUES);
    return value.slice(random.below(value.length), 1 + random.below(value.length));
  };
  const text = (): string => Array.from({ length: random.between(1, 9) }, () => piece() + pick(BETWEEN)).join('');
  return Array.from({ length: count }, () => (random.chance(0.2) ? text().toUpperCase() : text()));
}

const TEXTS = textsOf(20_260_318, 20_000);

describe('signs of a text', () => {
  it('never hide what the patterns would replace', () => {
    const plain = PATTERNS.map(({ needs: _needs, ...pattern }) => pattern);
    const rewritten = (text: string, patterns?: typeof plain): string[] => {
      const told: string[] = [];
      const replace: Replace = (kind, value) => {
        told.push(`${kind} ${value}`);
        // Some tokens have signs of their own.
        return `${kind}-0a.b${value.length}`;
      };
      return [rewriteByPattern(text, KINDS_OF.strict, replace, patterns), ...told];
    };

    const replaced = TEXTS.filter((text) => rewritten(text, plain).length > 1).length;
    const differing = TEXTS.filter((text) => rewritten(text).join('\0') !== rewritten(text, plain).join('\0'));

    expect(differing).toEqual([]);
    // Else it would say nothing.
    expect(replaced).toBeGreaterThan(TEXTS.length / 2);
  });

  it('are those of each pattern that finds something', () => {
    const found = new Set<number>();
    const hidden = TEXTS.filter((text) =>
      PATTERNS.some(({ find, needs = 0 }, index) => {
        if (text.search(find) < 0) return false;
        found.add(index);
        return (signsOf(text) & needs) !== needs;
      }),
    );

    expect(hidden).toEqual([]);
    const unseen = PATTERNS.filter((_, index) => !found.has(index)).map(({ find }) => find.source);
    expect(unseen).toEqual([]);
  });

  it.each<readonly [string, number, RegExp]>([
    ['hex', SIGN.hex8, /(?<![0-9a-f])(?:0x)?(?:[0-9a-f]{2}){4,}(?![0-9a-f])/i],
    [
      'bytes in groups',
      SIGN.hexGroups,
      /(?<![0-9a-z])(?:[0-9a-f]{2}[ :]){3,}[0-9a-f]{2}(?![0-9a-f])|(?<![0-9a-z])(?:[0-9a-f]{8} ){1,}[0-9a-f]{2,8}(?![0-9a-f])/i,
    ],
    ['percent signs', SIGN.percent, /%[0-9a-f]{2}/i],
  ])('show %s', (_, sign, find) => {
    const there = TEXTS.filter((text) => find.test(text));

    expect(there.length).toBeGreaterThan(50);
    expect(there.filter((text) => (signsOf(text) & sign) === 0)).toEqual([]);
  });
});

it('values are found where a plain search finds them', () => {
  const random = new Random(7);
  const values = [...new Set(VALUES.map((value) => value.toLowerCase()))].filter((value) =>
    /^[\p{L}\p{N}]/u.test(value),
  );
  const all = values.map((value) => ({ value, isWord: random.chance(0.5) }));
  const needles = new Needles();
  for (const { value, isWord } of all) needles.add(value, isWord);
  const isLetter = (text: string, at: number): boolean => /[a-zA-Z0-9\u0080-\uffff]/.test(text.charAt(at));
  /** As the class says of itself: short ones and those that are words stand alone, the longest wins. */
  const plain = (text: string, from: number) => {
    for (let at = from; at < text.length; at++) {
      const here = all.filter(
        ({ value, isWord }) =>
          text.startsWith(value, at) &&
          (!(isWord || value.length < 8) || !(isLetter(text, at - 1) || isLetter(text, at + value.length))),
      );
      const [longest] = here.map(({ value }) => value).sort((a, b) => b.length - a.length);
      if (longest !== undefined) return { at, value: longest };
    }
    return undefined;
  };

  const texts = TEXTS.slice(0, 3_000).map((text) => text.toLowerCase());
  const differing = texts.filter((text) => {
    const from = random.below(4);
    return JSON.stringify(needles.find(text, from)) !== JSON.stringify(plain(text, from));
  });

  expect(differing).toEqual([]);
  expect(texts.filter((text) => needles.find(text, 0) !== undefined).length).toBeGreaterThan(1_000);
});
