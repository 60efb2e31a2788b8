import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';

const OWNER_ONLY = 0o600;

/** The key in this file; undefined where there is no such file. Throws `UserError` (exit code 2) where it is none, or others may read it. */
export function readKey(path: string): Uint8Array | undefined {
  const text = readPrivate(path);
  if (text === undefined) return undefined;
  if (!/^[0-9a-f]{64}\s*$/.test(text))
    throw new UserError(`${path} holds no key: 64 hexadecimal digits are expected`, {
      exitCode: 2,
      hint: 'name a file that does not exist yet and a new key is put there',
    });
  return Buffer.from(text.trim(), 'hex');
}

/** Puts a key where none is, for its owner alone. */
export function writeKey(path: string, key: Uint8Array): void {
  attempt(path, 'write', () => {
    const fd = openSync(path, 'wx', OWNER_ONLY);
    writeSync(fd, `${Buffer.from(key).toString('hex')}\n`);
    closeSync(fd);
  });
}

/** Token and value, one line of JSON each, beside the key: what `redact reveal` reads. */
export interface Revealed {
  readonly token: string;
  readonly kind: string;
  readonly value: string;
}

export function mapOf(keyPath: string): string {
  return `${keyPath}.map`;
}

/** Adds what is not there yet. */
export function addToMap(keyPath: string, entries: readonly Revealed[]): void {
  const path = mapOf(keyPath);
  const known = new Set(readMap(keyPath).map(({ token, value }) => `${token}\0${value}`));
  const lines = entries
    .filter(({ token, value }) => !known.has(`${token}\0${value}`))
    .map((entry) => `${JSON.stringify(entry)}\n`);
  if (lines.length === 0) return;
  attempt(path, 'write', () => {
    const fd = openSync(path, 'a', OWNER_ONLY);
    writeSync(fd, lines.join(''));
    closeSync(fd);
  });
}

export function readMap(keyPath: string): readonly Revealed[] {
  const text = readPrivate(mapOf(keyPath)) ?? '';
  return text.split('\n').flatMap((line) => {
    const entry = revealed(line);
    return entry === undefined ? [] : [entry];
  });
}

function revealed(line: string): Revealed | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null) return undefined;
    if (!('token' in entry && 'kind' in entry && 'value' in entry)) return undefined;
    return { token: String(entry.token), kind: String(entry.kind), value: String(entry.value) };
  } catch {
    // The last line of a run that was ended while it wrote.
    return undefined;
  }
}

function readPrivate(path: string): string | undefined {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw unusable(path, 'read', cause);
  }
  try {
    const { mode } = fstatSync(fd);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new UserError(`${path} can be read by others than its owner`, { exitCode: 2, hint: `chmod 600 ${path}` });
    return attempt(path, 'read', () => readFileSync(fd, 'utf8'));
  } finally {
    closeSync(fd);
  }
}

function attempt<T>(path: string, action: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw unusable(path, action, cause);
  }
}

function unusable(path: string, action: string, cause: unknown): UserError {
  const reason = describeError(cause).replace(/, (?:open|read|write).*$/s, '');
  return new UserError(`cannot ${action} ${path}: ${reason}`, { exitCode: 2, cause });
}
