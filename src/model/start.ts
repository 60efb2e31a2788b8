/** Provider starts as a checklist: which steps each took, where it ended, how long each lasted against the other starts. */

/** The steps in the order in which a healthy start takes them. Source: published logs of app and system extensions. */
export const START_STEPS = [
  {
    id: 'asked',
    title: 'asked for',
    means: 'A program, or a rule that connects on demand, asks nesessionmanager for the session.',
    stuck: 'Nothing asked: look at the app, and at its configuration being enabled.',
    events: ['nesessionmanager.session/start-command'],
  },
  {
    id: 'registered',
    title: 'extension registered',
    means: 'nesessionmanager finds an installed extension by the name that the configuration holds; it says how many.',
    stuck:
      'It found none: the extension is not installed, not approved, or its bundle identifier or extension point is another one.',
    events: ['nesessionmanager.server/registrations-found', 'nesessionmanager.session/plugin-installed'],
  },
  {
    id: 'approved',
    title: 'approved',
    means:
      'pkd lets neagent use the app extension, or sysextd has the system extension activated and enabled. A system extension is approved once, so mostly long before the start.',
    stuck: 'A system extension may wait for the user (System Settings) or for a restart of the Mac.',
    events: ['system.pkd/host-allowed', 'system.sysextd/state-changed'],
  },
  {
    id: 'launched',
    title: 'process launched',
    means: 'The process of the provider is started by launchd, or neagent asks PlugInKit for it.',
    stuck: 'The system refuses it: signature, profile, sandbox, or an entitlement that the profile does not carry.',
    events: [
      'system.launchd/spawned',
      'nesessionmanager.agent/starting',
      'nesessionmanager.agent/start-identified',
      'networkextension.plugin-kit/launching',
    ],
  },
  {
    id: 'first-light',
    title: 'first line of the provider',
    means:
      'The process itself prints its first line of the provider machinery: its code runs, its libraries are loaded.',
    stuck:
      'It ended before main(), or hangs in initialisers: crash reports (.ips), libraries that are not in the bundle.',
    events: [
      'system.plugin-kit/started',
      'network.xpc/provider-listener',
      'system.runningboard-client/identity-resolved',
    ],
  },
  {
    id: 'running',
    title: 'taken up by its session',
    means: 'nesessionmanager has the pid of the provider.',
    stuck: 'The process runs and does not answer: main() does not reach the framework, or something blocks before it.',
    events: ['nesessionmanager.session/plugin-started'],
  },
  {
    id: 'ipc',
    title: 'channel open',
    means: 'The channel for messages between nesessionmanager and the provider is up.',
    stuck: 'The process ended, or its connection was refused.',
    events: ['nesessionmanager.session/plugin-attached'],
  },
  {
    id: 'called',
    title: 'start called',
    means: 'The framework calls startTunnel, startProxy or startFilter of the provider.',
    stuck: 'The principal class of the provider is not found, or its initialiser blocks.',
    events: [
      'networkextension.provider/start-tunnel',
      'networkextension.provider/start-proxy',
      'networkextension.provider/start-filter',
    ],
  },
  {
    id: 'settings',
    title: 'settings applied',
    means: 'The provider hands over its network settings, and they are put in place. Content filters have none.',
    stuck: 'The provider waits for its server first, or its settings are refused.',
    events: ['networkextension.provider/settings-applied', 'nesessionmanager.session/settings-requested'],
  },
  {
    id: 'connected',
    title: 'connected',
    means: 'The provider called its completion handler without an error: every program sees the session as connected.',
    stuck: 'The completion handler of the start was not called, or with an error.',
    events: ['nesessionmanager.session/status-changed'],
  },
] as const;

export type StartStepId = (typeof START_STEPS)[number]['id'];

/**
 * `seen`: a line tells it. `earlier`: a line before the start tells it. `passed`: no line, but a later step was seen. `failed`: a line
 * says so. `missing`: no line tells it although somebody who prints such lines is in the capture, and the start ended. `not-visible`: nobody who would print it is in the
 * capture. `open`: the capture ends before. `not-reached`: behind a step that is missing.
 */
export type StartStepState =
  | 'seen'
  | 'earlier'
  | 'passed'
  | 'failed'
  | 'missing'
  | 'not-visible'
  | 'open'
  | 'not-reached';

export interface StartStepReport {
  readonly step: StartStepId;
  readonly state: StartStepState;
  readonly at?: string;
  /** The line that tells it, as evidence names it. */
  readonly input?: string;
  readonly line?: number;
  readonly file?: string;
  readonly record?: number;
  /** µs since the step `since`, the last one before it that was seen in this start. */
  readonly tookUs?: number;
  readonly since?: StartStepId;
  /** Median of the same for the other starts of the capture whose session is of the same class; `others` says of how many. */
  readonly usualUs?: number;
  readonly others?: number;
  /** What the line says of it, where that is more than that it was. */
  readonly note?: string;
}

export interface StartReport {
  /** UUID of the session. */
  readonly session: string;
  readonly name: string;
  readonly class: string;
  readonly from: string;
  readonly to?: string;
  readonly startedBy?: string;
  readonly pid?: number;
  readonly bundle?: string;
  /** `ended`: it was disconnected before it was connected. `open`: neither, when the capture ends. */
  readonly outcome: 'connected' | 'ended' | 'open';
  /** The last step that was seen, where it never was connected. */
  readonly stoppedAfter?: StartStepId;
  /** Why it ended, as the log words it. */
  readonly reason?: string;
  /** µs from the first step to `connected`. */
  readonly tookUs?: number;
  readonly steps: readonly StartStepReport[];
}
