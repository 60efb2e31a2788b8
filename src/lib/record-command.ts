/**
 * Processes whose lines some detector asks for. The log is written by them; a test holds the list against what the detectors
 * need and who prints that by the catalog.
 */
export const SPEAKING_PROCESSES: readonly string[] = [
  ...['nesessionmanager', 'nehelper', 'neagent', 'kernel', 'launchd', 'powerd', 'runningboardd', 'ReportCrash'],
  ...['sysextd', 'configd', 'amfid', 'taskgated', 'taskgated-helper', 'logd', 'osanalyticshelper', 'SubmitDiagInfo'],
];

/** Subsystems that any process may log for, beside those of the network: the same test holds them. */
export const SPEAKING_SUBSYSTEMS: readonly string[] = [
  'com.apple.CFNetwork',
  'com.apple.PlugInKit',
  'com.apple.CipherML',
];

/** Network Extension's own and the network stack's, whoever loads them. */
const NETWORK = 'com.apple.network';

interface SpeakersAsked {
  readonly processes: readonly string[];
  /** Those of the network need not be named. */
  readonly subsystems: readonly string[];
  /** More predicates. */
  readonly others?: readonly string[];
}

/** Who speaks of network extensions, as a predicate of `log show`. */
export function speakersPredicate({ processes, subsystems, others = [] }: SpeakersAsked): string {
  const named = (field: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${field} IN {${names.map((name) => `"${name}"`).join(', ')}}`];
  const beside = subsystems.filter((name) => !name.startsWith(NETWORK));
  return [
    `subsystem BEGINSWITH "${NETWORK}"`,
    ...named('subsystem', beside),
    ...named('process', processes),
    ...others,
  ].join(' OR ');
}

/** What has to be recorded is the same for all detectors. */
export const SPEAKERS = speakersPredicate({ processes: SPEAKING_PROCESSES, subsystems: SPEAKING_SUBSYSTEMS });

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
  const predicate = [SPEAKERS, ...own, ...others].join(' OR ');
  return showCommand({ last, levels: '--info --debug', predicate });
}

const RECORDED =
  /^log show --last (\d+[mhd]|boot) --info --debug --predicate '([^']*)' --style ndjson > capture\.ndjson$/;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** Since the boot is longest: whoever asks for it asks for what came first. */
function minutesOf(last: string): number {
  return last === 'boot' ? Number.POSITIVE_INFINITY : Number.parseInt(last, 10) * (MINUTES[last.slice(-1)] ?? 1);
}

/** Whether a term asks for one of those that every such command names. */
function isNamed(term: string): boolean {
  const [, field, name = ''] = /^(subsystem|process) == "([^"]*)"$/.exec(term) ?? [];
  return (field === 'subsystem' ? SPEAKING_SUBSYSTEMS : field === 'process' ? SPEAKING_PROCESSES : []).includes(name);
}

/** Commands of `recordCommand` as one that shows what all of them would, the longest time of them; others stay, behind it. */
export function uniteCommands(commands: readonly string[]): readonly string[] {
  const terms = new Set<string>();
  const others = new Set<string>();
  let last = { minutes: 0, text: '' };
  for (const command of commands) {
    const [, text = '', predicate] = RECORDED.exec(command) ?? [];
    if (predicate === undefined) {
      others.add(command);
      continue;
    }
    for (const term of predicate.split(' OR ')) if (!isNamed(term)) terms.add(term);
    const minutes = minutesOf(text);
    if (minutes > last.minutes) last = { minutes, text };
  }
  if (terms.size === 0) return [...others];
  const predicate = [...terms].join(' OR ');
  return [showCommand({ last: last.text, levels: '--info --debug', predicate }), ...others];
}
