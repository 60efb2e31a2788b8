import { describe, expect, it } from 'vitest';
import { decodeAt } from '../../src/decode/decode-one.ts';
import { UNKNOWN_DAY, UNKNOWN_YEAR } from '../../src/lib/unknown-dates.ts';
import type { FormatName } from '../../src/model/input.ts';
import type { Level, LogRecord } from '../../src/model/log-record.ts';
import type { Micros } from '../../src/model/units.ts';
import { Random } from '../bench/random.ts';
import { ENCODED_STYLES, type EncodedStyle, encodeAs, makeRecord, TOOL_STYLES } from '../support/encode-styles.ts';
import { readRecords } from '../support/read-records.ts';

const PROCESSES = [
  'kernel',
  'nesessionmanager',
  'Acme Helper (Renderer)',
  'com.example.acme.extension',
  'Küche',
  'x',
] as const;
const SENDERS = ['', 'NetworkExtension', 'libnetworkextension.dylib', 'Acme Framework'] as const;
const SUBSYSTEMS = [
  '',
  'com.apple.networkextension',
  'gui/501/application.com.example.acme.1.2 [1234]',
  'powerd',
] as const;
const LEVELS = ['default', 'info', 'debug', 'error', 'fault', 'activity', 'signpost', 'state', 'loss'] as const;
const PIECES = [
  'status changed to connected',
  '(2201100002): Closing reads',
  '\n    indented = "value"',
  '\n)',
  ' 📱 Küche 會議',
  ' {"eventMessage":"x","subsystem":"y"}',
  '\n[C1 ready] event: x',
  ' \\ " / \t',
  ': (x) [a:b] ',
  '\n2026-03-01 09:15 not a record',
] as const;
/** What a message may begin with, so that no rule can take it for a header. */
const BEGINNINGS = ['NESMVPNSession[a:b]: ', 'é', '<x> ', '"', '(12): ', '[C1 x] ', '-'] as const;

function someRecords(random: Random, count: number): LogRecord[] {
  let at = 1_772_359_200_000_000;
  return Array.from({ length: count }, () => {
    at += random.below(90_000_000);
    const process = random.pick(PROCESSES);
    const sender = random.pick(SENDERS);
    let message: string = random.pick(BEGINNINGS);
    for (let pieces = random.below(5); pieces > 0; pieces--) message += random.pick(PIECES);
    return makeRecord({
      at: at as Micros,
      process,
      sender: sender === '' ? process : sender,
      subsystem: random.pick(SUBSYSTEMS),
      category: '',
      pid: random.below(99_999),
      tid: random.u32(),
      level: random.pick(LEVELS),
      message: `${message}.`,
    });
  });
}

/** How much of a record a style can carry. */
function carried(record: LogRecord, style: EncodedStyle): readonly unknown[] {
  if (style === 'pmset') return carriedByPmset(record);
  if (style === 'console') return carriedByConsole(record);
  if (style === 'console-block') return carriedByBlock(record);
  if (style === 'ios-syslog' || style === 'launchd-log' || style === 'xcode') return carriedByOther(record, style);
  const unit = style === 'compact' || style === 'iterator-csv' ? 1000 : 1;
  const level: Level = style === 'syslog' ? 'unknown' : record.level;
  const { origin } = record;
  return [
    Math.floor(record.at / unit) * unit,
    origin.process,
    origin.sender,
    origin.subsystem,
    origin.category,
    record.pid,
    level,
    record.message,
  ];
}

function carriedByOther(record: LogRecord, style: 'ios-syslog' | 'launchd-log' | 'xcode'): readonly unknown[] {
  const { origin, at, pid, message } = record;
  const known = ['info', 'debug', 'error', 'fault'].includes(record.level) ? record.level : 'default';
  if (style === 'xcode') return [at, origin.process, origin.process, '', 'general', pid, 'unknown', message];
  if (style === 'launchd-log') {
    return [at, 'launchd', 'launchd', origin.subsystem === '' ? 'system' : origin.subsystem, '', 1, known, message];
  }
  const inUnknownYear = new Date(at / 1000).setUTCFullYear(UNKNOWN_YEAR) * 1000 + (at % 1000);
  return [inUnknownYear, origin.process, origin.sender, '', '', pid, known, message];
}

/** Times of day on the unknown day; the records are of one day. */
function carriedByConsole({ at, origin, level, message }: LogRecord): readonly unknown[] {
  const dayUs = 86_400_000_000;
  const known = ['default', 'info', 'debug', 'error', 'fault', 'activity'].includes(level) ? level : 'unknown';
  const { process, subsystem, category } = origin;
  return [UNKNOWN_DAY * dayUs + (at % dayUs), process, process, subsystem, category, -1, known, message];
}

function carriedByBlock(record: LogRecord): readonly unknown[] {
  const [at, process, , subsystem, category, , level, message] = carriedByConsole(record);
  return [at, process, record.origin.sender, subsystem, category, record.pid, level, message];
}

/** Whole seconds, one process, and blanks without a meaning: between words one is left, at the end of a line none. */
function carriedByPmset({ at, message }: LogRecord): readonly unknown[] {
  const lines = message.split('\n').map((line) => {
    const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
    return (
      indent +
      line
        .trim()
        .split(/[ \t]{2,}|\t/)
        .join(' ')
    );
  });
  const seconds = Math.floor(at / 1_000_000) * 1_000_000;
  return [seconds, 'pmset', 'pmset', '', 'Notification', -1, 'default', lines.join('\n')];
}

const read = (record: LogRecord): readonly unknown[] => {
  const { at, origin, pid, level, message } = record;
  return [at, origin.process, origin.sender, origin.subsystem, origin.category, pid, level, message];
};

describe.each([...ENCODED_STYLES, ...TOOL_STYLES])('%s', (style) => {
  const random = new Random(7);
  const records = someRecords(random, 60);
  // Without an offset, so that compact's wall clock is UTC, too.
  const text = encodeAs(style, records, { offsetMinutes: 0 });
  const bytes = Buffer.from(text);

  it('yields the records that were written', async () => {
    const { records: found } = await readRecords(bytes);

    expect(found.map(read)).toEqual(records.map((record) => carried(record, style)));
  });

  it('yields the same whatever the pieces in which the bytes come', async () => {
    const whole = await readRecords(bytes);
    const sizes = [
      { blockBytes: 64, maxUnitBytes: 64 * 1024 },
      { blockBytes: 1000, maxUnitBytes: 4096 },
      { blockBytes: 1, maxUnitBytes: 8192 },
    ];
    for (const size of [undefined, ...sizes]) {
      for (const chunks of [[1], [3, 1, 200, 7, 1, 1, 64], [1000]]) {
        const {
          records: found,
          summary,
          problems,
        } = await readRecords(bytes, { chunks, ...(size === undefined ? {} : { sizes: size }) });

        expect(found).toEqual(whole.records);
        expect(summary).toEqual(whole.summary);
        expect(problems).toEqual(whole.problems);
      }
    }
  });

  it('says where each record stands: those bytes alone are the record again', async () => {
    const { records: found, summary } = await readRecords(bytes);

    for (const { ref, message, origin, at } of found) {
      const slice = bytes.subarray(ref.offset, ref.offset + ref.length);
      const before = bytes.subarray(0, ref.offset).toString();
      for (const format of [summary.format, 'mixed'] as FormatName[]) {
        const again = decodeAt(format, slice, summary.columns, summary.messageKey);

        expect([again?.message, again?.origin.process, again?.at]).toEqual([message, origin.process, at]);
      }
      expect(ref.line).toBe(before.split('\n').length);
    }
  });

  it('never throws on garbage in the middle of it', async () => {
    for (let round = 0; round < 60; round++) {
      const damaged = Buffer.from(bytes);
      for (let hits = random.between(1, 40); hits > 0; hits--) {
        const at = random.below(damaged.length);
        const kind = random.below(3);
        if (kind === 0) damaged[at] = random.below(256);
        else if (kind === 1) damaged.copyWithin(at, random.below(damaged.length));
        else damaged[at] = random.pick([0x0a, 0x22, 0x7b, 0x7d, 0x5b, 0x00, 0x5c]);
      }
      const cut = damaged.subarray(random.below(200), random.between(300, damaged.length));
      const sizes = { blockBytes: 512, maxUnitBytes: 2048 };
      const { summary, problems } = await readRecords(cut, { sizes });

      expect(summary.bytes <= cut.length).toBe(true);
      expect(problems.every(({ count }) => count > 0)).toBe(true);
    }
  });
});

const FORMATS: readonly FormatName[] = [
  'log-show-default',
  'compact',
  'syslog',
  'ndjson',
  'json',
  'ios-syslog',
  'launchd-log',
  'iterator-jsonl',
  'iterator-csv',
  'xcode',
  'console-copy',
  'console-block',
  'pmset',
  'systemextensionsctl',
  'mixed',
  'unknown',
];

describe('garbage alone', () => {
  it('never throws', async () => {
    const random = new Random(11);
    for (let round = 0; round < 200; round++) {
      const length = random.below(3000);
      const alphabet = random.pick(['any', 'digits', 'json'] as const);
      const bytes = Buffer.from(
        Array.from({ length }, () => {
          if (alphabet === 'any') return random.below(256);
          const letters = alphabet === 'digits' ? '0123456789-: .+xDf\n[]()' : '{}[]",:\\ \n"a0';
          return letters.charCodeAt(random.below(letters.length));
        }),
      );
      const { records } = await readRecords(bytes, { sizes: { blockBytes: 100, maxUnitBytes: 300 } });

      expect(Array.isArray(records)).toBe(true);
      for (const format of FORMATS) decodeAt(format, bytes);
    }
  });
});
