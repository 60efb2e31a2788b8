import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { runTicket, type TicketFlags } from '../../src/commands/ticket-run.ts';
import { zipOf } from '../../src/render/bundle/zip.ts';
import { runCli } from '../commands/run-cli.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join(ROOT, 'samples', 'udp-self-loop', 'capture.ndjson');
const FILES = ['report.md', 'report.html', 'findings.json', 'flows.csv', 'evidence.ndjson.gz', 'REDACTION.md'];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-zip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(output: string, flags: Partial<TicketFlags> = {}): Promise<string> {
  const path = join(folder, output);
  const key = join(folder, 'a.key');
  const given = { for: 'github', redact: 'standard', 'max-size': '25MB', quiet: true, 'key-file': key } as const;
  expect(await runTicket([SAMPLE], { ...given, output: path, ...flags }, { version: '0', root: ROOT })).toBe(0);
  return path;
}

/** Name, mode and content of every member, as yauzl reads them. */
async function membersOf(path: string): Promise<(readonly [name: string, mode: number, bytes: Buffer])[]> {
  const zip = await openPromise(path, { lazyEntries: true });
  const members: (readonly [string, number, Buffer])[] = [];
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
    members.push([entry.fileName, entry.externalFileAttributes >>> 16, Buffer.concat(pieces)]);
  }
  return members;
}

function hasTool(name: string, ...args: string[]): boolean {
  return spawnSync(name, args).status === 0;
}

describe('report -o FILE.zip', () => {
  it('holds the files of the folder, in their order, for anybody to read', async () => {
    const whole = await report('a');
    const zip = await report('a.zip');

    const members = await membersOf(zip);
    expect(members.map(([name, mode]) => [name, mode.toString(8)])).toEqual(
      [...FILES, 'manifest.json'].map((name) => [name, '100644']),
    );
    expect(readdirSync(whole).toSorted()).toEqual(members.map(([name]) => name).toSorted());
    for (const [name, , bytes] of members) expect(bytes.equals(readFileSync(join(whole, name)))).toBe(true);
  });

  it('is the same bytes again, in every time zone', async () => {
    const zips = [];
    for (const [index, zone] of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].entries()) {
      const output = join(folder, `zone-${index}.zip`);
      const args = ['report', SAMPLE, '-q', '--key-file', join(folder, 'a.key'), '-o', output];
      expect((await runCli(args, { env: { TZ: zone } })).code).toBe(0);
      zips.push(readFileSync(output).toString('hex'));
    }

    expect(new Set(zips).size).toBe(1);
  });

  it.skipIf(!hasTool('unzip', '-v'))('passes unzip -t', async () => {
    const { status, stdout } = spawnSync('unzip', ['-t', await report('d.zip')], { encoding: 'utf8' });

    expect([status, stdout.match(/ OK$/gm)?.length]).toEqual([0, 7]);
  });

  it.skipIf(!hasTool('python3', '-c', 'import zipfile'))('passes the zipfile of Python', async () => {
    const { status, stdout } = spawnSync('python3', ['-m', 'zipfile', '-t', await report('e.zip')], {
      encoding: 'utf8',
    });

    expect([status, stdout.trim()]).toEqual([0, 'Done testing']);
  });

  it('stores what is packed already and packs the rest', async () => {
    const text = { name: 'a.txt', bytes: Buffer.from('word '.repeat(1000)) };
    const packed = { name: 'a.gz', bytes: Buffer.from('word '.repeat(1000)) };

    expect((await zipOf([text])).length).toBeLessThan(300);
    expect((await zipOf([packed])).length).toBeGreaterThan(5000);
  });

  it('counts its own size against --max-size', async () => {
    const folderSize = (path: string): number =>
      readdirSync(path).reduce((sum, name) => sum + readFileSync(join(path, name)).length, 0);
    const whole = folderSize(await report('f'));
    const size = readFileSync(await report('f.zip')).length;

    const fits = await membersOf(await report('g.zip', { 'max-size': String(size + 50) }));
    const less = await membersOf(await report('h.zip', { 'max-size': String(size - 50) }));

    expect(size).toBeLessThan(whole / 2);
    const droppedOf = (members: typeof fits): unknown =>
      JSON.parse(members.find(([name]) => name === 'manifest.json')?.[2].toString() ?? '{}').dropped;
    expect([droppedOf(fits), droppedOf(less)]).toEqual([[], ['the lines around the evidence']]);
  });

  it('overwrites nothing and leaves nothing where it cannot be', async () => {
    const path = join(folder, 'taken.zip');
    writeFileSync(path, 'mine');

    await expect(report('taken.zip')).rejects.toThrow(/is there already/);
    await expect(report(join('taken.zip', 'b.zip'))).rejects.toThrow(/cannot be made/);
    await expect(report('i.zip', { 'max-size': '1kB' })).rejects.toThrow(/more than --max-size/);

    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'i.zip'))).toBe(false);
  });

  it('given to necropsy is told from a capture, and its evidence is one', async () => {
    const zip = await report('j.zip');
    const [, , evidence = Buffer.alloc(0)] = (await membersOf(zip)).find(([name]) => name.endsWith('.gz')) ?? [];
    writeFileSync(join(folder, 'evidence.ndjson.gz'), evidence);

    const whole = await runCli(['analyze', zip]);
    const lines = await runCli(['analyze', join(folder, 'evidence.ndjson.gz'), '--json']);

    expect([whole.code, whole.stdout]).toEqual([3, '']);
    expect(whole.stderr).toContain('or the evidence.ndjson.gz that is in it');
    expect(JSON.parse(lines.stdout).findings[0].detector).toBe('proxy-self-loop');
  });
});
