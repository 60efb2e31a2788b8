/** Lines with something private in them, by where it stands, for whatever is redacted. */

export interface CanaryLine {
  readonly message: string;
  readonly process?: string;
  readonly subsystem?: string;
  readonly category?: string;
  readonly sender?: string;
  readonly format?: string;
}

export const NE = { subsystem: 'com.apple.networkextension', process: '/usr/libexec/nesessionmanager' };

/** A capture as `log show --style ndjson` prints it, without the last newline. */
export function capture(lines: readonly CanaryLine[]): string {
  return lines
    .map(({ message, process = '/usr/libexec/nehelper', subsystem = '', category = '', sender, format }, index) =>
      JSON.stringify({
        traceID: 1,
        eventMessage: message,
        eventType: 'logEvent',
        source: null,
        formatString: format ?? '%{public}@',
        activityIdentifier: 0,
        subsystem,
        category,
        threadID: 5,
        senderImagePath: sender ?? process,
        bootUUID: '',
        processImagePath: process,
        timestamp: `2026-04-07 09:30:${String(index % 60).padStart(2, '0')}.101471+0200`,
        machTimestamp: 960048353 + index,
        messageType: 'Default',
        processID: 300,
        senderProgramCounter: 1,
        parentActivityIdentifier: 0,
        timezoneName: '',
      }),
    )
    .join('\n');
}

export const SESSION = 'NESMVPNSession[Primary Tunnel:Zanzibar Link:4DAD2986-CE83-4960-AA06-E9AB85A0BCC1:(null)]';

/** Where a private value stands, and what of it must not be in the output, in small letters. */
export const PLACES: readonly (readonly [string, readonly CanaryLine[], readonly string[]])[] = [
  ['the name of a session', [{ ...NE, message: `${SESSION}: status changed to connected` }], ['zanzibar', '4dad2986']],
  [
    'the same name in a line that does not mark it',
    [{ ...NE, message: `${SESSION}: status changed to connected` }, { message: 'the menu shows ZANZIBAR LINK again' }],
    ['zanzibar'],
  ],
  [
    'a home in a path',
    [{ message: 'opened /Users/quenby/Documents/Merger plans/x.txt and /Users/Shared/a' }],
    ['quenby', 'merger', 'x.txt'],
  ],
  [
    'a home in the path of the process',
    [
      { message: 'hello', process: '/Users/quenby/Applications/Thing.app/Contents/MacOS/Thing' },
      { message: 'Quenby said so' },
    ],
    ['quenby'],
  ],
  [
    'an e-mail',
    [{ message: 'login quenby.okafor@corp.example now' }, { message: 'QUENBY.OKAFOR@CORP.EXAMPLE' }],
    ['quenby', 'okafor', 'corp.example'],
  ],
  [
    'addresses',
    [
      {
        message:
          'from 198.51.100.77:443 to [2001:db8:77::9%en0]:53 and fe80::1c2d:3eff:fe4f:5a6b%en0.5353 via ::ffff:93.184.216.34',
      },
    ],
    ['198.51.100', '2001:db8', '3eff:fe4f', '93.184'],
  ],
  [
    'the name of an address',
    [{ message: '77.100.51.198.in-addr.arpa and ip-198-51-100-77 of 198.51.100.77' }],
    ['77.100.51', '198.51', '198-51-100'],
  ],
  [
    'a host',
    [{ message: 'resolving vault.quagga-corp.com. for flow' }, { message: 'Quagga-Corp.com answered' }],
    ['quagga', 'vault.'],
  ],
  [
    'a host of one label',
    [{ message: 'hostname=quaggahost port=22' }, { message: 'quaggahost is down' }],
    ['quaggahost'],
  ],
  [
    'a URL',
    [{ message: 'GET https://bob:hunter22@vault.quagga-corp.com:8443/private/case-4711?sid=ABCDEF#top' }],
    ['quagga', 'hunter22', 'case-4711', 'abcdef', 'bob:'],
  ],
  ['MAC addresses', [{ message: 'peer a4:83:e7:1b:2c:3d, bssid=A4:83:E7:1B:2C:3E' }], ['a4:83:e7']],
  [
    'a network',
    [{ message: 'joined SSID "Quagga Guest 5G" on channel 36' }, { message: 'left Quagga Guest 5G' }],
    ['quagga'],
  ],
  [
    'a device',
    [{ message: 'peer Quenby’s iPhone found; ComputerName: Quenbys-MacBook' }, { message: 'Quenbys-MacBook.local' }],
    ['quenby'],
  ],
  [
    'a serial number',
    [{ message: 'serial number: C02ZX1QKMD6T, UDID 00008110-001A2B3C4D5E6F70' }],
    ['c02zx1', '1a2b3c4d5e6f70'],
  ],
  [
    'secrets',
    [
      {
        message:
          'password=Tr0ub4dor&3 token: "abcd1234efgh" Authorization: Bearer qwertyuiop123456 cookie=sess-9981-abcd',
      },
      { message: 'retry with abcd1234efgh' },
    ],
    ['tr0ub4dor', 'abcd1234', 'qwertyuiop', 'sess-9981'],
  ],
  ['keys', [{ message: 'peer(Qd7x…kUE=) - key 4GLj2RB1XyBTlkdHm7Cm1Y7vZx3aPqCqv3mQ0dX9kUE=' }], ['qd7x', '4glj2r']],
  [
    'a certificate',
    [{ message: 'trust <cert(0x7f8) s: Quenby Okafor i: Quagga Root CA> CN=vpn-Quenby, O=Quagga Ltd' }],
    ['quenby', 'quagga'],
  ],
  ['an account', [{ message: 'account: quenby42, Apple ID = "q.okafor"' }], ['quenby42', 'q.okafor']],
  ['a phone number', [{ message: 'iMessage to +49 151 2345 6789 failed' }], ['151 2345']],
  ['a place', [{ message: 'fix <+52.52000660,+13.40495400> latitude=52.520006' }], ['52.52', '13.40']],
  [
    'hashes',
    [
      {
        message:
          "qname <mask.hash: 'q83vEjRWeJCrze8SNFZ4kA=='> Hostname#6ff5f9e8:5223 {length = 20, bytes = 0xe7d16bf170d341fbcf66c420913a2f8ceba1df69}",
      },
    ],
    ['q83v', '6ff5f9e8', 'e7d16bf1'],
  ],
  ['a format string', [{ message: 'x', format: 'user quenby-okafor at /Users/quenby-okafor/x' }], ['quenby']],
  [
    'a name with an apostrophe, and one in another composition',
    [
      { message: 'device name = "Quenby\'s Mac mini", user name: "Ren\u00e9 Okafor"' },
      { message: "Rene\u0301 Okafor uses Quenby's Mac mini" },
    ],
    ['quenby', 'okafor', 'rené'],
  ],
];

/** What is private under `strict` only. */
export const STRICT: typeof PLACES = [
  [
    'a subsystem and a category',
    [{ message: 'x', process: 'Zorilla', subsystem: 'org.zorilla.core', category: 'zorilla-sync' }],
    ['zorilla'],
  ],
  [
    'a process and its path',
    [
      { message: 'x', process: '/Applications/Zorilla Pro.app/Contents/MacOS/Zorilla Pro' },
      { ...NE, message: `${SESSION}: Received a start command from Zorilla Pro[77]` },
    ],
    ['zorilla'],
  ],
  [
    'a bundle',
    [
      {
        ...NE,
        message: 'Found 1 registrations for 7QK2M4XN9T.org.zorilla.vpn (com.apple.networkextension.packet-tunnel)',
      },
    ],
    ['zorilla', '7qk2m4xn9t'],
  ],
  [
    'a bundle in a path',
    [
      {
        ...NE,
        message: `${SESSION}: status changed to connected, last stop reason /Library/SystemExtensions/5029A37B-3536-0F38-7055-0124B0772F04/org.zorilla.vpn.systemextension/Contents/MacOS/org.zorilla.vpn`,
      },
    ],
    ['zorilla'],
  ],
  [
    'a text that nobody knows',
    [{ message: 'zorilla says the launch is on friday', process: 'Zorilla' }],
    ['zorilla', 'friday'],
  ],
  [
    'a text that nobody knows of a process that is known as a provider',
    [
      {
        ...NE,
        message: `${SESSION} in state NESMVPNSessionStateStarting: plugin NEVPNTunnelPlugin(org.zorilla.vpn[inactive]) started with PID 300 error (null)`,
      },
      {
        message: '[Extension org.zorilla.vpn]: Calling startTunnelWithOptions with options 0x0',
        process:
          '/Library/SystemExtensions/5029A37B-3536-0F38-7055-0124B0772F04/org.zorilla.vpn.systemextension/Contents/MacOS/org.zorilla.vpn',
        subsystem: 'com.apple.networkextension',
      },
      {
        message: 'the launch is on tuesday',
        process:
          '/Library/SystemExtensions/5029A37B-3536-0F38-7055-0124B0772F04/org.zorilla.vpn.systemextension/Contents/MacOS/org.zorilla.vpn',
        subsystem: 'org.zorilla.core',
      },
    ],
    ['zorilla', 'tuesday'],
  ],
];
