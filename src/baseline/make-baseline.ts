import { fingerprintOf } from '../lib/fingerprint.ts';
import type { Baseline, BaselineEntry } from '../model/baseline.ts';
import type { DetectorOutcome, Severity, Subject } from '../model/finding.ts';
import type { FindingReport } from '../model/report.ts';
import { isExpired } from './mark-known.ts';

export interface Acceptance {
  readonly reason: string;
  readonly since: string;
  readonly expires?: string | undefined;
}

/** The baseline with these findings accepted; an entry of the same fingerprint is replaced. By detector, then parties. */
export function accept(baseline: Baseline, findings: readonly FindingReport[], how: Acceptance): Baseline {
  const fresh = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding);
    const known = fresh.get(fingerprint);
    const { detector, severity, title, subjects, count } = finding;
    const { reason, since, expires } = how;
    fresh.set(fingerprint, {
      fingerprint,
      detector,
      severity: known === undefined ? severity : worse(known.severity, severity),
      title: known?.title ?? title,
      who: subjects.map(partyOf).join(', '),
      count: count + (known?.count ?? 0),
      reason,
      since,
      ...(expires === undefined ? {} : { expires }),
    });
  }
  const kept = baseline.entries.filter(({ fingerprint }) => !fresh.has(fingerprint));
  return { schemaVersion: 1, entries: [...kept, ...fresh.values()].toSorted(byName) };
}

function worse(a: Severity, b: Severity): Severity {
  return a === 'error' || b === 'error' ? 'error' : a === 'warning' ? a : b;
}

function partyOf({ kind, bundle, name, session }: Subject): string {
  return [kind, kind === 'flow' ? '' : (name ?? bundle ?? session ?? '')].filter((part) => part !== '').join(' ');
}

function byName(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [a, b].map(({ detector, who, fingerprint }) => `${detector}\0${who}\0${fingerprint}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** Without the entries whose time is over. */
export function withoutExpired({ entries }: Baseline, today: string): Baseline {
  return { schemaVersion: 1, entries: entries.filter((entry) => !isExpired(entry, today)) };
}

/**
 * Without the entries that a capture no longer shows. One whose detector could not look, failed or did not run stays: that it is
 * not seen proves nothing.
 */
export function withoutGone(
  { entries }: Baseline,
  report: { readonly findings: readonly FindingReport[]; readonly detectors: readonly DetectorOutcome[] },
): Baseline {
  const seen = new Set(report.findings.map((finding) => fingerprintOf(finding)));
  const looked = new Set(
    report.detectors.filter(({ status }) => status === 'found' || status === 'clear').map(({ id }) => id),
  );
  return {
    schemaVersion: 1,
    entries: entries.filter(({ fingerprint, detector }) => seen.has(fingerprint) || !looked.has(detector)),
  };
}
