import { wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';
import { LIGHT } from './words.ts';

export interface Checked {
  readonly check: string;
  readonly state: 'green' | 'amber' | 'red';
  readonly message: string;
  /** What would put it right. */
  readonly hint?: string;
}

/** One light per thing that a run needs, and what would put right what is not. */
export function renderDoctor(
  version: string,
  checks: readonly Checked[],
  options: { readonly width: number; readonly colour: boolean },
): string {
  const widest = Math.max(...checks.map(({ check }) => check.length)) + 2;
  const room = Math.max(20, options.width - widest - 2);
  const lines: Line[] = visibleDeep(checks).flatMap(({ check, state, message, hint }) => {
    const { shape, style } = LIGHT[state];
    return hang(line(span(`${shape} `, style), span(check.padEnd(widest), 'strong')), [
      ...wrap(message, room).map((text) => line(text)),
      ...(hint === undefined ? [] : wrap(hint, room).map((text) => line(span(text, 'quiet')))),
    ]);
  });
  const bad = checks.filter(({ state }) => state === 'red').length;
  const end = bad === 0 ? span(`necropsy ${version} can work here.`, 'good') : span('Something does not work.', 'bad');
  return paint([...lines, [], line(end)], options);
}
