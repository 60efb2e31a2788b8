import { describe, expect, it } from 'vitest';
import { isPresumedProvider } from '../../src/lib/provider-name.ts';
import { bareSigningId, isWithin, looksLikeBundleId, mayBeSameApp, sameSigningId } from '../../src/lib/signing-id.ts';

describe('signing identifiers', () => {
  it.each([
    ['7QK2M4XN9T.com.example.app', 'com.example.app'],
    ['.com.example.app', 'com.example.app'],
    ['com.example.app', 'com.example.app'],
    ['COMMERCIAL.com.example', 'com.example'],
    ['short.com.example', 'short.com.example'],
  ])('%s is %s without its team', (id, bare) => {
    expect(bareSigningId(id)).toBe(bare);
  });

  it('compares without case and team, and only whole components', () => {
    expect(sameSigningId('.com.Example.App', '7QK2M4XN9T.com.example.app')).toBe(true);
    expect(isWithin('com.example.app.extension', 'com.example.app')).toBe(true);
    expect(isWithin('com.example.apple', 'com.example.app')).toBe(false);
  });

  it.each([
    ['Bank', 'com.example.bank', true],
    ['Google Chrome Helper', 'com.google.Chrome.helper', true],
    ['mDNSResponder', 'com.apple.mDNSResponder', true],
    ['sh', 'com.example.fish', false],
    ['Browser', 'com.example.mail', false],
  ])('%s may be %s: %s', (process, id, expected) => {
    expect(mayBeSameApp(process, id)).toBe(expected);
  });

  it('knows a bundle identifier from a plain name', () => {
    expect(looksLikeBundleId('com.example.acme.extension')).toBe(true);
    expect(looksLikeBundleId('PacketTunnel')).toBe(false);
    expect(looksLikeBundleId('Acme 2.0.1 beta')).toBe(false);
  });
});

describe('isPresumedProvider', () => {
  it.each([
    ['com.example.acme.network-extension', undefined, true],
    ['com.example.gateway.proxy', undefined, true],
    ['com.example.filter.extension', undefined, true],
    ['PacketTunnelProvider', undefined, true],
    ['AcmeTunnel', undefined, true],
    ['com.example.share-extension', undefined, false],
    ['com.apple.WebKit.Networking', undefined, false],
    ['com.apple.networkserviceproxy', undefined, false],
    ['Browser', undefined, false],
    [
      'com.example.edr.agent',
      '/Library/SystemExtensions/X/com.example.edr.agent.systemextension/Contents/MacOS/com.example.edr.agent',
      false,
    ],
    ['com.example.acme.tun', undefined, true],
    ['com.example.tuna', undefined, false],
    ['tunneld', '/usr/libexec/tunneld', false],
    ['com.example.updater', undefined, false],
  ])('%s (%s): %s', (name, path, expected) => {
    expect(isPresumedProvider(name, path)).toBe(expected);
  });
});
