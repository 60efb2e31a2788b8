import { analyzeSources } from './analyze.ts';
import type { Detector } from './detect/define-detector.ts';
import { UserError } from './lib/errors.ts';
import { RollingBytes } from './lib/rolling-bytes.ts';
import type { Catalog } from './model/catalog.ts';
import type { Finding, Severity } from './model/finding.ts';
import type { FindingReport, Report } from './model/report.ts';

export interface WatchOptions {
  readonly detectors: readonly Detector[];
  readonly catalog: Catalog;
  readonly version: string;
  /** Bytes of the log that are looked at, the newest ones. */
  readonly room: number;
  /** Marks findings that somebody has accepted: they are no news. */
  readonly markKnown?: ((findings: readonly Finding[]) => readonly Finding[]) | undefined;
}

export interface Look {
  /** Undefined where what came so far is no log yet. */
  readonly report: Report | undefined;
  /** Findings that were not there at the last look, or are graver, or twice as many; none that somebody has accepted. */
  readonly news: readonly FindingReport[];
}

/** A log that is still being written: the newest part of it is analysed again and again, as if it were a capture. */
export interface Watch {
  readonly log: RollingBytes;
  look(): Promise<Look>;
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
/** Findings that are remembered; a log that yields more repeats itself. */
const MOST_KNOWN = 10_000;

export function createWatch({ detectors, catalog, version, room, markKnown }: WatchOptions): Watch {
  const log = new RollingBytes(room);
  const known = new Map<string, { readonly rank: number; readonly count: number }>();
  const isNews = (finding: FindingReport): boolean => {
    if (finding.baselined !== undefined) return false;
    const key = keyOf(finding);
    const before = known.get(key);
    const now = { rank: RANK[finding.severity], count: finding.count };
    const isNew = before === undefined || now.rank > before.rank || now.count >= before.count * 2;
    if (isNew && (before !== undefined || known.size < MOST_KNOWN)) known.set(key, now);
    return isNew;
  };
  return {
    log,
    async look() {
      try {
        const { report } = await analyzeSources([log.source('stdin')], { detectors, catalog, version, markKnown });
        return { report, news: report.findings.filter(isNews) };
      } catch (error) {
        // Nothing of it is a log so far.
        if (error instanceof UserError) return { report: undefined, news: [] };
        throw error;
      }
    },
  };
}

/** The same fault of the same party that began at the same time. */
function keyOf({ detector, subjects, title }: FindingReport): string {
  const [first] = subjects;
  return [detector, title, first?.bundle ?? first?.name ?? '', first?.pid ?? ''].join('\0');
}
