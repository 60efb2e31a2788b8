import type { Report } from '../../model/report.ts';

export interface ScreenOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Every finding, opened, and everything else that the screen would only count. */
  readonly all: boolean;
  /** The inputs as the person named them, for the commands that the screen proposes. */
  readonly inputs: readonly string[];
  /** `--grammar` and `--rules` of this run: commands to copy need them too, and `--grammar` reads both. */
  readonly grammars?: readonly string[];
}

/** What the screen draws of a report, every string of it already visible. */
export type Drawn = Pick<
  Report,
  'tool' | 'capture' | 'verdict' | 'findings' | 'detectors' | 'flowTotals' | 'lanes' | 'omitted'
>;

/** Below this everything stands in one column. */
export const ONE_COLUMN = 60;
/** Below this the lanes are left out: they are the first to go. */
export const LANES_FROM = 90;
