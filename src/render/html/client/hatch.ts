export interface Area {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Slanting lines, `step` pixels apart. */
export function hatch(context: CanvasRenderingContext2D, area: Area, step: number, colour: string): void {
  const { left, width, top, bottom } = area;
  const height = bottom - top;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.beginPath();
  for (let x = Math.floor((left - height) / step) * step; x < left + width; x += step) {
    context.moveTo(x, bottom);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}
