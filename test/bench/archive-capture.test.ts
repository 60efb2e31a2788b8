import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../../src/source/folder-files.ts';
import { readArchive } from '../support/read-archive.ts';
import { writeArchiveCapture } from './archive-capture.ts';

const folder = mkdtempSync(join(tmpdir(), 'necropsy-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the generated archive', () => {
  it('is read entry by entry, one to two in a hundred of them from Network Extension, and nothing is missing', async () => {
    const { entries, bytes } = writeArchiveCapture(folder, 20_000, 1);

    const { records, summary, problems } = await readArchive(folderFiles(folder));

    const story = records.filter(({ origin }) => /networkextension|vpn/.test(origin.subsystem)).length;
    expect(records).toHaveLength(entries);
    expect(problems).toEqual([]);
    expect(summary.bytes).toBeGreaterThan(bytes);
    expect(story / entries).toSatisfy((share: number) => share > 0.01 && share < 0.025);
  });
});
