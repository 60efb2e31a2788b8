import { safeJson } from '../lib/safe-json.ts';
import type { Report } from '../model/report.ts';

/** The report itself: two blanks of indentation, a newline at the end, the same bytes for the same report. */
export function renderJson(report: Report): string {
  return `${safeJson(report, 2)}\n`;
}
