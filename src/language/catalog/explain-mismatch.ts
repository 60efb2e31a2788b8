import { compilePattern, type Element } from './pattern.ts';
import type { TypeTable } from './template.ts';

export interface Mismatch {
  /** Index in the message where matching stopped. */
  readonly at: number;
  /** What was expected there, as a person would write it. */
  readonly expected: string;
}

/** Why a message is not this wording: how far the wording fits, and what should have come next. */
export function explainMismatch(elements: readonly Element[], types: TypeTable, message: string): Mismatch {
  for (let count = elements.length; count > 0; count--) {
    const fitting = elements.slice(0, count);
    const found = new RegExp(`^${compilePattern(fitting, types.resolve).source}`).exec(message);
    if (found === null) continue;
    const next = elements[count];
    const at = found[0].length;
    if (next === undefined) return { at, expected: 'the end' };
    if (typeof next !== 'string') return { at, expected: described(next) };
    const common = commonStart(next, message.slice(at));
    return { at: at + common, expected: JSON.stringify(next.slice(common)) };
  }
  const [first] = elements;
  if (typeof first !== 'string') return { at: 0, expected: first === undefined ? 'the end' : described(first) };
  const common = commonStart(first, message);
  return { at: common, expected: JSON.stringify(first.slice(common)) };
}

function described(element: Exclude<Element, string>): string {
  if ('guard' in element) return 'something else';
  if ('optional' in element) return 'a part that may be missing';
  return `{${element.name}:${element.type}}`;
}

function commonStart(wanted: string, text: string): number {
  let length = 0;
  while (length < wanted.length && wanted[length] === text[length]) length++;
  return length;
}
