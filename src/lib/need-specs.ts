import type { Need } from '../model/need.ts';

export interface NeedSpec {
  /** What has to be in a capture, as the end of "no …". */
  readonly lines: string;
  /** Beginnings of the events of which one must be there. */
  readonly events: readonly string[];
  /** The level at which the decisive ones are logged. */
  readonly level: 'default' | 'info' | 'debug';
  /** How far back one has to record to have a chance of it. */
  readonly last: string;
}

/** What people want to know, and by which lines it can be known. Source: kernel-lifecycles, id-correlation. */
export const NEEDS: Readonly<Record<Need, NeedSpec>> = {
  flows: {
    lines: 'line of a diverted flow (kernel flow_divert, or the provider’s new-flow lines)',
    events: ['kernel.flow-divert/', 'networkextension.flow/', 'networkextension.provider/new-flow'],
    level: 'info',
    last: '30m',
  },
  filter: {
    lines: 'line of a content filter (verdicts, flow dumps)',
    events: ['networkextension.filter/', 'kernel.content-filter/'],
    level: 'debug',
    last: '30m',
  },
  sessions: {
    lines: 'line of a session (nesessionmanager)',
    events: ['nesessionmanager.'],
    level: 'default',
    last: '30m',
  },
  provider: {
    lines: 'line of a provider',
    events: ['networkextension.provider/', 'provider.words/'],
    level: 'default',
    last: '30m',
  },
  crashes: {
    lines: 'line about ends of processes (launchd, ReportCrash, runningboardd), and no crash report',
    events: ['system.launchd/', 'system.report-crash/', 'system.runningboard/', 'report.'],
    level: 'default',
    last: '2h',
  },
  power: {
    lines: 'line about sleep and wake (powerd, the kernel’s PMRD, pmset)',
    events: ['system.powerd/', 'kernel.power/', 'system.pmset/'],
    level: 'default',
    last: '12h',
  },
  connections: {
    lines: 'line of Network.framework about connections',
    events: ['network.connection/', 'network.flow/'],
    level: 'default',
    last: '30m',
  },
  dns: { lines: 'line of mDNSResponder about queries', events: ['system.mdns/'], level: 'default', last: '30m' },
};
