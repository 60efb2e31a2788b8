import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';
import { crashIps, header, jetsamIps } from '../../support/reports.ts';
import { CRASH_IOS, CRASH_TEXT, RESOURCE, SPINDUMP } from '../../support/text-reports.ts';

const messages = async (text: string): Promise<readonly string[]> =>
  (await readRecords(text)).records.map(({ message }) => message);

describe('text reports', () => {
  it('a crash of macOS 11', async () => {
    const { records, summary, problems } = await readRecords(CRASH_TEXT);

    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ format: 'crash-text', records: 1 });
    expect(records[0]?.at).toBe(Date.parse('2021-06-10T09:12:55.231+02:00') * 1000);
    expect(records[0]?.message).toMatchInlineSnapshot(`
      "crash report: AcmeFilter [702]
          exception = EXC_BAD_ACCESS
          signal = SIGSEGV
          app frame = closure #1 in Provider.relay(_:) + 118 (com.example.acme.filter) Provider.swift:55
          thread = 2
          thread name = flow worker
          queue = NEFlow queue
          info = Fatal error: flow is gone: file Acme/Flow.swift, line 12
          termination = SIGNAL
          termination code = 0xb
          indicator = Segmentation fault: 11
          terminated by = exc handler [702]
          codes = KERN_INVALID_ADDRESS at 0x0000000000000010
          bundle = com.example.acme.filter
          version = 1.4 (77)
          path = /Library/SystemExtensions/AB/com.example.acme.filter.systemextension/Contents/MacOS/AcmeFilter
          parent = launchd [1]
          responsible = AcmeFilter [702]
          captured = 2021-06-10 09:12:55.231 +0200
          system = macOS 11.4 (20F71)
          classes = NEAppProxyUDPFlow
          queues = NEFlow queue, com.apple.main-thread
          frame 0 = swift::AsyncTask::flagAsAndEnqueueOnExecutor(swift::ExecutorRef) + 20 (libswift_Concurrency.dylib)
          frame 1 = -[NEAppProxyUDPFlow readDatagramsWithCompletionHandler:] + 411 (com.apple.NetworkExtension)
          frame 2 = closure #1 in Provider.relay(_:) + 118 (com.example.acme.filter) Provider.swift:55
          frame 3 = com.example.acme.filter + 738663"
    `);
  });

  it('a crash of iOS 14', async () => {
    expect((await messages(CRASH_IOS)).join('\n')).toMatchInlineSnapshot(`
      "crash report: AcmeTunnel [994]
          exception = EXC_CRASH
          signal = SIGKILL
          app frame = AcmeTunnel + 16675
          thread = 0
          queue = com.apple.main-thread
          termination = RUNNINGBOARD
          termination code = 0x8badf00d
          codes = 0x0000000000000000, 0x0000000000000000
          bundle = com.example.acme.tunnel
          version = 7 (1.2)
          path = /private/var/containers/Bundle/Application/AA/Acme.app/PlugIns/AcmeTunnel.appex/AcmeTunnel
          launched = 2021-06-10 09:12:00.0000 +0200
          captured = 2021-06-10 09:12:55.2310 +0200
          system = iPhone OS 14.6 (18F72)
          model = iPhone12,1
          incident = 7D1F1C6A-0000-4000-8000-0E9C8F1B2D44
          queues = com.apple.main-thread
          frame 0 = libsystem_kernel.dylib + 8756
          frame 1 = AcmeTunnel + 16675"
    `);
  });

  it('behind a first line as .ips files have it', async () => {
    const { records, summary } = await readRecords(`${header({ bug_type: '109' })}\n${CRASH_TEXT}`);

    expect(summary.format).toBe('crash-text');
    expect(records.map(({ message }) => message.split('\n')[0])).toEqual(['crash report: AcmeFilter [702]']);
  });

  it.each([
    ['Namespace SIGNAL, Code 6 Abort trap: 6', 'SIGNAL', '6', 'Abort trap: 6'],
    ['Namespace SIGNAL, Code 6, Abort trap: 6', 'SIGNAL', '6', 'Abort trap: 6'],
    ['SIGNAL 6 Abort trap: 6', 'SIGNAL', '6', 'Abort trap: 6'],
    ['DYLD, [0x1] Library missing', 'DYLD', '0x1', 'Library missing'],
    ['Namespace CODESIGNING, Code 0x2', 'CODESIGNING', '0x2', 'Segmentation fault: 11'],
  ])('the end is told as %s', async (reason, namespace, code, indicator) => {
    const [message = ''] = await messages(CRASH_TEXT.replace('Namespace SIGNAL, Code 0xb', reason));

    expect(message).toContain(
      `    termination = ${namespace}\n    termination code = ${code}\n    indicator = ${indicator}\n`,
    );
  });

  it('with any number of lines', async () => {
    const { records } = await readRecords(CRASH_TEXT + '\n'.repeat(3_000_000));

    expect(records).toHaveLength(1);
  });

  it('several in one file', async () => {
    expect((await messages(CRASH_TEXT + CRASH_IOS + CRASH_TEXT)).map((text) => text.split('\n')[0])).toEqual([
      'crash report: AcmeFilter [702]',
      'crash report: AcmeTunnel [994]',
      'crash report: AcmeFilter [702]',
    ]);
  });

  it('a report that Console translated is one crash', async () => {
    const rule = '-------------------------------------';
    const text = CRASH_IOS.replace('7D1F1C6A-0000-4000-8000-0E9C8F1B2D44', '7D1F1C6A-0000-4000-8000-0E9C8F1B2D33');
    const { records, problems } = await readRecords(
      `${rule}\nTranslated Report (Full Report Below)\n${rule}\n\n${text}\n-----------\nFull Report\n-----------\n\n${crashIps()}`,
    );

    expect(problems).toEqual([]);
    expect(records.map(({ message }) => message.split('\n')[0])).toEqual([
      'crash report: com.example.acme.extension [569]',
    ]);
  });

  it('too much CPU, with and without a first line', async () => {
    const { records, summary } = await readRecords(`${header({ bug_type: '202' })}\n${RESOURCE}`);

    expect(summary.format).toBe('resource-report');
    expect(await messages(RESOURCE)).toEqual(records.map(({ message }) => message));
    expect(records[0]?.message).toMatchInlineSnapshot(`
      "resource report: com.example.acme.extension [569]
          bundle = com.example.acme.extension
          version = 1.2 (34)
          path = /Library/SystemExtensions/AB/com.example.acme.extension.systemextension/Contents/MacOS/com.example.acme.extension
          captured = 2026-03-18 14:05:10.881 +0100
          ended = 2026-03-18 14:07:12.881 +0100
          system = macOS 15.4 (Build 24E248)
          event = cpu usage
          action = none
          cpu = 90 seconds cpu time over 122 seconds (74% cpu average), exceeding limit of 50% cpu over 180 seconds
          heaviest 0 = ??? (libsystem_pthread.dylib + 7164)
          heaviest 1 = Provider.pump() + 20 (com.example.acme.extension + 9000)"
    `);
  });

  it('a spindump: the machine, then each process', async () => {
    const { records, summary, problems } = await readRecords(SPINDUMP);

    expect(problems).toEqual([]);
    expect(summary.format).toBe('spindump');
    expect(records.map(({ ref }) => ref.line)).toEqual([1, 12, 21]);
    expect(records.map(({ message }) => message).join('\n')).toMatchInlineSnapshot(`
      "spindump report: hang
          command = Acme
          captured = 2026-03-18 14:05:10.881 +0100
          ended = 2026-03-18 14:05:13.381 +0100
          system = macOS 15.4 (Build 24E248)
          source = Stackshots
          duration = 2.50s
          steps = 26 (100ms sampling interval)
      spindump process: Acme [501]
          path = /Applications/Acme.app/Contents/MacOS/Acme
          footprint = 61.20 MB
          captured = 2026-03-18 14:05:10.881 +0100
          thread 0 = com.apple.main-thread, 26 samples: ??? (kernel.release + 1234) (blocked by turnstile waiting for com.example.acme.extension [569])
      spindump process: com.example.acme.extension [569]
          path = /Library/SystemExtensions/AB/com.example.acme.extension.systemextension/Contents/MacOS/com.example.acme.extension
          captured = 2026-03-18 14:05:10.881 +0100
          thread 0 = NEFlow queue, 26 samples: semaphore_wait_trap + 8 (libsystem_kernel.dylib + 2816)"
    `);
  });
});

describe('memory event reports', () => {
  it('tell the event and those that were killed', async () => {
    const text = jetsamIps([
      { reason: 'per-process-limit' },
      { name: 'Mail', pid: 77, reason: 'vm-pageshortage', pages: 900 },
    ]);
    const { records, summary, problems } = await readRecords(text);

    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ format: 'jetsam-ips', records: 3 });
    expect(records.map(({ message }) => message).join('\n')).toMatchInlineSnapshot(`
      "memory event report: 4 processes, 2 killed
          largest process = Photos
          killed = AcmeTunnel, Mail
          captured = 2026-03-18 14:05:10.30 +0100
          system = iPhone OS 18.3 (22D60)
          model = iPhone15,3
          incident = 8E2F1C6A-0000-4000-8000-0E9C8F1B2D33
          page size = 16384
          free pages = 6210
          compressor size = 81920
      memory kill report: AcmeTunnel [1288]
          reason = per-process-limit
          bytes = 52674560
          pages = 3215
          page size = 16384
          peak pages = 3215
          states = frontmost
          cpu time = 1.5
          coalition = 1788
          captured = 2026-03-18 14:05:10.30 +0100
          incident = 8E2F1C6A-0000-4000-8000-0E9C8F1B2D33
      memory kill report: Mail [77]
          reason = vm-pageshortage
          bytes = 14745600
          pages = 900
          page size = 16384
          peak pages = 900
          states = frontmost
          cpu time = 1.5
          coalition = 577
          captured = 2026-03-18 14:05:10.30 +0100
          incident = 8E2F1C6A-0000-4000-8000-0E9C8F1B2D33"
    `);
    const lines = text.split('\n');
    expect(
      records.slice(1).map(({ ref }) =>
        lines
          .slice(ref.line, ref.line + 16)
          .find((line) => line.includes('"pid"'))
          ?.trim(),
      ),
    ).toEqual(['"pid": 1288,', '"pid": 77,']);
  });

  it('in the form of a property list', async () => {
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>date</key><string>2014-03-10 19:37:41 +0100</string><key>largestProcess</key><string>Acme &amp; Co</string>
<key>memoryStatus</key><dict><key>pageSize</key><integer>4096</integer></dict>
<key>processes</key><array>
<dict><key>name</key><string>AcmeTunnel</string><key>pid</key><integer>12</integer><key>rpages</key><integer>3840</integer><key>reason</key><string>per-process-limit</string></dict>
<dict><key>name</key><string>Mail</string><key>pid</key><integer>13</integer><key>states</key><array/></dict>
</array></dict></plist>
`;
    expect((await messages(`${header({ bug_type: '298' })}\n${body}`)).join('\n')).toMatchInlineSnapshot(`
      "memory event report: 2 processes, 1 killed
          largest process = Acme & Co
          killed = AcmeTunnel
          captured = 2014-03-10 19:37:41 +0100
          system = macOS 15.4 (24E248)
          incident = 7D1F1C6A-0000-4000-8000-0E9C8F1B2D33
          page size = 4096
      memory kill report: AcmeTunnel [12]
          reason = per-process-limit
          bytes = 15728640
          pages = 3840
          page size = 4096
          captured = 2014-03-10 19:37:41 +0100
          incident = 7D1F1C6A-0000-4000-8000-0E9C8F1B2D33"
    `);
  });

  it('that killed nobody tell only the event', async () => {
    expect((await messages(jetsamIps([{}]))).map((text) => text.split('\n')[0])).toEqual([
      'memory event report: 3 processes, 0 killed',
    ]);
  });
});
