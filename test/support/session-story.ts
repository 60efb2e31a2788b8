import { type Story, type StoryOptions, story } from './story.ts';

/** A packet tunnel of an imaginary vendor, for the detectors of sessions. */
export const TUNNEL: StoryOptions = {
  pid: 733,
  process: 'net.harbor.lighthouse.tunnel',
  bundle: 'net.harbor.lighthouse',
  sessionClass: 'NESMVPNSession',
  name: 'Lighthouse',
  uuid: '7C9E6679-7425-40DE-944B-E07FC1F90AE7',
};

export function tunnelStory(options: StoryOptions = {}): Story {
  return story({ ...TUNNEL, ...options });
}

export interface Start {
  readonly by?: string;
  readonly pid?: number;
  readonly onDemand?: boolean;
}

/** A start command and `connecting`. */
export function starts(log: Story, at: number, { by = 'Lighthouse[900]', onDemand = false }: Start = {}): Story {
  if (onDemand) log.session(at - 0.001, ': got On Demand start message from pid 0');
  return log.session(at, `: Received a start command from ${by}`).session(at + 0.01, ': status changed to connecting');
}

/** The provider's process is started and the session is up. */
export function comesUp(log: Story, at: number, pid = 733): Story {
  const plugin = 'NEVPNTunnelPlugin(net.harbor.lighthouse[inactive])';
  return log
    .session(at, ` in state NESMVPNSessionStateStarting: plugin ${plugin} started with PID ${pid} error (null)`)
    .session(at + 0.2, ': status changed to connected');
}

export function stops(log: Story, at: number, by = 'Lighthouse[900]', reason = 'Stop command received'): Story {
  return log
    .session(at, `: Received a stop command from ${by} with reason 1`)
    .session(at + 0.01, ': status changed to disconnecting')
    .session(at + 0.1, `: status changed to disconnected, last stop reason ${reason}`);
}

export function fails(log: Story, at: number, reason: string): Story {
  return log.session(at, `: status changed to disconnected, last stop reason ${reason}`);
}

/** A log without a line of nesessionmanager. */
export function foreignLog(): string {
  return story()
    .line(1, 'Df', 'kernel', 0, '(AppleBCMWLANCoreMac) AppleBCMWLANCore: en0: rssi update -38 noise -92')
    .line(9, 'Df', 'trustd', 201, '(Security) [com.apple.securityd:policy] cert[0]: AnchorTrusted =(leaf)[force]> 0')
    .text();
}
