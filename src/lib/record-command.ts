/** Who speaks of network extensions, as a predicate of `log show`. What has to be recorded is the same for all detectors. */
export const SPEAKERS = `subsystem BEGINSWITH "com.apple.network" OR process IN {"nesessionmanager", "nehelper", "neagent", "kernel", "launchd", "powerd", "runningboardd", "ReportCrash"}`;

/**
 * The command, run on the Mac that has the trouble, whose capture shows what every detector asks for. `last` is a time of
 * `log show --last`, such as `30m`. One command for all: a reader who lacks three things runs it once.
 */
export function recordCommand(last = '30m', ownProcess?: string): string {
  const speakers = ownProcess === undefined ? SPEAKERS : `${SPEAKERS} OR process == "${ownProcess}"`;
  return `log show --last ${last} --info --debug --predicate '${speakers}' --style ndjson > capture.ndjson`;
}
