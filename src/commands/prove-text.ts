import { prove, wordsOf } from '../redact/prove.ts';
import type { Redactor } from '../redact/redactor.ts';

/**
 * Throws `UserError` (exit code 6) where what is about to be written would still hold a private value, however its format
 * writes it. `blank` is the same drawn of nothing: its words are ours.
 */
export function proveText(redactor: Redactor, text: string, blank: string): void {
  const isOurs = wordsOf(readingsOf(blank));
  for (const reading of readingsOf(text)) prove(redactor, reading, () => 'the result', isOurs);
}

/** A text as it stands, with the escapes of HTML and of Markdown undone, and with lines that were broken for width joined. */
function readingsOf(text: string): string[] {
  const readings = [
    text,
    text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, unentity),
    text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'),
    text.replaceAll(/\s+/g, ' '),
  ];
  return [...new Set(readings)];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unentity(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
