import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Draws with the next frame, once however often it is asked to, and when the size of the element changes. */
export function useRedraw(element: RefObject<HTMLElement | null>, draw: () => void): () => void {
  const redraw = useRef(() => {});
  useEffect(() => {
    let asked = 0;
    redraw.current = () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        draw();
      });
    };
    const sizes = new ResizeObserver(redraw.current);
    if (element.current !== null) sizes.observe(element.current);
    return () => {
      sizes.disconnect();
      cancelAnimationFrame(asked);
    };
  }, []);
  return () => redraw.current();
}
