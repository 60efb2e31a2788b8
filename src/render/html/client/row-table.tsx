import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { rowWindow, scrollTo } from './row-window.ts';

export interface RowTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: number;
  /** Row that is chosen, -1 for none; brought into sight when it changes. */
  readonly chosen: number;
  cells(row: number): readonly ComponentChildren[];
  onChoose(row: number): void;
}

export const ROW_HEIGHT = 26;

/** A real table of which only the rows in sight exist. Arrow keys move the choice. */
export function RowTable({ caption, heads, rows, chosen, cells, onChoose }: RowTableProps): JSX.Element {
  const scroller = useRef<HTMLElement>(null);
  const scroll = useSignal(0);
  const height = useSignal(400);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const sizes = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || chosen < 0) return;
    const { first, count } = rowWindow(rows, ROW_HEIGHT, element.scrollTop, element.clientHeight);
    if (chosen < first + 7 || chosen >= first + count - 9)
      element.scrollTop = scrollTo(chosen, rows, ROW_HEIGHT, element.clientHeight);
  }, [chosen]);
  const { first, count, height: tall, top } = rowWindow(rows, ROW_HEIGHT, scroll.value, height.value);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key];
    if (step === undefined || rows === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(Math.min(rows - 1, Math.max(0, chosen + step)));
  };
  return (
    <section
      class="rows"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
      aria-label={caption}
      onScroll={(event) => {
        scroll.value = event.currentTarget.scrollTop;
      }}
      onKeyDown={onKey}
    >
      <table aria-rowcount={rows + 1}>
        <caption>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={top} />
          {Array.from({ length: count }, (_, i) => first + i).map((row) => (
            <tr
              key={row}
              aria-rowindex={row + 2}
              class={row === chosen ? 'chosen' : ''}
              aria-current={row === chosen}
              onClick={() => onChoose(row)}
            >
              {cells(row).map((cell, i) => (
                <td key={heads[i]}>{cell}</td>
              ))}
            </tr>
          ))}
          <Space height={Math.max(0, tall - top - count * ROW_HEIGHT)} />
        </tbody>
      </table>
    </section>
  );
}

/** Keeps the place of rows that are not there. */
function Space({ height }: { readonly height: number }): JSX.Element {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without cells takes no focus
  return <tr class="space" aria-hidden="true" style={{ height: `${height}px` }} />;
}
