import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ByteSource } from '../../src/lib/byte-source.ts';
import { UserError } from '../../src/lib/errors.ts';
import { openSource } from '../../src/source/open-source.ts';
import { readError } from '../../src/source/read-errors.ts';

const TEXT = 'line one\nKüche\n';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-source-'));
  writeFileSync(join(folder, 'a.log'), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readAll(source: ByteSource, max = 1024): Promise<string> {
  const into = Buffer.alloc(4096);
  let at = 10;
  for (let count = await source.read(into, at, max); count > 0; count = await source.read(into, at, max)) at += count;
  return into.toString('utf8', 10, at);
}

async function errorOf(path: string): Promise<UserError> {
  const error: unknown = await openSource(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError: ${String(error)}`);
  return error;
}

describe('a file', () => {
  it('is read front to back, in pieces', async () => {
    const source = await openSource(join(folder, 'a.log'));

    expect([source.name, source.size, source.isSeekable]).toEqual([join(folder, 'a.log'), 16, true]);
    expect(await readAll(source, 3)).toBe(TEXT);
    source.close();
    source.close();
  });

  it('can be looked at elsewhere without losing the place', async () => {
    const source = await openSource(join(folder, 'a.log'));
    const head = Buffer.alloc(4);
    await source.read(head, 0, 4);
    const tail = Buffer.alloc(3);

    expect(source.peek?.(tail, 13)).toBe(3);
    expect([head.toString(), tail.toString()]).toEqual(['line', 'he\n']);
    expect(await readAll(source)).toBe(TEXT.slice(4));
    source.close();
  });

  it('that does not exist is an error of the person', async () => {
    const error = await errorOf(join(folder, 'none.log'));

    expect([error.message, error.exitCode]).toEqual([
      `cannot read ${join(folder, 'none.log')}: there is no such file`,
      3,
    ]);
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
  });

  it.each([
    ['EACCES', 'no permission to read it'],
    ['EPERM', 'no permission to read it'],
    ['ELOOP', 'its symbolic links go in a circle'],
    ['EIO', 'the disk could not read it'],
    ['EWEIRD', 'EWEIRD'],
  ])('that the system refuses with %s is one, too', (code, reason) => {
    const error = readError('a.log', Object.assign(new Error('refused'), { code }));

    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ message: `cannot read a.log: ${reason}`, exitCode: 3 });
  });

  it('is not blamed for a fault of ours', () => {
    const fault = new TypeError('a fault of ours');

    expect(readError('a.log', fault)).toBe(fault);
  });

  it('whose path leads through a file is one, too', async () => {
    expect((await errorOf(join(folder, 'a.log', 'b'))).message).toContain('a part of the path is no directory');
  });
});

describe('a directory', () => {
  it('is refused with what was expected', async () => {
    const error = await errorOf(folder);

    expect(error.message).toBe(`${folder} is a directory; give the export file itself`);
    expect([error.exitCode, error.hint]).toEqual([
      3,
      'expected a text or JSON export of `log show` or `log stream`, or - for a pipe',
    ]);
  });

  it.each([
    ['a log archive', 'timesync', 'log show ARCHIVE.logarchive '],
    ['an unpacked sysdiagnose', 'system_logs.logarchive', 'log show FOLDER/system_logs.logarchive '],
  ])('that is %s is named, with the command that exports it', async (what, entry, command) => {
    const path = join(folder, `with-${entry}`);
    mkdirSync(join(path, entry), { recursive: true });
    const error = await errorOf(path);

    expect(error.message).toBe(`${path} is ${what}, which this version does not read; export it on a Mac first`);
    expect(error.hint).toContain(command);
  });
});

describe('a pipe', () => {
  it('with a name is read to its end', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const writer = spawn('sh', ['-c', 'printf one > "$0"; exec 3>"$0"; printf two >&3', path]);
    const source = await openSource(path);

    expect([source.size, source.isSeekable, source.peek]).toEqual([undefined, false, undefined]);
    expect((await readAll(source)).startsWith('one')).toBe(true);
    source.close();
    writer.kill();
  });
});

describe('standard input', () => {
  /** Reads standard input to its end and prints what came, how long it took and what it cost. */
  const PROGRAM = `
    import { openSource } from './src/source/open-source.ts';
    if (process.argv[2] === 'nonblocking') process.stdin.pause();
    const source = await openSource('-');
    const into = Buffer.alloc(65536);
    let text = '';
    for (let count = await source.read(into, 0, 65536); count > 0; count = await source.read(into, 0, 65536)) text += into.toString('utf8', 0, count);
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ text, name: source.name, isSeekable: source.isSeekable, cpuMs: (user + system) / 1000 }));
    process.exit();
  `;
  let program = '';

  beforeAll(() => {
    program = join(folder, 'program.mjs');
    buildSync({
      stdin: { contents: PROGRAM, resolveDir: join(import.meta.dirname, '..', '..'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
      logLevel: 'error',
    });
  });

  async function resultOf(child: ChildProcess): Promise<Record<string, unknown>> {
    let out = '';
    child.stdout?.on('data', (data: Buffer) => {
      out += data.toString();
    });
    await once(child, 'close');
    const parsed: unknown = JSON.parse(out);
    return parsed as Record<string, unknown>;
  }

  it.each(['blocking', 'nonblocking'])(
    'that is %s and slow is waited for without burning the processor',
    async (mode) => {
      // Through sh and cat, so that the child's end is a pipe and not a socket.
      const idle = await resultOf(spawn('sh', ['-c', `: | "$0" "$1" ${mode}`, process.execPath, program]));
      const slow = await resultOf(
        spawn('sh', ['-c', `(printf one; sleep 1; printf two) | "$0" "$1" ${mode}`, process.execPath, program]),
      );

      expect(idle.text).toBe('');
      expect([slow.text, slow.name, slow.isSeekable]).toEqual(['onetwo', 'stdin', false]);
      expect(Number(slow.cpuMs) - Number(idle.cpuMs)).toBeLessThan(300);
    },
  );

  it('that is a file is read, but not twice', async () => {
    const result = await resultOf(
      spawn('sh', ['-c', '"$0" "$1" < "$2"', process.execPath, program, join(folder, 'a.log')]),
    );

    expect([result.text, result.isSeekable]).toEqual([TEXT, false]);
  });
});
