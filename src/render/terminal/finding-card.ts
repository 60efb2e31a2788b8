import type { Audience, Subject } from '../../model/finding.ts';
import type { FindingReport } from '../../model/report.ts';
import { wrap } from './columns.ts';
import { type Drawn, ONE_COLUMN, type ScreenOptions } from './drawn.ts';
import { evidenceLines } from './evidence.ts';
import { hang, type Line, line, type Style, span } from './line.ts';
import { knownText, number } from './words.ts';

const SUBJECTS_SHOWN = 4;

export const AUDIENCE: Readonly<Record<Audience, string>> = {
  'provider-developer': 'provider developer',
  'app-developer': 'app developer',
  administrator: 'administrator',
  apple: 'Apple',
  reporter: 'you, with this capture',
};

/** One finding, opened: what happened to whom, the lines that show it, why we think so, what to do. */
export function cardLines(finding: FindingReport, report: Drawn, options: ScreenOptions): Line[] {
  const indent = options.width < ONE_COLUMN ? 2 : 4;
  const room = options.width - indent;
  const said = finding.message === report.verdict.text || finding.message === finding.title;
  const rows = [
    ...(said ? [] : wrap(finding.message, room).map((text) => line(text))),
    ...labelled('who', whoText(finding.subjects), room),
  ];
  const { baselined: known } = finding;
  const conclusion = [
    ...(known === undefined ? [] : labelled('but', knownText(known), room)),
    ...labelled('why', finding.reasons.join(' · '), room),
    ...finding.next.flatMap((step) => labelled('do', `${AUDIENCE[step.for]} → ${step.text}`, room, 'strong')),
  ];
  const indented = (lines: readonly Line[]): Line[] => lines.map((content) => [span(' '.repeat(indent)), ...content]);
  return [...indented(rows), ...evidenceLines(finding.evidence, report, options), ...indented(conclusion)];
}

function labelled(label: string, text: string, width: number, style: Style = 'plain'): Line[] {
  if (text === '') return [];
  return hang(
    line(span(`${label}:`.padEnd(5), 'quiet')),
    wrap(text, width - 5).map((part) => line(span(part, style))),
  );
}

/** Every party, the one at fault first: `provider com.example.proxy [5102] · session Example`. */
function whoText(subjects: readonly Subject[]): string {
  const shown = subjects.slice(0, SUBJECTS_SHOWN).map(subjectText);
  const hidden = subjects.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`and ${number(hidden)} more`] : [])].join(' · ');
}

function subjectText({ kind, bundle, pid, session, name }: Subject): string {
  const names = [name ?? '', bundle ?? ''].filter((text, index, both) => text !== '' && both.indexOf(text) === index);
  const shown = names.length > 0 ? names.join(' ') : (session ?? '');
  return [kind, shown, pid === undefined ? '' : `[${pid}]`].filter((text) => text !== '').join(' ');
}
