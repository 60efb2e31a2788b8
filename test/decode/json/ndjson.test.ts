import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';

/** As line-formats 5 shows it: slashes escaped, a trace id beyond 2^53. */
const LINE = String.raw`{"traceID":310563934581555600,"eventMessage":"(2201100002): Closing writes, \"sending\" SHUT_RD\n\/done","eventType":"logEvent","source":null,"formatString":"(%u): Closing writes, sending SHUT_RD","activityIdentifier":0,"subsystem":"com.apple.networkextension","category":"","threadID":24945226,"senderImageUUID":"DC38BFCA-7B59-419E-8183-1FA470FC4647","backtrace":{"frames":[{"imageOffset":448218,"imageUUID":"DC38BFCA-7B59-419E-8183-1FA470FC4647"}]},"bootUUID":"5C0FFEE0-1111-4222-8333-444455556666","processImagePath":"\/Library\/SystemExtensions\/AAAA\/com.example.acme.extension","timestamp":"2026-03-01 09:15:05.726028-0800","senderImagePath":"\/usr\/lib\/libnetworkextension.dylib","machTimestamp":10854631418804,"messageType":"Default","processImageUUID":"2CC66F92-F68B-4A6C-8443-A227D0406307","processID":569,"senderProgramCounter":448218,"parentActivityIdentifier":0,"timezoneName":""}`;

type Fields = Record<string, unknown>;

function object(changes: Fields = {}): string {
  const { traceID: _, ...fields } = JSON.parse(LINE) as Fields;
  return JSON.stringify({ ...fields, ...changes });
}

/** The same object with its keys in another order. */
function reordered(text: string, order: (keys: string[]) => string[]): string {
  const fields = JSON.parse(text) as Fields;
  return JSON.stringify(Object.fromEntries(order(Object.keys(fields)).map((key) => [key, fields[key]])));
}

const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');

describe('ndjson', () => {
  it('reads every field', async () => {
    const { records, summary, problems } = await readRecords(lines(LINE, '{"count":1,"finished":1}'));

    expect(records).toEqual([
      {
        at: 1_772_385_305_726_028,
        origin: {
          id: 0,
          process: 'com.example.acme.extension',
          processPath: '/Library/SystemExtensions/AAAA/com.example.acme.extension',
          sender: 'libnetworkextension.dylib',
          subsystem: 'com.apple.networkextension',
          category: '',
        },
        pid: 569,
        tid: 24_945_226,
        level: 'default',
        message: '(2201100002): Closing writes, "sending" SHUT_RD\n/done',
        formatString: '(%u): Closing writes, sending SHUT_RD',
        boot: '5C0FFEE0-1111-4222-8333-444455556666',
        ref: { input: 0, line: 1, offset: 0, length: LINE.length },
      },
    ]);
    expect(summary).toMatchObject({ format: 'ndjson', lines: 2, records: 1 });
    expect(problems).toEqual([]);
  });

  it.each([
    [{ messageType: 'Info' }, 'info'],
    [{ messageType: 'Debug' }, 'debug'],
    [{ messageType: 'Error' }, 'error'],
    [{ messageType: 'Fault' }, 'fault'],
    [{ eventType: 'activityCreateEvent', messageType: undefined }, 'activity'],
    [{ eventType: 'activityTransitionEvent', messageType: undefined }, 'activity'],
    [{ eventType: 'activityUserActionEvent', messageType: undefined }, 'activity'],
    [{ eventType: 'signpostEvent', messageType: 'Default' }, 'signpost'],
    [{ eventType: 'stateEvent', messageType: undefined }, 'state'],
    [{ eventType: 'lossEvent', messageType: undefined }, 'loss'],
    [{ eventType: 'timesyncEvent', messageType: undefined }, 'default'],
    [{ eventType: 'traceEvent', messageType: undefined }, 'default'],
    [{ messageType: undefined }, 'unknown'],
    [{ messageType: 'Odd', eventType: undefined }, 'unknown'],
  ])('reads the level of %j as %s', async (changes, level) => {
    // Between lines of the usual form, so that the fast path and the walker both meet it.
    const { records } = await readRecords(lines(object(), object(changes), object(), object(changes)));

    expect(records.map((record) => record.level)).toEqual(['default', level, 'default', level]);
  });

  it('does not depend on the order of the keys', async () => {
    const orders: ((keys: string[]) => string[])[] = [
      (keys) => keys,
      (keys) => keys.toReversed(),
      (keys) => keys.toSorted(),
      (keys) => [...keys.slice(7), ...keys.slice(0, 7)],
    ];
    const texts = [0, 1, 2, 3, 1, 0, 0, 3, 2, 1].map((each, index) =>
      reordered(object({ processID: index, category: `c${index % 2}` }), orders[each] ?? ((keys) => keys)),
    );

    const { records } = await readRecords(lines(...texts));

    expect(
      records.map(({ pid, origin, at }) => [pid, origin.process, origin.sender, origin.subsystem, origin.category, at]),
    ).toEqual(
      texts.map((_, index) => [
        index,
        'com.example.acme.extension',
        'libnetworkextension.dylib',
        'com.apple.networkextension',
        `c${index % 2}`,
        1_772_385_305_726_028,
      ]),
    );
  });

  it('is not misled by keys inside a message', async () => {
    const bait =
      '","subsystem":"evil","category":"evil","processImagePath":"/bin/evil","timestamp":"2001-01-01 00:00:00.000000+0000"';
    const { records } = await readRecords(
      lines(object(), object({ eventMessage: bait, formatString: bait }), object({ eventMessage: 'subsystem":"x' })),
    );

    expect(records.map(({ origin }) => [origin.process, origin.subsystem])).toEqual(
      Array(3).fill(['com.example.acme.extension', 'com.apple.networkextension']),
    );
    expect(records[1]?.message).toBe(bait);
  });

  it('is not misled by keys that end in the name of another', async () => {
    const { records } = await readRecords(
      lines(object(), object({ mysubsystem: 'evil', subsystem: undefined }), object()),
    );

    expect(records.map(({ origin }) => origin.subsystem)).toEqual([
      'com.apple.networkextension',
      '',
      'com.apple.networkextension',
    ]);
  });

  it('reads records that lack fields other records have', async () => {
    const { records } = await readRecords(
      lines(
        object(),
        object({ subsystem: undefined, category: undefined }),
        object({ senderImagePath: undefined }),
        object({ subsystem: null, category: null, bootUUID: '', formatString: '' }),
        object({ processID: undefined, threadID: undefined }),
        object(),
      ),
    );

    expect(
      records.map(({ origin, pid, tid, boot, formatString }) => [
        origin.sender,
        origin.subsystem,
        pid,
        tid,
        boot !== undefined,
        formatString !== undefined,
      ]),
    ).toEqual([
      ['libnetworkextension.dylib', 'com.apple.networkextension', 569, 24_945_226, true, true],
      ['libnetworkextension.dylib', '', 569, 24_945_226, true, true],
      ['com.example.acme.extension', 'com.apple.networkextension', 569, 24_945_226, true, true],
      ['libnetworkextension.dylib', '', 569, 24_945_226, false, false],
      ['libnetworkextension.dylib', 'com.apple.networkextension', -1, 0, true, true],
      ['libnetworkextension.dylib', 'com.apple.networkextension', 569, 24_945_226, true, true],
    ]);
  });

  it('reads the log system itself as a record of nobody', async () => {
    const text = '=== system boot: 5C0FFEE0-1111-4222-8333-444455556666';
    const { records, problems } = await readRecords(
      lines(
        object(),
        object({
          eventType: 'timesyncEvent',
          eventMessage: text,
          processImagePath: undefined,
          senderImagePath: undefined,
          subsystem: undefined,
          category: undefined,
          processID: 0,
        }),
      ),
    );

    expect(records[1]).toMatchObject({
      origin: { process: '', processPath: undefined, sender: '', subsystem: '', category: '' },
      message: text,
      boot: '5C0FFEE0-1111-4222-8333-444455556666',
    });
    expect(problems).toEqual([]);
  });

  it('reads objects with blanks in them', async () => {
    const spaced = object({ processID: 7 }).replaceAll('":', '" : ').replaceAll(',"', ' , "');
    const { records } = await readRecords(lines(object(), ` ${spaced} `, object()));

    expect(records.map(({ pid, origin }) => [pid, origin.process])).toEqual([
      [569, 'com.example.acme.extension'],
      [7, 'com.example.acme.extension'],
      [569, 'com.example.acme.extension'],
    ]);
  });

  it('reads escaped names', async () => {
    const { records } = await readRecords(
      lines(object(), object({ processImagePath: '/Applications/Ac"me\\x.app/Küche 📱', category: 'a\\"b' }), object()),
    );

    expect([records[1]?.origin.process, records[1]?.origin.category]).toEqual(['Küche 📱', 'a\\"b']);
    expect(records).toHaveLength(3);
  });

  it('passes over banner, titles and asides, also between records', async () => {
    const { records, summary, problems } = await readRecords(
      lines(
        'Filtering the log data using "subsystem == "com.apple.networkextension""',
        'Skipping debug messages, pass --debug to include.',
        'Timestamp                       Thread     Type        Activity             PID    TTL  ',
        object(),
        'getpwuid_r did not find a match for uid 501',
        object(),
      ),
    );

    expect(records.map(({ ref }) => ref.line)).toEqual([4, 6]);
    expect(summary).toMatchObject({
      format: 'ndjson',
      predicate: 'subsystem == "com.apple.networkextension"',
      skippedLevels: ['debug'],
    });
    expect(problems).toEqual([]);
  });

  it('reads everything but a last line that was cut', async () => {
    const cut = object().slice(0, 300);
    const { records, problems } = await readRecords(`${lines(object(), object())}${cut}`);

    expect(records).toHaveLength(2);
    expect(problems).toEqual([
      {
        code: 'record-truncated',
        count: 1,
        message: 'the last line ends in the middle of a record; it is left out',
        example: { input: 'test.log', line: 3, text: cut.slice(0, 200) },
      },
    ]);
  });

  it.each([
    ['cut in the middle', (text: string) => text.slice(0, 300)],
    ['with half of it missing', (text: string) => text.slice(0, 100) + text.slice(300)],
    ['with its beginning missing', (text: string) => `{${text.slice(200)}`],
    ['with a brace too few', (text: string) => text.slice(0, -1)],
    ['with a bare word in it', (text: string) => text.replace('"processID":569', '"processID":five')],
  ])('counts a line %s and reads the others', async (_, damage) => {
    const { records, problems } = await readRecords(lines(object(), damage(object()), object()));

    expect(records.map(({ ref }) => ref.line)).toEqual([1, 3]);
    expect(problems.map(({ code, count, example }) => [code, count, example.line])).toEqual([['json-invalid', 1, 2]]);
  });

  it('counts other lines and other JSON', async () => {
    const { records, problems } = await readRecords(lines(object(), 'what is this', '{"a":1}', '[1]', object()));

    expect(records).toHaveLength(2);
    expect(problems.map(({ code, count, example }) => [code, count, example.line])).toEqual([['line-unparsed', 3, 2]]);
  });
});
