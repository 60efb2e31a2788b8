import { code, fenced, inline, table } from '../markdown/escape.ts';
import type { Block, Span } from './document.ts';

/** As GitHub and most forges read it: no HTML, no links, no mentions. */
export function writeMarkdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${inline(block.text)}`;
    case 'heading':
      return `## ${inline(block.text)}`;
    case 'paragraph':
      return block.spans.map(spanText).join('');
    case 'list':
      return block.items.map((spans) => `- ${spans.map(spanText).join('')}`).join('\n');
    case 'table':
      return table(
        block.head.map(inline),
        block.rows.map((cells) => cells.map(spanText)),
      );
    case 'lines':
      return fenced(block.lines, 'text');
    default:
      return `*(to be filled in: ${inline(block.asks)})*`;
  }
}

function spanText(span: Span): string {
  if (typeof span === 'string') return inline(span);
  return 'code' in span ? code(span.code) : `**${inline(span.strong)}**`;
}
