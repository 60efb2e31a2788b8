import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';

const DICTIONARY = `{
    Key = value;
    "quoted key" = "quoted \\"value\\"; a = \\U2019";
    Count = 3;
    Enabled = YES;
    List =     (
        a,
        "b c",
        {
            x = 1;
        }
    );
    Set = {(
        "com.example.acme",
        "com.example.acme.extension"
    )};
    Bytes = <00112233 4455>;
    Quoted = "{length = 2, bytes = 0x0011}";
    Empty = {
    };
}`;

describe('dictionary', () => {
  it('reads a property list as NSLog prints it', () => {
    expect(readBody('dictionary', DICTIONARY)).toEqual({
      Key: 'value',
      'quoted key': 'quoted "value"; a = ’',
      Count: 3,
      Enabled: true,
      List: ['a', 'b c', { x: 1 }],
      Set: ['com.example.acme', 'com.example.acme.extension'],
      Bytes: { length: 6, bytes: '001122334455' },
      Quoted: { length: 2, bytes: '0011' },
      Empty: {},
    });
  });

  it.each([
    // Source: userland-messages.json, "route Policy IDs added".
    ['(\n    101,\n    102\n)', [101, 102]],
    // Source: userland-messages.json, "initialized with Mach-O UUIDs".
    ['(\n    "01A38F15-54F9-4DB8-8145-3093AD071695"\n)', ['01A38F15-54F9-4DB8-8145-3093AD071695']],
    // Source: userland-messages.json, "Executing termination request for".
    [
      '{(\n    "com.example.acme",\n    "com.example.acme.extension"\n)}',
      ['com.example.acme', 'com.example.acme.extension'],
    ],
    ['()', []],
    ['{}', {}],
  ])('reads the whole of %j', (text, value) => {
    expect(readBody('dictionary', text)).toEqual(value);
  });

  it('reads key=value pairs, with commas in the values, with and without braces', () => {
    const pairs =
      'NSDebugDescription=connection to x, which ended, Count=3, URL=https://example.com/?a=b&c=d;e, Path=satisfied (Path is satisfied), interface: en0[802.11], ipv4';
    const value = {
      NSDebugDescription: 'connection to x, which ended',
      Count: 3,
      URL: 'https://example.com/?a=b&c=d;e',
      Path: 'satisfied (Path is satisfied), interface: en0[802.11], ipv4',
    };

    expect(readBody('dictionary', pairs)).toEqual(value);
    expect(readBody('dictionary', `{${pairs}}`)).toEqual(value);
  });

  it('reads escapes and leaves unknown ones', () => {
    expect(readBody('dictionary', String.raw`{ a = "\"\\\n\t\U00e9\q"; }`)).toEqual({ a: '"\\\n\té\\q' });
  });

  it('says what privacy took', () => {
    expect(
      readBody('dictionary', '{ a = <private>; b = "<private>"; c = (null); d = (<private>, "(null)"); }'),
    ).toEqual({
      a: { redacted: '<private>' },
      b: { redacted: '<private>' },
      c: { redacted: '(null)' },
      d: [{ redacted: '<private>' }, { redacted: '(null)' }],
    });
    expect(readBody('dictionary', '<private>')).toEqual({ redacted: '<private>' });
  });

  it('keeps braces that hold no entries, and text behind a bracket, as text', () => {
    expect(readBody('dictionary', '{ a = {4F1B-22}; b = {Y}{2}; c = (x) and more; }')).toEqual({
      a: '{4F1B-22}',
      b: '{Y}{2}',
      c: '(x) and more',
    });
  });

  it.each([
    ['{ a = 1; b', { a: 1, incomplete: true }],
    ['{ a = 1; "b ', { a: 1, incomplete: true }],
    ['{ a = 1; b = "x', { a: 1, b: 'x', incomplete: true }],
    ['{ a = { b = 1; }', { a: { b: 1 }, incomplete: true }],
    ['{ a = { b = 1;', { a: { b: 1, incomplete: true }, incomplete: true }],
    ['{ a = (1, 2', { a: [1, 2], incomplete: true }],
    ['(1, {a = 2;', { items: [1, { a: 2, incomplete: true }], incomplete: true }],
    ['{ a = 1; } and more', { a: 1, incomplete: true }],
    ['{ ; = 1; a = 2; }', { a: 2, incomplete: true }],
    ['4F1B', { incomplete: true }],
  ])('is incomplete for %j', (text, value) => {
    expect(readBody('dictionary', text)).toEqual(value);
  });

  it('keeps what it read wherever it is cut', () => {
    expectCutsToKeepWhatWasRead('dictionary', DICTIONARY);
    expectCutsToKeepWhatWasRead('dictionary', '{A=some text, B=3, C={d=e, f=(1, "2", x)}, G=<private>, H=last}');
    expectCutsToKeepWhatWasRead('dictionary', '(\n    101,\n    "a b",\n    {\n        c = d;\n    }\n)');
  });

  it('keeps what is nested deeper than 16 as text', () => {
    expect(JSON.stringify(readBody('dictionary', `${'{a='.repeat(20)}1${'}'.repeat(20)}`))).toBe(
      `${'{"a":'.repeat(16)}"{a={a={a={a=1}}}}"${',"incomplete":true}'.repeat(16)}`,
    );
    expect(JSON.stringify(readBody('dictionary', `${'('.repeat(20)}1${')'.repeat(20)}`))).toBe(
      `{"items":${'['.repeat(16)}"((((1))))"${']'.repeat(16)},"incomplete":true}`,
    );
  });
});
