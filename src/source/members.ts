/** What a member of a container is to us, told by its place and name; its content decides everything else. */
export type MemberKind =
  /** A log or report of its own: an input. */
  | 'input'
  /** A list or setting that says what the machine is. */
  | 'facts'
  /** Belongs to a log archive. */
  | 'archive'
  | 'other';

/** Logs and reports that tell something of Network Extension, by their names in a sysdiagnose. Source: sysdiagnose-layout. */
const SYSDIAGNOSE_INPUTS = [
  /\.(?:ips|crash|spin)(?:\.synced|\.beta)*$/i,
  /(?:^|\/)pmset[^/]*\.txt$/i,
  /(?:^|\/)systemextensionsctl[^/]*\.txt$/i,
  /(?:^|\/)launchd\.log$/,
  /(?:^|\/)spindump[^/]*\.txt$/i,
  /(?:^|\/)system\.log$/,
];

/** Source: sysdiagnose-layout, `get-network-info`. */
const FACTS = [
  /(?:^|\/)com\.apple\.networkextension(?:\.control|\.necp|\.uuidcache)?\.plist$/,
  /(?:^|\/)(?:network-info|Networking)\/(?:ifconfig|network-information)\.txt$/,
  /(?:^|\/)(?:network-info|Networking)\/preferences\.plist$/,
  /(?:^|\/)remotectl_dumpstate\.txt$/,
  /(?:^|\/)MCState\/Shared\/[^/]+\.(?:plist|stub)$/,
  /(?:^|\/)(?:sw_vers|sysdiagnose)\.(?:txt|log)$/,
];

/** What may be a log in a folder or container that is no sysdiagnose. */
const LOG_NAME = /\.(?:log|txt|text|ndjson|jsonl|json|csv|ips|crash|spin|out)(?:\.synced|\.beta)*$/i;

const SYSDIAGNOSE_MARK = /(?:^|\/)(?:system_logs\.logarchive\/|sysdiagnose\.log$|crashes_and_spins\/)/;

export function isSysdiagnosePath(path: string): boolean {
  return SYSDIAGNOSE_MARK.test(path);
}

/** Files that only a log archive holds. Source: logarchive-format 0. */
const ARCHIVE_MARK =
  /^(.*\/)?(?:(?:Persist|Special|Signpost|HighVolume)\/[0-9A-Fa-f]+\.tracev3|logdata\.LiveData\.tracev3|timesync\/[0-9A-Fa-f]+\.timesync)$/;
/** What is looked up in an archive while it is read: strings, clocks, what it says of itself. */
const ARCHIVE_TABLE = /^(.*\/)?(?:dsc\/[^/]+|timesync\/[^/]+\.timesync|[0-9A-Fa-f]{2}\/[0-9A-Fa-f]{30}|Info\.plist)$/;

/**
 * The folder of the log archive that this file shows to be there, with a slash behind it; empty where the container itself is
 * one. Undefined for files that show none.
 */
export function archiveOf(path: string): string | undefined {
  const named = /^(?:.*?\/)?[^/]+\.logarchive\//.exec(path)?.[0];
  if (named !== undefined) return named;
  const marked = ARCHIVE_MARK.exec(path);
  return marked === null ? undefined : (marked[1] ?? '');
}

export function kindOfMember(path: string, isSysdiagnose: boolean): MemberKind {
  if (archiveOf(path) !== undefined) return 'archive';
  if (FACTS.some((pattern) => pattern.test(path))) return 'facts';
  const isInput = isSysdiagnose ? SYSDIAGNOSE_INPUTS.some((pattern) => pattern.test(path)) : LOG_NAME.test(path);
  return isInput ? 'input' : 'other';
}

/** Members larger than this are walked, not kept: they are read once, from beginning to end. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024;

/** What a container that cannot be read at a place keeps in memory when it is first read. */
export function whatIsKept(path: string, size: number): 'whole' | 'beginning' | 'nothing' {
  if (ARCHIVE_TABLE.test(path)) return 'whole';
  if (path.endsWith('.tracev3')) return 'beginning';
  if (archiveOf(path) !== undefined || size > MOST_KEPT_BYTES) return 'nothing';
  return kindOfMember(path, true) !== 'other' || kindOfMember(path, false) !== 'other' ? 'whole' : 'nothing';
}
