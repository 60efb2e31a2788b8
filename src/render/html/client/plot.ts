/**
 * Columns of counts of all lanes as one picture, a pixel per column and row, which is stretched onto the canvas: as rectangles
 * there, thousands of them, they took most of a frame.
 */
export interface Plot {
  /** Empties it; both in pixels of its own. */
  clear(columns: number, rows: number): void;
  /** A column from `bottom` upwards; what lies outside is cut off. `colour` is `#rrggbb`. */
  columns(heights: ArrayLike<number>, bottom: number, colour: string): void;
  paint(context: CanvasRenderingContext2D, left: number, top: number, columnWidth: number): void;
}

export function createPlot(): Plot {
  const canvas = document.createElement('canvas');
  const own = canvas.getContext('2d', { willReadFrequently: true });
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(1);
  return {
    clear(columns, rows) {
      if (image.width !== columns || image.height !== rows) {
        image = new ImageData(columns, rows);
        pixels = new Uint32Array(image.data.buffer);
        canvas.width = columns;
        canvas.height = rows;
      }
      pixels.fill(0);
    },
    columns(heights, bottom, colour) {
      const rgb = Number.parseInt(colour.slice(1), 16);
      // The bytes of a pixel are red, green, blue, opaque: the lowest comes first.
      const pixel = (0xff00_0000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
      const { width, height } = image;
      for (let i = 0; i < heights.length; i++) {
        const last = Math.min(bottom, height);
        for (let row = Math.max(0, bottom - (heights[i] ?? 0)); row < last; row++) pixels[row * width + i] = pixel;
      }
    },
    paint(context, left, top, columnWidth) {
      own?.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = false;
      context.drawImage(canvas, left, top, image.width * columnWidth, image.height);
    },
  };
}
