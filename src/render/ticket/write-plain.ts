import { padEnd, columns as widthOf, wrap } from '../terminal/columns.ts';
import type { Block, Span } from './document.ts';

/** For fields and mails that know no markup. `width` breaks paragraphs; left out, whoever shows them does. */
export function plainWriter(width?: number): (block: Block) => string {
  const broken = (text: string, indent: string): string =>
    width === undefined ? text : wrap(text, width - indent.length).join(`\n${indent}`);
  return (block) => {
    switch (block.kind) {
      case 'title':
        return broken(block.text, '');
      case 'heading':
        return block.text.toUpperCase();
      case 'paragraph':
        return broken(block.spans.map(spanText).join(''), '');
      case 'list':
        return block.items.map((spans) => `- ${broken(spans.map(spanText).join(''), '  ')}`).join('\n');
      case 'table':
        return tableText(block.head, block.rows);
      case 'lines':
        return block.lines.map((line) => `    ${line}`).join('\n');
      default:
        return `[to be filled in: ${block.asks}]`;
    }
  };
}

/** Two columns are names and what they say; more stand below their heads. */
function tableText(head: readonly string[], rows: readonly (readonly Span[])[]): string {
  const cells = rows.map((row) => row.map(spanText));
  if (head.length === 2) return cells.map(([name = '', value = '']) => `${name}: ${value}`).join('\n');
  const all = [head, ...cells];
  const widths = head.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, index) => padEnd(cell, widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  return 'code' in span ? span.code : span.strong;
}
