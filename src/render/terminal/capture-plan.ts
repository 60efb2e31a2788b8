import { wrap, wrapCommand } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';

export interface PlanOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** One thing to do: why, and the command for it. */
export interface PlanStep {
  readonly why: string;
  readonly command: string;
}

export interface PlanPage {
  readonly title: string;
  /** Names and what stands behind them. */
  readonly facts: readonly (readonly [string, string])[];
  readonly steps: readonly PlanStep[];
}

/** What to record and how, as commands that can be copied. */
export function renderPlan(page: PlanPage, options: PlanOptions): string {
  const { title, facts, steps } = visibleDeep(page);
  const { width } = options;
  const lines: Line[] = [
    ...wrap(title, width).map((text) => line(span(text, 'strong'))),
    [],
    ...facts.flatMap(([name, value]) =>
      hang(
        line(span(name.padEnd(10), 'label')),
        wrap(value, Math.max(20, width - 10)).map((part) => line(part)),
      ),
    ),
    ...steps.flatMap(({ why, command }) => [
      [],
      // A line without its mark would be run by whoever copies it.
      ...wrap(why, width - 2).map((text) => line(span(`# ${text}`, 'quiet'))),
      ...wrapCommand(command, width).map((text) => line(span(text, 'plain'))),
    ]),
  ];
  return paint(lines, options);
}
