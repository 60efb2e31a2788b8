import type { FindingReport, Report } from '../../model/report.ts';
import { timeOfDay } from './clock.ts';
import { wrap } from './columns.ts';
import { hang, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';
import { bytes, count, duration, SEVERITY } from './words.ts';

/** A finding that has just become visible, or graver: when it began, what it is. */
export function renderNews(
  finding: FindingReport,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const { severity, detector, confidence, message, span: during } = visibleDeep(finding);
  const { shape, style } = SEVERITY[severity];
  const when = during === undefined ? '' : `${timeOfDay(during.from)} `;
  const head = line(span(when, 'quiet'), span(`${shape} `, style));
  const room = Math.max(20, width - when.length - 2);
  return paint(
    hang(head, [
      line(span(detector, 'strong'), span(`  confidence ${confidence}`, 'quiet')),
      ...wrap(message, room).map((part) => line(part)),
    ]),
    { width, colour },
  );
}

/** `watching 5m02s · 12,345 lines · 1.2 MB · 222 NE events · 96 flows · 3 findings`. */
export function watchText({ capture, flowTotals, findings }: Report, read: number, ms: number): string {
  const lines = capture.inputs.reduce((sum, input) => sum + input.lines, 0);
  const known = findings.filter(({ baselined }) => baselined !== undefined).length;
  return [
    `watching ${duration(ms * 1000)}`,
    count(lines, 'line'),
    bytes(read),
    count(capture.events, 'NE event'),
    count(flowTotals.seen, 'flow'),
    count(findings.length - known, 'finding'),
    ...(known === 0 ? [] : [`${known} known`]),
  ].join(' · ');
}
