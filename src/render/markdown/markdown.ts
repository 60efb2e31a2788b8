import type { Report } from '../../model/report.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { count, list, number } from '../terminal/words.ts';
import {
  blindList,
  captureTable,
  flowTotals,
  laneLines,
  powerTable,
  problemList,
  qualityList,
} from './about-capture.ts';
import { fenced, inline } from './escape.ts';
import { findingSection, findingsTable } from './finding.ts';
import { sequenceOf } from './sequence.ts';
import { startTable } from './starts.ts';

/** GitHub takes 65,536 characters; the rest is for whoever adds a sentence. Source: ticket-report.md section 3. */
const BUDGET = 60_000;
/** Kept free for the sentence that says what was left out. */
const NOTICE = 500;
const TABLE_ROWS = 60;

/** A part of the page; the higher its rank, the sooner it is left out. */
interface Block {
  readonly text: string;
  readonly rank: number;
  /** What is left out with it, in words: `the power table`. A finding has its number instead. */
  readonly name: string | number;
}

/**
 * The report as a ticket: verdict, capture, findings with their lines, a mermaid sequence of the worst. At most 60,000
 * characters: what matters least goes first, and the page says what went. No HTML, no links; text from a log stands in fences
 * and code spans, or escaped.
 */
export function renderMarkdown(raw: Report): string {
  const blocks = blocksOf(visibleDeep(raw)).filter(({ text }) => text !== '');
  const kept = new Set(blocks);
  const length = (): number => [...kept].reduce((sum, { text }) => sum + text.length + 2, 0);
  for (const block of blocks.toSorted((a, b) => b.rank - a.rank)) {
    if (length() <= BUDGET - NOTICE) break;
    kept.delete(block);
  }
  const left = blocks.filter((block) => !kept.has(block));
  const page = [...kept].map(({ text }) => text);
  return `${[...page, ...leftOut(left)].join('\n\n')}\n`;
}

function blocksOf(report: Report): Block[] {
  const { verdict, findings, omitted, power } = report;
  const sure = verdict.confidence === undefined ? '' : ` (confidence ${verdict.confidence})`;
  const shown = findings.slice(0, TABLE_ROWS);
  const sequence = sequenceOf(report);
  const diagram =
    sequence === undefined
      ? ''
      : [sequence.note, fenced(sequence.lines, 'mermaid')].filter((part) => part !== '').join('\n\n');
  return [
    { text: `## ${inline(cutMiddle(verdict.text, 600))}`, rank: -5, name: 'the verdict' },
    { text: `**${inline(verdict.state)}**${sure}`, rank: -5, name: 'the verdict' },
    { text: captureTable(report), rank: -2, name: 'the capture' },
    { text: qualityList(report), rank: -2, name: 'the check of the capture' },
    { text: laneLines(report), rank: 2, name: 'the lanes' },
    { text: shown.length === 0 ? '' : findingsTable(shown), rank: -1, name: 'the table of findings' },
    { text: more(findings.length - shown.length, omitted), rank: -1, name: 'the count of findings' },
    ...findings.map((finding, index) => ({
      text: findingSection(finding, index + 1),
      rank: findingRank(index),
      name: index + 1,
    })),
    { text: titled(sequence?.heading ?? '', diagram), rank: 2.5, name: 'the sequence diagram' },
    { text: titled('Starts of providers', startTable(report.starts)), rank: 2.7, name: 'the starts of providers' },
    { text: flowTotals(report), rank: 1, name: 'the totals of flows' },
    {
      text: titled('Sleep and wake', power.length < 2 ? '' : powerTable(power)),
      rank: 4,
      name: 'the table of sleep and wake',
    },
    {
      text: titled('Could not look: this capture lacks', blindList(report)),
      rank: 3,
      name: 'the detectors that could not look',
    },
    { text: titled('Odd in the capture', problemList(report)), rank: 3.5, name: 'what was odd in the capture' },
  ];
}

/** The first three findings outlast everything below the tables; the others go before it, the last one first. */
function findingRank(index: number): number {
  return index < 3 ? index / 10 : 10 + index;
}

function titled(title: string, text: string): string {
  return text === '' ? '' : `### ${inline(cutMiddle(title, 200))}\n\n${text}`;
}

function more(hidden: number, omitted: Report['omitted']): string {
  const { findings: below = 0, unsure = 0, baselined = 0 } = omitted;
  return [
    ...(hidden > 0 ? [`and ${count(hidden, 'more finding')}`] : []),
    ...(below > 0 ? [`${count(below, 'finding')} below the severity asked for not shown`] : []),
    ...(unsure > 0 ? [`${count(unsure, 'finding')} below the confidence asked for not shown`] : []),
    ...(baselined > 0 ? [`${count(baselined, 'baselined finding')} not shown`] : []),
  ].join('; ');
}

function leftOut(blocks: readonly Block[]): string[] {
  if (blocks.length === 0) return [];
  const numbers = blocks.flatMap(({ name }) => (typeof name === 'number' ? [name] : []));
  const names = blocks.flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
  const first = numbers[0];
  const range = numbers.length === 1 ? `finding ${first}` : `${numbers.length} findings (${runs(numbers)})`;
  const parts = [...(first === undefined ? [] : [`the details of ${range}`]), ...new Set(names)];
  return [`*Left out, to stay within ${number(BUDGET)} characters: ${list(parts)}.*`];
}

/** `4–12, 15`. */
function runs(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const each of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === each - 1) last[1] = each;
    else found.push([each, each]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
