import type { EvidenceReport, Report } from '../../model/report.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { cutMiddle } from '../terminal/columns.ts';

const MOST = 15;
const TEXT = 160;

interface Step {
  readonly cited: EvidenceReport;
  readonly finding: number;
}

/**
 * What happened, line by line, at most 15: the lines that the findings cite, the decisive ones first to stay, in the order of
 * their time, each with the finding that it belongs to. Lines of one wording in a row are one.
 */
export function storyLines({ findings }: Report): readonly string[] {
  const cited = findings.flatMap(({ evidence }, index) =>
    evidence.map((each) => ({ cited: each, finding: index + 1 })),
  );
  const seen = new Set<string>();
  const once = cited.filter(({ cited: { input, file, line, record, at, text } }) => {
    const place = JSON.stringify([input, file, line, record, at, text]);
    return !seen.has(place) && seen.add(place) !== undefined;
  });
  // Stable: lines of one time stay as the findings have them.
  const inTime = once.toSorted((a, b) => compare(a.cited.at ?? '', b.cited.at ?? ''));
  const runs = runsOf(inTime);
  const kept = new Set(runs.toSorted((a, b) => Number(isDecisive(b)) - Number(isDecisive(a))).slice(0, MOST));
  return runs.filter((run) => kept.has(run)).map(stepLine);
}

function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const before = last?.[0];
    if (last !== undefined && before !== undefined && wordingOf(before) === wordingOf(step)) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** Who said it, about which finding, and how, without numbers. */
function wordingOf({ cited: { process, text }, finding }: Step): string {
  return `${finding} ${process} ${text.replaceAll(/\d+/g, '#')}`;
}

function isDecisive(run: readonly Step[]): boolean {
  return run.some(({ cited }) => cited.decisive);
}

function stepLine(run: readonly Step[]): string {
  const told = run.find(({ cited }) => cited.decisive) ?? run[0];
  if (told === undefined) return '';
  const times = run.reduce((sum, { cited }) => sum + (cited.times ?? 1), 0);
  const [from, to] = [run[0]?.cited.at, run.at(-1)?.cited.at].map((at) =>
    at === undefined ? '' : cutMiddle(timeOfDay(at), 24),
  );
  const fold = times > 1 ? `×${times} ${from === to ? '' : `until ${to} `}` : '';
  const { process, text } = told.cited;
  return `${from === '' ? '' : `${from}  `}${cutMiddle(process, 30)}  ${fold}${cutMiddle(text, TEXT)}  (finding ${told.finding})`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
