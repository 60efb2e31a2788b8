import { Dump, processTitle } from './dump.ts';
import { heaviest } from './resource.ts';
import { fieldsOf, namedPid } from './text-header.ts';

/** Processes and threads that are told; a spindump of a busy machine holds hundreds and thousands. */
export const MAX_PROCESSES = 256;
const MAX_THREADS = 24;
const HEAD_LINES = 120;

export interface SpindumpFacts {
  readonly captured: string | undefined;
  readonly text: string;
  readonly processes: readonly SpindumpProcess[];
  /** Processes beyond those. */
  readonly more: number;
}

export interface SpindumpProcess {
  /** Index of its line in the report, from 0. */
  readonly line: number;
  readonly text: string;
}

const PROCESS = /^Process: +(\S.*)$/;
const THREAD = /^ {0,4}Thread (0x[0-9a-f]{1,16})\s+(.*)$/;
const QUEUE = /DispatchQueue (?:"([^"]{0,200})"|(\S{1,200}))/;
const THREAD_NAME = /Thread name "([^"]{0,200})"/;
const SAMPLES = /(\d{1,9}) samples?\b/;
/** `   1001  start + 1 (dyld + 7000) [0x18f…]`; a `*` stands before calls in the kernel. */
const CALL = /^\s{2,}\*?(\d{1,9})\s+(\S.*)$/;
const ADDRESS = / \[0x[0-9a-f]{1,16}\]/;

/** What a spindump says of the machine, and of each process: its threads, their queues, and what they wait for. */
export function readSpindump(lines: readonly string[]): SpindumpFacts {
  const first = lines.findIndex((line) => PROCESS.test(line));
  const fields = fieldsOf(lines.slice(0, first < 0 ? HEAD_LINES : Math.min(first, HEAD_LINES)));
  const captured = fields.get('Date/Time');
  const dump = new Dump(`spindump report: ${fields.get('Event') ?? 'sampled'}`)
    .add('command', fields.get('Command'))
    .add('path', fields.get('Path'))
    .add('captured', captured)
    .add('ended', fields.get('End time'))
    .add('system', fields.get('OS Version'))
    .add('source', fields.get('Data Source'))
    .add('reason', fields.get('Reason') ?? fields.get('Note'))
    .add('duration', fields.get('Duration'))
    .add('steps', fields.get('Steps'))
    .addNumbered('heaviest', heaviest(lines));
  const starts = first < 0 ? [] : lines.flatMap((line, index) => (index >= first && PROCESS.test(line) ? [index] : []));
  const processes = starts
    .slice(0, MAX_PROCESSES)
    .map((start, i) => ({ line: start, text: processText(lines, start, starts[i + 1] ?? lines.length, captured) }));
  return { captured, text: dump.text, processes, more: Math.max(0, starts.length - MAX_PROCESSES) };
}

function processText(lines: readonly string[], from: number, to: number, captured: string | undefined): string {
  const own = lines.slice(from, to);
  const named = namedPid(PROCESS.exec(own[0] ?? '')?.[1]);
  const firstThread = own.findIndex((line) => THREAD.test(line));
  const fields = fieldsOf(own.slice(0, firstThread < 0 ? HEAD_LINES : firstThread));
  const dump = new Dump(`spindump process: ${processTitle(named?.name, named?.pid)}`)
    .add('bundle', fields.get('Identifier'))
    .add('version', fields.get('Version'))
    .add('path', fields.get('Path'))
    .add('parent', fields.get('Parent'))
    .add('footprint', fields.get('Footprint'))
    .add('cpu time', fields.get('CPU Time'))
    .add('captured', captured);
  if (firstThread >= 0) dump.addNumbered('thread', threadTexts(own.slice(firstThread)));
  return dump.text;
}

/** `NEFlow queue, 1001 samples: semaphore_wait_trap + 8 (kernel) (blocked by …)`: the innermost call that every sample has. */
function threadTexts(lines: readonly string[]): string[] {
  const threads: string[] = [];
  let title: string | undefined;
  let samples = 0;
  let innermost = '';
  let blocked = '';
  const close = (): void => {
    if (title !== undefined) threads.push([title, innermost, blocked].filter((part) => part !== '').join(': '));
  };
  for (const line of lines) {
    const [, id, rest] = THREAD.exec(line) ?? [];
    if (id !== undefined && rest !== undefined) {
      close();
      if (threads.length >= MAX_THREADS) return threads;
      const queue = QUEUE.exec(rest);
      const name = queue?.[1] ?? queue?.[2] ?? THREAD_NAME.exec(rest)?.[1] ?? id;
      samples = Number(SAMPLES.exec(rest)?.[1] ?? 0);
      title = `${name}, ${samples} samples`;
      innermost = '';
      blocked = '';
      continue;
    }
    const [, count, call] = CALL.exec(line) ?? [];
    if (count !== undefined && call !== undefined && Number(count) >= samples) innermost = call.replace(ADDRESS, '');
    if (blocked === '' && !innermost.includes('blocked'))
      blocked = /\bblocked (?:by|on) [^)]{1,200}/.exec(line)?.[0] ?? '';
  }
  close();
  return threads;
}
