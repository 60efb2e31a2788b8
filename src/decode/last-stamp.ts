import { NEWLINE, QUOTE } from '../lib/ascii.ts';
import type { ByteSource } from '../lib/byte-source.ts';
import type { ReportFormat } from '../model/input.ts';
import { AnyStamp } from './partial-stamp.ts';
import { isReportFormat } from './reports/report-lines.ts';
import { createHeader, type Style, type StyleHints } from './scanners.ts';
import type { LineHeader } from './text/line-header.ts';

const TIMESTAMP_KEY = Buffer.from('"timestamp"');

/** How much of the end is looked at. */
const TAIL_BYTES = 64 * 1024;

/** Wall clock in µs of an input's last record; undefined where only reading everything before it could tell. */
export function readLastWall(style: Style, source: ByteSource, hints: StyleHints): number | undefined {
  if (hasNoLast(style) || source.size === undefined || source.peek === undefined) return undefined;
  const tail = Buffer.alloc(Math.min(source.size, TAIL_BYTES));
  const count = source.peek(tail, source.size - tail.length);
  return lastWall(style, tail.subarray(0, count), hints);
}

type NoLast = 'iterator-csv' | 'iterator-jsonl' | 'console-block' | ReportFormat;

/** Records that are in no order, lines in a message that look like a block's, and documents of one moment. */
function hasNoLast(style: Style): style is NoLast {
  return style === 'iterator-csv' || style === 'iterator-jsonl' || style === 'console-block' || isReportFormat(style);
}

/** The last whole record in these bytes. */
function lastWall(style: Exclude<Style, NoLast>, bytes: Buffer, hints: StyleHints): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wall =
    style === 'ndjson' || style === 'json'
      ? lastInJson(bytes, view)
      : lastInText(createHeader(style, hints), bytes, view);
  return wall === undefined || Number.isNaN(wall) ? undefined : wall;
}

function lastInJson(bytes: Buffer, view: DataView): number | undefined {
  const stamp = new AnyStamp();
  for (let key = bytes.lastIndexOf(TIMESTAMP_KEY); key >= 0; key = bytes.lastIndexOf(TIMESTAMP_KEY, key - 1)) {
    const quote = bytes.indexOf(QUOTE, key + TIMESTAMP_KEY.length);
    if (quote >= 0 && stamp.read(bytes, view, quote + 1, bytes.length)) return stamp.wall;
    if (key === 0) break;
  }
  return undefined;
}

function lastInText(header: LineHeader, bytes: Buffer, view: DataView): number | undefined {
  let end = bytes.length;
  while (end > 0) {
    const start = bytes.lastIndexOf(NEWLINE, end - 1) + 1;
    if (header.read(bytes, view, start, end) && header.hasTime) return header.stamp.wall;
    end = start - 1;
  }
  return undefined;
}
