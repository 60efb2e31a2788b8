import type { Report } from '../../model/report.ts';
import { captureLines } from './capture.ts';
import type { Drawn } from './drawn.ts';
import { type Line, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';

/** The capture alone: what was read, how far it can be trusted, and what would have to be recorded. */
export function renderCheck(
  report: Report,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const { tool, capture, verdict, findings, detectors, flowTotals, lanes, omitted } = report;
  // Every command that would record more is shown: here nothing else says it.
  const shown = { ...verdict, state: 'nothing-found' as const };
  const drawn: Drawn = visibleDeep({ tool, capture, verdict: shown, findings, detectors, flowTotals, lanes, omitted });
  const lines = [...captureLines(drawn, { width, colour, all: true, inputs: [], grammars: [] }), [], summary(drawn)];
  return paint(lines, { colour, width });
}

/** One line to go by. */
function summary({ capture }: Drawn): Line {
  const worst = (state: 'red' | 'amber'): number => capture.quality.filter((check) => check.state === state).length;
  const [red, amber] = [worst('red'), worst('amber')];
  if (red > 0) return line(span('This capture cannot answer everything that is asked of it.', 'bad'));
  if (amber > 0) return line(span('This capture shows a part: what is not in it cannot be found.', 'warn'));
  return line(span('This capture can be trusted.', 'good'));
}
