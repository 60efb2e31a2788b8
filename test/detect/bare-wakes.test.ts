import { describe, expect, it } from 'vitest';
import { analyzeSources } from '../../src/analyze.ts';
import { darkwakeChurn } from '../../src/detect/detectors/darkwake-churn.ts';
import { bytesSource } from '../support/read-records.ts';

const TITLES =
  'Time stamp                Domain          \tMessage                            \tDuration  \tDelay\n==========                ======          \t=======                            \t========  \t=====\n';

/** `pmset -g log` of wakes at these minutes after 01:00, each so many seconds long. */
function pmset(minutes: readonly number[], { lasts = 40, kind = 'DarkWake' } = {}): string {
  const stamp = (seconds: number): string =>
    new Date(Date.UTC(2026, 0, 12, 1) + seconds * 1000).toISOString().slice(11, 19);
  const row = (seconds: number, domain: string, message: string): string =>
    `2026-01-12 ${stamp(seconds)} -0800 ${domain.padEnd(20)}\t${message} Using AC (Charge:100%) ${lasts} secs  \n`;
  const sleep = `Entering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active`;
  const wake = `${kind} from Deep Idle [CDN] : due to rtc/SleepService`;
  return `${TITLES}${row(0, 'Sleep', sleep)}${minutes
    .map((minute) => row(minute * 60, kind, wake) + row(minute * 60 + lasts, 'Sleep', sleep))
    .join('')}`;
}

async function churn(...texts: readonly string[]) {
  const sources = texts.map((text, index) => bytesSource(Buffer.from(text), [], `${index}.txt`));
  const { report } = await analyzeSources(sources, { detectors: [darkwakeChurn], version: '0' });
  return { findings: report.findings, status: report.detectors[0]?.status };
}

const LINE = '2026-01-12 01:40:00.000000-0800 0x1        Default     0x0                  96     0    kernel: hello\n';
const POWERD =
  '2026-01-12 01:40:00.000000-0800 0x1        Default     0x0                  96     0    powerd: [com.apple.powerd:sleepWake] Sleep services enabled\n';

describe('dark wakes of which only pmset tells', () => {
  it('are told as info, with their pace, and with what cannot be seen', async () => {
    const { findings, status } = await churn(pmset([15, 30, 45, 60, 75]));

    expect(status).toBe('found');
    expect(findings).toMatchObject([
      { severity: 'info', confidence: 'low', count: 5, subjects: [{ kind: 'machine', name: 'power' }] },
    ]);
    expect(findings[0]?.message).toBe(
      'The machine woke 5 times in the dark, every 15 min, for 40 s each; whether a provider reconnects in these wakes cannot be seen here.',
    );
    expect(findings[0]?.evidence.map(({ line }) => line)).toEqual([4, 5, 6, 7, 12, 13]);
    expect(findings[0]?.reasons.join()).toContain('the reconnects cannot be seen');
  });

  it.each<[string, readonly string[]]>([
    ['two of them', [pmset([15, 30])]],
    ['wakes hours apart', [pmset([90, 200, 310, 420])]],
    ['wakes without a pace', [pmset([10, 15, 50, 55, 100, 103])]],
    ['long wakes', [pmset([15, 30, 45, 60], { lasts: 300 })]],
    ['full wakes', [pmset([15, 30, 45, 60], { kind: 'Wake' })]],
  ])('are no finding where they are %s', async (_, texts) => {
    expect(await churn(...texts)).toEqual({ findings: [], status: 'not-observable' });
  });

  it('are no finding where the log of the same hours is there: it would show the provider', async () => {
    const covered = POWERD.replace('01:40', '01:20') + LINE + LINE.replace('01:40', '02:10');

    expect((await churn(pmset([15, 30, 45, 60, 75]), covered)).findings).toEqual([]);
  });
});
