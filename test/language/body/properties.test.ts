import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';

// Source: ../shared/reference/userland-messages.json, "Handling new flow:" and "New flow verdict for …:".
const FLOW = `
        identifier = 82D3F265-D9BD-4BBA-8230-88D8FF39E5FC
        hostname = example.com
        sourceAppIdentifier = .com.example.browser
        sourceAppVersion = 16.0
        sourceAppUniqueIdentifier = 20:{length = 20, bytes = 0x00112233445566778899aabbccddeeff00112233}
        procPID = 847
        eprocPID = 847
        direction = outbound
        inBytes = 0
        outBytes = 0
        signature = 32:{length = 32, bytes = 0x00112233 44556677 8899aabb ccddeeff ... 00112233 44556677 }
        localEndpoint = 192.0.2.138:53497
        remoteEndpoint = 198.51.100.25:443
        remoteHostname = example.com
        protocol = 6
        family = 2
        type = 1
        procUUID = 752DC9FB-9D1B-4901-89BC-A41E617E183B
        eprocUUID = 752DC9FB-9D1B-4901-89BC-A41E617E183B`;

const VERDICT = `    remediate = NO
    needRules = NO
    shouldReport = YES
    peekInboundBytes = 0
    peekOutboundBytes = 1024
    statisticsReportFrequency = low`;

// Made by hand after the one line in userland-messages.json, "provider set tunnel configuration to": nested ones are not there.
const SETTINGS = `
    tunnelRemoteAddress = 127.0.0.1
    DNSSettings = {
        protocol = cleartext
        server = (
            1.1.1.1,
            2606:4700:4700::1111,
        )
        matchDomains = (
            ,
        )
        matchDomainsNoSearch = NO
    }
    IPv4Settings = {
        configMethod = manual
        includedRoutes = (
            {
                destinationAddress = 0.0.0.0
                destinationSubnetMask = 0.0.0.0
            },
        )
        overridePrimary = NO
    }
    MTU = 1400`;

describe('properties', () => {
  it('reads the flow of a content filter', () => {
    expect(readBody('properties', FLOW)).toEqual({
      identifier: '82D3F265-D9BD-4BBA-8230-88D8FF39E5FC',
      hostname: 'example.com',
      sourceAppIdentifier: '.com.example.browser',
      sourceAppVersion: '16.0',
      sourceAppUniqueIdentifier: { length: 20, bytes: '00112233445566778899aabbccddeeff00112233' },
      procPID: 847,
      eprocPID: 847,
      direction: 'outbound',
      inBytes: 0,
      outBytes: 0,
      signature: { length: 32, bytes: '00112233445566778899aabbccddeeff…0011223344556677', incomplete: true },
      localEndpoint: '192.0.2.138:53497',
      remoteEndpoint: '198.51.100.25:443',
      remoteHostname: 'example.com',
      protocol: 6,
      family: 2,
      type: 1,
      procUUID: '752DC9FB-9D1B-4901-89BC-A41E617E183B',
      eprocUUID: '752DC9FB-9D1B-4901-89BC-A41E617E183B',
    });
  });

  it('reads a verdict, YES and NO as booleans', () => {
    expect(readBody('properties', VERDICT)).toEqual({
      remediate: false,
      needRules: false,
      shouldReport: true,
      peekInboundBytes: 0,
      peekOutboundBytes: 1024,
      statisticsReportFrequency: 'low',
    });
  });

  it('reads the blocks and lists of tunnel settings', () => {
    expect(readBody('properties', SETTINGS)).toEqual({
      tunnelRemoteAddress: '127.0.0.1',
      DNSSettings: {
        protocol: 'cleartext',
        server: ['1.1.1.1', '2606:4700:4700::1111'],
        matchDomains: [''],
        matchDomainsNoSearch: false,
      },
      IPv4Settings: {
        configMethod: 'manual',
        includedRoutes: [{ destinationAddress: '0.0.0.0', destinationSubnetMask: '0.0.0.0' }],
        overridePrimary: false,
      },
      MTU: 1400,
    });
  });

  it('takes deeper lines under a name without a value for a block', () => {
    expect(readBody('properties', '  outer =\n      a = 1\n      inner =\n          b = 2\n  c = 3')).toEqual({
      outer: { a: 1, inner: { b: 2 } },
      c: 3,
    });
  });

  it('takes an empty first value for empty where the text lost its first indentation', () => {
    expect(readBody('properties', 'hostname = \n        procPID = 77')).toEqual({ hostname: '', procPID: 77 });
  });

  it('reads what NSLog puts into a block: semicolons, quotes, lists on one line', () => {
    expect(
      readBody(
        'properties',
        '  conf = {\n    a = 1;\n    "b c" = "x \\"y\\"";\n    d = (1, two);\n  }\n  e = {x = 1; y = z;}',
      ),
    ).toEqual({ conf: { a: 1, 'b c': 'x "y"', d: [1, 'two'] }, e: { x: 1, y: 'z' } });
  });

  it('keeps as text whatever only looks like something else', () => {
    expect(
      readBody(
        'properties',
        ' a = 007\n b = 1.5\n c = 99999999999999999999\n d = -0\n e = yes\n f = {4F1B}\n sourceAppVersion = 16\n identifier = 12\n g = "7"',
      ),
    ).toEqual({
      a: '007',
      b: '1.5',
      c: '99999999999999999999',
      d: '-0',
      e: 'yes',
      f: '{4F1B}',
      sourceAppVersion: '16',
      identifier: '12',
      g: '7',
    });
  });

  it('says what privacy took, and equal masks stay equal', () => {
    const mask = "<mask.hash: 'kQX3m0yGz8lqv0Q1w2e3rA=='>";

    expect(readBody('properties', ` a = <private>\n b = ${mask}\n c = ${mask}\n d = (null)\n e = "<private>"`)).toEqual(
      {
        a: { redacted: '<private>' },
        b: { redacted: mask },
        c: { redacted: mask },
        d: { redacted: '(null)' },
        e: { redacted: '<private>' },
      },
    );
    expect(readBody('properties', ' <private> ')).toEqual({ redacted: '<private>' });
  });

  it.each([
    ['a name without its value', ' a = 1\n procPI', { a: 1, incomplete: true }],
    ['a line that is no entry', ' a = 1\n whatever\n b = 2', { a: 1, b: 2, incomplete: true }],
    ['a block without its end', ' a = {\n  b = 1', { a: { b: 1, incomplete: true }, incomplete: true }],
    ['a list without its end', ' a = (\n  1,\n', { a: [1], incomplete: true }],
    ['a bracket too many', ' a = 1\n }\n b = 2', { a: 1, b: 2, incomplete: true }],
    [
      'data without its end',
      ' a = 4:{length = 4, bytes = 0x0011',
      { a: { length: 4, bytes: '0011', incomplete: true }, incomplete: true },
    ],
    [
      'data without its bytes',
      ' a = 4:{length = 4, by',
      { a: { length: 4, bytes: '', incomplete: true }, incomplete: true },
    ],
    ['a mask without its end', ' a = <priv', { a: '<priv', incomplete: true }],
  ])('is incomplete with %s', (_name, text, value) => {
    expect(readBody('properties', text)).toEqual(value);
  });

  it.each([
    ['a flow', FLOW],
    ['a verdict', VERDICT],
    ['tunnel settings', SETTINGS],
  ])('keeps what it read where %s is cut', (_name, text) => {
    expectCutsToKeepWhatWasRead('properties', text);
  });

  it('keeps blocks deeper than 16 as text', () => {
    const depth = 20;
    const text = Array.from({ length: depth }, (_, level) => `k${level} = {\n`).join('') + '}\n'.repeat(depth);

    let value: unknown = readBody('properties', text);
    let levels = 0;
    while (typeof value === 'object' && value !== null) value = (value as Record<string, unknown>)[`k${levels++}`];

    expect([levels, value]).toEqual([17, '{\nk17 = {\nk18 = {\nk19 = {\n}\n}\n}\n}']);
    expect(readBody('properties', text)).toMatchObject({ incomplete: true });
  });
});
