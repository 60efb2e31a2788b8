import type { Severity } from '../../model/finding.ts';
import { wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';
import { SEVERITY } from './words.ts';

const WIDEST = 100;
const NARROWEST = 20;

export interface Named {
  readonly name: string;
  readonly title: string;
  readonly severity?: Severity;
}

/** A list of things that can be asked for by name, with a sentence each beside the name, or below where it is narrow. */
export function renderNames(
  entries: readonly Named[],
  options: { readonly width: number; readonly colour: boolean },
): string {
  const drawn = visibleDeep(entries);
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const widest = Math.max(0, ...drawn.map(({ name }) => name.length));
  const lines = drawn.flatMap(({ name, title, severity }) => {
    const mark = severity === undefined ? [] : [span(`${SEVERITY[severity].shape} `, SEVERITY[severity].style)];
    const label = line(...mark, span(name.padEnd(widest + 2), 'strong'));
    const room = width - widest - 2 - mark.length * 2;
    if (room >= 24) return hang(label, sentence(title, room));
    return [
      line(...mark, span(name, 'strong')),
      ...sentence(title, width - 4).map((content) => [span('    '), ...content]),
    ];
  });
  return paint(lines, { colour: options.colour, width });
}

function sentence(text: string, width: number): Line[] {
  return wrap(text, width).map((part) => line(part));
}
