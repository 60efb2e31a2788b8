/** Reports as the systems write them, with everything in them invented. */

export interface CrashParts {
  readonly name?: string;
  readonly pid?: number;
  readonly path?: string;
  readonly bundle?: string;
  readonly captured?: string;
  readonly launched?: string;
  readonly exception?: Readonly<Record<string, unknown>>;
  readonly termination?: Readonly<Record<string, unknown>> | undefined;
  readonly info?: readonly string[];
  readonly queue?: string;
  /** `symbol@image`, the newest call first. */
  readonly calls?: readonly string[];
  readonly body?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

const NAME = 'com.example.acme.extension';
const SYSTEM_IMAGES = [
  'libsystem_kernel.dylib',
  'libsystem_c.dylib',
  'libswift_Concurrency.dylib',
  'libdispatch.dylib',
];

export const EXTENSION_PATH = `/Library/SystemExtensions/6A1F0D2B-0000-4000-8000-000000000001/${NAME}.systemextension/Contents/MacOS/${NAME}`;

/** The second document of an .ips file about a crash. */
export function crashBody(parts: CrashParts = {}): Record<string, unknown> {
  const { name = NAME, pid = 569, path = EXTENSION_PATH, bundle = NAME } = parts;
  const calls = parts.calls ?? [
    '__pthread_kill@libsystem_kernel.dylib',
    'abort@libsystem_c.dylib',
    `-[AcmeProvider finish:]@${name}`,
  ];
  const images = [...new Set([...calls.map((call) => call.slice(call.lastIndexOf('@') + 1)), 'dyld'])];
  const frames = calls.map((call, index) => {
    const at = call.lastIndexOf('@');
    return {
      imageOffset: 4096 + index,
      symbol: call.slice(0, at),
      symbolLocation: 20 + index,
      imageIndex: images.indexOf(call.slice(at + 1)),
    };
  });
  return {
    uptime: 91000,
    procRole: 'Unspecified',
    version: 2,
    userID: 0,
    modelCode: 'Mac15,3',
    osVersion: { train: 'macOS 15.4', build: '24E248', releaseType: 'User' },
    captureTime: parts.captured ?? '2026-03-18 14:05:10.3000 +0100',
    incident: '7D1F1C6A-0000-4000-8000-0E9C8F1B2D33',
    pid,
    procLaunch: parts.launched ?? '2026-03-18 14:05:00.1000 +0100',
    procName: name,
    procPath: path,
    bundleInfo: { CFBundleShortVersionString: '1.2', CFBundleVersion: '34', CFBundleIdentifier: bundle },
    parentProc: 'launchd',
    parentPid: 1,
    exception: parts.exception ?? {
      codes: '0x0000000000000000, 0x0000000000000000',
      rawCodes: [0, 0],
      type: 'EXC_CRASH',
      signal: 'SIGABRT',
    },
    ...('termination' in parts && parts.termination === undefined
      ? {}
      : {
          termination: parts.termination ?? {
            flags: 0,
            code: 6,
            namespace: 'SIGNAL',
            indicator: 'Abort trap: 6',
            byProc: name,
            byPid: pid,
          },
        }),
    asi: { 'libsystem_c.dylib': parts.info ?? ['abort() called'] },
    faultingThread: 1,
    threads: [
      {
        id: 7001,
        queue: 'com.apple.main-thread',
        frames: [{ imageOffset: 1, symbol: 'start', symbolLocation: 1, imageIndex: images.length - 1 }],
      },
      { triggered: true, id: 7044, queue: parts.queue ?? 'com.apple.NSXPCConnection.user.anonymous.486', frames },
    ],
    usedImages: images.map((image) => ({
      source: 'P',
      base: 4_294_967_296,
      size: 65_536,
      uuid: '11111111-2222-4333-8444-555555555500',
      path:
        image === name
          ? path
          : SYSTEM_IMAGES.includes(image)
            ? `/usr/lib/system/${image}`
            : `/System/Library/Frameworks/${image}`,
      name: image,
    })),
    ...parts.body,
  };
}

/** The first line of an .ips file. */
export function header(parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    app_name: NAME,
    timestamp: '2026-03-18 14:05:11.00 +0100',
    app_version: '1.2',
    build_version: '34',
    bundleID: NAME,
    bug_type: '309',
    os_version: 'macOS 15.4 (24E248)',
    incident_id: '7D1F1C6A-0000-4000-8000-0E9C8F1B2D33',
    ...parts,
  });
}

/** A whole .ips file about a crash, printed over many lines as macOS does, or on one. */
export function crashIps(parts: CrashParts = {}, indent = 2): string {
  return `${header(parts.header)}\n${JSON.stringify(crashBody(parts), null, indent)}\n`;
}

export interface Killed {
  readonly name?: string;
  readonly pid?: number;
  readonly reason?: string;
  readonly pages?: number;
}

/** A JetsamEvent with these processes between others that lived on. */
export function jetsamIps(killed: readonly Killed[], date = '2026-03-18 14:05:10.30 +0100'): string {
  const entry = ({ name = 'AcmeTunnel', pid = 1288, reason, pages = 3215 }: Killed): Record<string, unknown> => ({
    uuid: '11111111-2222-4333-8444-555555555501',
    states: ['frontmost'],
    lifetimeMax: pages,
    purgeable: 0,
    fds: 50,
    coalition: 500 + pid,
    rpages: pages,
    ...(reason === undefined ? {} : { reason }),
    pid,
    cpuTime: 1.5,
    name,
  });
  const body = {
    build: 'iPhone OS 18.3 (22D60)',
    product: 'iPhone15,3',
    incident: '8E2F1C6A-0000-4000-8000-0E9C8F1B2D33',
    date,
    memoryStatus: { compressorSize: 81_920, pageSize: 16_384, memoryPages: { free: 6210, active: 91_210 } },
    largestProcess: 'Photos',
    genCounter: 0,
    processes: [
      entry({ name: 'Photos', pid: 400, pages: 60_000 }),
      ...killed.map(entry),
      entry({ name: 'backboardd', pid: 79, pages: 900 }),
    ],
  };
  const first = header({
    app_name: 'JetsamEvent',
    name: 'JetsamEvent',
    bug_type: '298',
    os_version: 'iPhone OS 18.3 (22D60)',
    timestamp: date,
    bundleID: '',
  });
  return `${first}\n${JSON.stringify(body, null, 2)}\n`;
}
