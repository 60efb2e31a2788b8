import { prove, wordsOf } from '../redact/prove.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { PageCode } from '../render/html/html.ts';
import { pageTexts } from '../render/html/page-texts.ts';

/**
 * Throws `UserError` (exit code 6) where a page would still hold a private value, packed or not. `blank` is the same page of
 * nothing: its words are ours.
 */
export function provePage(redactor: Redactor, page: string, blank: string, code: PageCode): void {
  const isOurs = wordsOf(pageTexts(blank, code));
  for (const text of pageTexts(page, code)) prove(redactor, text, () => 'the page', isOurs);
}
