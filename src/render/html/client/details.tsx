import type { JSX } from 'preact';
import { FindingDetails } from './finding-details.tsx';
import { FlowDetails } from './flow-details.tsx';
import { LineDetails } from './line-details.tsx';
import type { App } from './store.ts';

/** What is known of the selection. */
export function Details({ app }: { readonly app: App }): JSX.Element {
  const selection = app.selection.value;
  return (
    <aside class="details" aria-label="Details">
      {selection === undefined ? (
        <p class="empty">Choose a finding, a flow or a line to see what is known of it.</p>
      ) : selection.kind === 'finding' ? (
        <FindingDetails app={app} index={selection.index} key={`n${selection.index}`} />
      ) : !app.scene.value.isWhole ? (
        <p class="empty">…</p>
      ) : selection.kind === 'flow' ? (
        <FlowDetails app={app} index={selection.index} key={`f${selection.index}`} />
      ) : (
        <LineDetails app={app} index={selection.index} key={`l${selection.index}`} />
      )}
    </aside>
  );
}
