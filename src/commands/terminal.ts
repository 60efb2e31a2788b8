/** What decides how the result looks; given as data so that it can be tested. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

/** Where a terminal does not say how wide it is. */
const DEFAULT_WIDTH = 80;

export function surroundings(): Surroundings {
  const { env, stdout } = process;
  return { env, isTerminal: stdout.isTTY === true, columns: stdout.columns };
}

/** Never with `--no-color`, `NO_COLOR` or `TERM=dumb`; else on a terminal or with `FORCE_COLOR`. */
export function usesColour({ env, isTerminal }: Surroundings, noColour: boolean): boolean {
  if (noColour || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return !['0', 'false'].includes(forced);
  return isTerminal;
}

export function widthOf({ columns }: Surroundings): number {
  return columns === undefined || columns < 1 ? DEFAULT_WIDTH : columns;
}
