/**
 * The program most people would write first, and write well enough: readline, one regular expression per line (or one
 * JSON.parse), a filter by process and subsystem, a handful of patterns, counts. It does a small part of an analysis.
 *
 *   node naive.js default|ndjson FILE
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

interface Entry {
  time: string;
  process: string;
  subsystem: string;
  message: string;
}

const HEADER =
  /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}[+-]\d{4}) +(0x[0-9a-f]+) +(\w+) +(0x[0-9a-f]+) +(\d+) +(\d+) +(.+?): (?:\(([^)\d][^)]*)\) )?(?:\[([^\]\s:]*):([^\]]*)\] )?(.*)$/;

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['connecting', /^\((\d+)\): Connecting$/],
  ['connect result', /^\((\d+)\): received connect result (\d+)$/],
  ['new flow', /^\((\d+)\): New flow: NEFlow type = (\w+), app = ([^,]+)/],
  ['rejected', /^\[Extension ([^\]]+)\]: provider rejected new flow (TCP|UDP) ([^[]+)/],
  ['destroying', /^\((\d+)\): Destroying/],
  ['status', /^(NESM\w+)\[([^\]]+)\]: status changed to (\w+)/],
  ['stop command', /Received a stop command from (\S+)\[(\d+)\] with reason (\d+)/],
  ['sleep or wake', /^(?:Entering Sleep state|(?:Dark)?Wake from )/],
];

const counts = new Map<string, number>();
const perProcess = new Map<string, number>();
const flows = new Map<string, string>();
let records = 0;
let open: Entry | undefined;

function take(entry: Entry): void {
  records += 1;
  perProcess.set(entry.process, (perProcess.get(entry.process) ?? 0) + 1);
  if (entry.process !== 'kernel' && entry.subsystem !== 'com.apple.networkextension' && entry.process !== 'powerd')
    return;
  for (const [name, pattern] of PATTERNS) {
    const found = pattern.exec(entry.message);
    if (found === null) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (name === 'connecting') flows.set(found[1] ?? '', entry.time);
    if (name === 'destroying') flows.delete(found[1] ?? '');
    return;
  }
}

function takeText(line: string): void {
  const found = HEADER.exec(line);
  if (found === null) {
    if (open !== undefined) open.message += `\n${line}`;
    return;
  }
  if (open !== undefined) take(open);
  open = { time: found[1] ?? '', process: found[7] ?? '', subsystem: found[9] ?? '', message: found[11] ?? '' };
}

function takeJson(line: string): void {
  const { timestamp, processImagePath, subsystem, eventMessage } = JSON.parse(line) as Record<
    string,
    string | undefined
  >;
  if (processImagePath === undefined) return;
  const process = processImagePath.slice(processImagePath.lastIndexOf('/') + 1);
  take({ time: timestamp ?? '', process, subsystem: subsystem ?? '', message: eventMessage ?? '' });
}

const [style, file = ''] = process.argv.slice(2);
const takeLine = style === 'ndjson' ? takeJson : takeText;
for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
  takeLine(line);
if (open !== undefined) take(open);
process.stdout.write(
  `${JSON.stringify({ records, openFlows: flows.size, counts: Object.fromEntries(counts), processes: perProcess.size })}\n`,
);
