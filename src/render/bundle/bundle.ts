import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Report } from '../../model/report.ts';
import type { Story } from '../../model/story.ts';
import type { Timeline } from '../../model/timeline.ts';
import { renderFlowsCsv } from '../csv.ts';
import { type PageCode, renderTimeline } from '../html/html.ts';
import { pageTexts } from '../html/page-texts.ts';
import type { Target } from '../ticket/document.ts';
import { type Attachment, renderTicket } from '../ticket/ticket.ts';
import { evidenceLines } from './evidence.ts';
import { findingsJson } from './findings-json.ts';
import { type ManifestFacts, manifestJson } from './manifest.ts';
import { redactionPage } from './redaction-page.ts';

/** How much is in it: every step holds what the next one leaves out. */
export const KEEPS = ['all', 'evidence', 'flows', 'rows', 'findings'] as const;
export type Keep = (typeof KEEPS)[number];

/** What a step leaves out, in words. */
export const DROPPED: Readonly<Record<Keep, readonly string[]>> = {
  all: [],
  evidence: ['the lines around the evidence'],
  flows: ['the lines around the evidence', 'evidence.ndjson.gz, and the text of lines in report.html'],
  rows: ['the lines around the evidence', 'evidence.ndjson.gz', 'report.html'],
  findings: ['the lines around the evidence', 'evidence.ndjson.gz', 'report.html', 'flows.csv'],
};

export interface BundleInput {
  readonly report: Report;
  readonly timeline: Timeline;
  /** What happened, in a few lines; left out where the capture tells none. */
  readonly story?: Story | undefined;
  readonly code: PageCode;
  readonly title: string;
  readonly target: Target;
  readonly keep: Keep;
  /** 0-based finding that the page shows first. */
  readonly startAt?: number | undefined;
  readonly facts: ManifestFacts;
}

export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What somebody can read in it, unpacked. */
  readonly texts: readonly string[];
}

interface Part extends BundleFile {
  readonly says: string;
}

/** A page beyond this many bytes holds the text of the evidence only. */
const PAGE_BYTES = 5_000_000;

/** The files of a ticket, `report.md` first. The same input gives the same bytes. */
export function renderBundle(input: BundleInput): readonly BundleFile[] {
  const { report, facts, target, keep } = input;
  const hasEvidence = keep === 'all' || keep === 'evidence';
  const parts = [
    ...(hasEvidence || keep === 'flows' ? [pagePart(input)] : []),
    text('findings.json', 'the findings with their evidence, for programs', findingsJson(report)),
    ...(keep === 'findings' ? [] : [text('flows.csv', 'one row per flow', renderFlowsCsv(report))]),
    ...(hasEvidence ? [evidencePart(input)] : []),
    text('REDACTION.md', 'what was replaced, what was kept and why', redactionPage(facts.redaction, facts.movedTimes)),
  ];
  const attachments = parts.map(({ name, says, bytes }): Attachment => ({ name, says, sha256: sha256(bytes) }));
  const name = `report.${EXTENSIONS[target]}`;
  const ticket = renderTicket(report, {
    ...{ target, attachments, redaction: redactionSentence(facts), story: input.story },
    isAsked: input.startAt !== undefined,
  });
  const all = [text(name, 'the text of the ticket', ticket), ...parts];
  const files = all.map((part) => ({ name: part.name, bytes: part.bytes.length, sha256: sha256(part.bytes) }));
  const manifest = manifestJson(report, input.timeline, { ...facts, dropped: DROPPED[keep], files });
  return [...all, text('manifest.json', 'how it was made', manifest)];
}

const EXTENSIONS: Readonly<Record<Target, string>> = { github: 'md', jira: 'jira.txt', feedback: 'txt', text: 'txt' };

function redactionSentence({ redaction, movedTimes }: ManifestFacts): string {
  const moved =
    movedTimes === undefined
      ? ''
      : ' All dates are moved by one number of days that is not said here: order, durations and time of day are those of the log.';
  return redaction.level === 'off'
    ? `Nothing was replaced: the files quote the log as it is.${moved}`
    : `Private values are replaced by tokens (${redaction.level}); equal values are equal tokens. REDACTION.md says what was replaced and what was kept.${moved}`;
}

function pagePart({ report, timeline, code, title, keep, startAt }: BundleInput): Part {
  const draw = (embed: 'auto' | 'evidence' | 'none'): Buffer =>
    Buffer.from(renderTimeline(report, timeline, { code, title, embed, startAt }));
  const full = draw(keep === 'all' ? 'auto' : keep === 'evidence' ? 'evidence' : 'none');
  const page = full.length > PAGE_BYTES && keep === 'all' ? draw('evidence') : full;
  const says = 'the capture over time, for a browser; loads nothing';
  return { name: 'report.html', says, bytes: page, texts: pageTexts(page.toString('utf8'), code) };
}

function evidencePart({ timeline, keep }: BundleInput): Part {
  const { text: lines } = evidenceLines(timeline, keep === 'all');
  const bytes = gzipSync(lines, { level: 9 });
  // The header names no system: the same bytes everywhere.
  bytes[9] = 255;
  const says = `the lines cited, ${keep === 'all' ? 'those around them, ' : ''}and those about sessions`;
  return { name: 'evidence.ndjson.gz', says, bytes, texts: [lines] };
}

function text(name: string, says: string, content: string): Part {
  return { name, says, bytes: Buffer.from(content), texts: [content] };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
