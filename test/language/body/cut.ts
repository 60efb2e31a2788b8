import { expect } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import type { BodyKind } from '../../../src/model/bodies.ts';

/** Reads a text cut at every position: what was read before the cut keeps its value, at most one value is a shorter one. */
export function expectCutsToKeepWhatWasRead(kind: BodyKind, text: string): void {
  const whole = leaves(readBody(kind, text));
  for (let length = 0; length < text.length; length++) {
    const value = readBody(kind, text.slice(0, length));

    const odd = [...leaves(value)].filter(([path, leaf]) => whole.get(path) !== leaf);

    expect(odd.length, `${JSON.stringify(text.slice(0, length))} has ${JSON.stringify(odd)}`).toBeLessThan(2);
  }
}

/** Every value by its path. What is false or empty is as good as missing, and `incomplete` says nothing about the log. */
function leaves(value: unknown, path = '', found: Map<string, unknown> = new Map()): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined && value !== false && value !== '') found.set(path, value);
  } else if ('bytes' in value || 'redacted' in value) {
    found.set(path, JSON.stringify(value));
  } else if (!('items' in value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'incomplete') leaves(inner, `${path}.${name}`, found);
    }
  } else {
    leaves(value.items, path, found);
  }
  return found;
}
