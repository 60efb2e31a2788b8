import { AXIS, FINDINGS, type Frame, font, HEAD } from './frame.ts';
import { mark } from './paint-lanes.ts';
import type { Scale } from './scale.ts';
import type { App } from './store.ts';
import { severityColour } from './theme.ts';
import { ticks } from './ticks.ts';

/** The axis, and the row of findings below it. */
export function paintHead(app: App, frame: Frame, scale: Scale): void {
  const { context, width, palette } = frame;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, HEAD);
  context.fillStyle = palette.line;
  context.fillRect(0, HEAD - 1, width, 1);
  context.fillRect(0, AXIS - 1, width, 1);
  context.fillStyle = palette.faint;
  context.font = font(12);
  context.textBaseline = 'middle';
  context.fillText('Time', 8, AXIS / 2);
  context.fillText('Findings', 8, AXIS + FINDINGS / 2);
  context.save();
  context.beginPath();
  context.rect(scale.left, 0, scale.width, HEAD);
  context.clip();
  for (const tick of ticks(scale.view, app.clock, scale.width / 110)) {
    const x = Math.round(scale.x(tick.at));
    context.fillStyle = palette.line;
    context.fillRect(x, 0, 1, AXIS);
    context.fillStyle = palette.faint;
    context.fillText(tick.label, x + 4, AXIS / 2);
  }
  paintFindings(app, frame, scale);
  context.restore();
}

function paintFindings(app: App, { context, palette }: Frame, scale: Scale): void {
  const { report, places } = app.page.config;
  const selected = app.selection.value;
  for (const [i, finding] of report.findings.entries()) {
    const span = places[i]?.span;
    if (span === undefined) continue;
    const left = scale.x(span.from);
    const width = Math.max(3, scale.x(span.to) - left);
    context.fillStyle = severityColour(finding.severity, palette);
    context.globalAlpha = selected?.kind === 'finding' && selected.index === i ? 0.55 : 0.28;
    context.fillRect(left, AXIS + 13, width, 7);
    context.globalAlpha = 1;
    const x = Math.min(Math.max(left, scale.left + 6), scale.left + scale.width - 18);
    if (finding.severity === 'info') context.fillRect(x - 3, AXIS + 4, 6, 6);
    else mark(context, x, AXIS + 7, finding.severity === 'error', 4.5);
    context.fillStyle = palette.text;
    context.font = font(10);
    context.fillText(String(i + 1), x + 7, AXIS + 7.5);
  }
}
