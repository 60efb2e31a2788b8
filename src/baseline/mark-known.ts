import { fingerprintOf } from '../lib/fingerprint.ts';
import type { Baseline, BaselineEntry } from '../model/baseline.ts';
import type { Finding, Severity } from '../model/finding.ts';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The last day of an entry is one on which it holds. Days as `2026-03-01`. */
export function isExpired({ expires }: Pick<BaselineEntry, 'expires'>, today: string): boolean {
  return expires !== undefined && today > expires;
}

/**
 * Marks the findings that the baseline knows. All of one fingerprint count together: where they are more than it accepts, one
 * is graver than it accepts, or its time is over, none of them is marked.
 */
export function markKnown({ entries }: Baseline, today: string): (findings: readonly Finding[]) => Finding[] {
  const valid = new Map(entries.filter((entry) => !isExpired(entry, today)).map((entry) => [entry.fingerprint, entry]));
  return (findings) => {
    const counts = new Map<string, number>();
    const prints = findings.map((finding) => fingerprintOf(finding));
    for (const [index, print] of prints.entries())
      counts.set(print, (counts.get(print) ?? 0) + (findings[index]?.count ?? 0));
    const worst = new Map<string, number>();
    for (const [index, print] of prints.entries())
      worst.set(print, Math.max(worst.get(print) ?? 0, RANK[findings[index]?.severity ?? 'info']));
    return findings.map((finding, index) => {
      const print = prints[index] ?? '';
      const entry = valid.get(print);
      if (entry === undefined || (counts.get(print) ?? 0) > entry.count) return finding;
      if ((worst.get(print) ?? 0) > RANK[entry.severity]) return finding;
      const { reason, count, expires } = entry;
      return { ...finding, baselined: { reason, count, ...(expires === undefined ? {} : { expires }) } };
    });
  };
}
