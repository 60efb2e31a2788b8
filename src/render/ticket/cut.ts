import { cutMiddle } from '../terminal/columns.ts';
import type { Block, Span } from './document.ts';

/** No text of a ticket is longer, in columns, whatever a log says. */
const MOST = 1000;
const MOST_CODE = 240;

/** The block with every text in it cut to what a reader takes in. */
export function cutBlock(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return { ...block, text: cutMiddle(block.text, MOST_CODE) };
    case 'paragraph':
      return { ...block, spans: block.spans.map(cutSpan) };
    case 'list':
      return { ...block, items: block.items.map((spans) => spans.map(cutSpan)) };
    case 'table':
      return { ...block, rows: block.rows.map((cells) => cells.map(cutSpan)) };
    case 'lines':
      return { ...block, lines: block.lines.map((line) => cutMiddle(line, MOST)) };
    default:
      return block;
  }
}

function cutSpan(span: Span): Span {
  if (typeof span === 'string') return cutMiddle(span, MOST);
  return 'code' in span ? { code: cutMiddle(span.code, MOST_CODE) } : { strong: cutMiddle(span.strong, MOST) };
}
