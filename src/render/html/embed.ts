import { gzipSync } from 'node:zlib';
import { UserError } from '../../lib/errors.ts';
import type { Timeline } from '../../model/timeline.ts';
import { encodeText } from './line-text.ts';
import { BLOCK_FLOWS, BLOCK_LINES, type Embedding } from './page-data.ts';

/** `auto` holds all text as long as the file stays below this many bytes. */
const AUTO_BYTES = 10_000_000;
/** No larger file is written. */
const MOST_BYTES = 100_000_000;
/** Of gzip: 9 takes more than twice as long and saves a hundredth. */
const TEXT_LEVEL = 7;
/** Lines before and after a piece of evidence that are kept with it. */
const CONTEXT = 5;

export interface EmbeddedText {
  readonly embedding: Embedding;
  readonly lines: number;
  /** Base64 of gzipped blocks of `BLOCK_LINES` lines. */
  readonly blocks: readonly string[];
  /** The same of `BLOCK_FLOWS` flows, each one JSON object on a line. */
  readonly flowBlocks: readonly string[];
}

/** The text that goes into the file, by what `--embed` says; `taken` bytes are in it already. */
export function embedText(timeline: Timeline, wish: Embedding | 'auto', taken: number): EmbeddedText {
  if (wish === 'none') return { embedding: 'none', lines: 0, blocks: [], flowBlocks: [] };
  if (wish === 'evidence') return evidenceOnly(timeline);
  const room = (wish === 'auto' ? AUTO_BYTES : MOST_BYTES) - taken;
  const all = encodeAll(timeline, room);
  if (all !== undefined) return all;
  if (wish === 'auto') return evidenceOnly(timeline);
  throw new UserError(`a page with the text of all ${timeline.lines.count} lines would be larger than 100 MB`, {
    exitCode: 2,
    hint: 'give --embed evidence or --embed none, or a part of the capture (necropsy export --since … --until …)',
  });
}

/** Undefined where it needs more than `room`. */
function encodeAll(timeline: Timeline, room: number): EmbeddedText | undefined {
  const { text, count } = timeline.lines;
  let left = room;
  const flowBlocks = encodeFlows(timeline);
  for (const block of flowBlocks) left -= block.length;
  const blocks: string[] = [];
  for (let from = 0; from < count; from += BLOCK_LINES) {
    const block = pack(
      text
        .slice(from, from + BLOCK_LINES)
        .map(encodeText)
        .join('\n'),
    );
    left -= block.length;
    if (left < 0) return undefined;
    blocks.push(block);
  }
  return { embedding: 'all', lines: count, blocks, flowBlocks };
}

function evidenceOnly(timeline: Timeline): EmbeddedText {
  const { lines } = timeline;
  const kept = linesOfEvidence(timeline);
  const blocks: string[] = [];
  let count = 0;
  for (let from = 0; from < lines.count; from += BLOCK_LINES) {
    const block: string[] = [];
    for (let i = from; i < Math.min(lines.count, from + BLOCK_LINES); i++) {
      const isKept = kept[i] === 1;
      if (isKept) count += 1;
      block.push(encodeText(isKept ? lines.text[i] : undefined));
    }
    blocks.push(pack(block.join('\n')));
  }
  return { embedding: 'evidence', lines: count, blocks, flowBlocks: encodeFlows(timeline) };
}

/** 1 for cited lines, those around them, and all lines of the flows that they name. */
function linesOfEvidence({ lines, findings }: Timeline): Uint8Array {
  const kept = new Uint8Array(lines.count);
  const flows = new Set<number>();
  for (const place of findings.flatMap(({ evidence }) => evidence)) {
    if (place < 0) continue;
    kept.fill(1, Math.max(0, place - CONTEXT), place + CONTEXT + 1);
    flows.add(lines.flow[place] ?? 0);
  }
  flows.delete(0);
  for (let i = 0; i < lines.count; i++) if (flows.has(lines.flow[i] ?? 0)) kept[i] = 1;
  return kept;
}

function encodeFlows({ flows }: Timeline): string[] {
  const blocks: string[] = [];
  for (let from = 0; from < flows.length; from += BLOCK_FLOWS) {
    const block = flows.slice(from, from + BLOCK_FLOWS).map(({ report }) => JSON.stringify(report));
    blocks.push(pack(block.join('\n'), 6));
  }
  return blocks;
}

/** Gzipped and in base64. The same bytes on every system: the header names neither a time nor a system. */
export function pack(data: string | Uint8Array, level = TEXT_LEVEL): string {
  const packed = gzipSync(typeof data === 'string' ? Buffer.from(data, 'utf8') : data, { level });
  packed[9] = 255;
  return packed.toString('base64');
}
