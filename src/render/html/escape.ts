/** One function per place in the page; nothing else may make HTML of text. Source: html-timeline 9. */
import { safeJson } from '../../lib/safe-json.ts';
import { visible } from '../terminal/visible.ts';

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text of an element or an attribute in quotes. What cannot be seen becomes visible first. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => HTML[character] ?? '');
}

/** The same, cut behind `most` characters. */
export function shortHtml(text: string, most: number): string {
  const seen = visible(text.slice(0, most * 2));
  const cut = seen.length > most ? `${seen.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : seen;
  return html(cut);
}

/** JSON inside a script element that is data: no `<` can end or open anything. */
export function jsonForScript(value: unknown): string {
  return safeJson(value).replaceAll('<', '\\u003c');
}

/** Throws where our own code holds what would end its element or begin a comment in it. */
export function refuseMarkup(code: string, what: string): void {
  const found = /<\/?(?:script|style)|<!--/i.exec(code);
  if (found !== null) throw new Error(`the ${what} of the page holds ${found[0]}, which would end its element`);
}
