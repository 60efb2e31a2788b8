import { closeSync, openSync, readSync } from 'node:fs';
import type { Cite } from '../model/entity.ts';
import type { Problem } from '../model/input.ts';

/** Decodes the bytes of one record of this input again; undefined where they are no record any more. */
export type DecodeAt = (input: number, bytes: Buffer) => string | undefined;

/** An input as evidence sees it: a file's name is its path, a pipe cannot be read twice and its cites keep their text. */
export interface EvidenceSource {
  readonly name: string;
  readonly isSeekable: boolean;
}

export interface Evidence {
  readonly textOf: (cite: Cite) => string;
  readonly problems: readonly Problem[];
}

/** Longest record that is read again; the rest of a longer one is cut. */
const MAX_BYTES = 64 * 1024;

/**
 * The text of every cited line, by place. Files are read again, once per cited record: nothing of a capture is kept in
 * memory only because it might be cited. A file that changed meanwhile yields what its bytes say now, or nothing.
 */
export function readEvidence(
  wanted: readonly Cite[],
  sources: readonly EvidenceSource[],
  decodeAt: DecodeAt,
): Evidence {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [input, source] of sources.entries()) {
    const cites = wanted.filter((cite) => cite.ref.input === input && cite.text === undefined);
    if (cites.length === 0 || !source.isSeekable) continue;
    let unread = 0;
    readCites(source.name, cites, (cite, bytes) => {
      const text = bytes === undefined ? undefined : decodeAt(input, bytes);
      if (text === undefined) unread += 1;
      else texts.set(placeOf(cite), text);
    });
    if (unread > 0) problems.push(changedWhileRead(source.name, unread));
  }
  return { textOf: (cite) => cite.text ?? texts.get(placeOf(cite)) ?? '', problems };
}

function changedWhileRead(name: string, count: number): Problem {
  const message = 'the file changed or vanished while it was read: cited lines could not be read again';
  return { code: 'input-changed', count, message, example: { input: name } };
}

function readCites(path: string, cites: readonly Cite[], use: (cite: Cite, bytes: Buffer | undefined) => void): void {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    // The file is gone: every cite of it stays without text, and the report says so.
    for (const cite of cites) use(cite, undefined);
    return;
  }
  try {
    for (const cite of cites) {
      const bytes = Buffer.alloc(Math.min(cite.ref.length, MAX_BYTES));
      const read = readSync(fd, bytes, 0, bytes.length, cite.ref.offset);
      use(cite, read === bytes.length ? bytes : undefined);
    }
  } finally {
    closeSync(fd);
  }
}

function placeOf(cite: Cite): string {
  return `${cite.ref.input}:${cite.ref.offset}`;
}
