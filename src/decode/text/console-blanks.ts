import { levelOfConsoleWord, UNKNOWN } from '../levels.ts';
import { PROCESSES, REVERSE_DNS } from './console-layout.ts';

/** A row of Console's list in which a tracker or a forum has turned the tabs into blanks. */
export interface BlankRow {
  readonly type: string;
  readonly process: string;
  readonly subsystem: string;
  readonly category: string;
  /** What stands before the time, and before the message. */
  readonly beforeTime: string;
  readonly beforeMessage: string;
}

/** What comes before the time: nothing, the type, or subsystem, category and type. */
const TIMED_ROW =
  /^((?:\p{L}[^\s:]{0,127} {1,40}){0,4})((?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{1,9}(?: ?[+-]\d\d:?\d\d))( +)(\S.*)$/su;
const TYPE = /^\p{L}+(?: \p{L}+)?$/u;
/** A process and what follows it: two blanks tell where a name with blanks ends, else it ends at the first one. */
const APART = /^(\S{1,64}(?: \S{1,64}){0,5}) {2,}/;
const WORD = /^(\S+)(?: |$)/;
/** Type, process, subsystem, message. */
const TIMELESS_ROW = /^(\p{L}+(?: \p{L}+)?) +(\S{1,64}(?: \S{1,64}){0,3}?)( +)([A-Za-z][\w.-]{4,127})( +)\S/u;
const TYPE_AND_PROCESS = /^(\p{L}+(?: \p{L}+)?) +(\S{1,64})( +)\S/u;

/** Type, time, process, message; time, process, message; or subsystem, category, type, time, process, message. */
export function readBlankRow(text: string): BlankRow | undefined {
  const [, before = '', time = '', gap = '', rest = ''] = TIMED_ROW.exec(text) ?? [];
  const columns = time === '' ? undefined : columnsBefore(before);
  const process = (APART.exec(rest) ?? WORD.exec(rest))?.[1] ?? '';
  if (columns === undefined || process === '') return undefined;
  // Behind a date without a type before it stands what other styles print there.
  if (time.startsWith('-', 4) && columns.type === '') return undefined;
  const known = before.length + time.length + gap.length + process.length;
  const behind = /^ */.exec(text.slice(known))?.[0].length ?? 0;
  return { ...columns, process, beforeTime: before, beforeMessage: text.slice(0, known + behind) };
}

/** Type, process, subsystem, message: a known type, and behind the process a name in reverse DNS, or a process of Apple's. */
export function readTimelessRow(text: string): BlankRow | undefined {
  const isKnown = (type: string): boolean => levelOfConsoleWord(type) !== UNKNOWN;
  const [, type = '', process = '', gap = '', subsystem = '', end = ''] = TIMELESS_ROW.exec(text) ?? [];
  if (isKnown(type) && REVERSE_DNS.test(subsystem)) {
    const before = text.indexOf(subsystem, text.indexOf(process, type.length) + process.length + gap.length);
    const beforeMessage = text.slice(0, before + subsystem.length + end.length);
    return { type, process, subsystem, category: '', beforeTime: '', beforeMessage };
  }
  const [head = '', word = '', name = ''] = TYPE_AND_PROCESS.exec(text) ?? [];
  if (!isKnown(word) || !PROCESSES.has(name)) return undefined;
  return { type: word, process: name, subsystem: '', category: '', beforeTime: '', beforeMessage: head.slice(0, -1) };
}

/** The words before a time; undefined where they are no columns. */
function columnsBefore(before: string): Pick<BlankRow, 'type' | 'subsystem' | 'category'> | undefined {
  const text = before.trimEnd();
  if (text === '') return { type: '', subsystem: '', category: '' };
  const words = text.split(/ +/);
  const [subsystem = '', ...others] = words;
  if (!REVERSE_DNS.test(subsystem)) {
    return TYPE.test(words.join(' ')) ? { type: words.join(' '), subsystem: '', category: '' } : undefined;
  }
  const last = others.slice(-2).join(' ');
  const isPair = others.length > 1 && levelOfConsoleWord(last) !== UNKNOWN;
  const single = others.at(-1) ?? '';
  const isType = others.length > 1 || levelOfConsoleWord(single) !== UNKNOWN;
  const type = isPair ? last : isType ? single : '';
  const rest = others.slice(0, others.length - (type === '' ? 0 : type.split(' ').length));
  return rest.length > 1 ? undefined : { type, subsystem, category: rest[0] ?? '' };
}
