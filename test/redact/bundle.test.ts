import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { proveBundle } from '../../src/commands/prove-bundle.ts';
import { runTicket, type TicketFlags } from '../../src/commands/ticket-run.ts';
import { createRedactor } from '../../src/redact/redactor.ts';
import { renderBundle } from '../../src/render/bundle/bundle.ts';
import { type CanaryLine, capture, PLACES, STRICT } from './canary-lines.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join(ROOT, 'samples', 'udp-self-loop', 'capture.ndjson');
let folder = '';
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bundleOf(input: string, flags: Partial<TicketFlags> = {}): Promise<string> {
  made += 1;
  const output = join(folder, `ticket-${made}`);
  const given = { for: 'github', redact: 'standard', 'max-size': '25MB', quiet: true, output, ...flags } as const;
  expect(await runTicket([input], given, { version: '0', root: ROOT })).toBe(0);
  return output;
}

/** Every byte of every file, its name, and what is packed in it. */
function everythingIn(output: string): string {
  return readdirSync(output)
    .flatMap((name) => {
      const bytes = readFileSync(join(output, name));
      const raw = bytes.toString('utf8');
      const blocks = [...raw.matchAll(/<script type="text\/plain" id="\w+">([^<]*)<\/script>/g)];
      const inflated = blocks.map(([, base64 = '']) => gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'));
      return [name, raw, ...inflated, ...(name.endsWith('.gz') ? [gunzipSync(bytes).toString('utf8')] : [])];
    })
    .join('\n')
    .toLowerCase();
}

function file(lines: readonly CanaryLine[]): string {
  const input = join(folder, 'quenby.ndjson');
  writeFileSync(input, `${capture(lines)}\n`);
  return input;
}

describe('a bundle holds none of it, in no file and no packing', () => {
  const all = PLACES.flatMap(([, lines]) => lines);
  const canaries = PLACES.flatMap(([, , each]) => each);

  it.each(['github', 'jira', 'feedback', 'text'] as const)('for %s', async (target) => {
    for (const redact of ['standard', 'strict'] as const) {
      const text = everythingIn(await bundleOf(file(all), { redact, for: target }));
      expect([...canaries, 'quenby'].filter((canary) => text.includes(canary))).toEqual([]);
    }
  });

  it('strict: the names of software', async () => {
    const text = everythingIn(await bundleOf(file(STRICT.flatMap(([, lines]) => lines)), { redact: 'strict' }));

    expect(STRICT.flatMap(([, , each]) => each).filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('holds them with --redact off, and says so: the test can fail', async () => {
    const output = await bundleOf(file(all), { redact: 'off' });

    const text = everythingIn(output);
    expect(canaries.filter((canary) => !text.includes(canary))).toEqual([]);
    expect(readFileSync(join(output, 'REDACTION.md'), 'utf8')).toContain('Nothing was replaced');
  });

  it('never holds the key', async () => {
    const key = join(folder, 'a.key');
    const output = await bundleOf(file(all), { 'key-file': key });

    const hex = readFileSync(key, 'utf8').trim();
    const text = everythingIn(output);
    for (const each of [hex, Buffer.from(hex, 'hex').toString('base64'), key])
      expect(text).not.toContain(each.toLowerCase());
  });
});

describe('the files of a bundle', () => {
  it('are what the manifest lists, by size and checksum, and the same again', async () => {
    const key = join(folder, 'b.key');
    const output = await bundleOf(SAMPLE, { 'key-file': key });
    const again = await bundleOf(SAMPLE, { 'key-file': key });

    const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
    const files = readdirSync(output).filter((name) => name !== 'manifest.json');
    expect(manifest.files.map(({ name }: { name: string }) => name).toSorted()).toEqual(files.toSorted());
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(output, name));
      expect([name, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([name, bytes, sha256]);
      expect(readFileSync(join(again, name)).equals(content)).toBe(true);
    }
    const input = readFileSync(SAMPLE);
    expect(manifest.given).toEqual([
      {
        name: expect.stringMatching(/^file-[0-9a-f]{6}\.ndjson$/),
        bytes: input.length,
        sha256: createHash('sha256').update(input).digest('hex'),
      },
    ]);
    expect(manifest).toMatchObject({ dropped: [], redaction: { level: 'standard', leaks: 0 }, boots: 1 });
  });

  it('quote the lines of the capture by their numbers there, those of every cited line among them', async () => {
    const output = await bundleOf(SAMPLE, { redact: 'off' });

    const original = readFileSync(SAMPLE, 'utf8').split('\n');
    const text = gunzipSync(readFileSync(join(output, 'evidence.ndjson.gz'))).toString('utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const { line, eventMessage } of lines)
      expect(JSON.parse(original[line - 1] ?? '{}').eventMessage).toBe(eventMessage);
    expect(lines.map(({ line }) => line)).toEqual(lines.map(({ line }) => line).toSorted((a, b) => a - b));
    const { findings } = JSON.parse(readFileSync(join(output, 'findings.json'), 'utf8'));
    const cited = findings.flatMap((finding: { evidence: { line: number }[] }) => finding.evidence);
    expect(cited.length).toBeGreaterThan(3);
    const held = new Set(lines.map(({ line }) => line));
    expect(cited.filter(({ line }: { line: number }) => !held.has(line))).toEqual([]);
    expect(lines.length).toBeLessThan(original.length);
  });

  it('give way to --max-size: context, then evidence, then flows; the manifest says so', async () => {
    const steps: unknown[] = [];
    // Each may take a little less than the one before took: the size itself stands in the manifest.
    for (let size = 900_000; steps.length < 5; ) {
      const output = await bundleOf(SAMPLE, { 'max-size': String(size), redact: 'off' });
      const { dropped, files } = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
      const total = readdirSync(output).reduce((sum, name) => sum + readFileSync(join(output, name)).length, 0);
      expect(total).toBeLessThanOrEqual(size);
      steps.push([dropped.length, files.map(({ name }: { name: string }) => name.replace(/\..*/, '')).join(' ')]);
      size = total - 5;
    }
    expect(steps).toEqual([
      [0, 'report report findings flows evidence REDACTION'],
      [1, 'report report findings flows evidence REDACTION'],
      [2, 'report report findings flows REDACTION'],
      [3, 'report findings flows REDACTION'],
      [4, 'report findings REDACTION'],
    ]);
    await expect(bundleOf(SAMPLE, { 'max-size': '1kB' })).rejects.toThrow(/more than --max-size/);
  });

  it('go nowhere where something is already', async () => {
    const output = await bundleOf(SAMPLE);
    const before = readdirSync(output);

    await expect(bundleOf(SAMPLE, { output })).rejects.toThrow(/is there already/);

    expect(readdirSync(output)).toEqual(before);
  });
});

describe('the proof of a bundle', () => {
  it('refuses a value in any file, packed or not, and names the file', async () => {
    const redactor = createRedactor({ level: 'standard', key: Buffer.alloc(32, 7), commonText: '' });
    const input = file([{ message: 'home /Users/quenby/x' }]);
    const analysis = await analyze({ inputs: [input], version: '0', timeline: true, redactor });
    const { report, timeline, blank } = analysis;
    if (timeline === undefined || blank === undefined) throw new Error('nothing was collected');
    const redaction = { level: 'standard', values: {}, looked: 1 } as const;
    const facts = { options: {}, given: [], rules: { detectors: 0, messages: 0 }, redaction };
    const base = { code: { script: '', style: '' }, title: '', target: 'github', facts } as const;
    const files = renderBundle({ ...base, report, timeline, keep: 'all' });

    await expect(proveBundle(redactor, files, { ...base, ...blank })).resolves.toBeUndefined();
    for (const { name } of files) {
      for (const leak of ['of Quenby', 'cXVlbmJ5IHdhcyBoZXJl', 'id 4DAD2986-CE83-4960-AA06-E9AB85A0BCC1']) {
        const leaky = files.map((each) => (each.name === name ? { ...each, texts: [...each.texts, leak] } : each));
        const attempt = proveBundle(redactor, leaky, { ...base, ...blank });
        await expect(attempt).rejects.toThrow(`would still stand in ${name}: nothing was written`);
      }
    }
  });
});
