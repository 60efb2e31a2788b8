import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';
import { type CrashParts, crashBody, crashIps, header, jetsamIps } from '../../support/reports.ts';

const HOSTILE = 'a\nforged = yes\r\n    exception = EXC_FORGED\u001b[31m\u0007\u2028\u202eb\0c';
const VALUES: readonly unknown[] = [null, '', '12', -1, 1e308, true, [], {}, [[[]]], [null], HOSTILE, { a: HOSTILE }];

/** Every line of the message but the first is one `key = value`. */
function expectTidy(message: string): void {
  const [title, ...lines] = message.split('\n');
  expect(title).toMatch(/^(?:crash report|memory (?:event|kill) report|resource report|spindump \w+): /);
  for (const line of lines) expect(line).toMatch(/^ {4}[a-z][a-z 0-9]* = \S/);
  expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  expect(lines.filter((line) => line.startsWith('    forged'))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('    exception = ')).length).toBeLessThan(2);
  expect(message.length).toBeLessThanOrEqual(16_384);
}

async function expectReadable(text: string | Buffer): Promise<Awaited<ReturnType<typeof readRecords>>> {
  const result = await readRecords(text);
  for (const { message } of result.records) expectTidy(message);
  return result;
}

describe('damaged reports', () => {
  it.each([
    ['a crash', crashIps()],
    ['a crash on one line', crashIps({}, 0)],
    ['a memory event', jetsamIps([{ reason: 'per-process-limit' }])],
  ])('%s, cut anywhere, is read as far as it goes', async (_, text) => {
    for (let end = 0; end < text.length - 2; end += 13) {
      const { records, problems } = await expectReadable(text.slice(0, end));
      const isSaid = problems.length > 0;
      expect(isSaid, `cut at ${end} of ${text.length}`).toBe(true);
      for (const { ref } of records) expect(ref.offset + ref.length).toBeLessThanOrEqual(end);
    }
  });

  it('a crash keeps what comes before the cut', async () => {
    const text = crashIps();
    const { records, problems } = await readRecords(text.slice(0, text.indexOf('"usedImages"')));

    expect(records[0]?.message).toMatch(
      /exception = EXC_CRASH[\s\S]*frame 2 = -\[AcmeProvider finish:\] \+ 22 \(\?\?\?\)/,
    );
    expect(problems.map(({ code, example }) => [code, example.line])).toEqual([['record-truncated', 1]]);
  });

  it('says where a report is no valid JSON', async () => {
    const text = crashIps().replace('"exception":', '"exception" oops');
    const line = text.split('\n').findIndex((each) => each.includes('oops')) + 1;
    const { records, problems } = await readRecords(text);

    expect(problems.map(({ code, example }) => [code, example.line])).toEqual([['json-invalid', line]]);
    expect(records.map(({ message }) => message.split('\n')[0])).toEqual([
      'crash report: com.example.acme.extension [569]',
    ]);
  });

  it('a broken report does not take the next one with it', async () => {
    const text = crashIps({ pid: 1 });
    const { records } = await readRecords(`${text.slice(0, 900)}\n${crashIps({ pid: 2 })}`);

    expect(records.map(({ message }) => /\[(\d+)\]/.exec(message)?.[1])).toEqual(['1', '2']);
  });

  it('takes any value in any field', async () => {
    const body = crashBody();
    for (const key of Object.keys(body)) {
      for (const value of VALUES) {
        await expectReadable(`${header()}\n${JSON.stringify({ ...body, [key]: value })}\n`);
      }
    }
    for (const key of Object.keys(JSON.parse(header()))) {
      for (const value of VALUES) await expectReadable(`${header({ [key]: value })}\n${JSON.stringify(body)}\n`);
    }
  });

  it('takes hostile text in every field', async () => {
    const hostile = JSON.parse(JSON.stringify(crashBody()), (_, value) =>
      typeof value === 'string' ? HOSTILE : value,
    );
    const memory = JSON.parse(
      jetsamIps([{ reason: 'x' }])
        .split('\n')
        .slice(1)
        .join('\n'),
      (_, value) => (typeof value === 'string' ? HOSTILE : value),
    );
    await expectReadable(`${header()}\n${JSON.stringify(hostile)}\n`);
    await expectReadable(`${header()}\n${JSON.stringify(memory)}\n`);
    const { records } = await expectReadable(crashIps({ name: HOSTILE, info: [HOSTILE, '{', '(', '"', '<', '1:{'] }));

    expect(records[0]?.message.split('\n')[0]).toBe(
      'crash report: a\\nforged = yes\\n    exception = EXC_FORGED\\u0007\\u2028\\u202eb\\u0000c [569]',
    );
  });

  it.each<[string, CrashParts['body']]>([
    [
      'an image that is not there',
      { threads: [{ triggered: true, frames: [{ imageIndex: 99, imageOffset: 7 }] }], faultingThread: 0 },
    ],
    ['numbers as text', { pid: '570', faultingThread: '1', exception: { type: 'EXC_CRASH', signal: 6 } }],
    ['a thread that is not there', { faultingThread: 4711 }],
    ['texts where lists are', { asi: 'gone', threads: 'gone', usedImages: 7 }],
  ])('reads %s', async (_, body) => {
    const { records, problems } = await expectReadable(crashIps({ body: body ?? {} }));

    expect(records).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('of equal keys the last one counts, as in JSON', async () => {
    const { records } = await readRecords(`${header()}\n{"pid": 1, "procName": "a", "pid": 2, "threads": []}\n`);

    expect(records[0]?.message.split('\n')[0]).toBe('crash report: a [2]');
  });

  it('bounds what it takes of huge lists', async () => {
    const frame = { imageIndex: 0, symbol: '-[AcmeProvider call]', symbolLocation: 1 };
    const thread = { queue: 'q', frames: [frame, frame] };
    const threads = Array.from({ length: 100_000 }, () => thread);
    const frames = Array.from({ length: 100_000 }, () => frame);
    const { records } = await expectReadable(
      crashIps({ body: { threads: [...threads, { triggered: true, frames }], faultingThread: 100_000 } }, 0),
    );
    const killed = Array.from({ length: 20_000 }, (_, pid) => ({ pid, reason: 'vm-pageshortage' }));
    const memory = await expectReadable(jetsamIps(killed));

    expect(records).toHaveLength(1);
    expect(memory.records).toHaveLength(65);
    expect(memory.problems.map(({ message }) => message)).toEqual([
      '19936 more killed processes in one report; they are left out',
    ]);
  }, 20_000);

  it('follows no nesting that is meant to exhaust it', async () => {
    const deep = '['.repeat(200_000);
    await expectReadable(`${header()}\n{"pid": 3, "procName": "a", "threads": ${deep}${']'.repeat(200_000)}}\n`);
    const { records } = await expectReadable(
      `${header()}\n{"pid": 3, "procName": "a", "exception": {"type": "E"}, "threads": ${deep}`,
    );
    await expectReadable(`${header()}\n<plist>${'<dict><key>a</key>'.repeat(100_000)}`);
    await expectReadable(`${header()}\n<plist>${'<a'.repeat(300_000)}`);

    expect(records).toHaveLength(1);
  });

  it('reads what fits of a report that is too long', async () => {
    const padding = 'x'.repeat(1000);
    const filler = Array.from({ length: 18_000 }, () => ({ queue: padding, frames: [] }));
    const { records, problems } = await readRecords(crashIps({ body: { zzz: filler } }, 0));

    expect(records).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toContain('record-truncated');
  }, 20_000);

  it('survives bytes that are no text', async () => {
    const bytes = Buffer.from(crashIps());
    for (let at = 5; at < bytes.length; at += 301) {
      const broken = Buffer.from(bytes);
      broken[at] = at % 2 === 0 ? 0xff : 0;
      await expectReadable(broken);
    }
  });
});
