import type { Drawn } from './drawn.ts';

/**
 * `A `, `B `, … `Z `, `AA ` for the inputs of a run, so that a cited line needs no file name; empty where the run has one
 * input only. `index` tells two inputs of one name apart; without it the first of that name is meant.
 */
export function letterOf(
  { inputs }: Pick<Drawn['capture'], 'inputs'>,
  name: string,
  index = inputs.findIndex((input) => input.name === name),
): string {
  if (inputs.length < 2 || index < 0) return '';
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters} `;
}
