import { type Frame, MAX_FRAMES, MAX_NAMES } from './crash-facts.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface TextStacks {
  readonly thread: number | undefined;
  readonly threadName: string | undefined;
  readonly queue: string | undefined;
  readonly frames: readonly Mutable<Frame>[];
  readonly thrown: readonly Mutable<Frame>[];
  /** Dispatch queues of all threads. */
  readonly queues: readonly string[];
  /** Objective-C methods on any stack. */
  readonly methods: readonly string[];
}

/** `Thread 1 Crashed:: name  Dispatch queue: NEFlow queue`, `Thread 1 Crashed:`, `Thread 2:`. */
const THREAD = /^Thread (\d{1,6})( Crashed)?:(?::? *(.*))?$/;
/** `Thread 1 name:  Dispatch queue: NEFlow queue`, which iOS prints before the thread. */
const THREAD_NAME = /^Thread (\d{1,6}) name: *(.*)$/;
const QUEUE = /(?:^|\s)Dispatch queue: (\S.*)$/i;
/** `12  libfoo.dylib   0x00007fff6a2b1234 symbol + 20`; the image's name may hold blanks. */
const FRAME = /^(\d{1,4})\s+(\S.{0,120}?)\s+(0x[0-9a-fA-F]{1,16})\s(.*)$/;
/** `symbol + 20 (File.swift:12)`. */
const CALL = /^(.*\S) \+ (\d{1,12})(?: \(([^()]*:\d+|in [^()]*)\))?$/;

interface OpenThread {
  readonly number: number;
  readonly isCrashed: boolean;
  name: string | undefined;
  queue: string | undefined;
  readonly frames: Mutable<Frame>[];
}

/** The stacks of a text report, in one pass. */
export function readStacks(lines: readonly string[]): TextStacks {
  const reader = new StackReader();
  for (const line of lines) {
    if (line.startsWith('Binary Images:')) break;
    reader.read(line);
  }
  return reader.result;
}

interface ThreadTitle {
  readonly number: number;
  readonly title: string;
}

class StackReader {
  readonly #queues: string[] = [];
  readonly #methods: string[] = [];
  readonly #thrown: Mutable<Frame>[] = [];
  #crashed: OpenThread | undefined;
  #named: ThreadTitle | undefined;
  #into: Mutable<Frame>[] | undefined;

  read(line: string): void {
    if (line === '') this.#into = undefined;
    else if (line.startsWith('Last Exception Backtrace:')) this.#into = this.#thrown;
    else if (!line.startsWith('Thread ') || !this.#readThread(line)) this.#readCall(line);
  }

  get result(): TextStacks {
    const crashed = this.#crashed;
    return {
      thread: crashed?.number,
      threadName: crashed?.name,
      queue: crashed?.queue,
      frames: crashed?.frames ?? [],
      thrown: this.#thrown,
      queues: this.#queues,
      methods: this.#methods,
    };
  }

  #readThread(line: string): boolean {
    const title = THREAD_NAME.exec(line);
    if (title !== null) this.#named = { number: Number(title[1]), title: title[2] ?? '' };
    const thread = title === null ? THREAD.exec(line) : null;
    if (thread === null) return title !== null;
    const own = openThread(thread, this.#named);
    if (own.queue !== undefined && this.#queues.length < 16 * MAX_NAMES) this.#queues.push(own.queue);
    if (own.isCrashed) this.#crashed ??= own;
    this.#into = own.frames;
    return true;
  }

  #readCall(line: string): void {
    const into = this.#into;
    const frame = into === undefined ? undefined : readFrame(line);
    if (frame === undefined || into === undefined) return;
    if (into.length < MAX_FRAMES) into.push(frame);
    const isMethod = frame.symbol !== undefined && /^[-+]\[/.test(frame.symbol);
    if (isMethod && frame.symbol !== undefined && this.#methods.length < 64 * MAX_NAMES)
      this.#methods.push(frame.symbol);
  }
}

function openThread([, digits, crashed, rest = '']: RegExpExecArray, named: ThreadTitle | undefined): OpenThread {
  const number = Number(digits);
  const title = rest !== '' ? rest : named?.number === number ? named.title : '';
  const queue = QUEUE.exec(title)?.[1];
  const name = title.replace(QUEUE, '').trim();
  return { number, isCrashed: crashed !== undefined, name: name === '' ? undefined : name, queue, frames: [] };
}

function readFrame(line: string): Mutable<Frame> | undefined {
  const [, , image, , call] = FRAME.exec(line) ?? [];
  if (image === undefined || call === undefined) return undefined;
  const [, symbol, offset, source] = CALL.exec(call) ?? [];
  // Without a symbol the report prints the image's address, or its name, in its place.
  const isBare = symbol === undefined || symbol.startsWith('0x') || symbol === image;
  return {
    image,
    symbol: isBare ? (symbol === undefined && !call.startsWith('0x') ? call.trim() : undefined) : symbol,
    offset: offset === undefined ? undefined : Number(offset),
    source: source?.startsWith('in ') === true ? undefined : source,
    isSystem: undefined,
  };
}
