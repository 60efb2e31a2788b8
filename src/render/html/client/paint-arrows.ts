import { JOINS } from '../page-data.ts';
import { BAR_HEIGHT, BAR_STEP, type LaneBox } from './layout.ts';
import type { Scale } from './scale.ts';
import type { App } from './store.ts';
import type { Palette } from './theme.ts';

export interface ArrowPainting {
  readonly context: CanvasRenderingContext2D;
  readonly scale: Scale;
  readonly palette: Palette;
  readonly offset: number;
}

/** The selected flow from the app through the kernel to the provider; dashed where the halves were joined by circumstance. */
export function paintArrows(app: App, painting: ArrowPainting): void {
  const selection = app.selection.value;
  if (selection?.kind !== 'flow') return;
  const { flows } = app.page;
  const i = selection.index;
  const stations = [
    station(app, flows.appLane[i], i, flows.opened[i]),
    station(app, flows.kernelLane[i], i, flows.kernelFrom[i]),
    station(app, (flows.providerLane[i] ?? 0) - 1, i, flows.providerFrom[i]),
  ].filter((each) => each !== undefined);
  const grade = JOINS[flows.join[i] ?? 0];
  for (const [place, to] of stations.entries()) {
    const from = stations[place - 1];
    if (from === undefined) continue;
    const isLast = place === stations.length - 1;
    arrow(painting, from, to, isLast && (grade === 'inferred' || grade === 'presumed'));
  }
}

interface Station {
  readonly at: number;
  readonly y: number;
}

/** The beginning of the flow's bar in a lane; undefined where it has none there. */
function station(app: App, lane: number | undefined, flow: number, at: number | undefined): Station | undefined {
  if (at === undefined || Number.isNaN(at)) return undefined;
  const box = app.boxes.value.find(({ scene }) => scene.index === lane);
  return box === undefined ? undefined : { at, y: box.barsTop + rowOf(box, flow) * BAR_STEP + BAR_HEIGHT / 2 };
}

function rowOf({ scene }: LaneBox, flow: number): number {
  const place = scene.bars.item.indexOf(flow);
  return scene.bars.rows[place] ?? 0;
}

function arrow(
  { context, scale, palette, offset }: ArrowPainting,
  from: Station,
  to: Station,
  isDashed: boolean,
): void {
  const [x1, x2] = [scale.x(from.at), scale.x(to.at)];
  const [y1, y2] = [from.y + offset, to.y + offset];
  const sign = y2 > y1 ? 1 : -1;
  const bend = Math.min(40, Math.abs(y2 - y1) / 2) * sign;
  context.save();
  context.strokeStyle = palette.text;
  context.fillStyle = palette.text;
  context.lineWidth = 1.5;
  if (isDashed) context.setLineDash([5, 4]);
  context.beginPath();
  context.moveTo(x1, y1);
  context.bezierCurveTo(x1 + 14, y1 + bend, x2 - 14, y2 - bend, x2 - 1, y2 - 4 * sign);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x2, y2);
  context.lineTo(x2 - 4, y2 - 7 * sign);
  context.lineTo(x2 + 4, y2 - 7 * sign);
  context.fill();
  context.restore();
}
