import type { Report } from '../../model/report.ts';
import type { Story } from '../../model/story.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { cutBlock } from './cut.ts';
import type { Block, FormPart } from './document.ts';
import { environmentTable } from './environment.ts';
import { findingBlocks } from './finding-blocks.ts';
import { storyBlocks } from './story.ts';
import { titleOf, verdictBlocks, withoutKnown } from './ticket.ts';
import { whenTable } from './when.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A form of a repository, and what its fields are to hold: a part of the ticket, or words as they are. */
export interface FormRequest {
  /** `OWNER/NAME`. */
  readonly repo: string;
  /** `bug.yml`. */
  readonly template: string;
  /** The first finding was asked for: it is told whatever a baseline says. */
  readonly isAsked?: boolean;
  readonly fields: readonly { readonly id: string; readonly part?: FormPart; readonly text?: string }[];
}

export interface FilledForm {
  readonly url: string;
  /** What stands in the fields. */
  readonly texts: readonly string[];
  /** Fields that were cut for the length of the address, with how much of each is left. */
  readonly cut: readonly { readonly id: string; readonly kept: number; readonly of: number }[];
}

/** GitHub refuses addresses of more than 8,191 bytes. Source: github/docs#5136. */
export const MOST_URL = 8000;
/** In columns. */
const MOST_TITLE = 200;
const IN_FULL = 3;

/**
 * The address of a new issue with its form filled in, as GitHub reads it; undefined where even without any part of the ticket it
 * would be too long. The text of the log is Markdown's no more than in the ticket. Source: GitHub docs, "Creating an issue from a
 * URL query"; github/docs#22835.
 */
export function fillForm(raw: Report, story: Story | undefined, request: FormRequest): FilledForm | undefined {
  const report = withoutKnown(visibleDeep(raw), request.isAsked === true);
  const parts = request.fields.map(({ id, part, text = '' }) => {
    const blocks = part === undefined ? [] : blocksOf(part, report, visibleDeep(story)).map(cutBlock).map(lowered);
    const of = blocks.reduce((sum, block) => sum + sizeOf(block), 0);
    return { id, part, text, blocks, of, kept: of };
  });
  for (;;) {
    const fields = parts.map((each) => [each.id, textOf(each)] as const);
    const url = urlOf(request, cutMiddle(titleOf(report, 'github'), MOST_TITLE), fields);
    if (url.length <= MOST_URL) {
      const cut = parts.flatMap(({ id, kept, of }) => (kept < of ? [{ id, kept, of }] : []));
      return { url, texts: fields.map(([, text]) => text), cut };
    }
    const [longest] = parts
      .filter(({ kept }) => kept > 0)
      .toSorted((a, b) => encodedLength(textOf(b)) - encodedLength(textOf(a)));
    if (longest === undefined) return undefined;
    longest.kept = Math.floor(longest.kept * 0.9);
  }
}

function blocksOf(part: FormPart, report: Report, story: Story | undefined): readonly Block[] {
  switch (part) {
    case 'verdict':
      return verdictBlocks(report, 'github').filter(({ kind }) => kind !== 'title');
    case 'when':
      return [whenTable(report)];
    case 'env':
      return [environmentTable(report)];
    case 'story':
      return storyBlocks(story, report.verdict.text).filter(({ kind }) => kind !== 'heading');
    default:
      return report.findings
        .slice(0, IN_FULL)
        .flatMap((finding, index) => findingBlocks(finding, index + 1, report.verdict.text));
  }
}

/** A form has headings of its own, which are smaller. */
function lowered(block: Block): Block {
  return block.kind === 'heading' ? { kind: 'paragraph', spans: [{ strong: block.text }] } : block;
}

interface Part {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly of: number;
  readonly kept: number;
}

function textOf({ text, blocks, kept, of }: Part): string {
  if (blocks.length === 0) return text;
  const rest: Block = { kind: 'paragraph', spans: ['… the rest is in report.md'] };
  return [...firstOf(blocks, kept), ...(kept < of ? [rest] : [])].map(writeMarkdown).join('\n\n');
}

/** The first so many lines, rows, items and paragraphs. */
function firstOf(blocks: readonly Block[], most: number): Block[] {
  let left = most;
  return blocks.flatMap((block) => {
    const size = Math.min(sizeOf(block), left);
    left -= size;
    return size === 0 ? [] : [cutTo(block, size)];
  });
}

function sizeOf(block: Block): number {
  switch (block.kind) {
    case 'lines':
      return block.lines.length;
    case 'table':
      return block.rows.length;
    case 'list':
      return block.items.length;
    default:
      return 1;
  }
}

function cutTo(block: Block, size: number): Block {
  switch (block.kind) {
    case 'lines':
      return { ...block, lines: block.lines.slice(0, size) };
    case 'table':
      return { ...block, rows: block.rows.slice(0, size) };
    case 'list':
      return { ...block, items: block.items.slice(0, size) };
    default:
      return block;
  }
}

function urlOf(
  { repo, template }: FormRequest,
  title: string,
  fields: readonly (readonly [id: string, text: string])[],
): string {
  // Halves of characters become U+FFFD, everything but letters, digits and * - . _ is encoded.
  const query = new URLSearchParams({ template, title });
  for (const [id, text] of fields) query.set(id, text);
  return `https://github.com/${repo}/issues/new?${query}`;
}

function encodedLength(text: string): number {
  return new URLSearchParams({ text }).toString().length;
}
