import { attributes, escapeXml } from '../escape-xml.ts';

/** Light colours only: a drawing with a ground of its own reads the same on any page. Source: html-timeline.md section 8. */
export const INK = {
  ground: '#ffffff',
  lane: '#f6f8fa',
  line: '#d0d7de',
  text: '#1f2328',
  quiet: '#59636e',
  error: '#f3540f',
  errorText: '#b83a00',
  warning: '#864a00',
  info: '#6e7781',
  app: '#2d5096',
  kernel: '#c95bdc',
  provider: '#3b9c65',
} as const;

export const SIZE = { width: 1200, margin: 24, label: 190, row: 20, bar: 12, text: 12 } as const;

export interface TextLook {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: 'bold';
  readonly anchor?: 'middle' | 'end';
}

/** One line of text; its place is the base line. */
export function text(x: number, y: number, content: string, look: TextLook = {}): string {
  const { size = SIZE.text, fill = INK.text, weight, anchor } = look;
  const where = { x: round(x), y: round(y), 'font-size': size, fill, 'font-weight': weight, 'text-anchor': anchor };
  return `<text${attributes(where)}>${escapeXml(content)}</text>`;
}

/** A box, with what it stands for where somebody points at it. */
export function box(
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  look: Readonly<Record<string, string | number>>,
  title?: string,
): string {
  const { x, y, width, height } = area;
  const where = { x: round(x), y: round(y), width: round(width), height: round(height), ...look };
  return title === undefined
    ? `<rect${attributes(where)}/>`
    : `<rect${attributes(where)}><title>${escapeXml(title)}</title></rect>`;
}

export function rule(x: number, from: number, to: number): string {
  return `<line${attributes({ x1: round(x), y1: from, x2: round(x), y2: to, stroke: INK.line, 'stroke-width': 1 })}/>`;
}

/** A tenth of a pixel is as fine as anybody sees. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
