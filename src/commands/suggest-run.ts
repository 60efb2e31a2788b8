import { UserError } from '../lib/errors.ts';
import type { LogRecord } from '../model/log-record.ts';
import { isUnderstood } from './coverage-run.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { nearest } from './nearest.ts';
import { note, refuseToOverwrite, writeResult } from './output.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';

export interface SuggestFlags {
  readonly process?: string | undefined;
  readonly subsystem?: string | undefined;
  readonly top: number;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly quiet: boolean;
}

/** Entries for what the catalog does not know of one process, ready to be pasted into a grammar file. */
export async function runSuggest(inputs: readonly string[], flags: SuggestFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const [{ readCapture }, { createClusters }, { suggestFamily }] = await Promise.all([
    import('../capture.ts'),
    import('../recognize/grow/cluster-messages.ts'),
    import('../recognize/grow/suggest.ts'),
  ]);
  const interrupt = catchInterrupt();
  const clusters = createClusters();
  const unknown = new Map<string, number>();
  const subsystems = new Set<string>();
  let isThere = false;
  try {
    const capture = await readCapture(inputs, { catalog, readsAll: true, signal: interrupt.signal, date, zone });
    for await (const batch of capture.records()) {
      for (const { record, event } of batch) {
        if (isUnderstood(event)) continue;
        const { process, subsystem } = record.origin;
        unknown.set(process, (unknown.get(process) ?? 0) + 1);
        if (!isMeant(record, flags)) continue;
        isThere = true;
        subsystems.add(subsystem);
        clusters.add(record.message);
      }
    }
    capture.refuseUnreadable();
  } finally {
    interrupt.release();
  }
  if (flags.process === undefined || !isThere) throw nothingMeant(flags.process, unknown);
  const text = suggestFamily(flags.process, [...subsystems], clusters.all().slice(0, flags.top));
  if ((await writeResult(text, flags.output)) === 'closed') return 0;
  if (!flags.quiet && clusters.overflow > 0) note(`${clusters.overflow} messages more were too various to group`);
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

function isMeant({ origin }: LogRecord, flags: SuggestFlags): boolean {
  return origin.process === flags.process && (flags.subsystem === undefined || origin.subsystem === flags.subsystem);
}

const SHOWN = 8;

/** Without a process, or with one that has nothing unknown: whose lines there are to choose from. */
function nothingMeant(typed: string | undefined, unknown: ReadonlyMap<string, number>): UserError {
  const names = [...unknown].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const near = typed === undefined ? [] : nearest(typed, [...unknown.keys()]);
  const most = names.slice(0, SHOWN).map(([name, count]) => `${name} (${count})`);
  const hint =
    near.length > 0
      ? `did you mean --process ${near.join(' or --process ')}?`
      : `processes with lines that no message knows: ${most.join(', ') || 'none'}`;
  const what = typed === undefined ? 'name a process with --process' : `the capture holds no unknown line of ${typed}`;
  return new UserError(what, { exitCode: 2, hint });
}
