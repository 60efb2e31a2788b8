import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../../src/language/catalog/parse-catalog.ts';
import { renderDiagnostic } from '../../../src/language/diagnostic.ts';

function parse(text: string, name = 'a.grammar') {
  const { value, problems } = parseCatalog([{ name, text }]);
  expect(problems.map(renderDiagnostic)).toEqual([]);
  return value;
}

function complaints(text: string): string {
  return parseCatalog([{ name: 'a.grammar', text }])
    .problems.map(renderDiagnostic)
    .join('\n');
}

const at = (line: number, column: number, file = 'a.grammar') => ({ file, line, column });
const compare = (field: string, value: unknown, comparator = '==') => ({
  op: 'compare',
  field,
  comparator,
  value,
  ignoreCase: false,
  ignoreDiacritics: false,
});

describe('families and messages', () => {
  const text = `-- a comment
family kernel.flow-divert
  title  "Kernel flow divert: hands a socket's bytes to a proxy provider" -- another
  where  process == "kernel" and sender == "kernel"
  probe  "flow"
  head   "({flow:flow-pcb}): "
  marks  provider
  see    "xnu bsd/netinet/flow_divert.c"
  see    "a", "b"

message connect-result
  text   "received connect result {error:errno}"
  text   "connect result {error:errno}{?, \\"{why:label}\\"}"
  level  info "xnu-7195.."
  level  default "..xnu-7195"
  lifecycle flow.connect.answered
  only-if "sysctl net.flow_divert.log"
  means  "The provider answered."
  harmless "Nothing is wrong."
  next   kernel.flow-divert/closing, a.b/c
  os     "xnu-7195.."
  see    "https://example.com"
  sample "(3311882354): received connect result 61" -> flow=3311882354 error=61
  sample "(1): connect result 0, \\"so\\"" -> why="so \\"it\\" is"
         session.id=E8D79F49-AF6D-414C-8A6F-188A424E617B at=203.0.113.9:443
  sample """
    (2): received
      connect
    """
message text
  text "x"
`;

  test('every clause is kept', () => {
    const hole = (name: string, type: string) => ({ name, type });

    expect(parse(text).families).toEqual([
      {
        name: 'kernel.flow-divert',
        title: "Kernel flow divert: hands a socket's bytes to a proxy provider",
        where: { op: 'and', terms: [compare('process', 'kernel'), compare('sender', 'kernel')] },
        probe: 'flow',
        head: { source: '({flow:flow-pcb}): ', parts: ['(', hole('flow', 'flow-pcb'), '): '] },
        marks: 'provider',
        see: ['xnu bsd/netinet/flow_divert.c', 'a', 'b'],
        place: at(2, 8),
        messageNames: ['connect-result', 'text'],
        messages: [
          {
            name: 'connect-result',
            texts: [
              {
                source: 'received connect result {error:errno}',
                parts: ['received connect result ', hole('error', 'errno')],
              },
              {
                source: 'connect result {error:errno}{?, "{why:label}"}',
                parts: ['connect result ', hole('error', 'errno'), ', "', hole('why', 'label'), '"'],
                optional: [[2, 5]],
              },
            ],
            level: 'info',
            earlierLevels: [{ level: 'default', os: '..xnu-7195' }],
            lifecycle: 'flow.connect.answered',
            onlyIf: 'sysctl net.flow_divert.log',
            means: 'The provider answered.',
            harmless: 'Nothing is wrong.',
            os: 'xnu-7195..',
            next: ['kernel.flow-divert/closing', 'a.b/c'],
            see: ['https://example.com'],
            samples: [
              {
                text: '(3311882354): received connect result 61',
                captures: { flow: '3311882354', error: '61' },
                place: at(23, 3),
              },
              {
                text: '(1): connect result 0, "so"',
                captures: {
                  why: 'so "it" is',
                  'session.id': 'E8D79F49-AF6D-414C-8A6F-188A424E617B',
                  at: '203.0.113.9:443',
                },
                place: at(24, 3),
              },
              { text: '(2): received\n  connect', captures: {}, place: at(26, 3) },
            ],
            place: at(11, 9),
          },
          { name: 'text', texts: [{ source: 'x', parts: ['x'] }], next: [], see: [], samples: [], place: at(30, 9) },
        ],
      },
    ]);
  });

  test('a family that comes again, in another file, is extended', () => {
    const { value, problems } = parseCatalog([
      { name: 'a', text: 'family f title "t" where process == "x"\nmessage one text "1"' },
      {
        name: 'b',
        text: 'family g title "t" where process == "y"\nmessage one text "1"\nfamily f\nmessage two text "2"',
      },
    ]);

    expect(problems).toEqual([]);
    expect(value.families.map(({ name, messages }) => [name, messages.map((message) => message.name)])).toEqual([
      ['f', ['one', 'two']],
      ['g', ['one']],
    ]);
  });

  test('a file may extend a catalog that is already there', () => {
    const base = parse(
      'type colour = red | green\nfamily f title "t" where process == "x" head "> "\nmessage one text "1"',
    );

    const { value, problems } = parseCatalog([{ name: 'mine', text: 'family f\nmessage two text "{c:colour}"' }], base);

    expect(problems).toEqual([]);
    expect(value.types).toEqual(base.types);
    expect(value.families).toEqual([
      {
        ...base.families[0],
        messageNames: ['one', 'two'],
        messages: [...(base.families[0]?.messages ?? []), expect.objectContaining({ name: 'two' })],
      },
    ]);
    expect(base.families[0]?.messages).toHaveLength(1);
  });

  test('keywords are names where a name is expected', () => {
    const value = parse(
      'type type = none | in | text | error | 7 | "a b"\nfamily family title "t" where sample == "x" and type == 1\nmessage rule text "{sample:type}"',
    );

    expect(value.types[0]).toMatchObject({ name: 'type', values: ['none', 'in', 'text', 'error', '7', 'a b'] });
    expect(value.families[0]).toMatchObject({ name: 'family', messages: [{ name: 'rule' }] });
  });
});

describe('types and identities', () => {
  test('lists of words, templates, keys and scopes', () => {
    const value = parse(`
type status = connected | connecting
type at = "{host:word}:{port:port}" | local
identity flow-pcb = u32 per boot
identity ne-session = "[{name:label}:{id:uuid}]"
                    | "{id:uuid}" keyed by id per device`);
    const id = { name: 'id', type: 'uuid' };

    expect(value.types).toEqual([
      { name: 'status', values: ['connected', 'connecting'], place: at(2, 6) },
      {
        name: 'at',
        templates: [
          {
            source: '{host:word}:{port:port}',
            parts: [{ name: 'host', type: 'word' }, ':', { name: 'port', type: 'port' }],
          },
          { source: 'local', parts: ['local'] },
        ],
        place: at(3, 6),
      },
    ]);
    expect(value.identities).toEqual([
      { name: 'flow-pcb', base: 'u32', per: 'boot', place: at(4, 10) },
      {
        name: 'ne-session',
        templates: [
          { source: '[{name:label}:{id:uuid}]', parts: ['[', { name: 'name', type: 'label' }, ':', id, ']'] },
          { source: '{id:uuid}', parts: [id] },
        ],
        key: 'id',
        per: 'device',
        place: at(5, 10),
      },
    ]);
  });
});

describe('vocabularies', () => {
  test('words with phrases, negations and samples', () => {
    expect(
      parse(`vocabulary provider
  title "What providers say"
  where role == "provider"
  negate "no", "not" "~skipped"
word reconnecting
  phrase "reconnect*"
  phrase "retry in" "backing off"
  means "It tries again."
  sample "Reconnecting to 203.0.113.9:443" -> endpoint=203.0.113.9:443`).vocabularies,
    ).toEqual([
      {
        name: 'provider',
        title: 'What providers say',
        where: compare('role', 'provider'),
        negations: ['no', 'not', '~skipped'],
        words: [
          {
            name: 'reconnecting',
            phrases: ['reconnect*', 'retry in', 'backing off'],
            means: 'It tries again.',
            samples: [
              { text: 'Reconnecting to 203.0.113.9:443', captures: { endpoint: '203.0.113.9:443' }, place: at(9, 3) },
            ],
            place: at(5, 6),
          },
        ],
        place: at(1, 12),
      },
    ]);
  });
});

describe('rules', () => {
  test('every clause is kept', () => {
    expect(
      parse(`rule flow-reject-storm
  title      "{provider} handed back {count} flows in {window}"
  severity   warning
  per        provider
  needs      networkextension.provider/new-flow-rejected, kernel.tcp/x
  when       count networkextension.provider/new-flow-rejected >= 200 within 1s
  unless     provider.kind == "dns-proxy"
  confidence high
  means      "m"
  not-it     "n"
  do         developer "d1"
  do         user "d2"
  see        "s"
  example found "storm" """
    one
    two
  """ -> count=500
  example clear "calm" "none"
  example not-observable "default level" "none"`).rules,
    ).toEqual([
      {
        name: 'flow-reject-storm',
        title: '{provider} handed back {count} flows in {window}',
        severity: 'warning',
        confidence: 'high',
        per: 'provider',
        needs: ['networkextension.provider/new-flow-rejected', 'kernel.tcp/x'],
        when: {
          form: 'count',
          event: 'networkextension.provider/new-flow-rejected',
          atLeast: 200,
          withinUs: 1_000_000,
        },
        unless: compare('provider.kind', 'dns-proxy'),
        means: 'm',
        notIt: 'n',
        actions: [
          { for: 'developer', text: 'd1' },
          { for: 'user', text: 'd2' },
        ],
        see: ['s'],
        examples: [
          { kind: 'found', name: 'storm', log: 'one\ntwo', captures: { count: '500' }, place: at(14, 3) },
          { kind: 'clear', name: 'calm', log: 'none', captures: {}, place: at(18, 3) },
          { kind: 'not-observable', name: 'default level', log: 'none', captures: {}, place: at(19, 3) },
        ],
        place: at(1, 6),
      },
    ]);
  });

  test.each([
    ['seen a/b', { form: 'seen', event: 'a/b' }],
    [
      'seen a.x/b-c where flow > 1 and app == "x"',
      { form: 'seen', event: 'a.x/b-c', where: { op: 'and', terms: [compare('flow', 1, '>'), compare('app', 'x')] } },
    ],
    ['count a/b >= 3 within 500ms', { form: 'count', event: 'a/b', atLeast: 3, withinUs: 500_000 }],
    [
      'count a/b where n == 1 >= 3 within 5m same flow',
      { form: 'count', event: 'a/b', where: compare('n', 1), atLeast: 3, withinUs: 300_000_000, same: 'flow' },
    ],
    ['a/b then c/d within 2s', { form: 'sequence', events: ['a/b', 'c/d'], withinUs: 2_000_000 }],
    [
      'a/b then c/d then e/f within 1h same session.id',
      { form: 'sequence', events: ['a/b', 'c/d', 'e/f'], withinUs: 3_600_000_000, same: 'session.id' },
    ],
    [
      'a/b without c/d within 10s same flow',
      { form: 'without', event: 'a/b', missing: 'c/d', withinUs: 10_000_000, same: 'flow' },
    ],
  ])('when %s', (condition, when) => {
    expect(parse(`rule r title "t" severity info when ${condition}`).rules[0]?.when).toEqual(when);
  });
});

describe('an error is pointed at, and costs no more than its clause', () => {
  const HEAD = 'family f\n  title "t"\n  where process == "x"\n\n';

  test('a clause nobody knows', () => {
    const text = `${HEAD}message one\n  txet "1"\n  level info\n  text "2"\n\nmessage two\n  text "3"`;

    expect(complaints(text)).toMatchInlineSnapshot(`
      "a.grammar:6:3  syntax
        txet "1"
        ^ expected 'text', 'level', 'lifecycle', 'only-if', 'means', 'harmless', 'next', 'os', 'see' or 'sample' in a message, found 'txet'
        help: did you mean 'text'?"
    `);
    expect(parseCatalog([{ name: 'a', text }]).value.families[0]?.messages).toMatchObject([
      { name: 'one', level: 'info', texts: [{ source: '2' }] },
      { name: 'two', texts: [{ source: '3' }] },
    ]);
  });

  test('several errors in one file are all found', () => {
    expect(
      complaints(
        `${HEAD}message one\n  text kernel\n  level inf\n  means "m"\nmessage two\n  text "{n:u32"\n  sample "1" -> n\n  head "x"\nmessage two\n  text "4"\nmesage three\n  text "5"`,
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:6:8  syntax
        text kernel
             ^ expected a string in quotes after 'text', found 'kernel'
      a.grammar:7:9  syntax
        level inf
              ^ expected 'default', 'info', 'debug', 'error', 'fault' or 'activity', found 'inf'
        help: did you mean 'info'?
      a.grammar:10:9  syntax
        text "{n:u32"
              ^ expected a hole {name:type} or a part that may be missing {?…}; '{{' is a brace
      a.grammar:11:17  syntax
        sample "1" -> n
                      ^ expected hole=value after '->', found 'n'
      a.grammar:12:3  syntax
        head "x"
        ^ expected 'text', 'level', 'lifecycle', 'only-if', 'means', 'harmless', 'next', 'os', 'see' or 'sample' in a message, found 'head'
        help: 'head' belongs under a family
      a.grammar:13:9  duplicate-name
        message two
                ^ message f/two is given twice
        help: first given in a.grammar:9
      a.grammar:15:1  syntax
        mesage three
        ^ expected 'text', 'level', 'lifecycle', 'only-if', 'means', 'harmless', 'next', 'os', 'see' or 'sample' in a message, found 'mesage'
        help: did you mean 'message'?"
    `);
  });

  test('a string without an end', () => {
    expect(complaints(`${HEAD}message one\n  text "abc\n  level info`)).toMatchInlineSnapshot(`
      "a.grammar:6:8  syntax
        text "abc
             ^ this string has no end
        help: a string ends on the line where it starts; close it with a quote"
    `);
  });

  test('a predicate in a file is explained as on the command line', () => {
    expect(
      complaints(
        'family f\n  title "t"\n  where process = kernel\n  see "x"\nfamily g\n  title "t"\n  where\n  see "x"',
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:3:19  syntax
        where process = kernel
                        ^ expected a value, found the word 'kernel': write "kernel"
        help: two fields cannot be compared; a value that is text stands in quotes
      a.grammar:8:7  syntax
        see "x"
            ^ expected a comparison operator, 'in' or 'between' after 'see', found "x"
        help: supported: and or not && || ! · == != < <= > >= · contains beginswith endswith like matches, each with [c] [d] [cd] · in {…} · between {…, …} · nil"
    `);
  });

  test('holes, at the place where they stand in the string', () => {
    expect(
      complaints(`${HEAD}message one\n  text "a \\"{n}\\" b"\n  text "{?a {?b}}"\n  text "a } b"`),
    ).toMatchInlineSnapshot(`
      "a.grammar:6:13  syntax
        text "a \\"{n}\\" b"
                  ^ expected a hole {name:type} or a part that may be missing {?…}; '{{' is a brace
      a.grammar:6:15  syntax
        text "a \\"{n}\\" b"
                    ^ a '}' that closes nothing; '}}' is a brace
      a.grammar:7:13  syntax
        text "{?a {?b}}"
                  ^ a part that may be missing cannot hold another one
      a.grammar:7:17  syntax
        text "{?a {?b}}"
                      ^ a '}' that closes nothing; '}}' is a brace
      a.grammar:8:11  syntax
        text "a } b"
                ^ a '}' that closes nothing; '}}' is a brace"
    `);
  });

  test('clauses under the wrong header, or under none', () => {
    expect(
      complaints('title "t"\nfamily f\n  title "t"\n  where process == "x"\n  text "x"\nword w\n  phrase "x"'),
    ).toMatchInlineSnapshot(`
      "a.grammar:1:1  syntax
        title "t"
        ^ 'title' stands under no header
        help: it belongs under a family, a vocabulary, a codes or a rule
      a.grammar:5:3  syntax
        text "x"
        ^ expected 'title', 'where', 'probe', 'head', 'marks' or 'see' in a family, found 'text'
        help: 'text' belongs under a message
      a.grammar:6:6  syntax
        word w
             ^ a word belongs to a vocabulary, and none stands above it"
    `);
  });

  test('what is missing', () => {
    expect(
      complaints('family f\nmessage m\nvocabulary v\nword w\nrule r\n  means "x"\nmessage'),
    ).toMatchInlineSnapshot(`
      "a.grammar:1:8  syntax
        family f
               ^ family f has no 'title'
      a.grammar:1:8  syntax
        family f
               ^ family f has no 'where'
      a.grammar:2:9  syntax
        message m
                ^ message m has no 'text'
      a.grammar:3:12  syntax
        vocabulary v
                   ^ vocabulary v has no 'where'
      a.grammar:4:6  syntax
        word w
             ^ word w has no 'phrase'
      a.grammar:5:6  syntax
        rule r
             ^ rule r has no 'when'
      a.grammar:7:8  syntax
        message
               ^ expected a name after 'message', found the end"
    `);
  });

  test('what is given twice', () => {
    expect(
      complaints(
        'type a = b\ntype a = c\nidentity a = u32 per boot\nfamily f\n  title "t"\n  title "u"\n  where process == "x"\nmessage m\n  text "1"\n  level info\n  level debug\nmessage m\n  text "2"\n  sample "2" -> a=1 a=2',
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:2:6  duplicate-name
        type a = c
             ^ type a is given twice
        help: first given in a.grammar:1
      a.grammar:3:10  duplicate-name
        identity a = u32 per boot
                 ^ identity a is given twice
        help: first given in a.grammar:1
      a.grammar:6:3  duplicate-name
        title "u"
        ^ 'title' of family f is given twice
        help: first given in a.grammar:5
      a.grammar:12:9  duplicate-name
        message m
                ^ message f/m is given twice
        help: first given in a.grammar:8
      a.grammar:14:21  syntax
        sample "2" -> a=1 a=2
                          ^ a is given twice"
    `);
  });

  test('words out of a list', () => {
    expect(
      complaints(
        'identity i = u32 per bot\nidentity j = "{a:u32}" per boot\nidentity k = a | b per boot\nrule r\n  title "t"\n  severity fatal\n  confidence hihg\n  when seen a/b\n  example fuond "x" "y"',
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:1:22  syntax
        identity i = u32 per bot
                             ^ expected 'boot', 'process' or 'device', found 'bot'
        help: did you mean 'boot'?
      a.grammar:2:10  syntax
        identity j = "{a:u32}" per boot
                 ^ identity j is made of several holes: say 'keyed by' which
      a.grammar:3:10  syntax
        identity k = a | b per boot
                 ^ identity k is a list of words: expected one built-in type or templates
      a.grammar:6:12  syntax
        severity fatal
                 ^ expected 'error', 'warning' or 'info', found 'fatal'
      a.grammar:7:14  syntax
        confidence hihg
                   ^ expected 'high', 'medium' or 'low', found 'hihg'
        help: did you mean 'high'?
      a.grammar:9:11  syntax
        example fuond "x" "y"
                ^ expected 'found', 'clear' or 'not-observable', found 'fuond'
        help: did you mean 'found'?"
    `);
  });

  test('conditions', () => {
    expect(
      complaints(
        'rule r\n  title "t"\n  severity info\n  when count a/b > 3 within 1s\nrule s\n  title "t"\n  severity info\n  when a/b within 1s\nrule u\n  title "t"\n  severity info\n  when seen b\n  do "x"',
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:4:18  syntax
        when count a/b > 3 within 1s
                       ^ expected '>=' after 'a/b', found '>'
      a.grammar:8:12  syntax
        when a/b within 1s
                 ^ expected 'then' or 'without' after 'a/b', found 'within'
      a.grammar:12:13  syntax
        when seen b
                  ^ expected an event (family/message) after 'seen', found 'b'
      a.grammar:13:6  syntax
        do "x"
           ^ expected a name after 'do', found "x""
    `);
  });
});

test('any text at all is read without throwing', () => {
  const words = [
    'family',
    'f',
    'message',
    'text',
    '"a {b:c}"',
    'where',
    '==',
    'and',
    '(',
    '->',
    'a=1',
    'type',
    '=',
    '|',
    '"""',
    '"',
    '{',
    '>=',
    '1s',
    'rule',
    'when',
    'seen',
    'a/b',
    '--',
    '\n',
    '\u0000',
    '💥',
  ];
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };

  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: 30 }, () => words[Math.floor(random() * words.length)]).join(' ');

    for (const problem of parseCatalog([{ name: 'a', text }]).problems) {
      expect(renderDiagnostic(problem)).toContain('^ ');
      expect(problem.place.line).toBeGreaterThan(0);
    }
  }
});
