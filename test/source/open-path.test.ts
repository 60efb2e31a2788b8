import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/lib/errors.ts';
import { isArchive } from '../../src/lib/input-source.ts';
import { openPath } from '../../src/source/open-path.ts';
import type { OpenedPath } from '../../src/source/opened-path.ts';
import { writeTar } from '../support/tar-writer.ts';
import { writeZip } from '../support/zip-writer.ts';

const LOG = `${Array.from({ length: 400 }, (_, i) => `2026-03-18 14:05:00.${String(100_000 + i)}+0100 line ${i}`).join('\n')}\n`;
const TRACEV3 = Buffer.concat([Buffer.from('0010000011000000', 'hex'), Buffer.alloc(300)]);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** The same row of numbers in every run, each below what is asked. */
function dice(): (below: number) => number {
  let seed = 20_261_121;
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

function randomText(length: number): string {
  const next = dice();
  return Array.from({ length }, () => String.fromCharCode(32 + next(90))).join('');
}

interface Read {
  readonly name: string;
  readonly text?: string;
  readonly files?: readonly string[];
  readonly error?: string;
}

/** Everything of a path, read to its end. */
async function readAll(path: string): Promise<Read[]> {
  return Promise.all((await openPath(path)).inputs.map((input) => readInput(input, path)));
}

async function readInput(source: OpenedPath['inputs'][number], path: string): Promise<Read> {
  const name = source.name.replace(path, '');
  if (isArchive(source)) return { name, files: source.files.files.map((file) => file.path) };
  const pieces: Buffer[] = [];
  try {
    for (;;) {
      const piece = Buffer.alloc(1000);
      const count = await source.read(piece, 10, 700);
      if (count === 0) return { name, text: Buffer.concat(pieces).toString() };
      pieces.push(piece.subarray(10, 10 + count));
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, text: Buffer.concat(pieces).toString(), error: error.message.replace(path, 'F') };
  } finally {
    source.close();
  }
}

async function refusal(path: string): Promise<UserError> {
  const error: unknown = await openPath(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError: ${String(error)}`);
  return error;
}

describe('a packed log', () => {
  it.each([
    ['gzip', () => gzipSync(LOG)],
    ['gzip in gzip', () => gzipSync(gzipSync(LOG))],
    [
      'several gzip members after each other',
      () => Buffer.concat([gzipSync(LOG.slice(0, 99)), gzipSync(LOG.slice(99))]),
    ],
    ['gzip with zeros behind it', () => Buffer.concat([gzipSync(LOG), Buffer.alloc(512)])],
  ])('is unpacked as it is read: %s', async (name, pack) => {
    const path = put(`${name}.log`, pack());

    expect(await readAll(path)).toEqual([{ name: '', text: LOG }]);
  });

  it.skipIf(spawnSync('zstd', ['--version']).status !== 0)('is unpacked as it is read: zstd', async () => {
    const packed = spawnSync('zstd', ['-q', '-c', put('plain.log', LOG)]).stdout;

    expect(await readAll(put('z.log', packed))).toEqual([{ name: '', text: LOG }]);
    expect(await readAll(put('zz.log', gzipSync(packed)))).toEqual([{ name: '', text: LOG }]);
  });

  it('that is cut short yields what could be unpacked, then says so', async () => {
    const whole = gzipSync(LOG.repeat(50));
    const [read] = await readAll(put('cut.gz', whole.subarray(0, whole.length - 300)));

    expect(read?.error).toBe('F: the gzip data ends in the middle');
    expect(LOG.repeat(50).startsWith(read?.text ?? 'x')).toBe(true);
    expect(read?.text?.length).toBeGreaterThan(LOG.length);
  });

  it('that is damaged says so', async () => {
    const noise = randomText(400_000);
    const damaged = gzipSync(noise);
    damaged.fill(0xff, 200_000, 200_100);
    const before = 230_000;
    const [read] = await readAll(put('damaged.gz', damaged));

    expect(read?.error).toBe('F: the gzip data is damaged');
    // What the damage itself unpacks to is noise; what stands before it is whole.
    expect(read?.text?.slice(0, before) === noise.slice(0, before)).toBe(true);
  });

  it('that unpacks to more than any log does is given up', async () => {
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024, 'a'));
    const { inputs } = await openPath(put('bomb.gz', bomb));
    const [source] = inputs;
    if (source === undefined || isArchive(source)) throw new Error('no stream');
    const piece = Buffer.alloc(1024 * 1024);
    const readOn = async (): Promise<never> => {
      for (;;) await source.read(piece, 0, piece.length);
    };

    await expect(readOn()).rejects.toThrow(/unpacks to more than 250 times its size/);
    source.close();
  });
});

describe('a tar or zip', () => {
  const members = [
    { name: 'case/one.log', content: LOG },
    { name: 'case/notes/picture.png', content: 'png' },
    { name: 'case/two.ips', content: '{}' },
    { name: 'case/._one.log', content: 'attributes' },
  ];
  it.each([
    ['tar', () => writeTar(members)],
    ['tar in gzip', () => gzipSync(writeTar(members))],
    ['zip', () => writeZip(members)],
    ['zip in gzip', () => gzipSync(writeZip(members))],
  ])('is opened for its logs: %s', async (name, pack) => {
    const path = put(`logs of a ${name}`, pack());
    const read = await readAll(path);

    expect(read).toEqual([
      { name: '/case/one.log', text: LOG },
      { name: '/case/two.ips', text: '{}' },
    ]);
  });

  it.each([
    ['tar', writeTar],
    ['zip', writeZip],
  ])('is a sysdiagnose by what it holds, and named without its own folder twice: %s', async (_, write) => {
    const top = 'sysdiagnose_2026.03.18_14-06-00+0100_macOS_Mac_25E246';
    const path = put(
      `${top}.${_}`,
      write([
        { name: `${top}/system_logs.logarchive/Persist/0000000000000001.tracev3`, content: TRACEV3 },
        { name: `${top}/system_logs.logarchive/timesync/0000000000000001.timesync`, content: 'ts' },
        { name: `${top}/crashes_and_spins/Acme-2026-03-18.ips`, content: '{}' },
        { name: `${top}/pmset_everything.txt`, content: 'pmset' },
        { name: `${top}/some_other.txt`, content: 'nothing for us' },
        { name: `${top}/network-info/ifconfig.txt`, content: 'utun4: flags=8051<UP> mtu 1380' },
      ]),
    );
    const { inputs, machine } = await openPath(path);

    expect(inputs.map((input) => input.name.slice(path.length))).toEqual([
      '/system_logs.logarchive',
      '/crashes_and_spins/Acme-2026-03-18.ips',
      '/pmset_everything.txt',
    ]);
    expect(machine?.facts.map((file) => file.path)).toEqual([`${top}/network-info/ifconfig.txt`]);
    const [archive] = inputs;
    if (archive === undefined || !isArchive(archive)) throw new Error('no archive');
    const walked: (readonly [string, number])[] = [];
    for await (const file of archive.files.walk((each) => each.endsWith('.tracev3'))) {
      const bytes = Buffer.alloc(1000);
      walked.push([file.path, await file.read(bytes, 0, 1000)]);
    }
    expect(walked).toEqual([['Persist/0000000000000001.tracev3', TRACEV3.length]]);
    const kept = archive.files.open('timesync/0000000000000001.timesync');
    const bytes = Buffer.alloc(8);
    expect([kept?.read(bytes, 0), bytes.toString('latin1', 0, 2)]).toEqual([2, 'ts']);
    expect(archive.files.open('Persist/0000000000000001.tracev3')).toBeUndefined();
  });

  it.each([
    [
      'tar',
      writeTar([
        { name: '../../outside.log', content: LOG },
        { name: '/absolute.log', content: LOG },
        { name: 'a/../b.log', content: LOG },
        { name: 'link.log', type: '2' },
        { name: 'hard.log', type: '1' },
        { name: 'device.log', type: '3' },
        { name: 'good.log', content: LOG },
      ]),
      { names: 3, links: 3 },
    ],
    [
      'zip',
      writeZip([
        { name: '../../outside.log', content: LOG },
        { name: '/absolute.log', content: LOG },
        { name: 'C:\\windows.log', content: LOG },
        { name: 'link.log', content: '/etc/passwd', mode: 0o120777 },
        { name: 'good.log', content: LOG },
      ]),
      { names: 3, links: 1 },
    ],
  ])('with members that point elsewhere loses only them, and writes nothing: %s', async (name, bytes, counts) => {
    const before = readdirSync(dirname(folder)).filter((each) => each.includes('outside'));
    const path = put(`hostile ${name}`, bytes);
    const { inputs, problems } = await openPath(path);

    expect(inputs.map((input) => input.name)).toEqual([`${path}/good.log`]);
    expect(problems.map(({ code, count, message }) => [code, count, message.slice(0, 13)])).toEqual([
      ['member-refused', counts.names, 'members whose'],
      ['member-refused', counts.links, 'links, device'],
    ]);
    expect(readdirSync(dirname(folder)).filter((each) => each.includes('outside'))).toEqual(before);
  });

  it('with an encrypted member reads the others', async () => {
    const path = put(
      'e.zip',
      writeZip([
        { name: 'a.log', content: LOG, isEncrypted: true },
        { name: 'b.log', content: LOG },
      ]),
    );
    const { inputs, problems } = await openPath(path);

    expect(inputs.map((input) => input.name)).toEqual([`${path}/b.log`]);
    expect(problems[0]?.message).toContain('encrypted');
  });

  it('with a member that lies about its size reads the others', async () => {
    const path = put(
      's.zip',
      writeZip([
        { name: 'a.log', content: LOG, size: 2 ** 31 },
        { name: 'b.log', content: LOG },
      ]),
    );
    const read = await readAll(path);

    expect(read.find(({ name }) => name === '/b.log')?.text).toBe(LOG);
    const tar = put(
      's.tar',
      writeTar([
        { name: 'b.log', content: LOG },
        { name: 'a.log', content: LOG, size: 2 ** 31 },
      ]),
    );
    expect((await readAll(tar)).find(({ name }) => name === '/b.log')?.text).toBe(LOG);
  });

  it('that is cut short gives what came before, and says so', async () => {
    const whole = gzipSync(writeTar([...members, { name: 'late.log', content: LOG.repeat(20) }]), { level: 0 });
    const { inputs, problems } = await openPath(put('cut.tgz', whole.subarray(0, whole.length - 30_000)));

    expect(inputs.map((input) => input.name.replace(/^.*\//, ''))).toEqual(['one.log', 'two.ips', 'late.log']);
    expect(problems.map(({ code }) => code)).toContain('container-damaged');
  });

  it('that is a log archive itself is one', async () => {
    const path = put(
      'whole archive.tgz',
      gzipSync(
        writeTar([
          { name: './Persist/0000000000000001.tracev3', content: TRACEV3 },
          { name: './timesync/0000000000000001.timesync', content: 'ts' },
          { name: './1D/397593B324BE5E7B2DA3D11942194C', content: 'strings' },
        ]),
      ),
    );
    const { inputs } = await openPath(path);
    const [archive] = inputs;

    expect(inputs.map(({ name }) => name)).toEqual([path]);
    if (archive === undefined || !isArchive(archive)) throw new Error('no archive');
    expect(archive.files.open('1D/397593B324BE5E7B2DA3D11942194C')?.size).toBe(7);
  });

  it('without a log is refused with what was expected', async () => {
    const { message, hint, exitCode } = await refusal(put('empty.tar', writeTar([{ name: 'picture.png' }])));

    expect([exitCode, message, hint]).toEqual([
      3,
      `${join(folder, 'empty.tar')} is a container without a log in it (1 files)`,
      expect.stringContaining('expected a log archive, a sysdiagnose'),
    ]);
  });

  it('with large members streams them instead of keeping them', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024, LOG);
    const path = put('large.tgz', gzipSync(writeTar([{ name: 'large.log', content: large }]), { level: 1 }));
    const { inputs } = await openPath(path);
    const [source] = inputs;
    if (source === undefined || isArchive(source)) throw new Error('no stream');

    expect(source.size).toBeUndefined();
    const piece = Buffer.alloc(1024 * 1024);
    let total = 0;
    for (let count = 1; count > 0; total += count) count = await source.read(piece, 0, piece.length);
    expect(total).toBe(large.length);
    source.close();
  });
});

describe('damage anywhere', () => {
  const small = [
    ['tar', writeTar([{ name: 'a.log', content: LOG.slice(0, 300) }])],
    ['zip', writeZip([{ name: 'a.log', content: LOG.slice(0, 300) }])],
    ['tgz', gzipSync(writeTar([{ name: 'a.log', content: LOG.slice(0, 300) }]))],
    ['gz', gzipSync(LOG.slice(0, 300))],
  ] as const;

  it.each(small)('is an error of the person or a problem, never a fault: %s cut at every byte', async (name, whole) => {
    for (let end = 0; end < whole.length; end += whole.length > 800 ? 37 : 1)
      await survives(name, whole.subarray(0, end));
  });

  it.each(small)('is an error of the person or a problem, never a fault: %s with flipped bits', async (name, whole) => {
    const next = dice();
    for (let round = 0; round < 120; round++) {
      const bytes = Buffer.from(whole);
      for (let flip = 0; flip <= round % 6; flip++) {
        const at = next(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
      }
      await survives(name, bytes);
    }
  });

  async function survives(name: string, bytes: Buffer): Promise<void> {
    const path = put(`damaged.${name}`, bytes);
    try {
      await readAll(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
});

describe('a folder', () => {
  it('is a log archive by its timesync, whatever its name', async () => {
    put('an archive/timesync/0000000000000001.timesync', 'ts');
    put('an archive/Persist/0000000000000001.tracev3', TRACEV3);
    put('an archive/Persist/._0000000000000001.tracev3', 'attributes');

    expect(await readAll(join(folder, 'an archive'))).toEqual([
      { name: '', files: ['Persist/0000000000000001.tracev3', 'timesync/0000000000000001.timesync'] },
    ]);
  });

  it('of logs is read log by log, links left alone', async () => {
    put('logs/b.log', LOG);
    put('logs/deep/a.txt', 'text');
    put('logs/picture.png', 'png');
    symlinkSync('/etc/passwd', join(folder, 'logs/link.log'));

    expect(await readAll(join(folder, 'logs'))).toEqual([
      { name: '/b.log', text: LOG },
      { name: '/deep/a.txt', text: 'text' },
    ]);
  });

  it('without a log is refused', async () => {
    mkdirSync(join(folder, 'nothing'));

    expect((await refusal(join(folder, 'nothing'))).message).toContain('is a folder without a log in it (0 files)');
  });
});

describe('a tracev3 file', () => {
  it('takes its strings from the archive around it', async () => {
    put('A.logarchive/Persist/0000000000000001.tracev3', TRACEV3);
    put('A.logarchive/Persist/0000000000000002.tracev3', TRACEV3);
    put('A.logarchive/dsc/8E21CAB1DCF936B49F85CF860E6F34EC', 'hcsd');

    expect(await readAll(join(folder, 'A.logarchive/Persist/0000000000000001.tracev3'))).toEqual([
      { name: '', files: ['Persist/0000000000000001.tracev3', 'dsc/8E21CAB1DCF936B49F85CF860E6F34EC'] },
    ]);
  });

  it.each([
    ['alone', TRACEV3, 'alone.tracev3'],
    ['packed', gzipSync(TRACEV3), 'logdata.tracev3'],
  ])('%s is an archive of one file', async (name, bytes, inside) => {
    const path = put(name === 'alone' ? 'else/alone.tracev3' : 'else/p.gz', bytes);

    expect(await readAll(path)).toEqual([{ name: '', files: [inside] }]);
  });
});
