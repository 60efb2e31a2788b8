import type { TableColumn } from '../../model/input.ts';
import { levelOfConsoleWord, UNKNOWN } from '../levels.ts';
import { AnyStamp } from '../partial-stamp.ts';
import { TIME_CELL } from '../text/console-layout.ts';
import type { OriginParts } from '../text/line-header.ts';
import { type KeyLine, roleOfKey } from './block-keys.ts';

/** Console has no more than a dozen. */
const MOST_KEYS = 24;
const REVERSE_DNS = /^[A-Za-z]{2,}(?:\.[\w-]+){2,}$/;
const TYPE_WORD = /^\p{L}{2,16}(?: \p{L}{2,16})?$/u;
/** In which order Console prints them; a key of a language nobody knows is told by those beside it. */
const ORDER: readonly TableColumn[] = ['type', 'time', 'process', 'subsystem', 'category'];

/** The lines of a block before its message: collected, then told apart by their keys, their values and their places. */
export class BlockHeader {
  readonly stamp = new AnyStamp();
  hasTime = false;
  level = UNKNOWN;
  pid = -1;
  tid = 0;
  origin: OriginParts = { process: '', sender: '', subsystem: '', category: '' };
  /** The first key that could not be told, with its value. */
  unknown: KeyLine | undefined;
  #lines: KeyLine[] = [];

  get count(): number {
    return this.#lines.length;
  }

  get keys(): readonly string[] {
    return this.#lines.map(({ key }) => key);
  }

  clear(): void {
    this.#lines = [];
  }

  has(key: string): boolean {
    return this.#lines.some((line) => line.key === key);
  }

  /** False where there are more than any block has. */
  add(line: KeyLine): boolean {
    if (this.#lines.length >= MOST_KEYS) return false;
    this.#lines.push(line);
    return true;
  }

  /** What each line holds, in their order. */
  roles(): TableColumn[] {
    const known = this.#lines.map(({ key, value }) => roleOfKey(key) ?? roleOfValue(value));
    return known.map((role, index) => {
      if (role !== undefined) return role;
      const placed = roleOfPlace(known, index, this.#lines[index]?.value ?? '');
      known[index] = placed;
      return placed ?? 'other';
    });
  }

  /** Whether these lines are the beginning of a block beyond doubt. */
  get isCertain(): boolean {
    const roles = this.roles();
    const times = this.#lines.filter(({ value }, index) => roles[index] === 'time' && isTime(value));
    return this.count >= 2 && (times.length > 0 || (roles.includes('type') && roles.includes('process')));
  }

  /** Takes the lines for a header, which the message follows; false where they are none. */
  read(): boolean {
    const roles = this.roles();
    const known = roles.filter((role) => role !== 'other').length;
    if (known < 2 || !(roles.includes('time') || roles.includes('type'))) return false;
    const textOf = (role: TableColumn): string => this.#lines[roles.indexOf(role)]?.value ?? '';
    this.#readTime(roles);
    this.level = levelOfConsoleWord(textOf('type'));
    this.pid = /^\d{1,9}$/.test(textOf('pid')) ? Number(textOf('pid')) : -1;
    this.tid = numberOf(textOf('thread'));
    const [, process = '', pid] = /^(.*?)(?:[ ]?[[(](\d{1,9})[\])])?$/.exec(textOf('process')) ?? [];
    if (pid !== undefined && this.pid < 0) this.pid = Number(pid);
    const sender = textOf('sender').replace(/^.*\//, '');
    const subsystem = textOf('subsystem');
    const parts = { process, subsystem, category: textOf('category') };
    this.origin = sender === '' ? { ...parts, sender: process, lacksSender: true } : { ...parts, sender };
    this.unknown = this.#lines.find(({ key, value }, index) => {
      return roles[index] === 'other' && value !== '' && roleOfKey(key) === undefined;
    });
    return true;
  }

  /** `timestamp` with its date counts more than `time`. */
  #readTime(roles: readonly TableColumn[]): void {
    const texts = this.#lines.filter((_, index) => roles[index] === 'time').map(({ value }) => value);
    const text = texts.find((each) => /^\d{4}-/.test(each) && isTime(each)) ?? texts.find(isTime);
    const bytes = Buffer.from(text ?? '');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.hasTime = text !== undefined && this.stamp.read(bytes, view, 0, bytes.length);
  }
}

function isTime(value: string): boolean {
  return TIME_CELL.test(value);
}

/** Whether a line may be the first of a block. */
export function mayBeginBlock({ key, value }: KeyLine): boolean {
  const role = roleOfKey(key);
  if (role === 'type') return levelOfConsoleWord(value) !== UNKNOWN || TYPE_WORD.test(value);
  if (role === 'time') return isTime(value);
  return role !== undefined && role !== 'message';
}

/** Whether a line, whatever is around it, is one of a block's: a type or a time behind its key. */
export function isTellingLine({ key, value }: KeyLine): boolean {
  const role = roleOfKey(key);
  return role === 'type' ? levelOfConsoleWord(value) !== UNKNOWN : role === 'time' && isTime(value);
}

function roleOfValue(value: string): TableColumn | undefined {
  if (isTime(value)) return 'time';
  if (levelOfConsoleWord(value) !== UNKNOWN) return 'type';
  return REVERSE_DNS.test(value) ? 'subsystem' : undefined;
}

/** What a line holds whose key nobody knows, by the lines before and behind it; undefined where they do not tell. */
function roleOfPlace(
  roles: readonly (TableColumn | undefined)[],
  index: number,
  value: string,
): TableColumn | undefined {
  const behind = ORDER.indexOf(roles[index + 1] ?? 'other');
  const before = ORDER.indexOf(roles[index - 1] ?? 'other');
  const role = before >= 0 ? ORDER[before + 1] : behind > 0 ? ORDER[behind - 1] : undefined;
  if (role === undefined || role === 'time' || roles.includes(role)) return undefined;
  return role !== 'type' || TYPE_WORD.test(value) ? role : undefined;
}

function numberOf(text: string): number {
  return /^(?:0x[0-9a-f]{1,13}|\d{1,15})$/i.test(text) ? Number(text) : 0;
}
