import type { JSX } from 'preact';
import type { PageFlows } from './read-columns.ts';
import { createScale } from './scale.ts';
import { span } from './ticks.ts';

const SIDES = [
  ['app', 'opened', 'closed'],
  ['kernel', 'kernelFrom', 'kernelTo'],
  ['provider', 'providerFrom', 'providerTo'],
] as const;

/** A flow from its opening to its last sign of life: who had it when, each flow at its own scale. */
export function Course({ flows, index }: { readonly flows: PageFlows; readonly index: number }): JSX.Element {
  const opened = flows.opened[index] ?? 0;
  const ends = SIDES.map(([, , to]) => flows[to][index] || opened);
  const last = Math.max(...ends, opened + 1);
  const scale = createScale({ from: opened, to: last }, 0, 100);
  const seen = SIDES.map(
    ([who, from, to]) => [who, flows[from][index] ?? Number.NaN, flows[to][index] || last] as const,
  );
  const parts = seen.filter(([, from]) => !Number.isNaN(from));
  const label = parts.map(([who, from, to]) => `${who} ${span(from - opened)} to ${span(to - opened)}`).join(', ');
  return (
    <span class="course" role="img" aria-label={label} title={label}>
      {parts.map(([who, from, to]) => (
        <i class={who} key={who} style={{ left: `${scale.x(from)}%`, width: `${scale.x(to) - scale.x(from)}%` }} />
      ))}
    </span>
  );
}
