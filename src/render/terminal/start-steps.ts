import { START_STEPS } from '../../model/start.ts';
import { wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';

const WIDEST = 100;
const NARROWEST = 20;

interface Options {
  readonly width: number;
  readonly colour: boolean;
}

/** The steps of a provider's start in their order; `only` is the id of one of them. */
export function renderStartSteps(only: string | undefined, options: Options): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const lines = START_STEPS.flatMap((step, index): Line[] => {
    if (only !== undefined && step.id !== only) return [];
    const head = line(span(`${index + 1} ${step.id}`, 'strong'), span(`  ${step.title}`, 'quiet'));
    return [
      head,
      ...labelled('', step.means, width),
      ...labelled('stuck here: ', step.stuck, width),
      ...labelled('told by: ', step.events.join(', '), width),
      ...(only === undefined && index + 1 < START_STEPS.length ? [[]] : []),
    ];
  });
  return paint(lines, { colour: options.colour, width });
}

function labelled(label: string, text: string, width: number): Line[] {
  const room = width - 2 - label.length;
  return hang(
    line('  ', span(label, 'label')),
    wrap(text, room).map((part) => line(part)),
  );
}
