import type { Report } from '../model/report.ts';

/** What JSON leaves unescaped and a terminal or an editor acts on: DEL, C1 controls, line separators, text direction. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The report itself: two blanks of indentation, a newline at the end, the same bytes for the same report. */
export function renderJson(report: Report): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(report, undefined, 2).replace(UNSAFE, escaped)}\n`;
}
