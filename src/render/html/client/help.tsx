import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { KEYS } from './keys.ts';
import type { App } from './store.ts';

const POINTER = [
  ['drag', 'move in time'],
  ['Ctrl, ⌘ or Alt + wheel, pinch', 'zoom at the pointer'],
  ['Shift + wheel', 'move in time'],
  ['Shift + drag', 'zoom to a range'],
  ['double click', 'zoom in'],
  ['overview: drag', 'new window; within it, move it'],
] as const;

export function Help({ app }: { readonly app: App }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = app.help.value;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const close = (): void => {
    app.help.value = false;
  };
  const rows = (list: readonly (readonly [string, string])[]): JSX.Element[] =>
    list.map(([keys, does]) => (
      <tr key={keys}>
        <th scope="row">{keys}</th>
        <td>{does}</td>
      </tr>
    ));
  return (
    <dialog ref={dialog} aria-label="Keys" onClose={close}>
      <h2>Keys</h2>
      <table>
        <tbody>{rows(KEYS)}</tbody>
      </table>
      <h2>Pointer</h2>
      <table>
        <tbody>{rows(POINTER)}</tbody>
      </table>
      <p>
        <label>
          <input
            type="checkbox"
            checked={app.letters.value}
            onChange={(event) => {
              app.letters.value = event.currentTarget.checked;
            }}
          />{' '}
          single letters and signs are commands
        </label>
      </p>
      <button type="button" onClick={close}>
        Close
      </button>
    </dialog>
  );
}
