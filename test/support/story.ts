/** Writes compact-style log lines for tests: times are seconds after 10:00:00 on 2026-03-01. */
export interface Story {
  /** The log so far. */
  text(): string;
  /** nesessionmanager about the session of this story. */
  session(at: number, text: string, level?: string): Story;
  /** The provider process through NetworkExtension: `[Extension bundle]: …`. */
  extension(at: number, text: string): Story;
  /** The provider library about one flow: `(hash): …`. */
  library(at: number, hash: number, text: string): Story;
  /** A kernel flow_divert line at info level. */
  divert(at: number, hash: number, text: string): Story;
  /** Any line. */
  line(at: number, level: string, process: string, pid: number, rest: string): Story;
}

export interface StoryOptions {
  readonly pid?: number;
  readonly process?: string;
  readonly bundle?: string;
  readonly sessionClass?: string;
  readonly plugin?: string;
  readonly uuid?: string;
  readonly name?: string;
}

export const UUID = '0F00BA12-1111-4222-8333-44445555AAAA';

export function story(options: StoryOptions = {}): Story {
  const {
    pid = 569,
    process = 'com.example.acme.extension',
    bundle = 'com.example.acme.extension',
    sessionClass = 'NESMTransparentProxySession',
    uuid = UUID,
    name = 'Acme Proxy',
  } = options;
  const lines: string[] = [];
  const tag = `${sessionClass}[Primary Tunnel:${name}:${uuid}:(null)]`;
  const self: Story = {
    text: () => `Timestamp               Ty Process[PID:TID]\n${lines.join('\n')}\n`,
    session: (at, text, level = 'Df') =>
      self.line(at, level, 'nesessionmanager', 486, `[com.apple.networkextension:] ${tag}${text}`),
    extension: (at, text) =>
      self.line(
        at,
        'Df',
        process,
        pid,
        `(NetworkExtension) [com.apple.networkextension:] [Extension ${bundle}]: ${text}`,
      ),
    library: (at, hash, text) =>
      self.line(at, 'Df', process, pid, `(libnetworkextension.dylib) [com.apple.networkextension:] (${hash}): ${text}`),
    divert: (at, hash, text) => self.line(at, 'I ', 'kernel', 0, `(${hash}): ${text}`),
    line(at, level, processName, linePid, rest) {
      lines.push(`${clock(at)} ${level} ${processName}[${linePid}:1a2b] ${rest}`);
      return self;
    },
  };
  return self;
}

/** The lines by which a session comes up and starts its provider. */
export function connected(from: Story, at: number, options: StoryOptions = {}): Story {
  const { pid = 569, plugin = 'NEFlowDivertPlugin(com.example.acme[inactive])' } = options;
  return from
    .session(at, ': Received a start command from Acme[501]')
    .session(at + 0.01, ': status changed to connecting')
    .session(at + 0.1, ` in state NESMVPNSessionStateStarting: plugin ${plugin} started with PID ${pid} error (null)`)
    .extension(at + 0.2, 'Calling startProxyWithOptions with options 0x0')
    .session(at + 0.5, ': status changed to connected');
}

function clock(at: number): string {
  const ms = Math.round(at * 1000);
  return new Date(Date.UTC(2026, 2, 1, 10) + ms).toISOString().replace('T', ' ').replace('Z', '');
}
