import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';

const none = { domain: undefined, code: undefined, text: undefined, underlying: [] };

const LOST =
  'Error Domain=NSURLErrorDomain Code=-1005 "The network connection was lost." UserInfo={_kCFStreamErrorCodeKey=-4, ' +
  'NSUnderlyingError=0x3037173c0 {Error Domain=kCFErrorDomainCFNetwork Code=-1005 "(null)" UserInfo={NSErrorPeerAddressKey=<private>, ' +
  '_kCFStreamErrorCodeKey=57}}, _NSURLErrorRelatedURLSessionTaskErrorKey=(\n    "LocalDataTask <41D79D60>.<3>"\n), ' +
  'NSErrorFailingURLStringKey=http://192.0.2.17:8081/x, NSLocalizedDescription=<private>}';

const MULTIPLE =
  'Error Domain=AMSErrorDomain Code=100 "Authentication Failed" UserInfo={NSMultipleUnderlyingErrorsKey=(\n' +
  '    "Error Domain=AMSErrorDomain Code=2 \\"An unknown error, \\\\\\"x\\\\\\" occurred.\\" UserInfo={NSLocalizedDescription=An unknown error}",\n' +
  '    "Error Domain=com.example.accounts Code=4 \\"No plugin\\""\n' +
  '), NSLocalizedDescription=Authentication Failed}';

describe('ns-error', () => {
  it.each([
    // Source: userland-messages.json.
    [
      'Error Domain=NEAgentErrorDomain Code=2 "(null)"',
      { ...none, domain: 'NEAgentErrorDomain', code: 2, text: { redacted: '(null)' } },
    ],
    ['Error Domain=com.example Code=1', { ...none, domain: 'com.example', code: 1 }],
    [
      'Error Domain=AppleMobileFileIntegrityError Code=-413 "No matching profile found"',
      { ...none, domain: 'AppleMobileFileIntegrityError', code: -413, text: 'No matching profile found' },
    ],
    [
      'Error Domain=NEVPNErrorDomain Code=1 "The operation couldn’t be completed. (NEVPNErrorDomain error 1.)"',
      {
        ...none,
        domain: 'NEVPNErrorDomain',
        code: 1,
        text: 'The operation couldn’t be completed. (NEVPNErrorDomain error 1.)',
      },
    ],
    // Source: cases/logs, lulu-904-exit-loop.log: the log puts the error into parentheses.
    [
      'Error Domain=NSCocoaErrorDomain Code=4864 "*** -[NSKeyedUnarchiver decodeInt64ForKey:]: value for key (scopeIsRegex) is not an integer number" UserInfo={NSDebugDescription=*** -[NSKeyedUnarchiver decodeInt64ForKey:]: value for key (scopeIsRegex) is not an integer number})',
      {
        ...none,
        domain: 'NSCocoaErrorDomain',
        code: 4864,
        text: '*** -[NSKeyedUnarchiver decodeInt64ForKey:]: value for key (scopeIsRegex) is not an integer number',
        userInfo: {
          NSDebugDescription:
            '*** -[NSKeyedUnarchiver decodeInt64ForKey:]: value for key (scopeIsRegex) is not an integer number',
        },
      },
    ],
    ['Error Domain=A Code=1 "He said "hi" to me"', { ...none, domain: 'A', code: 1, text: 'He said "hi" to me' }],
    [
      'Error Domain=A Code=1 "He said "hi"" UserInfo=0x170248 {a=b}',
      { ...none, domain: 'A', code: 1, text: 'He said "hi"', userInfo: { a: 'b' } },
    ],
    [
      'NSPOSIXErrorDomain Code=54 "Connection reset by peer"',
      { ...none, domain: 'NSPOSIXErrorDomain', code: 54, text: 'Connection reset by peer' },
    ],
    ['Optional(Error Domain=Acme.TunnelError Code=3 "t")', { ...none, domain: 'Acme.TunnelError', code: 3, text: 't' }],
    [
      'Error Domain=<private> Code=3 "<private>"',
      { ...none, domain: { redacted: '<private>' }, code: 3, text: { redacted: '<private>' } },
    ],
    ['Operation timed out', { ...none, text: 'Operation timed out' }],
    ['<private>', { ...none, text: { redacted: '<private>' } }],
    ['(null)', none],
    ['nil', none],
  ])('reads %j', (text, value) => {
    expect(readBody('ns-error', text)).toEqual(value);
  });

  it('hands on the error under an error', () => {
    expect(readBody('ns-error', LOST)).toEqual({
      domain: 'NSURLErrorDomain',
      code: -1005,
      text: 'The network connection was lost.',
      userInfo: {
        _kCFStreamErrorCodeKey: -4,
        _NSURLErrorRelatedURLSessionTaskErrorKey: ['LocalDataTask <41D79D60>.<3>'],
        NSErrorFailingURLStringKey: 'http://192.0.2.17:8081/x',
        NSLocalizedDescription: { redacted: '<private>' },
      },
      underlying: [
        {
          domain: 'kCFErrorDomainCFNetwork',
          code: -1005,
          text: { redacted: '(null)' },
          userInfo: { NSErrorPeerAddressKey: { redacted: '<private>' }, _kCFStreamErrorCodeKey: 57 },
          underlying: [],
        },
      ],
    });
  });

  it('reads the errors that a list prints as texts', () => {
    expect(readBody('ns-error', MULTIPLE)).toEqual({
      domain: 'AMSErrorDomain',
      code: 100,
      text: 'Authentication Failed',
      userInfo: { NSLocalizedDescription: 'Authentication Failed' },
      underlying: [
        {
          domain: 'AMSErrorDomain',
          code: 2,
          text: 'An unknown error, \\"x\\" occurred.',
          userInfo: { NSLocalizedDescription: 'An unknown error' },
          underlying: [],
        },
        { ...none, domain: 'com.example.accounts', code: 4, text: 'No plugin' },
      ],
    });
  });

  it.each([
    ['Error Domain=NEAg', { ...none, domain: 'NEAg', incomplete: true }],
    ['Error Domain=A Cod', { ...none, domain: 'A', incomplete: true }],
    ['Error Domain=A Code=-', { ...none, domain: 'A', incomplete: true }],
    ['Error Domain=A Code=1 "The op', { ...none, domain: 'A', code: 1, text: 'The op', incomplete: true }],
    ['Error Domain=A Code=1 "t" UserIn', { ...none, domain: 'A', code: 1, text: 't', incomplete: true }],
    [
      'Error Domain=A Code=1 "t" UserInfo={B=some te',
      { ...none, domain: 'A', code: 1, text: 't', userInfo: { B: 'some te', incomplete: true }, incomplete: true },
    ],
    [
      'Error Domain=A Code=1 UserInfo={B=0x6 {Error Domain=C Co',
      {
        ...none,
        domain: 'A',
        code: 1,
        userInfo: { incomplete: true },
        underlying: [{ ...none, domain: 'C', incomplete: true }],
        incomplete: true,
      },
    ],
    ['open failed: Error Domain=A Code=1 "t"', { ...none, domain: 'A', code: 1, text: 't', incomplete: true }],
    ['Error Domain=A Code=1 "t" and more', { ...none, domain: 'A', code: 1, text: 't', incomplete: true }],
    ['', { ...none, incomplete: true }],
  ])('is incomplete for %j', (text, value) => {
    expect(readBody('ns-error', text)).toEqual(value);
  });

  it.each([
    ['an error under an error', LOST],
    ['errors in a list', MULTIPLE],
    ['an error without a UserInfo', 'Error Domain=NEAgentErrorDomain Code=2 "Some text"'],
  ])('keeps what it read where %s is cut', (_name, text) => {
    expectCutsToKeepWhatWasRead('ns-error', text);
  });

  it('ends where errors nest too deep', () => {
    const text = `${'Error Domain=A Code=1 "t" UserInfo={B=0x6 {'.repeat(30)}`;

    let depth = 0;
    for (let error = readBody('ns-error', text); error.underlying[0] !== undefined; error = error.underlying[0])
      depth++;

    expect(readBody('ns-error', text)).toMatchObject({ domain: 'A', code: 1, incomplete: true });
    expect(depth).toBeLessThan(17);
  });
});
