import { describe, expect, test } from 'vitest';
import { checkCatalog } from '../../../src/language/catalog/check.ts';
import { parseCatalog } from '../../../src/language/catalog/parse-catalog.ts';
import { renderDiagnostic } from '../../../src/language/diagnostic.ts';
import type { Catalog } from '../../../src/model/catalog.ts';

/** What the check says of messages in a family with a head; the text itself has to be readable. */
function checked(text: string, base?: Catalog): string {
  const parsed = parseCatalog([{ name: 'a.grammar', text }], base);
  expect(parsed.problems.map(renderDiagnostic)).toEqual([]);
  return checkCatalog(parsed).map(renderDiagnostic).join('\n');
}

const family = (clauses: string, messages: string): string =>
  `family f\n  title "t"\n  where process == "x"\n${clauses}\n${messages}`;

test('a sound catalog has nothing to say', () => {
  expect(
    checked(
      family(
        '  head "({flow:u32}): "\n  probe "conn"',
        'type why = reset | timeout\nidentity n = "[{a:word}]{b:word}" keyed by a per boot\nmessage m\n  text "disconnected: {w:why}{? by {n:n}}"\n  sample "(1): disconnected: reset" -> flow=1 w=reset\n  sample "(2): disconnected: timeout by [x]y" -> n.a=x n.b=y',
      ),
    ),
  ).toBe('');
});

describe('samples', () => {
  test('sample-missing', () => {
    expect(
      checked(family('', 'message m\n  text "a"\nvocabulary v\n  where process == "y"\nword w\n  phrase "x"')),
    ).toMatchInlineSnapshot(`
      "a.grammar:5:9  sample-missing
        message m
                ^ message m has no sample
        help: a message is proved by a line that was really logged: sample "…" -> hole=value
      a.grammar:9:6  sample-missing
        word w
             ^ word w has no sample"
    `);
  });

  test('sample-unmatched points at the first character that does not fit', () => {
    expect(
      checked(
        family(
          '  head "({flow:u32}): "',
          'message m\n  text "received connect result {error:errno}"\n  sample "(12): recieved connect result 0"',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:7:3  sample-unmatched
        sample "(12): recieved connect result 0"
                         ^ matched up to here; expected "eived connect result "
        help: did the message change? add a second text with the new wording"
    `);
  });

  test('sample-unmatched speaks of the wording that fits furthest', () => {
    expect(
      checked(
        family(
          '',
          'message m\n  text "a {x:label}: {n:u32} done"\n  text "b"\n  sample "a \\"quoted\\" thing: x done"',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:8:3  sample-unmatched
        sample "a \\"quoted\\" thing: x done"
                                    ^ matched up to here; expected {n:u32}
        help: did the message change? add a second text with the new wording"
    `);
  });

  test.each([
    ['text "a {n:u32}" sample "a b"', 'matched up to here; expected {n:u32}', 3 + 'sample "a '.length],
    ['text "a" sample "a b"', 'matched up to here; expected the end', 3 + 'sample "a'.length],
    ['text "a{? b}" sample "a c"', 'matched up to here; expected the end', 3 + 'sample "a'.length],
    ['text "{n:u32}" sample "x"', 'matched up to here; expected {n:u32}', 3 + 'sample "'.length],
    ['text "a {l:label}: b" sample "a c"', 'matched up to here; expected ": b"', 3 + 'sample "a '.length],
  ])('sample-unmatched: %s', (clauses, message, column) => {
    const text = family('', `message m\n  ${clauses.replace(' sample', '\n  sample')}`);

    const [first] = checkCatalog(parseCatalog([{ name: 'a', text }])).filter(({ code }) => code === 'sample-unmatched');

    expect(first).toMatchObject({ message, caret: column - 1 });
  });

  test('sample-unmatched in a block shows the line of the sample', () => {
    expect(
      checked(family('', 'message m\n  text "Flow:\\n  id = {id:u32}"\n  sample """\n    Flow:\n      id = x\n  """')),
    ).toMatchInlineSnapshot(`
      "a.grammar:7:3  sample-unmatched
        id = x
             ^ matched up to here; expected {id:u32}
        help: did the message change? add a second text with the new wording"
    `);
  });

  test('sample-captures-differ', () => {
    expect(
      checked(
        family(
          '',
          'message m\n  text "a {n:u32} {w:word}"\n  sample "a 61 <private>" -> n=60 w=<mask> x=1 w.y=2\n  sample "a 61 <private>" -> n=0x3d w=<private>',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:7:30  sample-captures-differ
        sample "a 61 <private>" -> n=60 w=<mask> x=1 w.y=2
                                   ^ n is "61", the sample says "60"
      a.grammar:7:35  sample-captures-differ
        sample "a 61 <private>" -> n=60 w=<mask> x=1 w.y=2
                                        ^ w is "<private>", the sample says "<mask>"
      a.grammar:7:44  sample-captures-differ
        sample "a 61 <private>" -> n=60 w=<mask> x=1 w.y=2
                                                 ^ there is no value x, the sample says "1"
        help: this wording has: n, w
      a.grammar:7:48  sample-captures-differ
        sample "a 61 <private>" -> n=60 w=<mask> x=1 w.y=2
                                                     ^ there is no value w.y, the sample says "2"
        help: this wording has: n, w"
    `);
  });

  test('ambiguous only where the other message stands above', () => {
    expect(
      checked(
        family(
          '',
          'message wide\n  text "a {x:label}"\n  sample "a 1"\nmessage narrow\n  text "a {n:u32} b"\n  sample "a 1 b"\nmessage wider\n  text "{x:rest}"\n  sample "b"',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:10:3  ambiguous
        sample "a 1 b"
        ^ f/wide matches this sample too, and stands above
        help: the first wording that matches wins: put the narrower message first, or narrow the other one
      a.grammar:12:9  floating (warning)
        text "{x:rest}"
              ^ f/wider starts with a hole: it is tried on every message of the family"
    `);
  });

  test('of words', () => {
    expect(
      checked(
        'vocabulary v\n  where role == "provider"\n  negate "no"\nword lost\n  phrase "lost"\n  sample "lost 1.2.3.4:5" -> endpoint=1.2.3.4:6 said=lost\n  sample "no lost"\nword found\n  phrase "found"\n  sample "lost and found"',
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:6:30  sample-captures-differ
        sample "lost 1.2.3.4:5" -> endpoint=1.2.3.4:6 said=lost
                                   ^ endpoint is "1.2.3.4:5", the sample says "1.2.3.4:6"
      a.grammar:7:3  sample-unmatched
        sample "no lost"
        ^ no phrase of lost is said here, or a negation takes it back
      a.grammar:10:3  ambiguous
        sample "lost and found"
        ^ v/lost takes this sample: it says "lost" and stands above"
    `);
  });
});

describe('wordings', () => {
  const SAMPLE = '\n  sample "x"';

  function codes(clauses: string, message: string): string[] {
    const parsed = parseCatalog([{ name: 'a', text: family(clauses, `message m\n  ${message}${SAMPLE}`) }]);
    expect(parsed.problems).toEqual([]);
    return checkCatalog(parsed)
      .filter(({ code }) => code !== 'sample-unmatched')
      .map(({ code, severity, message: said, place }) => `${severity} ${code} ${place.line}:${place.column} ${said}`);
  }

  test.each([
    ['', 'text "a {n:u33}"', ['error unknown-type 6:11 no type is called u33']],
    ['  head "{n:u33} "', 'text "x"', ['error unknown-type 4:9 no type is called u33']],
    ['', 'text "a {n:u32} {n:u32}"', ['error duplicate-name 6:11 two holes are called n']],
    ['', 'text "a {x:label}{y:label}"', ['error open-holes-adjacent 6:20 nothing tells where x ends and y begins']],
    ['', 'text "a {x:label}{? b}{y:rest}"', ['error open-holes-adjacent 6:25 nothing tells where x ends and y begins']],
    ['', 'text "a {x:word}{?{y:word}}"', ['error open-holes-adjacent 6:21 nothing tells where x ends and y begins']],
    [
      '  head "a {h:label}"',
      'text "{x:rest}"',
      [
        'error open-holes-adjacent 6:9 nothing tells where h ends and x begins',
        'warning floating 6:9 f/m starts with a hole: it is tried on every message of the family',
      ],
    ],
    ['', 'text "a {x:label}{n:u32}"', []],
    ['', 'text "a {x:label}, {y:label}"', []],
    [
      '',
      'text "x {a:label} {b:label} {c:label} {d:label} {e:rest}"',
      ['error too-many-open-holes 6:9 5 open holes; at most 4 keep matching fast'],
    ],
    [
      '  head "x {a:label} "',
      'text "{b:label} {c:label} {d:label}{?, {e:rest}}"',
      [
        'error too-many-open-holes 6:9 5 open holes; at most 4 keep matching fast',
        'warning floating 6:9 f/m starts with a hole: it is tried on every message of the family',
      ],
    ],
    ['  probe "flow"', 'text "a flower"', []],
    ['  probe "flow"\n  head "flow {n:u32} "', 'text "a"', []],
    [
      '  probe "flow"',
      'text "a {x:word}{? flow}"',
      ['error probe-missing 6:9 the family\'s probe "flow" is no part of this wording'],
    ],
    [
      '',
      'text "{x:word} a"',
      ['warning floating 6:9 f/m starts with a hole: it is tried on every message of the family'],
    ],
    [
      '',
      'text "{?{x:word} }a"',
      ['warning floating 6:9 f/m starts with a hole: it is tried on every message of the family'],
    ],
  ])('%s %s', (clauses, message, expected) => {
    expect(codes(clauses, message)).toEqual(expected);
  });

  test('shadowed-by: a wording whose samples all go to one above it', () => {
    expect(codes('', 'text "a {x:rest}"\n  text "a {n:u32}"\n  sample "a 1"')).toEqual([
      'warning shadowed-by 7:9 text 1 of m takes every sample of this one',
    ]);
    expect(codes('', 'text "a {n:u32}"\n  text "a {x:rest}"\n  sample "a 1"\n  sample "a b"')).toEqual([]);
  });

  test('unknown-event: what is said to follow does not exist', () => {
    expect(codes('', 'text "a"\n  next f/n\n  sample "a"')).toEqual([
      'error unknown-event 7:8 no message is called f/n',
    ]);
    expect(codes('', 'text "a"\n  next f/m\n  sample "a"')).toEqual([]);
  });

  test('the nearest type is named', () => {
    expect(
      checked(family('', 'message m\n  text "a {n:uiid}"\n  text "b {n:banana}"\n  sample "b x"')),
    ).toMatchInlineSnapshot(`
      "a.grammar:6:11  unknown-type
        text "a {n:uiid}"
                ^ no type is called uiid
        help: did you mean uuid?
      a.grammar:7:11  unknown-type
        text "b {n:banana}"
                ^ no type is called banana
        help: built in: u32 i32 pid errno seconds port hex pointer u64 bytes signal bool uuid ip endpoint word quoted label rest dictionary properties ns-error data nw-node nw-path ne-flow"
    `);
  });
});

describe('definitions', () => {
  test('unused-type, unknown-type, keys and cycles', () => {
    expect(
      checked(
        'type lonely = a | b\ntype round = "{x:round}"\nidentity i = u33 per boot\nidentity k = "{a:u32}" | "{b:u32}" keyed by a per boot\n' +
          family('', 'message m\n  text "m {r:round} {i:i} {k:k}"\n  sample "m 1 2 3"'),
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:1:6  unused-type (warning)
        type lonely = a | b
             ^ no hole is of type lonely
      a.grammar:2:6  unknown-type
        type round = "{x:round}"
             ^ round holds itself
      a.grammar:3:10  unknown-type
        identity i = u33 per boot
                 ^ no type is called u33
        help: did you mean u32?
      a.grammar:4:10  unknown-type
        identity k = "{a:u32}" | "{b:u32}" keyed by a per boot
                 ^ k is keyed by a, which is not a hole of every template"
    `);
  });
});

describe('gates', () => {
  test('gate-not-origin-only', () => {
    expect(
      checked(
        'family f\n  title "t"\n  where process == "x" and not (eventMessage contains "y" or pid == 1)\nmessage m\n  text "a"\n  sample "a"',
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:3:3  gate-not-origin-only
        where process == "x" and not (eventMessage contains "y" or pid == 1)
        ^ 'where' asks for eventMessage, which differs from record to record
        help: it is asked once per origin: process, processImagePath, sender, subsystem, category, role
      a.grammar:3:3  gate-not-origin-only
        where process == "x" and not (eventMessage contains "y" or pid == 1)
        ^ 'where' asks for processIdentifier, which differs from record to record
        help: it is asked once per origin: process, processImagePath, sender, subsystem, category, role"
    `);
  });
});

describe('rules', () => {
  const MESSAGES = family('', 'message one\n  text "a"\n  sample "a"\n');

  test('a rule that is proved and names what exists', () => {
    expect(
      checked(
        `${MESSAGES}rule r\n  title "t"\n  severity info\n  when f/one without f/one within 1s\n  means "m"\n  not-it "n"\n  do developer "d"\n  example found "f" "a"\n  example clear "c" "a"`,
      ),
    ).toBe('');
  });

  test('words, placeholders and fields that a rule does not know', () => {
    expect(
      checked(
        `${family('', 'message one\n  text "{peer:word} a"\n  sample "x a"\nmessage two\n  text "b"\n  sample "b"\n')}rule r
  title "{provder} of {peer} and {session.name} {peer.id}: {peeer} {nonsense}"
  severity info
  per proces
  when f/two then f/one within 1s same peer
  unless provider.knid == "x" and peer == "y" and pear == 1 and pid > 1
  means "m"
  not-it "n"
  do developr "d"
  do user "d"
  example found "f" "a"
  example clear "c" "a"`,
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:6:9  floating (warning)
        text "{peer:word} a"
              ^ f/one starts with a hole: it is tried on every message of the family
      a.grammar:12:10  rule-unknown-placeholder
        title "{provder} of {peer} and {session.name} {peer.id}: {peeer} {nonsense}"
               ^ {provder} is neither of the rule's own words nor a field of f/one
        help: did you mean provider?
      a.grammar:12:34  rule-unknown-placeholder
        title "{provder} of {peer} and {session.name} {peer.id}: {peeer} {nonsense}"
                                       ^ {session.name} is neither of the rule's own words nor a field of f/one
        help: a title may hold {count}, {window}, {process}, {provider}, {session}, {app} or {peer}
      a.grammar:12:60  rule-unknown-placeholder
        title "{provder} of {peer} and {session.name} {peer.id}: {peeer} {nonsense}"
                                                                 ^ {peeer} is neither of the rule's own words nor a field of f/one
        help: did you mean peer?
      a.grammar:12:68  rule-unknown-placeholder
        title "{provder} of {peer} and {session.name} {peer.id}: {peeer} {nonsense}"
                                                                         ^ {nonsense} is neither of the rule's own words nor a field of f/one
        help: a title may hold {count}, {window}, {process}, {provider}, {session}, {app} or {peer}
      a.grammar:14:7  rule-unknown-entity
        per proces
            ^ expected 'capture', 'process', 'provider', 'session', 'flow', 'app' or 'interface', found 'proces'
        help: did you mean process?
      a.grammar:15:40  rule-unknown-field
        when f/two then f/one within 1s same peer
                                             ^ f/two has no field peer
      a.grammar:16:10  rule-unknown-field
        unless provider.knid == "x" and peer == "y" and pear == 1 and pid > 1
               ^ f/one has no field provider.knid
        help: did you mean provider.kind?
      a.grammar:16:51  rule-unknown-field
        unless provider.knid == "x" and peer == "y" and pear == 1 and pid > 1
                                                        ^ f/one has no field pear
        help: did you mean peer?
      a.grammar:19:6  rule-unknown-audience
        do developr "d"
           ^ expected 'developer', 'provider-developer', 'app-developer', 'administrator', 'apple' or 'reporter', found 'developr'
        help: did you mean developer?
      a.grammar:20:6  rule-unknown-audience
        do user "d"
           ^ expected 'developer', 'provider-developer', 'app-developer', 'administrator', 'apple' or 'reporter', found 'user'"
    `);
  });

  test('rule-unknown-event, rule-example-missing and what is unsaid', () => {
    expect(
      checked(
        `${MESSAGES}rule r\n  title "t"\n  severity info\n  needs f/noe\n  when f/one then g/two within 1s\n  example found "f" "a"`,
      ),
    ).toMatchInlineSnapshot(`
      "a.grammar:8:6  rule-example-missing
        rule r
             ^ rule r has no example where it is clear
        help: example clear "name" """a few log lines"""
      a.grammar:8:6  syntax
        rule r
             ^ rule r has no 'means'
      a.grammar:8:6  syntax
        rule r
             ^ rule r has no 'not-it'
      a.grammar:8:6  syntax
        rule r
             ^ rule r has no 'do'
      a.grammar:11:9  rule-unknown-event
        needs f/noe
              ^ no message is called f/noe
        help: did you mean f/one?
      a.grammar:12:19  rule-unknown-event
        when f/one then g/two within 1s
                        ^ no message is called g/two"
    `);
  });
});

test('what stands in the catalog being extended is not checked again', () => {
  const base = parseCatalog([{ name: 'base', text: family('', 'message old\n  text "{x:rest}"') }]).value;

  expect(checked('family f\nmessage mine\n  text "a"\n  sample "a"', base)).toMatchInlineSnapshot(`
    "a.grammar:4:3  ambiguous
      sample "a"
      ^ f/old matches this sample too, and stands above
      help: the first wording that matches wins: put the narrower message first, or narrow the other one"
  `);
});
