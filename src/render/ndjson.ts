import { safeJson } from '../lib/safe-json.ts';
import type { Report } from '../model/report.ts';

/**
 * One finding per line, the worst first: `schemaVersion`, `index` (1-based, as the screen numbers them), then the finding as it
 * stands in the report (`$defs/finding` of `report.schema.json`). Nothing found is no line at all.
 */
export function renderNdjson({ schemaVersion, findings }: Report): string {
  return findings.map((finding, index) => `${safeJson({ schemaVersion, index: index + 1, ...finding })}\n`).join('');
}
