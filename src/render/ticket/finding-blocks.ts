import type { Subject } from '../../model/finding.ts';
import type { EvidenceReport, FindingReport } from '../../model/report.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { AUDIENCE } from '../terminal/finding-card.ts';
import { placeOf } from '../terminal/place.ts';
import { knownText, number, SEVERITY } from '../terminal/words.ts';
import type { Block, Span } from './document.ts';
import { localText } from './when.ts';

const MOST = { evidence: 7, listed: 8, others: 30, line: 320, sentence: 800 };

/**
 * One finding in full: what happened to whom, why we think so, the lines that show it, at most 7, what to do. `said` stands
 * above already.
 */
export function findingBlocks(finding: FindingReport, place: number, said: string): Block[] {
  const { severity, title, message, reasons, subjects, confidence, detector, count, evidence, next, span } = finding;
  const blocks: Block[] = [
    { kind: 'heading', text: `${place}. ${SEVERITY[severity].shape} ${cutMiddle(title, 200)}` },
    {
      kind: 'paragraph',
      spans: [
        `${severity}, confidence ${confidence}, ×${count}, `,
        { code: detector },
        span ? `, ${localText(span.from)}` : '',
      ],
    },
  ];
  if (finding.baselined !== undefined) blocks.push(paragraph(knownText(finding.baselined)));
  if (message !== title && message !== said) blocks.push(paragraph(message));
  if (subjects.length > 0) blocks.push({ kind: 'paragraph', spans: [{ strong: 'Who:' }, ' ', ...parties(subjects)] });
  if (evidence.length > 0) blocks.push({ kind: 'lines', lines: chosen(evidence).map(evidenceLine) });
  if (reasons.length > 0) blocks.push({ kind: 'paragraph', spans: [{ strong: 'Why we think so' }] }, list(reasons));
  if (next.length > 0)
    blocks.push(
      { kind: 'paragraph', spans: [{ strong: 'What to do' }] },
      list(next.map((step) => `${AUDIENCE[step.for] ?? step.for}: ${step.text}`)),
    );
  return blocks;
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [cutMiddle(text, MOST.sentence)] };
}

function list(items: readonly string[]): Block {
  return { kind: 'list', items: items.slice(0, MOST.listed).map((item) => [cutMiddle(item, MOST.sentence)]) };
}

/** Processes of one name are one party with several pids. */
function parties(subjects: readonly Subject[]): Span[] {
  const groups = new Map<string, { readonly kind: string; readonly called: string; readonly pids: number[] }>();
  for (const { kind, bundle, name, session, pid } of subjects) {
    const names = [...new Set([name, bundle])].filter((each) => each !== undefined && each !== '').join(' ');
    const called = names === '' ? (session ?? '') : names;
    const group = groups.get(`${kind} ${called}`) ?? { kind, called, pids: [] };
    groups.set(`${kind} ${called}`, group);
    if (pid !== undefined) group.pids.push(pid);
  }
  return [...groups.values()]
    .slice(0, MOST.listed)
    .flatMap(({ kind, called, pids }, index): Span[] => [
      `${index === 0 ? '' : ', '}${kind} `,
      { code: cutMiddle(called, 160) },
      pids.length === 0 ? '' : ` pid ${pids.slice(0, MOST.listed).join(', ')}${pids.length > MOST.listed ? ' …' : ''}`,
    ]);
}

/** The decisive ones outlast the others. */
function chosen(evidence: readonly EvidenceReport[]): EvidenceReport[] {
  const kept = new Set(evidence.toSorted((a, b) => Number(b.decisive) - Number(a.decisive)).slice(0, MOST.evidence));
  return evidence.filter((each) => kept.has(each));
}

/** `▶ 14:05:05.020  kernel 0  text  (cap.log L118)`. */
export function evidenceLine(cited: EvidenceReport): string {
  const { at, process, pid, text, times = 1, decisive, input } = cited;
  const who = pid === undefined || pid < 1 ? process : `${process} ${pid}`;
  const fold = times > 1 ? `×${times}  ` : '';
  const time = at === undefined ? '' : `${cutMiddle(timeOfDay(at), 24)}  `;
  const where = `(${cutMiddle(input, 60)} ${cutMiddle(placeOf(cited), 40)})`;
  return `${decisive ? '▶' : ' '} ${time}${cutMiddle(who, 40)}  ${fold}${cutMiddle(text, MOST.line)}  ${where}`;
}

/** Findings that are not shown in full, a line each. */
export function otherFindings(
  findings: readonly FindingReport[],
  numberOf: (finding: FindingReport) => number,
): Block[] {
  if (findings.length === 0) return [];
  const hidden = findings.length - MOST.others;
  const rows = findings
    .slice(0, MOST.others)
    .map((finding): Span[] => [
      `${numberOf(finding)}. ${SEVERITY[finding.severity].shape} ${cutMiddle(finding.title, 200)}`,
      `${finding.span === undefined ? '' : `${localText(finding.span.from)} `}×${finding.count}`,
      { code: finding.detector },
    ]);
  const more: Block = { kind: 'paragraph', spans: [`and ${number(hidden)} more, in report.html and findings.json`] };
  return [
    { kind: 'heading', text: 'Also found' },
    { kind: 'table', head: ['what', 'when', 'detector'], rows },
    ...(hidden > 0 ? [more] : []),
  ];
}
