import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../src/analyze.ts';
import { UserError } from '../src/lib/errors.ts';
import type { Report } from '../src/model/report.ts';
import { Random } from './bench/random.ts';
import { everythingStory } from './support/archive/stories.ts';
import { NE_CONFIGURATION_PLIST } from './support/ne-configuration-plist.ts';
import { crashIps } from './support/reports.ts';
import { writeTar } from './support/tar-writer.ts';

const TOP = 'sysdiagnose_2026.03.18_14-06-00+0100_macOS_Mac_25E246';
const PMSET = `UUID: 5F0C2B1A-8E77-4D31-9C22-0A1B2C3D4E5F
2026-01-12 00:40:05 -0800 Sleep               	Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using AC (Charge:100%) 900 secs
`;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-damaged-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small sysdiagnose: an archive, a crash report, pmset, settings and interfaces. */
function sysdiagnose(): Buffer {
  const archive = Object.entries(everythingStory(2, { entriesPerSet: 8 }).archive.files());
  return writeTar([
    ...archive.map(([path, content]) => ({ name: `${TOP}/system_logs.logarchive/${path}`, content })),
    { name: `${TOP}/crashes_and_spins/Acme-2026-03-18-140000.ips`, content: crashIps() },
    { name: `${TOP}/pmset_everything.txt`, content: PMSET },
    { name: `${TOP}/network-info/com.apple.networkextension.plist`, content: NE_CONFIGURATION_PLIST },
    { name: `${TOP}/network-info/ifconfig.txt`, content: 'utun4: flags=8051<UP,RUNNING> mtu 1380\n\tinet 10.9.0.2\n' },
  ]);
}

/** The report, or that there was nothing to read: a fault of ours is thrown. */
async function reportOn(bytes: Buffer): Promise<Report | UserError> {
  const path = join(folder, `${TOP}.tar.gz`);
  writeFileSync(path, bytes);
  try {
    return (await analyze({ inputs: [path], version: '0' })).report;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

describe('a sysdiagnose', () => {
  it('whole, is read in all its parts', async () => {
    const report = await reportOn(gzipSync(sysdiagnose()));
    if (report instanceof UserError) throw report;

    expect(report.capture.inputs.map(({ format }) => format)).toEqual(['logarchive', 'crash-ips', 'pmset']);
    expect(report.capture.machines).toMatchObject([
      { platform: 'macOS', build: '25E246', configurations: [{ name: 'Acme VPN' }, { name: 'Lumen' }], unread: [] },
    ]);
  });

  it('is read as far as it goes, wherever its tar is damaged', async () => {
    const whole = sysdiagnose();
    const random = new Random(20_261_121);
    let readable = 0;
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(whole.subarray(0, round % 3 === 0 ? random.below(whole.length) : whole.length));
      for (let flips = random.below(30); flips > 0 && bytes.length > 0; flips--)
        bytes[random.below(bytes.length)] = random.below(256);
      const report = await reportOn(gzipSync(bytes, { level: 1 }));
      if (!(report instanceof UserError)) readable += 1;
    }

    expect(readable).toBeGreaterThan(30);
  });

  it('is read as far as it goes, wherever its packing is damaged', async () => {
    const whole = gzipSync(sysdiagnose());
    const random = new Random(18);
    for (let round = 0; round < 40; round++) {
      const bytes = Buffer.from(whole.subarray(0, round % 2 === 0 ? random.below(whole.length) : whole.length));
      for (let flips = 1 + random.below(3); flips > 0 && bytes.length > 0; flips--)
        bytes[random.below(bytes.length)] = random.below(256);
      const report = await reportOn(bytes);
      if (report instanceof UserError) continue;
      // What is missing is said.
      expect(report.capture.problems.map(({ code }) => code).join()).toMatch(
        /container-damaged|input-unreadable|archive|format/,
      );
    }
  });
});
