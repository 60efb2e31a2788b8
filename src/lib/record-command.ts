/** Who speaks of network extensions, as a predicate of `log show`. What has to be recorded is the same for all detectors. */
export const SPEAKERS = `subsystem BEGINSWITH "com.apple.network" OR process IN {"nesessionmanager", "nehelper", "neagent", "kernel", "launchd", "powerd", "runningboardd", "ReportCrash"}`;

/**
 * The command, run on the Mac that has the trouble, whose capture shows what every detector asks for. `last` is a time of
 * `log show --last`, such as `30m`. One command for all: a reader who lacks three things runs it once. `others` are more
 * speakers, as predicates.
 */
export function recordCommand(last = '30m', ownProcess?: string, others: readonly string[] = []): string {
  const own = ownProcess === undefined ? [] : [`process == "${ownProcess}"`];
  const speakers = [SPEAKERS, ...own, ...others].join(' OR ');
  return `log show --last ${last} --info --debug --predicate '${speakers}' --style ndjson > capture.ndjson`;
}
