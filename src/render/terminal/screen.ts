/**
 * The default screen of `analyze`: can the capture be trusted, what broke, its shape in time, who did it and how we
 * know, what could not be seen, what to run next.
 */
import type { Report } from '../../model/report.ts';
import { captureLines } from './capture.ts';
import type { Drawn, ScreenOptions } from './drawn.ts';
import { findingLines } from './findings.ts';
import { footLines } from './foot.ts';
import { laneLines } from './lanes.ts';
import { paint } from './line.ts';
import { notVisibleLines } from './not-visible.ts';
import { verdictLines } from './verdict.ts';
import { visibleDeep } from './visible.ts';

/** Longer lines are harder to read, not fuller. */
const WIDEST = 160;
const NARROWEST = 20;

/** The whole screen as text, each line ended by a newline and none wider than the width (20 at the least). */
export function renderScreen(report: Report, options: ScreenOptions): string {
  const { tool, capture, verdict, findings, detectors, flowTotals, lanes, omitted } = report;
  const drawn: Drawn = visibleDeep({ tool, capture, verdict, findings, detectors, flowTotals, lanes, omitted });
  const fitted: ScreenOptions = {
    ...options,
    inputs: visibleDeep(options.inputs),
    grammars: visibleDeep(options.grammars ?? []),
    width: Math.max(NARROWEST, Math.min(WIDEST, options.width)),
  };
  const sections = [captureLines, verdictLines, laneLines, findingLines, notVisibleLines, footLines]
    .map((section) => section(drawn, fitted))
    .filter((lines) => lines.length > 0);
  return paint(
    sections.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines])),
    fitted,
  );
}
