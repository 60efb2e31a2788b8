import { describe, expect, it } from 'vitest';
import { UNKNOWN_YEAR } from '../../../src/lib/unknown-dates.ts';
import { readRecords } from '../../support/read-records.ts';

async function who(...lines: string[]): Promise<readonly unknown[]> {
  const { records, summary, problems } = await readRecords(`${lines.join('\n')}\n`);
  expect(summary.format).toBe('ios-syslog');
  expect(problems.map(({ code }) => code)).toEqual(['date-unknown', 'zone-unknown']);
  return records.map(({ origin, pid, level, message }) => [origin.process, origin.sender, pid, level, message]);
}

describe('the syslog of an iOS device', () => {
  it('reads every column', async () => {
    const line = 'Oct  1 10:00:00.123456 Acme(CFNetwork)[2] <Error>: Task <6AED50CD>.<1> finished with error [-1001]';
    const { records, summary } = await readRecords(`${line}\n`);

    expect(records).toEqual([
      {
        at: Date.UTC(UNKNOWN_YEAR, 9, 1, 10) * 1000 + 123_456,
        origin: {
          id: 0,
          process: 'Acme',
          processPath: undefined,
          sender: 'CFNetwork',
          subsystem: '',
          category: '',
        },
        pid: 2,
        tid: 0,
        level: 'error',
        message: 'Task <6AED50CD>.<1> finished with error [-1001]',
        formatString: undefined,
        boot: undefined,
        ref: { input: 0, line: 1, offset: 0, length: line.length },
      },
    ]);
    expect(summary).toMatchObject({ format: 'ios-syslog', records: 1, zones: [] });
  });

  it.each([
    [
      'a time without a fraction',
      'Jun  6 12:55:10 neagent[24] <Notice>: x',
      ['neagent', 'neagent', 24, 'default', 'x'],
    ],
    ['the kernel', 'Jun 16 12:55:10 kernel[0] <Notice>: x', ['kernel', 'kernel', 0, 'default', 'x']],
    [
      'a name with blanks and brackets',
      'Jun 16 12:55:10 Acme Helper (Renderer)[7] <Debug>: x',
      ['Acme Helper (Renderer)', 'Acme Helper (Renderer)', 7, 'debug', 'x'],
    ],
    [
      'the same with a sender',
      'Jun 16 12:55:10 Acme Helper (Renderer)(Network)[7] <Info>: x',
      ['Acme Helper (Renderer)', 'Network', 7, 'info', 'x'],
    ],
    [
      'a sender with brackets',
      'Jun 16 12:55:10 Acme(Kit (Beta))[7] <Critical>: x',
      ['Acme', 'Kit (Beta)', 7, 'fault', 'x'],
    ],
    ['no level', 'Jun 16 12:55:10 kernel[0]: x', ['kernel', 'kernel', 0, 'unknown', 'x']],
    ['an empty message', 'Jun 16 12:55:10 kernel[0] <Notice>: ', ['kernel', 'kernel', 0, 'default', '']],
    [
      'a message that looks like a header',
      'Jun 16 12:55:10 a[1] <Notice>: b(c)[2] <Error>: x',
      ['a', 'a', 1, 'default', 'b(c)[2] <Error>: x'],
    ],
  ])('reads %s', async (_, line, expected) => {
    expect(await who(line)).toEqual([expected]);
  });

  it('takes the first word that all processes have in common for the host', async () => {
    expect(
      await who(
        'Jun  6 12:55:10 Phone neagent(PlugInKit)[2409] <Notice>: a',
        'Jun  6 12:55:11 Phone Acme VPN[7] <Notice>: b',
        'Jun  6 12:55:12 Phone kernel[0] <Notice>: c',
      ),
    ).toEqual([
      ['neagent', 'PlugInKit', 2409, 'default', 'a'],
      ['Acme VPN', 'Acme VPN', 7, 'default', 'b'],
      ['kernel', 'kernel', 0, 'default', 'c'],
    ]);
  });

  it('goes on with lines that begin otherwise', async () => {
    const rows = await who(
      'Jun  6 12:55:10 a[1] <Notice>: one',
      '    two',
      'Jun is a month',
      'Jun  6 12:55:11 a[1] <Notice>: x',
    );

    expect(rows.map((row) => (row as readonly unknown[])[4])).toEqual(['one\n    two\nJun is a month', 'x']);
  });

  it('leaves a last line out that was cut short', async () => {
    const { records, problems } = await readRecords('Jun  6 12:55:10 a[1] <Notice>: one\nJun  6 12:55:11 nesess');

    expect(records.map(({ message }) => message)).toEqual(['one']);
    expect(problems.map(({ code }) => code)).toContain('record-truncated');
  });
});
