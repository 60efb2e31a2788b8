import type { Block, Span } from './document.ts';

/** What means something in Jira's wiki markup, wherever it stands: macros, links, images, emoticons, marks. */
const MEANS = /[\\{}[\]|*_^~!?#()]|(?<!\w)[-+]|[-+](?!\w)/g;
const STARTS = /^(?:h[1-6]\.|bq\.)/;

/** Jira's wiki markup. Source: Atlassian's Text Formatting Notation Help. */
export function writeJira(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `h1. ${escaped(block.text)}`;
    case 'heading':
      return `h2. ${escaped(block.text)}`;
    case 'paragraph':
      return block.spans.map(spanText).join('');
    case 'list':
      return block.items.map((spans) => `* ${spans.map(spanText).join('')}`).join('\n');
    case 'table':
      return [
        `||${block.head.map((cell) => escaped(cell) || ' ').join('||')}||`,
        ...block.rows.map((cells) => `|${cells.map((cell) => spanText(cell) || ' ').join('|')}|`),
      ].join('\n');
    case 'lines':
      // Within the macro nothing counts but its own end.
      return `{noformat}\n${block.lines.join('\n').replaceAll(/\{(?=noformat)/gi, '{ ')}\n{noformat}`;
    default:
      return `_(to be filled in: ${escaped(block.asks)})_`;
  }
}

function spanText(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  return 'code' in span ? `{{${escaped(span.code)}}}` : `*${escaped(span.strong)}*`;
}

/** Addresses become links by themselves: an entity keeps them words. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll(MEANS, '\\$&')
    .replaceAll('://', ':&#47;&#47;')
    .replaceAll(/\b(www|mailto)(?=[.:])/gi, (word) => `${word}&#8288;`)
    .replaceAll('@', '&#64;')
    .replace(STARTS, (start) => `&#${start.charCodeAt(0)};${start.slice(1)}`);
}
