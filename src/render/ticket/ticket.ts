import type { FindingReport, Report } from '../../model/report.ts';
import type { Story } from '../../model/story.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { knownText, list, number } from '../terminal/words.ts';
import { cutBlock } from './cut.ts';
import type { Block, Section, Target, Writer } from './document.ts';
import { environmentTable } from './environment.ts';
import { findingBlocks, otherFindings } from './finding-blocks.ts';
import { limitSections } from './limits.ts';
import { storyBlocks } from './story.ts';
import { utc, whenTable } from './when.ts';
import { writeJira } from './write-jira.ts';
import { writeMarkdown } from './write-markdown.ts';
import { plainWriter } from './write-plain.ts';

/** A file beside the ticket. */
export interface Attachment {
  readonly name: string;
  readonly says: string;
  readonly sha256: string;
}

export interface TicketOptions {
  readonly target: Target;
  readonly attachments: readonly Attachment[];
  /** How private values were treated, in a sentence. */
  readonly redaction: string;
  readonly story?: Story | undefined;
  /** The first finding was asked for: it is told in full, whatever a baseline says. */
  readonly isAsked?: boolean;
}

/**
 * Characters that the target's field takes, less what a person adds. GitHub takes 65,536, Jira 32,767. Source: ticket-report.md
 * section 3 and Atlassian's limits of text fields.
 */
export const BUDGETS: Readonly<Record<Target, number>> = {
  github: 60_000,
  jira: 30_000,
  feedback: 60_000,
  text: 60_000,
};
const NOTICE = 400;
const IN_FULL = 3;
const MOST_KNOWN = 20;

const WRITERS: Readonly<Record<Target, Writer>> = {
  github: writeMarkdown,
  jira: writeJira,
  feedback: plainWriter(),
  text: plainWriter(78),
};

/**
 * The report as the text of a ticket: what happened, when, where, the lines that show it, and blanks for what only a person
 * knows. What matters least is left out where the target's field is too small, and the ticket says so.
 */
export function renderTicket(raw: Report, options: TicketOptions): string {
  const write = WRITERS[options.target];
  const drawn = sectionsOf(visibleDeep(raw), visibleDeep(options)).map((section) => ({
    ...section,
    text: section.blocks
      .map((block) => write(cutBlock(block)))
      .filter((text) => text !== '')
      .join('\n\n'),
  }));
  const kept = new Set(drawn.filter(({ text }) => text !== ''));
  const length = (): number => [...kept].reduce((sum, { text }) => sum + text.length + 2, 0);
  const left: string[] = [];
  for (const section of drawn.toSorted((a, b) => b.rank - a.rank)) {
    if (length() <= BUDGETS[options.target] - NOTICE || section.rank === 0) break;
    if (kept.delete(section)) left.push(section.name);
  }
  const notice: Block = { kind: 'paragraph', spans: [`Left out here for its length: ${list([...new Set(left)])}.`] };
  return `${[...[...kept].map(({ text }) => text), ...(left.length === 0 ? [] : [write(notice)])].join('\n\n')}\n`;
}

function sectionsOf(whole: Report, options: TicketOptions): Section[] {
  const report = withoutKnown(whole, options.isAsked === true);
  const known = whole.findings.filter((finding) => !report.findings.includes(finding));
  // The page counts all of them.
  const numberOf = (finding: FindingReport): number => whole.findings.indexOf(finding) + 1;
  return [
    { rank: 0, name: 'the verdict', blocks: verdictBlocks(report, options.target) },
    { rank: 0, name: 'when', blocks: [whenTable(report, numberOf)] },
    { rank: 0.5, name: 'the environment', blocks: [environmentTable(report)] },
    { rank: 0, name: 'blanks', blocks: BLANKS },
    { rank: 3, name: 'the story', blocks: storyBlocks(options.story, report.verdict.text) },
    ...report.findings.slice(0, IN_FULL).map((finding, index) => ({
      rank: index === 0 ? 1 : 1 + index,
      name: `finding ${numberOf(finding)}`,
      blocks: findingBlocks(finding, numberOf(finding), report.verdict.text),
    })),
    { rank: 8, name: 'the lesser findings', blocks: otherFindings(report.findings.slice(IN_FULL), numberOf) },
    { rank: 10, name: 'what the baseline knows', blocks: knownBlocks(known) },
    ...limitSections(report),
    { rank: 0, name: 'the attachments', blocks: attachmentBlocks(options) },
  ];
}

/** The report without the findings that somebody has accepted, but for the first where it was asked for. */
export function withoutKnown(report: Report, isAsked: boolean): Report {
  const isTold = ({ baselined }: FindingReport, index: number): boolean =>
    baselined === undefined || (index === 0 && isAsked);
  return { ...report, findings: report.findings.filter(isTold) };
}

/** What somebody has accepted, apart from what is new. */
function knownBlocks(known: readonly FindingReport[]): Block[] {
  const items = known
    .slice(0, MOST_KNOWN)
    .flatMap(({ title, severity, count, baselined }) =>
      baselined === undefined
        ? []
        : [[`${cutMiddle(title, 200)} (${severity}, ×${number(count)}; ${cutMiddle(knownText(baselined), 400)})`]],
    );
  if (items.length === 0) return [];
  const more = known.length > items.length ? [[`and ${number(known.length - items.length)} more`]] : [];
  return [
    { kind: 'heading', text: 'Known to the baseline' },
    { kind: 'list', items: [...items, ...more] },
  ];
}

export function verdictBlocks(report: Report, target: Target): Block[] {
  const { verdict, findings } = report;
  const [worst] = findings;
  const sure = verdict.confidence === undefined ? '' : ` (confidence ${verdict.confidence})`;
  const more = findings.length > 1 ? ` ${number(findings.length - 1)} more below.` : '';
  return [
    { kind: 'title', text: cutMiddle(titleOf(report, target), 200) },
    ...(target === 'feedback' ? timesOfProblem(report) : []),
    { kind: 'paragraph', spans: [{ strong: `${sentence(cutMiddle(verdict.text, 600))}${sure}` }, more] },
    ...(worst === undefined || worst.message === verdict.text || worst.message === worst.title
      ? []
      : [{ kind: 'paragraph', spans: [cutMiddle(worst.message, 1000)] } as const]),
  ];
}

/** As Apple's engineers look for it: the area, then what is wrong. */
export function titleOf({ findings }: Report, target: Target): string {
  // Where nothing was found a person knows what is wrong nevertheless.
  const title = findings[0]?.title ?? '(to be filled in: what is wrong)';
  return target === 'feedback' ? `Network Extension: ${title}` : title;
}

/** What Apple asks for first: the sysdiagnose, and when to look in it. */
function timesOfProblem({ findings, capture }: Report): Block[] {
  const times = findings.slice(0, 5).flatMap(({ span }) => (span === undefined ? [] : [span.from]));
  const known = times.length > 0 ? times : capture.span === undefined ? [] : [capture.span.from];
  return [
    {
      kind: 'paragraph',
      spans: ['Attached: the sysdiagnose of the machine, taken right after it happened (add it if it is not there).'],
    },
    ...[...new Set(known)].map((at): Block => ({ kind: 'paragraph', spans: [`Time of problem: ${at}${utc(at)}`] })),
  ];
}

const BLANKS: readonly Block[] = [
  { kind: 'heading', text: 'Steps to reproduce' },
  { kind: 'blank', asks: 'what was done, step by step' },
  { kind: 'heading', text: 'Expected' },
  { kind: 'blank', asks: 'what should have happened' },
  { kind: 'heading', text: 'Actual' },
  { kind: 'blank', asks: 'what the person saw; what the log shows is below' },
];

function attachmentBlocks({ attachments, redaction, target }: TicketOptions): Block[] {
  const first = target === 'feedback' ? [[{ code: 'sysdiagnose_….tar.gz' }, 'of the machine, whole', '']] : [];
  return [
    { kind: 'heading', text: 'Attachments' },
    {
      kind: 'table',
      head: ['file', 'what it is', 'SHA-256'],
      rows: [...first, ...attachments.map(({ name, says, sha256 }) => [{ code: name }, says, { code: sha256 }])],
    },
    { kind: 'paragraph', spans: [{ code: 'manifest.json' }, ' says how all of them were made.'] },
    { kind: 'paragraph', spans: [redaction] },
  ];
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
