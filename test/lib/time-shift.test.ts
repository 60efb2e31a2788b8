import { describe, expect, it } from 'vitest';
import { parseTimestamp } from '../../src/lib/time-parse.ts';
import { createTimeShift } from '../../src/lib/time-shift.ts';
import type { LogRecord } from '../../src/model/log-record.ts';

const NOON = parseTimestamp('2026-03-18 12:00:00+0000')?.at ?? 0;

const ORIGIN = { process: 'a', processPath: undefined, sender: 'a', subsystem: '', category: '' };

function record(message: string, at = NOON): LogRecord {
  // Only what is looked at.
  return { at, message, formatString: undefined, origin: ORIGIN } as unknown as LogRecord;
}

/** What becomes of a message of 18 March 2026, noon in UTC. */
function moved(message: string, days = -37): string {
  return createTimeShift(days).record(record(message)).message;
}

// Expected dates: 37 days before 18 March 2026 is Monday, 9 February 2026 (`date -d '2026-03-18 -37 days'`).
describe('a date in a text is moved in its own writing', () => {
  it.each([
    ['at 2026-03-18 14:05:05.020000+0100 up', 'at 2026-02-09 14:05:05.020000+0100 up'],
    ['2026-03-18T13:05:05Z', '2026-02-09T13:05:05Z'],
    ['2026/03/18 13:05', '2026/02/09 13:05'],
    ['Agent-2026-03-18-140505.ips', 'Agent-2026-02-09-140505.ips'],
    ['sysdiagnose_2026.03.18_14-05-05+0100_macOS', 'sysdiagnose_2026.02.09_14-05-05+0100_macOS'],
    ['20260318T140505Z', '20260209T140505Z'],
    ['Mar 18 14:05:05 host', 'Feb  9 14:05:05 host'],
    ['Mar  8 14:05:05 host', 'Jan 30 14:05:05 host'],
    ['Wed Mar 18 14:05:05 CET 2026', 'Mon Feb  9 14:05:05 CET 2026'],
    ['Wednesday, March 18, 2026 at 2:05:05 PM', 'Monday, February 9, 2026 at 2:05:05 PM'],
    ['Date: Wed, 18 Mar 2026 13:05:05 GMT', 'Date: Mon, 09 Feb 2026 13:05:05 GMT'],
    ['[18/Mar/2026:13:05:05 +0100]', '[09/Feb/2026:13:05:05 +0100]'],
    // A certificate's end is as far from the log as it was.
    ['notAfter 2027-01-01', 'notAfter 2026-11-25'],
    ['from 2026-03-18 to 2026-03-19', 'from 2026-02-09 to 2026-02-10'],
  ])('%s', (text, expected) => {
    expect(moved(text)).toBe(expected);
  });
});

// `date -d '2026-03-18 12:00:00Z' +%s` is 1773835200; 37 days are 3,196,800 seconds.
describe('a count of seconds is moved where it can be nothing else', () => {
  it.each([
    ['expires=1773835200', 'expires=1770638400'],
    ['time 1773835200.250 s', 'time 1770638400.250 s'],
    ['ms 1773835200000', 'ms 1770638400000'],
    ['ns 1773835200000000123', 'ns 1770638400000000123'],
    // CFAbsoluteTime: 978,307,200 less.
    ['CF 795528000.5', 'CF 792331200.5'],
  ])('%s', (text, expected) => {
    expect(moved(text)).toBe(expected);
  });

  it('and left, but remembered, where it may be a number of something', () => {
    const shift = createTimeShift(-37);

    const { message } = shift.record(record('flow 1773835200 of 20260318, 18.03.2026, 3/18/26'));

    expect(message).toBe('flow 1773835200 of 20260318, 18.03.2026, 3/18/26');
    expect([...shift.kept]).toEqual(['20260318', '18.03.2026', '3/18/26', '1773835200']);
  });
});

describe('what is no date stays', () => {
  it.each([
    'flow 4040404040 pid 1234567890',
    'version 2026.03.18 build 20.26.0318',
    'waited: 1773835200 ns, time: 1773835200 ns',
    'uuid 2026-0318-1234',
    '14:05:05.123 after 00:05:10',
    'Marble 12 14:05:05',
    '2026-13-45 and 2026-02-30',
    '192.0.2.18:443 fe80::2026',
  ])('%s', (text) => {
    expect(moved(text)).toBe(text);
  });
});

describe('a capture on another day', () => {
  it('keeps its time of day, and what says nothing of the day', () => {
    const shift = createTimeShift(3);
    const midnight = parseTimestamp('1704-06-01 00:00:00')?.at ?? 0;

    expect(shift.at(NOON) - NOON).toBe(3 * 86_400_000_000);
    expect([shift.at(0), shift.at(midnight)]).toEqual([0, midnight]);
    expect(shift.text('14:05')).toBe('14:05');
  });

  it('finds its own dates where they should not be, and no others', () => {
    const shift = createTimeShift(-37);
    shift.record(record('hello'));
    // Brought there by the move: it was 24 April.
    expect(shift.text('lease until 2026-04-24 10:00:30')).toBe('lease until 2026-03-18 10:00:30');

    // Said again in another writing.
    expect(shift.trueDate('lease ends 2026-03-18T10:00:30+01:00, or Mar 18 10:00:30')).toBeUndefined();
    expect(shift.trueDate('cut 2026-02-09, built 2025-01-01, lease until 2026-03-18 10:00:30')).toBeUndefined();
    expect(shift.trueDate('at 2026-03-18 14:05:05')).toBe('2026-03-18');
    expect(shift.trueDate('at Wed Mar 18 14:05:05 2026')).toBe('Wed Mar 18 14:05:05 2026');
    expect(shift.isTellable).toBe(true);
  });

  it('says where its days cannot be told from the moved ones', () => {
    const shift = createTimeShift(-1);
    shift.record(record('hello'));

    expect(shift.isTellable).toBe(false);
  });

  it('and where the log does not say its year', () => {
    const shift = createTimeShift(-37);
    const { at, message } = shift.record(record('Mar  1 10:00', parseTimestamp('1804-03-18 12:00:00')?.at));

    expect([at, message, shift.isTellable]).toEqual([parseTimestamp('1804-02-10 12:00:00')?.at, 'Jan 24 10:00', false]);
  });
});
