import { describe, expect, it } from 'vitest';
import { analyzeSources } from '../../src/analyze.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { bytesSource } from '../../src/lib/bytes-source.ts';
import type { Report } from '../../src/model/report.ts';
import { readRecords } from '../support/read-records.ts';
import { connected, story } from '../support/story.ts';

const log = connected(story(), 0)
  .extension(
    40,
    'Calling handleNewFlow with TCP com.example.browser[{length = 20, bytes = 0x1bc5}] remote: 198.51.100.7:443',
  )
  .text();

async function reportOn(...inputs: readonly string[]): Promise<Report> {
  const sources = inputs.map((text) => bytesSource(Buffer.from(text)));
  return (await analyzeSources(sources, { detectors: DETECTORS, version: '0' })).report;
}

const header = (kind: string, more: object = {}): string =>
  JSON.stringify({ bug_type: kind, timestamp: '2026-03-01 10:00:50.00', os_version: 'macOS 15.4 (24E248)', ...more });

function panic(text: string): string {
  return `${header('210')}\n${JSON.stringify({ build: 'macOS 15.4 (24E248)', date: '2026-03-01 10:00:50.00', panicString: text }, null, 2)}\n`;
}

/** So many threads, each with this state. */
function threads(count: number, state: readonly string[]): Record<string, object> {
  return Object.fromEntries(Array.from({ length: count }, (_, id) => [String(id + 1), { id: id + 1, state }]));
}

function watchdog(process: string, uninterruptible: number): string {
  const stackshot = {
    processByPid: {
      569: {
        procname: 'com.example.acme.extension',
        threadById: { ...threads(uninterruptible, ['TH_WAIT', 'TH_UNINT']) },
      },
      1: { procname: 'launchd', threadById: threads(3, ['TH_WAIT']) },
    },
  };
  const termination = {
    namespace: 'WATCHDOG',
    indicator: 'monitoring timed out for service',
    details: ['(1 monitored services unresponsive)'],
  };
  const body = { bug_type: '409', pid: 120, procName: process, date: '2026-03-01 10:00:50.00', termination, stackshot };
  return `${header('409', { app_name: process })}\n${JSON.stringify(body, null, 2)}\n`;
}

const found = (report: Report, id: string) => report.findings.filter(({ detector }) => detector === id);
const status = (report: Report, id: string) => report.detectors.find((each) => each.id === id)?.status;

describe('panic and watchdog reports', () => {
  it('tell the reason and whose threads are stuck', async () => {
    const { records, summary } = await readRecords(watchdog('configd', 254));

    expect(summary).toMatchObject({ format: 'stackshot-ips', records: 2 });
    expect(records.map(({ message }) => message.split('\n').slice(0, 3))).toEqual([
      [
        'watchdog report: configd [120]',
        '    termination = WATCHDOG',
        '    indicator = monitoring timed out for service',
      ],
      ['stackshot process: com.example.acme.extension [569]', '    threads = 254', '    uninterruptible = 254'],
    ]);
  });

  it('a panic is one record, whatever stands behind its first line', async () => {
    const { records, summary } = await readRecords(
      panic('panic(cpu 0 caller 0xfff): boom\nDebugger message: panic\n\u001b[31m'),
    );

    expect(summary).toMatchObject({ format: 'panic-ips', records: 1 });
    expect(records[0]?.message).toBe(
      'panic report: panic(cpu 0 caller 0xfff): boom\n    captured = 2026-03-01 10:00:50.00\n    system = macOS 15.4 (24E248)',
    );
  });
});

describe('kernel-network-wedge', () => {
  it('configd does not answer, and the provider’s threads are stuck', async () => {
    const [finding, ...more] = found(await reportOn(log, watchdog('configd', 254)), 'kernel-network-wedge');

    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', confidence: 'medium', count: 1 });
    expect(finding?.message).toBe(
      'The network of the whole machine froze: configd stopped answering its watchdog, and 254 threads of com.example.acme.extension stand in the kernel and cannot be interrupted.',
    );
    expect(finding?.subjects).toMatchObject([{ kind: 'machine' }, { kind: 'provider', pid: 569 }]);
  });

  it('a panic names the watchdog of a network daemon', async () => {
    const text =
      'panic(cpu 1 caller 0xf): userspace watchdog timeout: no successful checkins from com.apple.configd in 120 seconds';
    const [finding] = found(await reportOn(log, panic(text)), 'kernel-network-wedge');

    expect(finding).toMatchObject({ severity: 'error', confidence: 'low' });
  });

  it('is clear where another daemon did not answer, and where few threads are stuck', async () => {
    expect(status(await reportOn(log, watchdog('WindowServer', 90)), 'kernel-network-wedge')).toBe('clear');
    const text =
      'panic(cpu 1 caller 0xf): userspace watchdog timeout: no successful checkins from com.apple.logd in 120 seconds';
    expect(status(await reportOn(log, panic(text)), 'kernel-network-wedge')).toBe('clear');
  });

  it('cannot be told from a log alone', async () => {
    expect(status(await reportOn(log), 'kernel-network-wedge')).toBe('not-observable');
  });
});

describe('known-os-issue', () => {
  const SLAB =
    'panic(cpu 0 caller 0xfff): skmem_slab_free_locked: attempt to free invalid or already-freed obj 0xfff @skmem_slab.c:1';

  it('a signature and a provider at work are a hint, no more', async () => {
    const [finding] = found(await reportOn(log, panic(SLAB)), 'known-os-issue');

    expect(finding).toMatchObject({ severity: 'info', confidence: 'low', count: 1 });
    expect(finding?.message).toContain('Acme Proxy was at work');
  });

  it('is clear for other panics, and where no provider was at work', async () => {
    expect(status(await reportOn(log, panic('panic(cpu 0 caller 0xfff): boom')), 'known-os-issue')).toBe('clear');
    const late = panic(SLAB).replaceAll('10:00:50', '12:00:50');
    expect(status(await reportOn(log, late), 'known-os-issue')).toBe('clear');
  });

  it('cannot be told without panic reports', async () => {
    expect(status(await reportOn(log), 'known-os-issue')).toBe('not-observable');
  });
});
