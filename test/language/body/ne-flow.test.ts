import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';

const STREAM =
  'NEFlow type = stream, app = com.example.tool, name = example.com, 192.0.2.18:0 <-> 198.51.100.72:80, filter_id = 77, interface = en0(bound)';

describe('ne-flow', () => {
  it.each([
    [
      STREAM,
      {
        type: 'stream',
        app: 'com.example.tool',
        name: 'example.com',
        local: '192.0.2.18:0',
        remote: '198.51.100.72:80',
        filterId: '77',
        interface: 'en0',
        isBound: true,
      },
    ],
    // Source: userland-messages.json, "New flow:".
    [
      'NEFlow type = stream, app = com.example.tool, name = example.com, 192.0.2.18:0 <-> 198.51.100.72:80, filter_id = , interface = en0',
      {
        type: 'stream',
        app: 'com.example.tool',
        name: 'example.com',
        local: '192.0.2.18:0',
        remote: '198.51.100.72:80',
        interface: 'en0',
        isBound: false,
      },
    ],
    [
      'NEFlow type = datagram, app = Acme, Inc. Tool, name = (null), fe80::1%en0.51820 <-> 2001:db8::1.443, filter_id = 5C0FFEE0-1111-4222-8333-444455556666, interface = utun3(bound)',
      {
        type: 'datagram',
        app: 'Acme, Inc. Tool',
        name: { redacted: '(null)' },
        local: 'fe80::1%en0.51820',
        remote: '2001:db8::1.443',
        filterId: '5C0FFEE0-1111-4222-8333-444455556666',
        interface: 'utun3',
        isBound: true,
      },
    ],
    [
      'NEFlow type = datagram, app = <private>, name = , ::.0 <-> <IPv6-redacted>.443, filter_id = , interface =',
      {
        type: 'datagram',
        app: { redacted: '<private>' },
        local: '::.0',
        remote: { redacted: '<IPv6-redacted>.443' },
        isBound: false,
      },
    ],
    ['<private>', { redacted: '<private>' }],
    ['', { isBound: false, incomplete: true }],
    ['something else', { isBound: false, incomplete: true }],
    [
      'NEFlow type = stream, app = com.example.tool, na',
      { type: 'stream', app: 'com.example.tool', isBound: false, incomplete: true },
    ],
  ])('reads %j', (text, value) => {
    expect(readBody('ne-flow', text)).toEqual(value);
  });

  it('is incomplete or a whole flow wherever it is cut, and keeps what it read', () => {
    expectCutsToKeepWhatWasRead('ne-flow', STREAM);
    for (let length = 0; length < STREAM.indexOf(' en0(bound)'); length++) {
      const value = readBody('ne-flow', STREAM.slice(0, length));
      if (!STREAM.slice(0, length).endsWith('interface =')) expect(value).toMatchObject({ incomplete: true });
    }
  });
});
