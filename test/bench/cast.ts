/** The processes that a Network Extension log is about, and the lines they print in this bench. */
import type { Random } from './random.ts';
import type { Line } from './record.ts';

const NETWORK_EXTENSION = '/System/Library/Frameworks/NetworkExtension.framework/Versions/A/NetworkExtension';
const LIB_NETWORK_EXTENSION = '/usr/lib/libnetworkextension.dylib';
const NETWORK = '/System/Library/Frameworks/Network.framework/Versions/A/Network';

type Level = Line['level'];

function line(
  pid: number,
  path: string,
  sender: string,
  origin: readonly [string, string],
  level: Level,
  message: string,
  formatString: string,
): Line {
  const [subsystem, category] = origin;
  return {
    level,
    pid,
    user: pid === 0 || path.startsWith('/usr') ? 0 : 501,
    processPath: path,
    senderPath: sender,
    subsystem,
    category,
    message,
    formatString,
  };
}

const NE = ['com.apple.networkextension', ''] as const;

/** `(hash): …` as flow_divert.c prints it; most of it at info level. */
export function kernel(hash: number, message: string, level: Level = 'Info'): Line {
  return line(
    0,
    '/kernel',
    '/kernel',
    ['', ''],
    level,
    `(${hash}): ${message}`,
    `(%u): ${message.replace(/\d+/g, '%u')}`,
  );
}

export function kernelPower(message: string): Line {
  return line(0, '/kernel', '/kernel', ['', ''], 'Default', message, message);
}

const NESESSIONMANAGER = '/usr/libexec/nesessionmanager';

export function sessionManager(message: string, level: Level = 'Default'): Line {
  return line(486, NESESSIONMANAGER, NESESSIONMANAGER, NE, level, message, '%{public}@: %@');
}

export function neagent(message: string): Line {
  return line(612, '/usr/libexec/neagent', NETWORK_EXTENSION, NE, 'Default', message, message);
}

export function nehelper(message: string): Line {
  return line(247, '/usr/libexec/nehelper', NETWORK_EXTENSION, NE, 'Info', message, message);
}

export function launchd(message: string): Line {
  return line(1, '/sbin/launchd', '/sbin/launchd', ['', ''], 'Default', message, '%{public}s');
}

const POWERD = '/System/Library/CoreServices/powerd.bundle/powerd';

export function powerd(category: string, message: string): Line {
  return line(96, POWERD, POWERD, ['com.apple.powerd', category], 'Default', message, message);
}

/** A system extension or app extension that serves one session; it gets a new pid at each start. */
export interface Provider {
  readonly bundle: string;
  readonly app: string;
  readonly path: string;
  readonly plugin: string;
  /** `NESMTransparentProxySession[…]`, as nesessionmanager begins its lines. */
  readonly session: string;
  readonly appPid: number;
  pid: number;
}

export function makeProvider(
  random: Random,
  kind: 'proxy' | 'tunnel',
  app: string,
  name: string,
  pid: number,
): Provider {
  const bundle = kind === 'proxy' ? `${app}.extension` : `${app}.network-extension`;
  const sessionClass = kind === 'proxy' ? 'NESMTransparentProxySession' : 'NESMVPNSession';
  return {
    bundle,
    app,
    path: `/Library/SystemExtensions/${random.uuid()}/${bundle}.systemextension/Contents/MacOS/${bundle}`,
    plugin: `${kind === 'proxy' ? 'NEVPNTransparentProxyPlugin' : 'NEVPNTunnelPlugin'}(${app}[inactive])`,
    session: `${sessionClass}[Primary Tunnel:${name}:${random.uuid()}:(null)]`,
    appPid: pid - 90,
    pid,
  };
}

/** `[Extension …]: …` and other lines of NetworkExtension.framework inside a provider. */
export function extension(provider: Provider, message: string, level: Level = 'Default'): Line {
  return line(provider.pid, provider.path, NETWORK_EXTENSION, NE, level, message, '[Extension %@]: %@');
}

/** `(hash): …` of the flow library inside a provider. */
export function flowLibrary(provider: Provider, hash: number, message: string, level: Level = 'Default'): Line {
  return line(
    provider.pid,
    provider.path,
    LIB_NETWORK_EXTENSION,
    NE,
    level,
    `(${hash}): ${message}`,
    `(%u): ${message.replace(/\d+/g, '%u')}`,
  );
}

/** What a provider's developers print themselves. */
export function vendor(provider: Provider, message: string, level: Level = 'Default'): Line {
  return line(provider.pid, provider.path, provider.path, [provider.app, 'flow'], level, message, '%{public}@');
}

export interface App {
  readonly path: string;
  readonly bundle: string;
  readonly pid: number;
}

export const APPS: readonly [App, ...App[]] = [
  { path: '/Applications/Safari.app/Contents/MacOS/Safari', bundle: 'com.apple.Safari', pid: 514 },
  { path: '/System/Applications/Mail.app/Contents/MacOS/Mail', bundle: 'com.apple.mail', pid: 703 },
  { path: '/Applications/Example Chat.app/Contents/MacOS/Example Chat', bundle: 'com.example.chat', pid: 1180 },
];

/** A Network.framework line of an app. */
export function connection(app: App, message: string, level: Level = 'Default'): Line {
  return line(app.pid, app.path, NETWORK, ['com.apple.network', 'connection'], level, message, '%{public}s');
}
