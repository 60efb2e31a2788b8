import { describe, expect, it } from 'vitest';
import { readMachine } from '../../../src/decode/machine/read-machine.ts';
import type { FileSet } from '../../../src/lib/file-set.ts';
import { NE_CONFIGURATION_PLIST } from '../../support/ne-configuration-plist.ts';

const TOP = 'sysdiagnose_2026.03.18_14-06-00+0100_macOS_Mac_25E246';

/** Files in memory, every one of them a fact. */
function machineOf(files: Readonly<Record<string, string | Buffer>>, name = `${TOP}.tar.gz`) {
  const entries = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  const list = entries.map(({ path, bytes }) => ({ path, size: bytes.length }));
  const set: FileSet = {
    files: list,
    open(path) {
      const bytes = entries.find((entry) => entry.path === path)?.bytes;
      if (bytes === undefined) return undefined;
      return { size: bytes.length, read: (into, position) => bytes.copy(into, 0, position), close() {} };
    },
    async *walk() {},
  };
  return readMachine({ name, files: set, facts: list });
}

describe('readMachine', () => {
  it('reads the configurations out of their keyed archive', async () => {
    const { configurations, unread } = await machineOf({
      'a/com.apple.networkextension.plist': NE_CONFIGURATION_PLIST,
    });

    expect(unread).toEqual([]);
    expect(configurations).toEqual([
      {
        id: '48F165D5-7B00-47F4-B81E-F86F5C8CC1AB',
        name: 'Acme VPN',
        kind: 'vpn',
        application: 'com.example.acme',
        provider: 'com.example.acme.tunnel',
        isEnabled: true,
        isOnDemand: true,
        onDemandRules: 2,
        includesAllNetworks: true,
        excludesLocalNetworks: false,
        enforcesRoutes: true,
        disconnectsOnSleep: false,
      },
      {
        id: '0F00BA12-1111-4222-8333-44445555AAAA',
        name: 'Lumen',
        kind: 'content-filter',
        application: 'com.example.lumen',
        provider: 'com.example.lumen.extension',
        isEnabled: false,
        isManaged: true,
      },
    ]);
  });

  it('reads the network payloads of profiles, as XML too', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>PayloadContent</key><array>
<dict><key>PayloadType</key><string>com.apple.vpn.managed</string><key>PayloadDisplayName</key><string>Work &amp; Co</string></dict>
<dict><key>PayloadType</key><string>com.apple.wifi.managed</string></dict>
</array></dict></plist>`;
    const { profiles } = await machineOf({ 'logs/MCState/Shared/ProfileTruth.plist': xml });

    expect(profiles).toEqual([{ type: 'com.apple.vpn.managed', name: 'Work & Co' }]);
  });

  it('lists tunnels and interfaces with an address of their own', async () => {
    const { interfaces } = await machineOf({
      'network-info/ifconfig.txt': [
        '#',
        '# /sbin/ifconfig -a -L -b -m -r -v -v',
        '#',
        'lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384',
        '\tinet 127.0.0.1 netmask 0xff000000',
        '\tinet6 ::1 prefixlen 128',
        'en0: flags=8863<UP,BROADCAST> mtu 1500 index 11',
        '\tinet6 fe80::1%en0 prefixlen 64',
        '\tinet 192.0.2.7 netmask 0xffffff00 broadcast 192.0.2.255',
        'utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380',
        '\tinet 10.9.0.2 --> 10.9.0.2 netmask 0xffffff00',
        'utun5: flags=8050<POINTOPOINT,RUNNING,MULTICAST> mtu 1000',
        'awdl0: flags=8943<UP> mtu 1500',
      ].join('\n'),
    });

    expect(interfaces).toEqual([
      { name: 'en0', mtu: 1500, isUp: true, addresses: ['192.0.2.7'] },
      { name: 'utun4', mtu: 1380, isUp: true, addresses: ['10.9.0.2'] },
      { name: 'utun5', mtu: 1000, isUp: false, addresses: [] },
    ]);
  });

  it('knows the order of the interfaces, and the VPN server behind one', async () => {
    const { interfaces } = await machineOf({
      'network-info/ifconfig.txt': 'en0: flags=8863<UP> mtu 1500\n\tinet 192.0.2.7\nutun4: flags=8051<UP> mtu 1380\n',
      'network-info/network-information.txt': [
        'Network information',
        '',
        'IPv4 network interface information',
        '   utun4 : flags      : 0x5 (IPv4,DNS)',
        '           address    : 10.9.0.2',
        '           VPN server : 203.0.113.7',
        '           reach      : 0x00000003 (Reachable,Transient Connection)',
        '     en0 : flags      : 0x7 (IPv4,IPv6,DNS)',
        '           address    : 192.0.2.7',
        '',
        'Network interfaces: utun4 en0 pdp_ip0 utun9',
      ].join('\n'),
    });

    expect(interfaces).toEqual([
      { name: 'en0', mtu: 1500, isUp: true, addresses: ['192.0.2.7'], rank: 2 },
      { name: 'utun4', mtu: 1380, isUp: true, addresses: [], rank: 1, vpnServer: '203.0.113.7' },
      { name: 'pdp_ip0', isUp: true, addresses: [], rank: 3 },
      { name: 'utun9', isUp: true, addresses: [], rank: 4 },
    ]);
  });

  it.each([
    [TOP, { platform: 'macOS', build: '25E246', takenAt: '2026-03-18T14:06:00+01:00' }],
    [
      'sysdiagnose_2026.01.02_03-04-05-0800_iPhone-OS_iPhone_23D1',
      { platform: 'iOS', build: '23D1', takenAt: '2026-01-02T03:04:05-08:00' },
    ],
    ['logs.zip', {}],
  ])('knows system, build and time by the name %s', async (name, expected) => {
    expect(await machineOf({}, name)).toEqual({
      name,
      ...expected,
      configurations: [],
      profiles: [],
      interfaces: [],
      unread: [],
    });
  });

  it.each([
    ['cut short', NE_CONFIGURATION_PLIST.subarray(0, 900)],
    ['no property list', 'hello'],
    ['another list', '<plist version="1.0"><dict/></plist>'],
  ])('names a file that is not what it should be: %s', async (_, content) => {
    const path = 'a/com.apple.networkextension.plist';

    expect(await machineOf({ [path]: content })).toMatchObject({ configurations: [], unread: [path] });
  });
});
