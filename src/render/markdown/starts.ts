import { START_STEPS, type StartReport } from '../../model/start.ts';
import { isSlow } from '../listing/start-columns.ts';
import { clock } from '../terminal/clock.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { duration, number } from '../terminal/words.ts';
import { code, inline, table } from './escape.ts';

const ROWS = 20;

/** Starts that did not end in `connected`, or with a step slower than in the others; empty where all went as they usually do. */
export function startTable(starts: readonly StartReport[] = []): string {
  const told = starts.filter(({ outcome, steps }) => outcome !== 'connected' || steps.some(isSlow));
  if (told.length === 0) return '';
  const rows = told
    .slice(0, ROWS)
    .map((start) => [
      inline(clock(start.from).time),
      code(cutMiddle(start.name, 60)),
      outcomeText(start),
      inline(cutMiddle(start.reason ?? '', 200)),
      stepsText(start),
    ]);
  const hidden = told.length - ROWS;
  const more = hidden > 0 ? `\n\nand ${number(hidden)} more` : '';
  return `${table(['start', 'session', 'came to', 'reason', 'steps, each after the one before'], rows)}${more}`;
}

function outcomeText({ outcome, stoppedAfter }: StartReport): string {
  if (outcome === 'connected') return 'connected';
  const title = START_STEPS.find(({ id }) => id === stoppedAfter)?.title;
  const after = title === undefined ? 'nothing seen of it' : `after “${title}”`;
  return outcome === 'open' ? `still on its way, ${after}` : `ended ${after}`;
}

function stepsText({ steps }: StartReport): string {
  return steps
    .flatMap((step) => {
      if (step.state === 'failed')
        return [
          `**${inline(step.step)} failed**${step.note === undefined ? '' : `: ${inline(cutMiddle(step.note, 200))}`}`,
        ];
      if (step.state === 'not-visible') return [`${inline(step.step)} not visible`];
      if (step.state !== 'seen') return [];
      const usual = isSlow(step) && step.usualUs !== undefined ? ` (others ${duration(step.usualUs)})` : '';
      return [`${inline(step.step)}${step.tookUs === undefined ? '' : ` +${duration(step.tookUs)}`}${usual}`];
    })
    .join(' · ');
}
