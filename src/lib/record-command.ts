/**
 * Processes whose lines some detector asks for. The log is written by them; a test holds the list against what the detectors
 * need and who prints that by the catalog.
 */
export const SPEAKING_PROCESSES: readonly string[] = [
  ...['nesessionmanager', 'nehelper', 'neagent', 'kernel', 'launchd', 'powerd', 'runningboardd', 'ReportCrash'],
  ...['sysextd', 'configd', 'amfid', 'taskgated', 'taskgated-helper', 'logd', 'osanalyticshelper', 'SubmitDiagInfo'],
];

/** Network Extension's own and the network stack's, whoever loads them. */
const SUBSYSTEMS = 'subsystem BEGINSWITH "com.apple.network"';

/** Who speaks of network extensions, as a predicate of `log show`: the network's subsystems, these processes, and others. */
export function speakersPredicate(processes: readonly string[], others: readonly string[] = []): string {
  const named = processes.length === 0 ? [] : [`process IN {${processes.map((name) => `"${name}"`).join(', ')}}`];
  return [SUBSYSTEMS, ...named, ...others].join(' OR ');
}

/** What has to be recorded is the same for all detectors. */
export const SPEAKERS = speakersPredicate(SPEAKING_PROCESSES);

export interface ShowOptions {
  /** A time of `log show --last`, such as `30m`. */
  readonly last: string;
  /** `--info --debug`, or fewer. */
  readonly levels: string;
  readonly predicate: string;
}

export function showCommand({ last, levels, predicate }: ShowOptions): string {
  const options = [`--last ${last}`, levels, `--predicate '${predicate}'`].filter((option) => option !== '');
  return `log show ${options.join(' ')} --style ndjson > capture.ndjson`;
}

/**
 * The command, run on the Mac that has the trouble, whose capture shows what every detector asks for. `last` is a time of
 * `log show --last`, such as `30m`. One command for all: a reader who lacks three things runs it once. `others` are more
 * speakers, as predicates.
 */
export function recordCommand(last = '30m', ownProcess?: string, others: readonly string[] = []): string {
  const own = ownProcess === undefined ? [] : [`process == "${ownProcess}"`];
  const predicate = speakersPredicate(SPEAKING_PROCESSES, [...own, ...others]);
  return showCommand({ last, levels: '--info --debug', predicate });
}

const RECORDED = /^log show --last (\d+)([mhd]) --info --debug --predicate '([^']*)' --style ndjson > capture\.ndjson$/;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** Commands of `recordCommand` as one that shows what all of them would, the longest time of them; others stay, behind it. */
export function uniteCommands(commands: readonly string[]): readonly string[] {
  const terms = new Set<string>();
  const others = new Set<string>();
  let last = { minutes: 0, text: '' };
  for (const command of commands) {
    const [, amount = '', unit = '', predicate] = RECORDED.exec(command) ?? [];
    if (predicate === undefined) {
      others.add(command);
      continue;
    }
    for (const term of predicate.split(' OR ')) terms.add(term);
    const minutes = Number(amount) * (MINUTES[unit] ?? 1);
    if (minutes > last.minutes) last = { minutes, text: amount + unit };
  }
  if (terms.size === 0) return [...others];
  const predicate = [...terms].join(' OR ');
  return [showCommand({ last: last.text, levels: '--info --debug', predicate }), ...others];
}
