import { createHash } from 'node:crypto';
import type { FindingReport } from '../model/report.ts';

/** The same for the same fault in another capture: who is at fault for what, without times, pids and places. */
export function fingerprint({ detector, subjects }: FindingReport, seen: Map<string, number>): string {
  const parties = subjects.map(({ kind, bundle, name }) => [kind, bundle ?? '', name ?? '']);
  const digest = createHash('sha256')
    .update(JSON.stringify([detector, parties]))
    .digest('hex')
    .slice(0, 32);
  const before = seen.get(digest) ?? 0;
  seen.set(digest, before + 1);
  return `${digest}:${before + 1}`;
}
