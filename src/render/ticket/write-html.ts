import { createHash } from 'node:crypto';
import { html, refuseMarkup } from '../html/escape.ts';
import type { Block, Span } from './document.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}table{border-collapse:collapse;margin:1rem 0;display:block;overflow-x:auto}td,th{border:1px solid #d0d7de;padding:.3rem .6rem;text-align:left;vertical-align:top}pre,code{font:13px/1.5 ui-monospace,monospace}pre{overflow-x:auto;background:#f6f8fa;padding:.8rem}code{overflow-wrap:anywhere}h2{margin-top:2rem}@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}td,th{border-color:#3d444d}pre{background:#151b23}}';

/** A page of blocks that loads nothing and runs nothing: no script at all, one style whose bytes are known. */
export function htmlPage(title: string, blocks: readonly Block[]): string {
  refuseMarkup(STYLE, 'style');
  const digest = createHash('sha256').update(STYLE, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<meta name="referrer" content="no-referrer"><title>${html(title)}</title><style>${STYLE}</style></head>\n<body><main>`,
    ...blocks.map(writeHtml),
    '</main></body></html>\n',
  ].join('\n');
}

function writeHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${html(block.text)}</h1>`;
    case 'heading':
      return `<h2>${html(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${block.spans.map(spanHtml).join('')}</p>`;
    case 'list':
      return `<ul>${block.items.map((spans) => `<li>${spans.map(spanHtml).join('')}</li>`).join('')}</ul>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${html(cell)}</th>`).join('');
      const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${spanHtml(cell)}</td>`).join('')}</tr>`);
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    }
    case 'lines':
      return `<pre>${block.lines.map(html).join('\n')}</pre>`;
    default:
      return `<p><em>${html(block.asks)}</em></p>`;
  }
}

function spanHtml(span: Span): string {
  if (typeof span === 'string') return html(span);
  return 'code' in span ? `<code>${html(span.code)}</code>` : `<strong>${html(span.strong)}</strong>`;
}
