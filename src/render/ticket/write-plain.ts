import { wrap } from '../terminal/columns.ts';
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
        return tableText(block.head, block.rows, broken);
      case 'lines':
        return block.lines.map((line) => `    ${line}`).join('\n');
      default:
        return `[to be filled in: ${block.asks}]`;
    }
  };
}

/** A row is a name and what it says; what more it has stands below, under the names of its columns. */
function tableText(
  head: readonly string[],
  rows: readonly (readonly Span[])[],
  broken: (text: string, indent: string) => string,
): string {
  return rows
    .map((row) => {
      const [name = '', value = '', ...more] = row.map(spanText);
      const rest = more.map((each, index) => (each === '' ? '' : `\n  ${head[index + 2]}: ${each}`));
      return broken(`${name}: ${value}`, '  ') + rest.join('');
    })
    .join('\n');
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  return 'code' in span ? span.code : span.strong;
}
