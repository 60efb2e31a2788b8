import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';
import { UNKNOWN_PATH } from './unknown-path.ts';

const satisfied = { ...UNKNOWN_PATH, status: 'satisfied', reason: 'Path is satisfied' };

const READY =
  'C1.1.1 openrouter.ai:443 ready resolver (satisfied (Path is satisfied), interface: en0[802.11], ipv4, dns, uses wifi, LQM: good)';
const STARTED =
  'C44 1456A725-243C-46A8-8CC4-A0EBA39B72D0 Hostname#9a0934c3:443 tcp, url hash: 1c6b7ead, tls, definite, attribution: developer, context: com.apple.CFNetwork.NSURLSession.{3B7BC48F-EEC8-44A4-8A8B-0C19EE8FCF4E}{(null)}{Y}{2} (private), proc: E268CE91-E048-4D4A-88FD-051B56994FFB';

describe('nw-node', () => {
  it('reads an endpoint handler with its path', () => {
    expect(readBody('nw-node', READY)).toEqual({
      id: 'C1.1.1',
      kind: 'connection',
      endpoint: 'openrouter.ai:443',
      state: 'ready',
      handler: 'resolver',
      path: {
        ...satisfied,
        interface: 'en0',
        interfaceType: '802.11',
        ipv4: true,
        dns: true,
        uses: ['wifi'],
        lqm: 'good',
      },
    });
  });

  it('reads a connection with its parameters', () => {
    expect(readBody('nw-node', STARTED)).toEqual({
      id: 'C44',
      kind: 'connection',
      uuid: '1456A725-243C-46A8-8CC4-A0EBA39B72D0',
      endpoint: { redacted: 'Hostname#9a0934c3:443' },
      parameters: [
        'tcp',
        'url hash: 1c6b7ead',
        'tls',
        'definite',
        'attribution: developer',
        'context: com.apple.CFNetwork.NSURLSession.{3B7BC48F-EEC8-44A4-8A8B-0C19EE8FCF4E}{(null)}{Y}{2} (private)',
        'proc: E268CE91-E048-4D4A-88FD-051B56994FFB',
      ],
    });
  });

  it.each([
    ['C18', { id: 'C18', kind: 'connection' }],
    ['L1', { id: 'L1', kind: 'listener' }],
    ['B2', { id: 'B2', kind: 'browser' }],
    ['G3', { id: 'G3', kind: 'group' }],
    ['7.1', { id: '7.1', kind: 'other' }],
    ['C43.1.1:3', { id: 'C43.1.1', kind: 'connection', protocolIndex: 3 }],
    [
      'C44 Hostname#9a0934c3:443 initial path ((null))',
      {
        id: 'C44',
        kind: 'connection',
        endpoint: { redacted: 'Hostname#9a0934c3:443' },
        state: 'initial',
        handler: 'path',
        path: UNKNOWN_PATH,
      },
    ],
    [
      'C1 IPv6#b7dbcb57.443 in_progress channel-flow (satisfied (Path is satisfied), viable)',
      {
        id: 'C1',
        kind: 'connection',
        endpoint: { redacted: 'IPv6#b7dbcb57.443' },
        state: 'in_progress',
        handler: 'channel-flow',
        path: { ...satisfied, isViable: true },
      },
    ],
    [
      'C3 2001:db8:401a::200a.443 failed parent-flow (unsatisfied (No network route), ipv4, dns)',
      {
        id: 'C3',
        kind: 'connection',
        endpoint: '2001:db8:401a::200a.443',
        state: 'failed',
        handler: 'parent-flow',
        path: { ...UNKNOWN_PATH, status: 'unsatisfied', reason: 'No network route', ipv4: true, dns: true },
      },
    ],
    [
      'C6 2001:db8::6c0%en2.52176 initial channel-flow (satisfied (Path is satisfied), interface: en2, ipv6)',
      {
        id: 'C6',
        kind: 'connection',
        endpoint: '2001:db8::6c0%en2.52176',
        state: 'initial',
        handler: 'channel-flow',
        path: { ...satisfied, interface: 'en2', ipv6: true },
      },
    ],
    [
      'C5 My Mac, ready (2)._ssh._tcp.local. waiting path (satisfied (Path is satisfied))',
      {
        id: 'C5',
        kind: 'connection',
        endpoint: 'My Mac, ready (2)._ssh._tcp.local.',
        state: 'waiting',
        handler: 'path',
        path: satisfied,
      },
    ],
    ['C5 failed parent-flow', { id: 'C5', kind: 'connection', state: 'failed', handler: 'parent-flow' }],
    [
      'C4 Hostname#26e115d4:443 tcp',
      { id: 'C4', kind: 'connection', endpoint: { redacted: 'Hostname#26e115d4:443' }, parameters: ['tcp'] },
    ],
    [
      'C18 CE642CF1-B46C-4A39-82AE-47D7B0A8343C example.com:443 quic-connection, url: https://example.com/a, definite',
      {
        id: 'C18',
        kind: 'connection',
        uuid: 'CE642CF1-B46C-4A39-82AE-47D7B0A8343C',
        endpoint: 'example.com:443',
        parameters: ['quic-connection', 'url: https://example.com/a', 'definite'],
      },
    ],
    [
      'C18.1.1.1 C1559D5F-E276-4874-8AE5-99E82ADB4DB8 192.0.2.191:56387<->198.51.100.100:443',
      {
        id: 'C18.1.1.1',
        kind: 'connection',
        uuid: 'C1559D5F-E276-4874-8AE5-99E82ADB4DB8',
        endpoint: '192.0.2.191:56387<->198.51.100.100:443',
      },
    ],
    ['L1 tcp, local: ::.0', { id: 'L1', kind: 'listener', parameters: ['tcp', 'local: ::.0'] }],
    // Source: a public log of libsystem_network, before there were letters.
    [
      '6.2 192.0.2.209:443 initial path (null)',
      { id: '6.2', kind: 'other', endpoint: '192.0.2.209:443', state: 'initial', handler: 'path', path: UNKNOWN_PATH },
    ],
    ['<private>', { redacted: '<private>' }],
  ])('reads %j', (text, value) => {
    expect(readBody('nw-node', text)).toEqual(value);
  });

  it.each([
    ['', { id: '', kind: 'other', incomplete: true }],
    ['C43.1.1:', { id: 'C43.1.1', kind: 'connection', incomplete: true }],
    ['C1 example.com:443 in_pro', { id: 'C1', kind: 'connection', endpoint: 'example.com:443', incomplete: true }],
    [
      'C1 example.com:443 ready channel-flow (satisfied (Path is satis',
      {
        id: 'C1',
        kind: 'connection',
        endpoint: 'example.com:443',
        state: 'ready',
        handler: 'channel-flow',
        path: { ...satisfied, reason: 'Path is satis', incomplete: true },
        incomplete: true,
      },
    ],
    ['nonsense', { id: 'nonsense', kind: 'other', incomplete: true }],
  ])('is incomplete for %j', (text, value) => {
    expect(readBody('nw-node', text)).toEqual(value);
  });

  it.each([READY, STARTED, 'C3 My Mac._ssh._tcp.local. waiting path (satisfied (Path is satisfied))', 'C43.1.1:3'])(
    'keeps what it read where %j is cut',
    (text) => {
      expectCutsToKeepWhatWasRead('nw-node', text);
    },
  );
});
