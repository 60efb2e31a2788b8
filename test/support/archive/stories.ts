import { type ArchiveOptions, ArchiveWriter, type WrittenEntry } from './archive-writer.ts';

export interface ExpectedRecord {
  readonly at: number;
  readonly message: string;
  readonly pid: number;
  readonly level: string;
  readonly process: string;
  readonly sender: string;
  readonly subsystem: string;
  readonly category: string;
}

export interface Story {
  readonly archive: ArchiveWriter;
  /** In the order of time. */
  readonly expected: readonly ExpectedRecord[];
}

const FILES = ['Persist/0000000000000001.tracev3', 'Special/0000000000000002.tracev3', 'logdata.LiveData.tracev3'];
const FRAMEWORK = '/System/Library/PrivateFrameworks/TestNetwork.framework/TestNetwork';
const DYLIB = '/usr/lib/libtest-small.dylib';
const KEXT = '/System/Library/Extensions/Test.kext/Test';
const PLUGIN = '/Library/Test/plugin.dylib';

/** Entries of every kind over three files, `rounds` times; what each must read as is written beside it. */
export function everythingStory(rounds: number, options: ArchiveOptions = {}): Story {
  const archive = new ArchiveWriter(options);
  const expected: ExpectedRecord[] = [];
  const ne = archive.process('/usr/libexec/nesessionmanager', 301);
  const kernel = archive.process('/kernel', 0);
  const app = archive.process('/Applications/Tunnel.app/Contents/PlugIns/tunnel.appex/Contents/MacOS/tunnel', 812);
  const idle = archive.process('/usr/libexec/idled', 77);
  const isOld = options.cacheVersion === 1;
  let at = 0;
  const put = (
    file: number,
    entry: Omit<WrittenEntry, 'at'>,
    message: string,
    sender = entry.process.path,
    level: string = entry.level ?? 'default',
  ): void => {
    at += 1_234_567;
    archive.add(FILES[file] ?? '', { ...entry, at });
    const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
    expected.push({
      at: archive.microsOf(at),
      message,
      pid: entry.process.pid,
      level,
      process: level === 'loss' ? '' : name(entry.process.path),
      sender: level === 'loss' ? '' : name(sender),
      subsystem: entry.subsystem ?? '',
      category: entry.category ?? '',
    });
  };
  for (let round = 0; round < rounds; round++) {
    const file = round % 3;
    put(
      file,
      {
        process: ne,
        subsystem: 'com.apple.networkextension',
        format: '%{public}@: status changed to %{public}s, last stop reason %d',
        args: [
          { kind: 'object', value: `NESMVPNSession[${round}]` },
          { kind: 'string', value: 'connecting' },
          { kind: 'int', value: -2 },
        ],
      },
      `NESMVPNSession[${round}]: status changed to connecting, last stop reason -2`,
    );
    put(
      file,
      {
        process: app,
        level: 'info',
        subsystem: 'com.example.vpn',
        category: 'tunnel',
        format: 'startTunnel options=%@ server=%{private}s port=%u key=%{private}d gone=%{private}s',
        args: [
          { kind: 'object', value: null },
          { kind: 'string', value: 'vpn.example.test', privacy: 'private' },
          { kind: 'int', value: 443 },
          { kind: 'int', value: 4711, privacy: 'private' },
          { kind: 'string', value: null, privacy: 'redacted' },
        ],
      },
      'startTunnel options=(null) server=vpn.example.test port=443 key=4711 gone=<private>',
    );
    put(
      file,
      {
        process: app,
        level: 'error',
        via: 'relative',
        library: PLUGIN,
        subsystem: 'com.example.vpn',
        category: 'tunnel',
        format: 'failed: %{public}@ code=%d flags=0x%08x after %.3f s',
        args: [
          { kind: 'object', value: 'Error Domain=NEVPNErrorDomain Code=3' },
          { kind: 'int', value: -9 },
          { kind: 'int', value: 0xdeadbeef },
          { kind: 'double', value: 1.23456 },
        ],
      },
      'failed: Error Domain=NEVPNErrorDomain Code=3 code=-9 flags=0xdeadbeef after 1.235 s',
      PLUGIN,
    );
    put(
      file,
      {
        process: ne,
        via: 'cache',
        library: DYLIB,
        subsystem: 'com.apple.network',
        category: 'connection',
        format: 'peer %{public,uuid_t}.16P via %{public,network:in6_addr}.16P, %.*s|',
        args: [
          { kind: 'count', value: 16 },
          { kind: 'data', value: Buffer.from('00112233445566778899aabbccddeeff', 'hex') },
          { kind: 'count', value: 16 },
          { kind: 'data', value: Buffer.from('fe80000000000000020f86fffee95c16', 'hex') },
          { kind: 'count', value: 3 },
          { kind: 'string', value: 'abcdef' },
        ],
      },
      'peer 00112233-4455-6677-8899-AABBCCDDEEFF via fe80::20f:86ff:fee9:5c16, abc|',
      DYLIB,
    );
    put(
      file,
      {
        process: ne,
        via: isOld ? 'cache' : 'large',
        library: FRAMEWORK,
        subsystem: 'com.apple.networkextension',
        category: 'session',
        format: 'redacted %@ %{sensitive}s n=%{private}d hash=%{private,mask.hash}@ in %@',
        args: [
          { kind: 'object', value: null, privacy: 'redacted' },
          { kind: 'string', value: null, privacy: 'sensitive' },
          { kind: 'int', value: 0, privacy: 'redacted' },
          { kind: 'hash', value: Buffer.from('0123456789abcdef') },
          { kind: 'description', value: '{ path = <private> }' },
        ],
      },
      `redacted <private> <private> n=<private> hash=<mask.hash: 'MDEyMzQ1Njc4OWFiY2RlZg=='> in { path = <private> }`,
      FRAMEWORK,
    );
    put(
      file,
      {
        process: kernel,
        level: 'fault',
        via: 'absolute',
        library: KEXT,
        hasLargeOffset: round % 2 === 1,
        format: 'policy %llu of %s dropped %zu bytes 100%%',
        args: [
          { kind: 'int', value: 18446744073709551615n, size: 8 },
          { kind: 'string', value: 'utun4' },
          { kind: 'int', value: 1500, size: 8 },
        ],
      },
      'policy 18446744073709551615 of utun4 dropped 1500 bytes 100%',
      KEXT,
    );
    put(
      file,
      {
        process: app,
        subsystem: 'com.example.vpn',
        category: 'dump',
        format: 'config: %{public}s %{private}s',
        oversize: 'here',
        args: [
          { kind: 'string', value: `${'Z'.repeat(3000)}${round}` },
          { kind: 'string', value: 'secret', privacy: 'private' },
        ],
      },
      `config: ${'Z'.repeat(3000)}${round} secret`,
    );
    put(
      file,
      {
        process: ne,
        via: 'cache',
        library: DYLIB,
        isDynamic: true,
        subsystem: 'com.apple.network',
        format: '',
        args: [{ kind: 'string', value: 'a text of its own' }],
      },
      'a text of its own',
      DYLIB,
    );
    put(
      file,
      {
        process: idle,
        hasBacktrace: true,
        level: 'debug',
        format: 'cut: %{public}s then %{public}s',
        args: [
          { kind: 'cut', value: 'only the begin' },
          { kind: 'string', value: 'whole' },
        ],
      },
      'cut: only the begin<…> then whole',
    );
    put(file, { process: ne, kind: 'activity', format: 'Starting session' }, 'Starting session', ne.path, 'activity');
    put(
      file,
      { process: ne, kind: 'simpledump', level: 'error', subsystem: 'com.apple.test', format: 'service exited' },
      'service exited',
      ne.path,
    );
    put(
      file,
      { process: ne, kind: 'statedump', format: 'Network information', dump: { type: 3, data: Buffer.alloc(20) } },
      'Network information (SystemConfiguration/nwi, 20 bytes)',
      ne.path,
      'state',
    );
    put(
      file,
      { process: ne, kind: 'loss', format: '', lost: { from: 81234567890n, to: 81234569999n, count: 63 } },
      'lost >=63 unreliable messages from 81234567890-81234569999 (Mach continuous exact start-approx. end)',
      ne.path,
      'loss',
    );
    put(
      file,
      {
        process: app,
        kind: 'signpost',
        subsystem: 'com.example.vpn',
        category: 'points',
        format: 'sent %d',
        args: [{ kind: 'int', value: 5 }],
        signpost: { id: 0x1d, name: 'Handshake' },
      },
      '[spid 0x1d, process, begin] Handshake: sent 5',
      app.path,
      'signpost',
    );
  }
  return { archive, expected };
}
