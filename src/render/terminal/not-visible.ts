import Table from 'cli-table3';
import { cutEnd, wrap, wrapCommand } from './columns.ts';
import { type Drawn, ONE_COLUMN, type ScreenOptions } from './drawn.ts';
import { hang, type Line, line, span } from './line.ts';
import { count, number } from './words.ts';

const GROUPS_SHOWN = 5;
const REMEDIES_SHOWN = 1;
const NO_RULES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

interface Group {
  readonly missing: string;
  readonly remedy: string | undefined;
  readonly detectors: string[];
}

/** The detectors that could not look, by what they lack, with the command that would have recorded it. */
export function notVisibleLines(report: Drawn, options: ScreenOptions): Line[] {
  const groups = groupsOf(report);
  const blind = groups.reduce((sum, group) => sum + group.detectors.length, 0);
  const shown = options.all ? groups : groups.slice(0, GROUPS_SHOWN);
  const failed = report.detectors.flatMap((outcome) =>
    outcome.status === 'failed' ? failedLines(outcome.id, outcome.error, options.width) : [],
  );
  if (blind === 0) return failed;
  const heading = `${count(blind, 'detector')} could not look: this capture lacks`;
  return [
    ...wrap(heading, options.width).map((text) => line(span(text, 'warn'))),
    ...(options.width < ONE_COLUMN ? stacked(shown, options.width) : table(shown, options.width)),
    ...hiddenLine(groups.length - shown.length, options.width),
    ...remedyLines(report, options.all ? groups : groups.slice(0, REMEDIES_SHOWN), options.width),
    ...failed,
  ];
}

function groupsOf(report: Drawn): Group[] {
  const groups = new Map<string, Group>();
  for (const outcome of report.detectors) {
    if (outcome.status !== 'not-observable') continue;
    const missing = outcome.missing.join(', ');
    const group = groups.get(missing) ?? { missing, remedy: outcome.remedy, detectors: [] };
    group.detectors.push(outcome.id);
    groups.set(missing, group);
  }
  return [...groups.values()].sort((a, b) => b.detectors.length - a.detectors.length);
}

function table(groups: readonly Group[], width: number): Line[] {
  const named = Math.max(...groups.map(({ detectors }) => detectors.join(', ').length));
  const right = Math.min(named + 2, Math.floor((width - 2) * 0.45));
  const drawn = new Table({
    chars: NO_RULES,
    colWidths: [width - 2 - right, right],
    wordWrap: true,
    style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [] },
  });
  for (const { missing, detectors } of groups) drawn.push([missing, detectors.join(', ')]);
  return drawn
    .toString()
    .split('\n')
    .map((text) => line(`  ${text}`));
}

function stacked(groups: readonly Group[], width: number): Line[] {
  return groups.flatMap(({ missing, detectors }) => [
    ...wrap(missing, width - 2).map((text) => line(`  ${text}`)),
    ...wrap(detectors.join(', '), width - 4).map((text) => line(span(`    ${text}`, 'quiet'))),
  ]);
}

function hiddenLine(hidden: number, width: number): Line[] {
  return hidden > 0 ? [line(span(cutEnd(`  and ${number(hidden)} more kinds (--all)`, width), 'quiet'))] : [];
}

/** Commands that the capture check has not printed already. */
function remedyLines({ capture }: Drawn, groups: readonly Group[], width: number): Line[] {
  const printed = new Set(capture.quality.filter(({ state }) => state !== 'green').map(({ remedy }) => remedy));
  const remedies = new Set(groups.map(({ remedy }) => remedy).filter((remedy) => remedy !== undefined));
  return [...remedies]
    .filter((remedy) => !printed.has(remedy))
    .flatMap((remedy) =>
      hang(
        line('  record it: '),
        wrapCommand(remedy, width - 13).map((text) => line(span(text, 'command'))),
      ),
    );
}

function failedLines(id: string, error: string, width: number): Line[] {
  const text = `${id} failed, which is a fault of necropsy: please report it: ${error}`;
  return hang(
    line(span('▲ ', 'bad')),
    wrap(text, width - 2).map((part) => line(part)),
  );
}
