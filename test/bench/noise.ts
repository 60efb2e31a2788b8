/** The 95 % of a log that has nothing to do with Network Extensions: who talks, how much, and about how. */
import type { Random } from './random.ts';
import type { Line } from './record.ts';

interface Profile {
  readonly path: string;
  readonly pid: number;
  readonly user: number;
  /** Share among the profiles: a few processes write most of a log. */
  readonly weight: number;
  /** (image that logs, subsystem, category); an empty image is the process itself. */
  readonly origins: readonly [Origin, ...Origin[]];
  readonly messages: readonly [Message, ...Message[]];
}

type Origin = readonly [image: string, subsystem: string, category: string];
type Message = (random: Random) => string;

const FRAMEWORKS = '/System/Library/Frameworks';
const PRIVATE = '/System/Library/PrivateFrameworks';
const framework = (name: string, folder = FRAMEWORKS) => `${folder}/${name}.framework/Versions/A/${name}`;

const WORDS =
  'session client request assertion state device policy queue handler token cache timer activity priority service update identifier window display buffer result score context query'.split(
    ' ',
  );
const PEOPLE_AND_THINGS = [
  'Zoë’s iPhone',
  'Büro-Drucker',
  'HomePod — Küche',
  '書斎の iMac',
  'AirPods Pro',
  'Living Room TV',
] as const;
const APPS = [
  'com.apple.Safari',
  'com.apple.mail',
  'com.example.editor',
  'com.example.chat',
  'com.apple.finder',
] as const;
const DAEMONS = ['rapportd', 'trustd', 'cloudd', 'accountsd', 'apsd', 'identityservicesd'] as const;

/** Words of no meaning, about as many characters as asked for. */
export function filler(random: Random, characters: number): string {
  let text = '';
  while (text.length < characters) {
    const word = WORDS[random.below(WORDS.length)] ?? '';
    text += random.chance(0.2) ? `${word}=${random.below(5000)}, ` : `${word} `;
  }
  return text.trimEnd();
}

const idle: Message = (r) => `${filler(r, r.between(60, 190))} (${r.below(1000)})`;
const long: Message = (r) => filler(r, r.between(180, 390));
const peer: Message = (r) =>
  `peer ${r.uuid()} "${r.pick(PEOPLE_AND_THINGS)}" rssi -${r.between(30, 90)} flags 0x${r.hex(4)} ${filler(r, 60)}`;
const xpc: Message = (r) =>
  `[0x${r.hex(9)}] activating connection: mach=true listener=false peer=false name=com.apple.${r.pick(DAEMONS)}.service ${filler(r, 30)}`;
const lookup: Message = (r) =>
  `[R${r.below(99_999)}] DNSServiceQueryRecord ${r.pick(['START', 'STOP'])} -- qname: <mask.hash: '${r.hex(22)}=='>, qtype: ${r.pick(['A', 'AAAA', 'HTTPS'])}, flags: 0x15000, interface index: 0, client pid: ${r.between(100, 9000)} (${r.pick(DAEMONS)}), name hash: ${r.hex(8)}`;

/** [path, user, weight, origins, messages] of each process; pids follow from the order. */
const TABLE: readonly (readonly [string, number, number, Profile['origins'], Profile['messages']])[] = [
  [
    '/usr/libexec/runningboardd',
    0,
    40,
    [
      ['', 'com.apple.runningboard', 'process'],
      [framework('RunningBoard', PRIVATE), 'com.apple.runningboard', 'assertion'],
    ],
    [(r) => `[app<application.${r.pick(APPS)}.${r.below(1e8)}(501)>:${r.between(100, 9999)}] ${filler(r, 110)}`, idle],
  ],
  [
    `${PRIVATE}/SkyLight.framework/Resources/WindowServer`,
    88,
    34,
    [[framework('SkyLight', PRIVATE), 'com.apple.SkyLight', 'default']],
    [(r) => `window 0x${r.hex(4)} of ${r.pick(APPS)} ${filler(r, 90)}`, idle],
  ],
  [
    '/usr/sbin/bluetoothd',
    205,
    30,
    [
      ['', 'com.apple.bluetooth', 'Server.LE.Scan'],
      ['', 'com.apple.bluetooth', 'CBStackScanner'],
    ],
    [peer, idle],
  ],
  [
    '/usr/sbin/mDNSResponder',
    65,
    30,
    [
      ['', 'com.apple.mDNSResponder', 'Default'],
      ['', 'com.apple.mdns', 'resolver'],
    ],
    [lookup],
  ],
  [
    '/usr/libexec/airportd',
    0,
    24,
    [
      ['', 'com.apple.WiFiManager', ''],
      [framework('CoreWiFi', PRIVATE), 'com.apple.corewifi', 'events'],
    ],
    [(r) => `scan channel ${r.below(165)} RSSI=-${r.between(30, 90)} noise=-9${r.below(9)} ${filler(r, 100)}`, idle],
  ],
  [
    '/usr/libexec/locationd',
    205,
    22,
    [
      ['', 'com.apple.locationd.Core', 'Core'],
      ['', 'com.apple.locationd.Position', 'GeneralFeatures'],
    ],
    [(r) => `{"msg":"${filler(r, 90)}", "clientKey":"${r.pick(APPS)}:", "level":${r.below(8)}}`, idle],
  ],
  [
    '/usr/libexec/trustd',
    282,
    18,
    [[framework('Security'), 'com.apple.securityd', 'policy']],
    [(r) => `cert[${r.below(4)}]: AnchorTrusted =(leaf)[force]> 0`, idle],
  ],
  [
    '/usr/sbin/cfprefsd',
    501,
    18,
    [[framework('CoreFoundation'), 'com.apple.defaults', 'User Defaults']],
    [
      (r) =>
        `Process ${r.between(100, 9999)} (${r.pick(DAEMONS)}) asked for { ${r.pick(APPS)}, kCFPreferencesCurrentUser, /Users/user/Library/Preferences/${r.pick(APPS)}.plist } ${filler(r, 40)}`,
    ],
  ],
  [
    `${FRAMEWORKS}/CoreServices.framework/Versions/A/Frameworks/Metadata.framework/Versions/A/Support/mds_stores`,
    0,
    16,
    [
      ['', '', ''],
      [framework('SpotlightIndex', PRIVATE), 'com.apple.spotlightindex', 'Indexing'],
    ],
    [long, idle],
  ],
  [
    `${PRIVATE}/ApplePushService.framework/apsd`,
    0,
    14,
    [['', 'com.apple.apsd', 'courier']],
    [(r) => `<APSCourier: 0x${r.hex(9)}>: topic '<private>' priority ${r.pick(['5', '10'])} ${filler(r, 90)}`],
  ],
  [
    '/usr/libexec/sharingd',
    501,
    14,
    [
      ['', 'com.apple.sharing', 'SFNearby'],
      [framework('CoreUtils', PRIVATE), 'com.apple.CoreUtils', 'AsyncCnx'],
    ],
    [peer, xpc],
  ],
  ['/usr/libexec/rapportd', 501, 12, [['', 'com.apple.rapport', 'CLinkD']], [peer, xpc]],
  [
    '/usr/libexec/dasd',
    0,
    12,
    [['', 'com.apple.duetactivityscheduler', 'scoring(CyclingOverride)']],
    [
      (r) =>
        `'com.apple.${r.pick(DAEMONS)}.periodic:${r.hex(6).toUpperCase()}' score 0.${r.below(1e6)} threshold 0.${r.below(1e6)} ${filler(r, 50)}`,
      long,
    ],
  ],
  [
    '/usr/sbin/coreaudiod',
    202,
    10,
    [[framework('CoreAudio'), 'com.apple.coreaudio', 'HALC']],
    [(r) => `IOContext 0x${r.hex(9)} buffer ${64 << r.below(5)} rate 48000.0 ${filler(r, 60)}`],
  ],
  [
    '/Applications/Safari.app/Contents/MacOS/Safari',
    501,
    16,
    [
      [framework('WebKit'), 'com.apple.WebKit', 'Loading'],
      [framework('WebKit'), 'com.apple.WebKit', 'ProcessSuspension'],
    ],
    [
      (r) =>
        `0x${r.hex(9)} - [pageProxyID=${r.below(999)}, webPageID=${r.below(999)}, PID=${r.below(9999)}] ${filler(r, 80)}`,
      idle,
    ],
  ],
  [
    '/Applications/Google Chrome.app/Contents/Frameworks/Google Chrome Framework.framework/Versions/150.0/Helpers/Google Chrome Helper (Renderer).app/Contents/MacOS/Google Chrome Helper (Renderer)',
    501,
    10,
    [
      [framework('CoreText'), 'com.apple.coretext', ''],
      ['/usr/lib/system/libsystem_info.dylib', '', ''],
    ],
    [idle],
  ],
  [
    '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder',
    501,
    10,
    [
      [framework('AppKit'), 'com.apple.AppKit', 'Window'],
      [framework('LaunchServices'), 'com.apple.launchservices', 'open'],
    ],
    [(r) => `order window: ${r.hex(3)} op: ${r.below(2)} relative: 0 ${filler(r, 60)}`, idle],
  ],
  [
    `${PRIVATE}/TCC.framework/Support/tccd`,
    0,
    10,
    [[framework('TCC', PRIVATE), 'com.apple.TCC', 'access']],
    [
      (r) =>
        `AUTHREQ_CTX: msgID=${r.between(100, 999)}.${r.below(9999)}, function=TCCAccessRequest, service=kTCCServiceSystemPolicyAllFiles, preflight=yes, query=1 ${filler(r, 40)}`,
    ],
  ],
  [
    '/usr/libexec/symptomsd',
    24,
    10,
    [[framework('SymptomEvaluator', PRIVATE), 'com.apple.symptomsd', 'flow']],
    [(r) => `Data Usage notification for ${r.pick(DAEMONS)} with flow count ${r.below(20)} ${filler(r, 60)}`],
  ],
  [
    '/usr/libexec/nsurlsessiond',
    501,
    8,
    [[framework('CFNetwork'), 'com.apple.CFNetwork', 'Default']],
    [(r) => `Task <${r.uuid()}>.<${r.below(99)}> resuming, timeouts(60.0, 604800.0) QOS(0x15) Voucher <private>`],
  ],
  [
    '/usr/libexec/UserEventAgent',
    0,
    8,
    [
      ['', '', ''],
      [
        '/System/Library/UserEventPlugins/com.apple.cts.plugin/Contents/MacOS/com.apple.cts',
        'com.apple.xpc.activity',
        'All',
      ],
    ],
    [idle],
  ],
  [
    `${PRIVATE}/CoreDuetContext.framework/Resources/contextstored`,
    0,
    8,
    [[framework('CoreDuetContext', PRIVATE), 'com.apple.coreduet.context', 'contextstore']],
    [long, idle],
  ],
];

/** The kernel has no line of its own here: its driver lines are noise, its flow lines are not (`cast.ts`). */
const KERNEL: Profile = {
  path: '/kernel',
  pid: 0,
  user: 0,
  weight: 36,
  origins: [
    ['/System/Library/Extensions/AppleBCMWLANCoreMac.kext/AppleBCMWLANCoreMac', '', ''],
    ['/System/Library/Extensions/Sandbox.kext/Contents/MacOS/Sandbox', 'com.apple.sandbox.reporting', 'violation'],
    ['', '', ''],
  ],
  messages: [
    (r) => `AppleBCMWLANCore: en0: rssi update -${r.between(30, 80)} noise -9${r.below(9)} ${filler(r, 90)}`,
    idle,
  ],
};

const PROFILES: readonly Profile[] = [
  ...TABLE.map(
    ([path, user, weight, origins, messages], index): Profile => ({
      path,
      user,
      weight,
      origins,
      messages,
      pid: 80 + index * 31,
    }),
  ),
  KERNEL,
];

const DRAW: readonly Profile[] = PROFILES.flatMap((profile) => Array<Profile>(profile.weight).fill(profile));
const LEVELS = [
  'Default',
  'Default',
  'Default',
  'Default',
  'Default',
  'Info',
  'Info',
  'Debug',
  'Debug',
  'Error',
] as const;

/** Share of noise records that go on for some lines: with four lines each, 9 % of all lines are such. */
const MULTILINE_SHARE = 0.02;

export function noise(random: Random): Line {
  const profile = DRAW[random.below(DRAW.length)] ?? KERNEL;
  const [image, subsystem, category] = random.pick(profile.origins);
  const said = random.pick(profile.messages)(random);
  const message = random.chance(MULTILINE_SHARE)
    ? `${said}\n{\n    name = "${random.pick(PEOPLE_AND_THINGS)}";\n    detail = "${filler(random, 180)}";\n    values = (${filler(random, 160)});\n}`
    : said;
  return {
    level: random.chance(0.004) ? 'Fault' : random.pick(LEVELS),
    pid: profile.pid,
    user: profile.user,
    processPath: profile.path,
    senderPath: image === '' ? profile.path : image,
    subsystem,
    category,
    message,
    formatString: '%{public}@ %s (%d)',
  };
}
