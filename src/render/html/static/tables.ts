import type { Report } from '../../../model/report.ts';
import { html, shortHtml } from '../escape.ts';
import { table } from './table.ts';

const MOST = { power: 60, sessions: 20, runs: 5 };

/** What the capture can show, and the command that would show what it cannot. */
export function qualityTable({ capture }: Report): string {
  const rows = capture.quality.map(({ state, message, remedy }) => [
    state,
    shortHtml(message, 300),
    remedy === undefined ? '' : `<code>${shortHtml(remedy, 500)}</code>`,
  ]);
  const problems = capture.problems
    .slice(0, 20)
    .map(({ message, count, example }) => [`${count}×`, shortHtml(message, 300), shortHtml(example.input, 120)]);
  const both = [table('Can this capture be trusted?', ['State', 'Check', 'Remedy'], rows)];
  if (problems.length > 0) both.push(table('Odd data', ['Count', 'What', 'First seen in'], problems));
  return both.join('\n');
}

export function sleepTable({ power, omitted }: Report): string {
  const rows = power
    .slice(0, MOST.power)
    .map(({ state, from, to, reason, sources }) => [
      state,
      html(from),
      to === undefined ? 'end of the capture' : html(to),
      shortHtml(reason ?? '', 200),
      shortHtml(sources.join(', '), 120),
    ]);
  const left = power.length - rows.length + (omitted.power ?? 0);
  const note = left > 0 ? `<p>${left} phases more.</p>` : '';
  return table('Power', ['State', 'From', 'To', 'Reason', 'Said by'], rows) + note;
}

export function sessionTable({ sessions }: Report): string {
  const rows = sessions.slice(0, MOST.sessions).map(({ name, uuid, kind, state, runs }) => [
    shortHtml(name, 120),
    html(uuid),
    kind,
    html(state),
    runs
      .slice(-MOST.runs)
      .map((run) => {
        const end = run.to === undefined ? 'still up' : run.to;
        const why = run.stopReason === undefined ? '' : ` (${run.stopReason})`;
        return shortHtml(`${run.from} to ${end}${why}`, 300);
      })
      .join('<br>'),
  ]);
  return table('Sessions', ['Name', 'UUID', 'Kind', 'State', 'Last runs'], rows);
}
