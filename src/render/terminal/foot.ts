import { columns, cutMiddle } from './columns.ts';
import type { Drawn, ScreenOptions } from './drawn.ts';
import { flow, hang, type Line, line, span } from './line.ts';
import { count, number } from './words.ts';

const EXPLAINED = 2;

/** Totals, what to run next, and what it all comes down to. */
export function footLines(report: Drawn, options: ScreenOptions): Line[] {
  return [...flowLines(report, options.width), ...nextLines(report, options), ...totalLines(report, options.width)];
}

function flowLines({ flowTotals }: Drawn, width: number): Line[] {
  if (flowTotals.seen === 0) return [];
  const states = Object.entries(flowTotals.byState)
    .filter(([, flows]) => flows > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const chunks = [`${number(flowTotals.seen)} seen`, ...states.map(([state, flows]) => `${state} ${number(flows)}`)];
  return hang(
    line(span('flows  ', 'label')),
    flow(
      chunks.map((chunk) => line(chunk)),
      ' · ',
      width - 7,
    ),
  );
}

function nextLines(report: Drawn, options: ScreenOptions): Line[] {
  const room = options.width - 6;
  const detectors = [...new Set(report.findings.map(({ detector }) => detector))].slice(0, EXPLAINED);
  const blind = report.detectors.find(({ status }) => status === 'not-observable');
  const explained = detectors.length > 0 ? detectors : blind === undefined ? [] : [blind.id];
  const grammars = (options.grammars ?? []).map((path) => ` --grammar ${quoted(path)}`).join('');
  const commands = [
    ...explained.map((id) => `necropsy explain ${id}${grammars}`),
    jsonCommand(options.inputs, grammars, room),
  ];
  return hang(
    line(span('next  ', 'label')),
    flow(
      commands.map((command) => line(span(cutMiddle(command, room), 'command'))),
      '    ',
      room,
    ),
  );
}

/** With the very inputs of this run where they fit, since a command is there to be copied. */
function jsonCommand(inputs: readonly string[], grammars: string, room: number): string {
  const exact = `necropsy analyze ${inputs.map(quoted).join(' ')}${grammars} --format json`;
  return inputs.length > 0 && columns(exact) <= room ? exact : 'necropsy analyze … --format json';
}

/** As a POSIX shell reads it back. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function totalLines({ findings, detectors }: Drawn, width: number): Line[] {
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const could = detectors.filter(({ status }) => status === 'found' || status === 'clear').length;
  const chunks = [
    count(of('error'), 'error'),
    count(of('warning'), 'warning'),
    `${number(of('info'))} info`,
    `${number(could)} of ${count(detectors.length, 'detector')} could look`,
  ];
  return flow(
    chunks.map((chunk) => line(span(chunk, 'quiet'))),
    ' · ',
    width,
  );
}
