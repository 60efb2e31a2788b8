import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../../src/language/catalog/parse-catalog.ts';
import { skeletonOfFormatString } from '../../../src/language/catalog/skeleton.ts';
import { compileHead, compileText, createTypeTable } from '../../../src/language/catalog/template.ts';
import { readTemplate } from '../../../src/language/catalog/template-text.ts';
import type { Template } from '../../../src/model/catalog.ts';

const { value: catalog, problems } = parseCatalog([
  {
    name: 'types.grammar',
    text: `
      identity flow-pcb = u32 per boot
      identity ne-session = "{class:word}[{kind:label}:{name:label}:{id:uuid}:{via:label}]"
                          | "{class:word}[{name:label}:{id:uuid}]"
               keyed by id per device
      type status = connected | connecting | "not-it" | "in a word"
      type node = "{at:endpoint} ({path:label})"
      type pair = "{left:node} <-> {right:node}"
      type round = "{next:trip}"
      type trip = "{next:round}"`,
  },
]);
const types = createTypeTable(catalog);

function template(text: string): Template {
  const read = readTemplate(text);
  expect(read.problems).toEqual([]);
  return read.template;
}

function match(text: string, message: string): Record<string, unknown> | undefined {
  return compileText(undefined, template(text), types).match(message);
}

test('the types of these tests are sound', () => {
  expect(problems).toEqual([]);
});

describe('built-in types', () => {
  const UUID = '0ABE351D-56A8-48F7-B8E6-45506F6F5B8B';

  test.each([
    ['u32', '4294967295', 4_294_967_295],
    ['i32', '-1', -1],
    ['pid', '569', 569],
    ['pid', '-1', -1],
    ['errno', '61', 61],
    ['seconds', '22.121', 22.121],
    ['seconds', '0', 0],
    ['seconds', '-0.5', -0.5],
    ['u64', '9007199254740991', 9_007_199_254_740_991],
    ['u64', '9007199254740993', 9_007_199_254_740_993n],
    ['u64', '18446744073709551615', 18_446_744_073_709_551_615n],
    ['bytes', '0', 0],
    ['hex', '0x1f', 31],
    ['hex', 'DEADbeef', 0xdeadbeef],
    ['signal', '9', 9],
    ['signal', 'SIGKILL', 'SIGKILL'],
    ['port', '443', 443],
    ['bool', 'YES', true],
    ['bool', 'true', true],
    ['bool', '1', true],
    ['bool', 'NO', false],
    ['bool', 'false', false],
    ['bool', '0', false],
    ['uuid', UUID, UUID],
    ['ip', '203.0.113.9', '203.0.113.9'],
    ['ip', '2001:db8::1', '2001:db8::1'],
    ['ip', '::', '::'],
    ['ip', 'fe80::1%en0', 'fe80::1%en0'],
    ['ip', '::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['endpoint', '203.0.113.9:443', '203.0.113.9:443'],
    ['endpoint', '203.0.113.9.443', '203.0.113.9.443'],
    ['endpoint', '2001:db8::1.443', '2001:db8::1.443'],
    ['endpoint', '[2001:db8::1]:443', '[2001:db8::1]:443'],
    ['endpoint', 'fe80::1%en0.5353', 'fe80::1%en0.5353'],
    ['endpoint', 'api.example.com:443', 'api.example.com:443'],
    ['endpoint', '*:0', '*:0'],
    ['word', 'path:satisfied_change', 'path:satisfied_change'],
    ['label', 'any text: of (one) line', 'any text: of (one) line'],
    ['label', '', ''],
    ['rest', 'several\nlines\n  of text', 'several\nlines\n  of text'],
    ['quoted', '"in double quotes"', 'in double quotes'],
    ['quoted', "'in single ones'", 'in single ones'],
    ['quoted', 'bare', 'bare'],
    ['dictionary', '{\n  a = 1;\n}', '{\n  a = 1;\n}'],
    ['properties', '\n  a = 1\n  b = 2', '\n  a = 1\n  b = 2'],
    [
      'nw-node',
      'C1.1 example.com:443 ready (satisfied, interface: en0[802.11])',
      'C1.1 example.com:443 ready (satisfied, interface: en0[802.11])',
    ],
    ['status', 'connecting', 'connecting'],
    ['status', 'in a word', 'in a word'],
    ['flow-pcb', '3311882354', 3_311_882_354],
  ])('%s takes %s', (type, written, value) => {
    expect(match(`at {x:${type}}.`, `at ${written}.`)).toEqual({ x: value });
    expect(match(`{x:${type}}`, written)).toEqual({ x: value });
  });

  test.each([
    ['u32', '-1'],
    ['u32', '1.5'],
    ['u32', '<private>'],
    ['pid', '(null)'],
    ['hex', 'xyz'],
    ['signal', 'KILL'],
    ['port', '123456'],
    ['bool', 'maybe'],
    ['uuid', '0ABE351D-56A8-48F7-B8E6'],
    ['uuid', 'Hostname#26e115d4:443'],
    ['ip', 'example.com'],
    ['ip', '1.2.3'],
    ['endpoint', 'example.com'],
    ['word', 'two words'],
    ['label', 'two\nlines'],
    ['quoted', 'two words'],
    ['status', 'connect'],
  ])('%s does not take %s', (type, written) => {
    expect(match(`at {x:${type}}.`, `at ${written}.`)).toBeUndefined();
  });
});

describe('privacy', () => {
  const TOKENS = [
    '<private>',
    '<sensitive>',
    '(null)',
    "<mask.hash: 'Nk1TwEiFPPzAOf6D7xVWSA=='>",
    '<mask.hash: (null)>',
    '<decode: missing data>',
  ];
  const ADDRESSES = [
    '<IPv4-redacted>',
    '<IPv6-redacted>',
    '<IPv4:Bb1c2d3e>',
    'Hostname#26e115d4',
    'Hostname#26e115d4:443',
    'IPv4#020f79a9:443',
    'IPv6#020f79a9.443',
  ];

  test.each([
    'uuid',
    'bool',
    'ip',
    'endpoint',
    'word',
    'label',
    'rest',
    'quoted',
    'status',
    'ne-session',
    'properties',
    'nw-node',
  ])('may have taken a value of type %s', (type) => {
    for (const token of TOKENS) {
      expect(match(`at {x:${type}}, done`, `at ${token}, done`)).toEqual({ x: { redacted: token } });
    }
  });

  test.each(['ip', 'endpoint', 'word', 'label', 'rest', 'quoted', 'nw-node'])(
    'may have taken an address of type %s',
    (type) => {
      for (const token of ADDRESSES) {
        expect(match(`to {x:${type}}, done`, `to ${token}, done`)).toEqual({ x: { redacted: token } });
      }
    },
  );

  test('a port behind a redacted address stays with whoever asks for it', () => {
    expect(match('{ip:ip}:{port:port} up', 'IPv4#020f79a9:443 up')).toEqual({
      ip: { redacted: 'IPv4#020f79a9' },
      port: 443,
    });
  });

  test('inside a composite value', () => {
    const id = 'E8D79F49-AF6D-414C-8A6F-188A424E617B';

    expect(match('{s:ne-session}: up', `NESMVPNSession[Primary Tunnel:<private>:${id}:(null)]: up`)).toEqual({
      s: {
        class: 'NESMVPNSession',
        kind: 'Primary Tunnel',
        name: { redacted: '<private>' },
        id,
        via: { redacted: '(null)' },
      },
    });
  });
});

describe('composite values', () => {
  const A = 'E8D79F49-AF6D-414C-8A6F-188A424E617B';
  const B = '0F00BA12-1111-4222-8333-44445555BBBB';
  const session = (name: string, id = A) => ({
    class: 'NESMVPNSession',
    kind: 'Primary Tunnel',
    name,
    id,
    via: { redacted: '(null)' },
  });

  test.each([
    'Acme VPN',
    'My: VPN',
    '日本語: 𝕍ℙℕ 🚀',
    ':',
    '',
    `copy of ${B}`,
    `x:${B}:y`,
    'with ]: and [',
    'a]: status changed to b',
  ])('a session may be called %j', (name) => {
    const message = `NESMVPNSession[Primary Tunnel:${name}:${A}:(null)]: status changed to connected`;

    expect(match('{s:ne-session}: status changed to {to:status}', message)).toEqual({
      s: session(name),
      to: 'connected',
    });
  });

  test('the second template takes what the first does not', () => {
    expect(match('{s:ne-session}: up', `NESMIKEv2VPNSession[Harbor IKEv2:${A}]: up`)).toEqual({
      s: { class: 'NESMIKEv2VPNSession', name: 'Harbor IKEv2', id: A },
    });
  });

  test('two of them in one message stay apart', () => {
    const one = `NESMVPNSession[Primary Tunnel:One:${A}:(null)]`;
    const two = `NESMVPNSession[Primary Tunnel:Two:${B}:(null)]`;

    expect(match('{a:ne-session}: superseded by {b:ne-session}', `${one}: superseded by ${two}`)).toEqual({
      a: session('One'),
      b: session('Two', B),
    });
    expect(match('{a:ne-session}: {what:rest}', `${one}: superseded by ${two}: now`)).toEqual({
      a: session('One'),
      what: `superseded by ${two}: now`,
    });
  });

  test('composites of composites', () => {
    expect(match('path {p:pair}', 'path 192.0.2.1:1 (a) <-> 192.0.2.2:2 (b)')).toEqual({
      p: { left: { at: '192.0.2.1:1', path: 'a' }, right: { at: '192.0.2.2:2', path: 'b' } },
    });
  });

  test('a type that holds itself is a label, and so is one nobody defined', () => {
    expect(match('[{x:round}]', '[a b]')).toEqual({ x: 'a b' });
    expect(match('[{x:nonsense}]', '[a b]')).toEqual({ x: 'a b' });
  });
});

describe('holes and literals', () => {
  test('a label is as short as the literal behind it allows', () => {
    expect(match('{a:label}: {b:label}', 'one: two: three')).toEqual({ a: 'one', b: 'two: three' });
    expect(match('{a:label} ({n:u32}) failed', 'copy (1) of (2) failed')).toEqual({ a: 'copy (1) of', n: 2 });
    expect(match('{a:label} ({n:u32}) {b:label} failed', 'copy (1) of (2) failed')).toEqual({
      a: 'copy',
      n: 1,
      b: 'of (2)',
    });
  });

  test('a word may be followed by a literal without a blank', () => {
    expect(match('{host:word}:{port:port} up', '2001:db8::1:443 up')).toEqual({ host: '2001:db8::1', port: 443 });
    expect(match('{a:word}:{b:word}:{c:u32} end', 'x:y:z:5 end')).toEqual({ a: 'x', b: 'y:z', c: 5 });
    expect(match('{a:word}.{b:word} end', 'x.y.z end')).toEqual({ a: 'x', b: 'y.z' });
  });

  test('an address may be followed by a colon', () => {
    expect(match('{at:ip}: {why:rest}', '2001:db8::1: no route')).toEqual({ at: '2001:db8::1', why: 'no route' });
    expect(match('{at:endpoint}: {why:rest}', '[2001:db8::1]:443: refused')).toEqual({
      at: '[2001:db8::1]:443',
      why: 'refused',
    });
    expect(match('{at:ip}:{port:port} up', '192.0.2.1:443 up')).toEqual({ at: '192.0.2.1', port: 443 });
  });

  test('literals are taken by the letter', () => {
    expect(match('a.b*c (d) [e] {{f}} $^|+?\\/', 'a.b*c (d) [e] {f} $^|+?\\/')).toEqual({});
    expect(match('a.b', 'axb')).toBeUndefined();
    expect(match('Created', 'created')).toBeUndefined();
  });

  test('the whole message has to fit', () => {
    expect(match('Created', 'Created again')).toBeUndefined();
    expect(match('Created', 'not Created')).toBeUndefined();
    expect(match('result {n:u32}', 'result 61 of 7')).toBeUndefined();
  });

  test('newlines and blanks behind it do not count', () => {
    expect(match('Created', 'Created\n')).toEqual({});
    expect(match('Created ', 'Created')).toEqual({});
    expect(match('result {n:u32}', 'result 61 \r\n')).toEqual({ n: 61 });
    expect(match('said {x:label}', 'said so\n')).toEqual({ x: 'so' });
    expect(match('said {x:rest}', 'said so\nand so\n\n')).toEqual({ x: 'so\nand so' });
  });

  test('a head stands before every text', () => {
    const matcher = compileText(
      template('({flow:flow-pcb}): '),
      template('received connect result {error:errno}'),
      types,
    );

    expect(matcher.match('(3311882354): received connect result 61')).toEqual({ flow: 3_311_882_354, error: 61 });
    expect(matcher.literalPrefix).toBe('(');
    expect(matcher.longestLiteral).toBe('): received connect result ');
    expect(matcher.regex.test('(1): received connect result 0')).toBe(true);
  });

  test('a head alone says where it ends', () => {
    const head = compileHead(template('({flow:flow-pcb}): '), types);

    expect(head.match('(12): Created')).toEqual({ end: 6, fields: { flow: 12 } });
    expect(head.match('Created')).toBeUndefined();
    expect(head.starts).toEqual(['(']);
  });
});

describe('parts that may be missing', () => {
  test('their holes are undefined where they are', () => {
    const text = 'Entering state {state:word}{?, timeout {timeout:seconds} seconds}';

    expect(match(text, 'Entering state idle, timeout 1.5 seconds')).toEqual({ state: 'idle', timeout: 1.5 });
    expect(match(text, 'Entering state idle')).toStrictEqual({ state: 'idle', timeout: undefined });
    expect(match(text, 'Entering state idle, timeout soon')).toBeUndefined();
  });

  test('at the start, in the middle, without a hole, and behind a label', () => {
    expect(match('{?not }done', 'done')).toEqual({});
    expect(match('{?not }done', 'not done')).toEqual({});
    expect(match('a{? b {n:u32}} c', 'a b 1 c')).toEqual({ n: 1 });
    expect(match('a{? b {n:u32}} c', 'a c')).toStrictEqual({ n: undefined });
    expect(match('{what:label}{?: {why:rest}}', 'failed: no: route')).toEqual({ what: 'failed', why: 'no: route' });
    expect(match('{what:label}{?: {why:rest}}', 'failed')).toEqual({ what: 'failed' });
  });

  test('braces in them', () => {
    expect(match('flags{? {{{f:hex}}}} set', 'flags {0x3} set')).toEqual({ f: 3 });
  });
});

describe('readTemplate', () => {
  test.each([
    ['a {b c', 2, "expected a hole {name:type} or a part that may be missing {?…}; '{{' is a brace"],
    ['{name}', 0, "expected a hole {name:type} or a part that may be missing {?…}; '{{' is a brace"],
    ['a } b', 2, "a '}' that closes nothing; '}}' is a brace"],
    ['{?a {?b}}', 4, 'a part that may be missing cannot hold another one'],
    ['x{? {n:u32} y', 1, "this part that may be missing has no closing '}'"],
  ])('%s', (text, at, message) => {
    expect(readTemplate(text).problems[0]).toEqual({ at, message });
  });

  test('parts are flat, what may be missing is a range of them', () => {
    expect(readTemplate('a {x:u32}{?, b {y:word} c}{? d}').template).toEqual({
      source: 'a {x:u32}{?, b {y:word} c}{? d}',
      parts: ['a ', { name: 'x', type: 'u32' }, ', b ', { name: 'y', type: 'word' }, ' c', ' d'],
      optional: [
        [2, 5],
        [5, 6],
      ],
    });
  });
});

describe('skeletons', () => {
  test.each([
    ['(%u): received connect result %u\n', '({f:u32}): received connect result {e:errno}'],
    ['%{public}@: status changed to %{public}s', '{s:ne-session}: status changed to {st:status}'],
    ['%{private, mask.hash}s %.*s %llu 0x%llx', '{a:word} {b:label} {c:u64} 0x{d:hex}'],
    ['%-10.2f%% of %{public, uuid_t}.16P at %#zx', '{a:seconds}% of {b:uuid} at {c:hex}'],
    ['%{network:in_addr}d %+d %ld %hhu %@', '{a:ip} {b:i32} {c:i32} {d:u32} {e:rest}'],
  ])('%s', (format, text) => {
    const [skeleton] = compileText(undefined, template(text), types).skeletons;

    expect(skeleton).toBe(skeletonOfFormatString(format));
  });

  test('of a format string, by hand', () => {
    expect(skeletonOfFormatString('(%u): %{public}@ took %.3fs (%d%%)\n\n')).toBe('(%): % took %s (%%)');
  });

  test('one for every choice of what may be missing', () => {
    const matcher = compileText(template('{p:word} '), template('a{? b {n:u32}}{? c}'), types);

    expect([...matcher.skeletons].sort()).toEqual(['% a', '% a b %', '% a b % c', '% a c']);
  });
});

describe('a hostile message of 16 kB is answered', () => {
  const TEXTS = [
    '{a:label}: {b:label}, {c:label}; {d:label}. end',
    '{a:word}:{b:word}:{c:word}:{d:word} end',
    '{a:label}:{b:word}:{c:word}:{d:word} end',
    '{a:label}: {s:ne-session}: {b:label} end',
    '{s:ne-session}: {b:label} and {t:ne-session}: {c:label} end',
    '{a:label}{?, x {b:label}}{?, y {c:label}}{?, z {d:rest}}',
    '{?{a:label} }x {b:word}{?, y {c:label}[{n:u32}]}{?, {d:label}}, z {e:u32}',
    '{a:quoted}:{b:quoted}:{c:quoted} end',
    '{a:label}:{b:endpoint}:{c:ip}:{d:hex} end',
  ];
  const UUID = 'E8D79F49-AF6D-414C-8A6F-188A424E617B';
  const PIECES = [
    ':',
    ' ',
    ': ',
    '[',
    ']',
    ':[',
    ',',
    ', x ',
    ', y a',
    'a',
    'a ',
    '1',
    '.',
    '"',
    "'",
    '\n',
    ' \n',
    '::1',
    '(null)',
    '<private>',
    '; ',
    '. ',
    `:${UUID}:`,
    `X[a:b:${UUID}:`,
    ' end',
    'x a, y b[1',
    '0.0.0.0:',
    '<mask.hash: ',
  ];

  // An expression that tries every way would not end before the test's own time is up.
  test.each(TEXTS)('%s', (text) => {
    const matcher = compileText(undefined, template(text), types);
    const matched = PIECES.filter((piece) => {
      const message = `${piece.repeat(Math.ceil(16_383 / piece.length)).slice(0, 16_383)}\u0001`;
      return matcher.match(message) !== undefined;
    });

    expect(matched.length).toBeLessThan(PIECES.length);
  });
});
