import type { ComponentChildren, JSX } from 'preact';
import { visible } from '../../terminal/visible.ts';

export type Fact = readonly [name: string, value: ComponentChildren];

/** Names and values; what is empty is left out. Text is made visible by whoever passes it. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== '' && value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Any JSON value as words: what a newer report says of a flow is shown even where this page does not know its name. */
export function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${words(inner)}`)
      .join(', ');
  return visible(String(value));
}
