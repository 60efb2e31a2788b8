import type { Kind } from '../redact/kinds.ts';
import type { Redactor } from '../redact/redactor.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';

const EXAMPLES = 3;
/** Counted exactly up to here. */
const MOST_VALUES = 100_000;

interface Tally {
  places: number;
  readonly values: Set<string>;
  readonly examples: string[];
}

/** Counts what is replaced from now on, per kind. */
export function createPreview(redactor: Redactor): { render(width: number | undefined): Promise<string> } {
  const tallies = new Map<Kind, Tally>();
  redactor.notice((kind, value, token) => {
    const tally = tallies.get(kind) ?? { places: 0, values: new Set<string>(), examples: [] };
    tallies.set(kind, tally);
    tally.places += 1;
    if (tally.values.size >= MOST_VALUES || tally.values.has(token)) return;
    tally.values.add(token);
    // What is dropped is not shown either: a password is none the better for a preview.
    if (tally.examples.length < EXAMPLES)
      tally.examples.push(kind === 'secret' ? token : `${shortened(value)} → ${token}`);
  });
  return {
    async render(width) {
      const { renderNames } = await import('../render/terminal/names.ts');
      const around = surroundings();
      const rows = [...tallies]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, tally]) => ({ name: kind, title: sentence(tally) }));
      const none = [{ name: 'nothing', title: 'no private value was found' }];
      const options = { width: width ?? widthOf(around), colour: usesColour(around, false) };
      return renderNames(rows.length === 0 ? none : rows, options);
    },
  };
}

function sentence({ values, places, examples }: Tally): string {
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(values.size, 'value')} in ${count(places, 'place')}: ${examples.join(' · ')}`;
}

function shortened(value: string): string {
  return value.length > 48 ? `${value.slice(0, 47)}…` : value;
}
