import { safeJson } from '../../lib/safe-json.ts';
import type { Report } from '../../model/report.ts';
import { fingerprint } from '../fingerprint.ts';

/** Verdict and findings as the report's schema describes them, each with a fingerprint that outlives this capture. */
export function findingsJson({ schemaVersion, tool, verdict, findings }: Report): string {
  const seen = new Map<string, number>();
  const marked = findings.map((finding) => ({ fingerprint: fingerprint(finding, seen), ...finding }));
  return `${safeJson({ schemaVersion, tool, verdict, findings: marked }, 2)}\n`;
}
