import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';
import { crashBody, crashIps, header } from '../../support/reports.ts';

describe('a crash report', () => {
  it('becomes one record that reads like the report', async () => {
    const text = crashIps();
    const { records, summary, problems } = await readRecords(text);

    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ format: 'crash-ips', records: 1, lines: text.split('\n').length - 1 });
    expect(summary.zones).toEqual([{ from: records[0]?.at, offsetMinutes: 60 }]);
    expect(records[0]).toMatchObject({
      at: Date.parse('2026-03-18T14:05:10.300+01:00') * 1000,
      pid: -1,
      origin: { process: 'DiagnosticReport', category: 'crash' },
      ref: { line: 1, offset: 0, length: text.length - 1 },
    });
    expect(records[0]?.message).toMatchInlineSnapshot(`
      "crash report: com.example.acme.extension [569]
          exception = EXC_CRASH
          signal = SIGABRT
          app frame = -[AcmeProvider finish:] + 22 (com.example.acme.extension)
          thread = 1
          queue = com.apple.NSXPCConnection.user.anonymous.486
          info = abort() called (libsystem_c.dylib)
          termination = SIGNAL
          termination code = 6
          indicator = Abort trap: 6
          terminated by = com.example.acme.extension [569]
          codes = 0x0000000000000000, 0x0000000000000000
          bundle = com.example.acme.extension
          version = 1.2 (34)
          path = /Library/SystemExtensions/6A1F0D2B-0000-4000-8000-000000000001/com.example.acme.extension.systemextension/Contents/MacOS/com.example.acme.extension
          parent = launchd [1]
          role = Unspecified
          launched = 2026-03-18 14:05:00.1000 +0100
          captured = 2026-03-18 14:05:10.3000 +0100
          system = macOS 15.4 (24E248)
          model = Mac15,3
          incident = 7D1F1C6A-0000-4000-8000-0E9C8F1B2D33
          classes = AcmeProvider
          queues = com.apple.NSXPCConnection.user.anonymous.486, com.apple.main-thread
          frame 0 = __pthread_kill + 20 (libsystem_kernel.dylib)
          frame 1 = abort + 21 (libsystem_c.dylib)
          frame 2 = -[AcmeProvider finish:] + 22 (com.example.acme.extension)"
    `);
  });

  it.each([
    ['on one line', crashIps({}, 0)],
    ['with Windows line breaks', crashIps().replaceAll('\n', '\r\n')],
    ['with a mark at its beginning', `\ufeff${crashIps()}`],
    ['without a line break at its end', crashIps().trimEnd()],
  ])('is the same %s', async (_, text) => {
    const { records, problems, summary } = await readRecords(text);
    const usual = await readRecords(crashIps());

    expect(problems).toEqual([]);
    expect(summary.format).toBe('crash-ips');
    expect(records.map(({ message }) => message)).toEqual(usual.records.map(({ message }) => message));
  });

  it('is read without its first line', async () => {
    const { records, problems } = await readRecords(`${JSON.stringify(crashBody(), null, 2)}\n`);

    expect(problems).toEqual([]);
    expect(records.map(({ message }) => message.split('\n')[0])).toEqual([
      'crash report: com.example.acme.extension [569]',
    ]);
  });

  it('is read without its first line, on one line', async () => {
    const { records } = await readRecords(JSON.stringify(crashBody()));

    expect(records).toHaveLength(1);
  });

  it.each([
    '{"bug_type":"309","timestamp":"2026-03-18 14:05:11.00 +0100"}',
    '{"timestamp" : "2026-03-18 14:05:11.00 +0100", "bug_type" : "309", "name" : "x"}',
    '{"incident_id":"7D1F1C6A-0000-4000-8000-0E9C8F1B2D33","bug_type":309}',
  ])('may begin with %s', async (first) => {
    const { records, problems } = await readRecords(`${first}\n${JSON.stringify(crashBody(), null, 2)}\n`);

    expect(problems).toEqual([]);
    expect(records.map(({ ref }) => [ref.line, ref.offset])).toEqual([[1, 0]]);
  });

  it('whose body is missing tells nothing of a death', async () => {
    const { records, problems } = await readRecords(`${header()}\n`);

    expect(records).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['record-truncated', 'input-empty']);
  });

  it('is the same in pieces of any size', async () => {
    const text = crashIps();
    const whole = await readRecords(text);
    for (const chunk of [1, 7, 97, 1000]) {
      const cut = await readRecords(text, { chunks: [chunk] });
      expect(cut.records).toEqual(whole.records);
    }
  });

  it('stands beside others in one file', async () => {
    const { records, problems, summary } = await readRecords(
      [crashIps({ pid: 1 }), crashIps({ pid: 2 }, 0), crashIps({ pid: 3 })].join(''),
    );

    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ format: 'crash-ips', records: 3 });
    expect(records.map(({ message }) => /\[\d+\]/.exec(message)?.[0])).toEqual(['[1]', '[2]', '[3]']);
  });
});
