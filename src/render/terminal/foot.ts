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
  const closers = Object.entries(flowTotals.byCloser ?? {}).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['flows', [`${number(flowTotals.seen)} seen`, ...states.map(([state, flows]) => `${state} ${number(flows)}`)]],
    ['closed by', closers.map(([who, flows]) => `${CLOSER[who] ?? who} ${number(flows)}`)],
    ['most hurt', (flowTotals.hurt ?? []).map(({ app, failed }) => `${cutMiddle(app, 40)} ${number(failed)} failed`)],
  ];
  return rows.flatMap(([label, chunks]) =>
    chunks.length === 0
      ? []
      : hang(
          line(span(`${label}  `, 'label')),
          flow(
            chunks.map((chunk) => line(chunk)),
            ' · ',
            width - label.length - 2,
          ),
        ),
  );
}

/** For those whose name alone does not say it. */
const CLOSER: Readonly<Record<string, string>> = { open: 'nobody, open at the end', unknown: 'unknown' };

function nextLines(report: Drawn, options: ScreenOptions): Line[] {
  const room = options.width - 6;
  const detectors = [...new Set(report.findings.map(({ detector }) => detector))].slice(0, EXPLAINED);
  const blind = report.detectors.find(({ status }) => status === 'not-observable');
  const explained = detectors.length > 0 ? detectors : blind === undefined ? [] : [blind.id];
  const grammars = (options.grammars ?? []).map((path) => ` --grammar ${quoted(path)}`).join('');
  const told = detectors.length > 0 ? [ownCommand('story', options.inputs, grammars, '', room)] : [];
  const commands = [
    ...told,
    ...detectors.slice(0, 1).map((id) => ownCommand(`why ${id}`, options.inputs, grammars, '', room)),
    ...explained.map((id) => `necropsy explain ${id}${grammars}`),
    ownCommand('analyze', options.inputs, grammars, ' --format json', room),
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
function ownCommand(verb: string, inputs: readonly string[], grammars: string, flags: string, room: number): string {
  const exact = `necropsy ${verb} ${inputs.map(quoted).join(' ')}${grammars}${flags}`;
  return inputs.length > 0 && columns(exact) <= room ? exact : `necropsy ${verb} …${flags}`;
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
