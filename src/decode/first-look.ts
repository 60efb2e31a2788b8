import { foreignMagic } from './foreign-formats.ts';
import { type Sniffed, sniff } from './sniff.ts';
import type { Window } from './window.ts';

const BOM = Buffer.from('efbbbf', 'hex');
/** How much of the beginning is looked at to find the style. */
export const SNIFFED_BYTES = 256 * 1024;

/** What the input is, by its first bytes and lines. Moves the window behind a byte order mark. */
export function lookAt(window: Window): Sniffed {
  const { bytes, view, have } = window;
  const isMarked = have >= BOM.length && bytes.compare(BOM, 0, BOM.length, 0, BOM.length) === 0;
  window.from = isMarked ? BOM.length : 0;
  window.keep = window.from;
  const magic = foreignMagic(bytes, window.from, have);
  if (magic !== undefined) return { kind: 'unsupported', what: magic.what, advice: magic.advice };
  return sniff(bytes, view, window.from, Math.min(have, SNIFFED_BYTES));
}
