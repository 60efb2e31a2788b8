import { NEWLINE } from '../../lib/ascii.ts';
import type { ReportFormat } from '../../model/input.ts';
import { ObjectSkipper } from '../json/json-walk.ts';
import type { ReportStart } from './report-lines.ts';

/** Longest document that is read as a whole; of a longer one this much is read. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const FIRST_BYTES = 64 * 1024;
/** Lines that sampling tools print above the processes. */
const SAMPLED = /^(?:Data Source|Event|Steps|Heaviest stack|Duration Sampled)\b/;

export interface Place {
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

/** What is known of a document while its lines come in: its first line, its body so far, and where both stand. */
export class ReportDocument {
  readonly start: Place;
  readonly format: ReportFormat;
  /** First line of an .ips file. */
  readonly header: string | undefined;
  body: Place | undefined;
  mode: 'none' | 'json' | 'xml' | 'text' = 'none';
  isTooLong = false;
  /** Offset behind the last byte that is part of it. */
  endAt: number;
  #bytes = Buffer.alloc(0);
  #length = 0;
  #isSampled = false;
  /** How far into the text its bytes and lines have been counted: parts come in rising order. */
  #counted = { at: 0, bytes: 0, lines: 0 };
  readonly #seen = new Set<ReportStart['kind']>();
  readonly #skipper = new ObjectSkipper();

  constructor(start: Place, format: ReportFormat, header: string | undefined) {
    this.start = start;
    this.format = format;
    this.header = header;
    this.endAt = start.offset;
  }

  /** Whether what begins here is another document. */
  isEndedBy({ kind }: ReportStart): boolean {
    if (kind === 'header' || kind === 'title') return true;
    if (this.mode === 'none') return false;
    if (kind === 'body' || this.mode !== 'text') return true;
    // Every process of a sampled machine has its own title.
    return this.#seen.has(kind) && !(kind === 'process' && this.#isSampled);
  }

  /** Takes the beginning of a line, or all of it. */
  beginLine(bytes: Buffer, from: number, end: number, place: Place, start: ReportStart | undefined): void {
    if (this.mode === 'none') this.#begin(bytes, from, end, place);
    if (this.mode !== 'text') return;
    if (start !== undefined) this.#seen.add(start.kind);
    const isFirstDate = start?.kind === 'date' && this.#seen.size === 1;
    if (isFirstDate || SAMPLED.test(bytes.toString('latin1', from, Math.min(end, from + 32)))) this.#isSampled = true;
  }

  #begin(bytes: Buffer, from: number, end: number, place: Place): void {
    const text = bytes.toString('latin1', from, Math.min(end, from + 16)).trimStart();
    if (text === '' || /^-+\s*$/.test(text)) return;
    this.body = place;
    this.mode = text.startsWith('{') ? 'json' : text.startsWith('<') ? 'xml' : 'text';
  }

  /** Keeps these bytes. Answers the index behind the document's end where it ends among them, else -1. */
  append(bytes: Buffer, from: number, to: number, base: number): number {
    if (this.mode === 'none') return -1;
    const found = this.mode === 'json' ? this.#skipper.skip(bytes, from, to) : -1;
    const end = found < 0 ? to : found;
    this.#keep(bytes, from, end);
    this.endAt = base + end;
    if (this.mode === 'xml' && bytes.subarray(from, end).includes('</plist>')) return end;
    return found;
  }

  /** What was kept from this offset on was no part of it. */
  cutAt(offset: number): void {
    this.endAt = Math.min(this.endAt, Math.max(offset, this.start.offset));
    this.#length = Math.min(this.#length, Math.max(0, offset - (this.body?.offset ?? offset)));
  }

  get text(): string {
    const bytes = this.#bytes.subarray(0, this.#length);
    const text = bytes.toString('utf8');
    return text.includes('\0') || text.includes('\r') ? text.replaceAll('\0', '').replaceAll('\r\n', '\n') : text;
  }

  /** Where a part of the body stands that begins at this index of its text, or on this line of it. */
  placeOf(part: { readonly at: number } | { readonly line: number } | undefined, text: string): Place {
    if (part === undefined || this.body === undefined) return this.start;
    if ('line' in part) return this.#placeOfLine(part.line);
    if (part.at < this.#counted.at) this.#counted = { at: 0, bytes: 0, lines: 0 };
    const { at, bytes, lines } = this.#counted;
    const between = text.slice(at, part.at);
    let more = 0;
    for (let found = between.indexOf('\n'); found >= 0; found = between.indexOf('\n', found + 1)) more += 1;
    this.#counted = { at: part.at, bytes: bytes + Buffer.byteLength(between), lines: lines + more };
    return { offset: this.body.offset + this.#counted.bytes, line: this.body.line + this.#counted.lines };
  }

  #placeOfLine(index: number): Place {
    const body = this.body ?? this.start;
    let at = 0;
    for (let line = 0; line < index; line++) {
      const newline = this.#bytes.indexOf(NEWLINE, at);
      if (newline < 0 || newline >= this.#length) break;
      at = newline + 1;
    }
    return { offset: body.offset + at, line: body.line + index };
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    const room = MAX_DOCUMENT_BYTES - this.#length;
    const count = Math.min(to - from, room);
    if (to - from > room) this.isTooLong = true;
    const needed = this.#length + count;
    if (needed > this.#bytes.length) {
      const size = Math.min(MAX_DOCUMENT_BYTES, Math.max(needed, 2 * this.#bytes.length, FIRST_BYTES));
      const grown = Buffer.allocUnsafeSlow(size);
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    bytes.copy(this.#bytes, this.#length, from, from + count);
    this.#length = needed;
  }
}
