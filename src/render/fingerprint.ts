import { fingerprintOf } from '../lib/fingerprint.ts';
import type { FindingReport } from '../model/report.ts';

/** As `fingerprintOf`; where one run has the same fault of the same parties several times, they are numbered. */
export function fingerprint(finding: FindingReport, seen: Map<string, number>): string {
  const digest = fingerprintOf(finding);
  const before = seen.get(digest) ?? 0;
  seen.set(digest, before + 1);
  return `${digest}:${before + 1}`;
}
