export interface Drag {
  /** The pointer moved, with `x` and where it began; called once it is more than a tremble. */
  move(x: number, began: number): void;
  /** It ended; `hasMoved` is false for a click. */
  end(x: number, began: number, hasMoved: boolean): void;
}

/** Pixels that a pointer may tremble and still click. */
const TREMBLE = 4;

/** Follows a pointer that went down on an element until it goes up, in that element's pixels. */
export function drag(event: PointerEvent, { move, end }: Drag): void {
  const element = event.currentTarget as HTMLElement;
  const began = event.offsetX;
  let hasMoved = false;
  const done = new AbortController();
  const listen = (name: 'pointermove' | 'pointerup' | 'pointercancel', act: (event: PointerEvent) => void): void =>
    element.addEventListener(name, act, { signal: done.signal });
  const up = (ended: PointerEvent): void => {
    done.abort();
    end(ended.offsetX, began, hasMoved);
  };
  listen('pointermove', ({ offsetX }) => {
    hasMoved ||= Math.abs(offsetX - began) >= TREMBLE;
    if (hasMoved) move(offsetX, began);
  });
  listen('pointerup', up);
  listen('pointercancel', up);
  element.setPointerCapture(event.pointerId);
}
