import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ArchiveWriter, type WrittenEntry, type WrittenProcess } from '../support/archive/archive-writer.ts';
import { Random } from './random.ts';

export interface ArchiveCaptureFacts {
  readonly entries: number;
  /** Bytes of the tracev3 files. */
  readonly bytes: number;
}

const ENTRIES_PER_FILE = 150_000;
const ENTRIES_PER_SET = 500;
/** One chunkset in so many has lines of Network Extension among the others. */
const BURST_EVERY = 12;
const DAEMONS = 60;
const FRAMEWORKS = 40;

/**
 * Writes a large archive like those of a busy Mac: sixty processes, 1.5 % of the entries from Network Extension and its
 * neighbours, those in bursts. Twenty files are one day.
 */
export function writeArchiveCapture(folder: string, entries: number, seed: number): ArchiveCaptureFacts {
  rmSync(folder, { recursive: true, force: true });
  const source = new Random(seed);
  const next = (): number => source.u32() / 0x1_0000_0000;
  const archive = new ArchiveWriter({ name: 'bench', entriesPerSet: ENTRIES_PER_SET, setsPerCatalog: 8 });
  const speakers = speakersOf(archive);
  let bytes = 0;
  let at = 0;
  let written = 0;
  for (let file = 1; written < entries; file++) {
    const path = `Persist/${file.toString(16).padStart(16, '0')}.tracev3`;
    for (let count = 0; count < ENTRIES_PER_FILE && written < entries; count++, written++) {
      at += Math.floor(next() * 40_000_000);
      const isBurst = Math.floor(written / ENTRIES_PER_SET) % BURST_EVERY === 0;
      const list = isBurst && next() < 0.18 ? speakers.extension : speakers.others;
      const speak = list[Math.floor(next() * list.length)];
      if (speak !== undefined) archive.add(path, speak(at, next));
    }
    const content = Buffer.concat([...archive.tracev3(path)]);
    archive.drop(path);
    write(join(folder, path), content);
    bytes += content.length;
  }
  for (const [path, content] of Object.entries(archive.stringFiles())) write(join(folder, path), content);
  return { entries: written, bytes };
}

type Speaker = (at: number, next: () => number) => WrittenEntry;

function speakersOf(archive: ArchiveWriter): { readonly extension: Speaker[]; readonly others: Speaker[] } {
  const session = archive.process('/usr/libexec/nesessionmanager', 301);
  const provider = archive.process('/Library/SystemExtensions/A/com.example.vpn.tunnel', 812);
  const others: Speaker[] = [];
  for (let index = 0; index < DAEMONS; index++) {
    const process = archive.process(`/usr/libexec/testdaemon${index}`, 400 + index);
    others.push(...daemonLines(process, index));
  }
  return {
    extension: [
      (at, next) => ({
        process: session,
        at,
        subsystem: 'com.apple.networkextension',
        format: '%{public}@: status changed to %{public}s',
        args: [
          { kind: 'object', value: `NESMVPNSession[Primary Tunnel:Test:${Math.floor(next() * 9)}]` },
          { kind: 'string', value: 'connecting' },
        ],
      }),
      (at, next) => ({
        process: provider,
        at,
        level: 'info',
        subsystem: 'com.example.vpn',
        category: 'tunnel',
        format: 'handling flow %u of %{public}s',
        args: [
          { kind: 'int', value: Math.floor(next() * 1e6) },
          { kind: 'string', value: 'com.example.browser' },
        ],
      }),
    ],
    others,
  };
}

function daemonLines(process: WrittenProcess, index: number): Speaker[] {
  const library = `/System/Library/PrivateFrameworks/Test${index % FRAMEWORKS}.framework/Test${index % FRAMEWORKS}`;
  const subsystem = `com.apple.testdaemon${index}`;
  return [
    (at, next) => ({
      process,
      at,
      via: index % 2 === 0 ? 'large' : 'cache',
      library,
      subsystem,
      category: 'work',
      format: 'task %{public}@ finished: state %d after %llu us, %{private}s',
      args: [
        { kind: 'object', value: `<TestTask: 0x${Math.floor(next() * 2 ** 40).toString(16)}>` },
        { kind: 'int', value: Math.floor(next() * 9) },
        { kind: 'int', value: Math.floor(next() * 1e9), size: 8 },
        { kind: 'string', value: null, privacy: 'redacted' },
      ],
    }),
    (at, next) => ({
      process,
      at,
      subsystem,
      category: 'state',
      level: next() < 0.1 ? 'error' : 'info',
      format: 'value %{public}s = %d of %u',
      args: [
        { kind: 'string', value: `key-${Math.floor(next() * 1000)}` },
        { kind: 'int', value: Math.floor(next() * 1e6) - 5e5 },
        { kind: 'int', value: 4711 },
      ],
    }),
    // One process in five also logs without a subsystem.
    ...(index % 5 === 0
      ? [
          ((at, next) => ({
            process,
            at,
            format: 'plain line %d',
            args: [{ kind: 'int', value: Math.floor(next() * 1e6) }],
          })) satisfies Speaker,
        ]
      : []),
  ];
}

function write(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
