import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';

const TIME = '2026-03-01 09:15:05.144000-0800';

async function read(...lines: string[]): Promise<readonly (readonly unknown[])[]> {
  const { records, summary } = await readRecords(`${lines.join('\n')}\n`);
  expect(summary.format).toBe('syslog');
  return records.map(({ origin, pid, level, message }) => [
    origin.process,
    origin.sender,
    origin.subsystem,
    pid,
    level,
    message,
  ]);
}

describe("log show's syslog style", () => {
  it('reads every column; there is no thread and no level', async () => {
    const { records, summary, problems } = await readRecords(
      'Timestamp                       (process)[PID]    \n' +
        `${TIME}  localhost powerd[423]: [com.apple.powerd:sleepWake] Entering Sleep state due to 'Idle Sleep'\n`,
    );

    expect(records).toEqual([
      {
        at: 1_772_385_305_144_000,
        origin: {
          id: 0,
          process: 'powerd',
          processPath: undefined,
          sender: 'powerd',
          subsystem: 'com.apple.powerd',
          category: 'sleepWake',
        },
        pid: 423,
        tid: 0,
        level: 'unknown',
        message: "Entering Sleep state due to 'Idle Sleep'",
        formatString: undefined,
        boot: undefined,
        ref: { input: 0, line: 2, offset: 51, length: 125 },
      },
    ]);
    expect(summary).toMatchObject({ format: 'syslog', zones: [{ offsetMinutes: -480 }] });
    expect(problems).toEqual([]);
  });

  it.each([
    ['a host', `${TIME}  Kais-Mac.local a[1]: b`, ['a', 'a', '', 1, 'unknown', 'b']],
    ['no host', `${TIME} a[1]: b`, ['a', 'a', '', 1, 'unknown', 'b']],
    ['localhost behind one blank', `${TIME} localhost a b[1]: c`, ['a b', 'a b', '', 1, 'unknown', 'c']],
    [
      'blanks in the name',
      `${TIME}  localhost Acme Helper (GPU)[1]: c`,
      ['Acme Helper (GPU)', 'Acme Helper (GPU)', '', 1, 'unknown', 'c'],
    ],
    ['a sender', `${TIME}  localhost kernel[0]: (AppleSMC) b`, ['kernel', 'AppleSMC', '', 0, 'unknown', 'b']],
    ['a flow number', `${TIME}  localhost kernel[0]: (123): b`, ['kernel', 'kernel', '', 0, 'unknown', '(123): b']],
    ['the level of old releases', `${TIME}  localhost a[1] <Notice>: b`, ['a', 'a', '', 1, 'default', 'b']],
    ['an error of old releases', `${TIME}  localhost a[1] <Error>: b`, ['a', 'a', '', 1, 'error', 'b']],
    ['the log system', `${TIME}  localhost === system boot: X`, ['', '', '', -1, 'unknown', '=== system boot: X']],
    ['an empty message', `${TIME}  localhost a[1]: `, ['a', 'a', '', 1, 'unknown', '']],
  ])('reads %s', async (_, line, expected) => {
    // A second line, so that the style is beyond doubt.
    expect((await read(line, `${TIME}  localhost z[9]: z`))[0]).toEqual(expected);
  });

  it('knows a host behind one blank by the names that have it in common', async () => {
    const lines = await read(`${TIME} Kais-Mac powerd[1]: a`, `${TIME} Kais-Mac Acme Helper[2]: b`);

    expect(lines.map(([process]) => process)).toEqual(['powerd', 'Acme Helper']);
  });

  it('takes several words for one name where no host is known', async () => {
    const lines = await read(`${TIME} Acme Helper[2]: b`, `${TIME} powerd[1]: a`);

    expect(lines.map(([process]) => process)).toEqual(['Acme Helper', 'powerd']);
  });
});
