import { STATE } from '../levels.ts';
import { processKey } from './catalog.ts';
import { levelOfByte } from './entry-levels.ts';
import type { ReadContext } from './firehose.ts';
import { cString, hexAt, type RawBytes, readU64 } from './raw-bytes.ts';
import { decodeStatePlist } from './state-plist.ts';
import type { TraceFile } from './trace-file.ts';

const SIMPLE_HEAD = 84;
const STATE_HEAD = 248;
const PLIST = 1;
const CUSTOM = 3;

/** Reads a simpledump: an entry that brings its text, launchd's for the most part. Source: libyal. */
export function readSimpledump(context: ReadContext, file: TraceFile, raw: RawBytes, from: number, to: number): void {
  const { gates, counts, sink, strings } = context;
  const { view, bytes } = raw;
  if (to - from < SIMPLE_HEAD || file.catalog === undefined || file.clock === undefined) {
    counts.damaged += 1;
    return;
  }
  const level = levelOfByte(bytes[from + 13] ?? 0);
  const wall = file.clock.wall(view.getUint32(from + 16, true), view.getUint32(from + 20, true));
  counts.count(level);
  counts.see(wall);
  const gate = gates.of(file.catalog.byKey.get(processKey(view, from)));
  if (!gates.isOpen(gate)) return;
  const textAt = Math.min(to, from + SIMPLE_HEAD + view.getUint32(from + 76, true));
  const end = Math.min(to, textAt + view.getUint32(from + 80, true));
  const named = gates.named(gate, cString(bytes, from + SIMPLE_HEAD, textAt), '');
  const verdict = gates.verdict(named, strings.image(hexAt(bytes, from + 40))?.image);
  if (!verdict.isWanted || !sink.takes(file, wall, from)) return;
  sink.add(file, { at: wall, position: from, length: to - from }, verdict, {
    pid: gate.process?.pid ?? -1,
    tid: readU64(view, from + 24),
    level,
    message: cString(bytes, textAt, end),
    formatString: undefined,
  });
}

/** Reads a statedump: what a part of the system says of itself. Source: libyal. */
export function readStatedump(context: ReadContext, file: TraceFile, raw: RawBytes, from: number, to: number): void {
  const { gates, counts, sink, strings } = context;
  const { view, bytes } = raw;
  if (to - from < STATE_HEAD || file.catalog === undefined || file.clock === undefined) {
    counts.damaged += 1;
    return;
  }
  const wall = file.clock.wall(view.getUint32(from + 16, true), view.getUint32(from + 20, true));
  counts.count(STATE);
  counts.see(wall);
  const gate = gates.of(file.catalog.byKey.get(processKey(view, from)));
  if (!gates.isOpen(gate)) return;
  const verdict = gates.verdict(gates.subsystem(gate, 0), strings.image(hexAt(bytes, from + 32))?.image);
  if (!verdict.isWanted || !sink.takes(file, wall, from)) return;
  sink.add(file, { at: wall, position: from, length: to - from }, verdict, {
    pid: gate.process?.pid ?? -1,
    tid: 0,
    level: STATE,
    message: stateText(raw, from, to),
    formatString: undefined,
  });
}

/** The title, and what stands in it where that can be read; else its kind and size. */
function stateText({ view, bytes }: RawBytes, from: number, to: number): string {
  const type = view.getUint32(from + 48, true);
  const size = view.getUint32(from + 52, true);
  const title = cString(bytes, from + 184, from + STATE_HEAD);
  const end = Math.min(to, from + STATE_HEAD + size);
  if (type === PLIST) {
    const text = decodeStatePlist(bytes.subarray(from + STATE_HEAD, end));
    if (text !== undefined) return `${title}\n${text}`;
  }
  const library = type === CUSTOM ? cString(bytes, from + 56, from + 120) : '';
  const decoder = type === CUSTOM ? cString(bytes, from + 120, from + 184) : '';
  const kind =
    type === PLIST ? 'plist' : type === CUSTOM ? `${library}/${decoder}` : type === 2 ? 'protobuf' : `type ${type}`;
  return `${title} (${kind}, ${size} bytes)`;
}
