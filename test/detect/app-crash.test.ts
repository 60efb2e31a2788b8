import { describe, expect, it } from 'vitest';
import { analyzeSources } from '../../src/analyze.ts';
import { appCrash } from '../../src/detect/detectors/app-crash.ts';
import { providerCrash } from '../../src/detect/detectors/provider-crash.ts';
import { bytesSource } from '../../src/lib/bytes-source.ts';
import { detectorChecks } from '../../src/testing.ts';
import { crashIps } from '../support/reports.ts';
import { comesUp, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const up = (): Story => comesUp(starts(tunnelStory(), 0), 1);

const formulates = (log: Story, at: number, name: string, pid: number): Story =>
  log.line(
    at,
    'Df',
    'ReportCrash',
    901,
    `[com.apple.crashreporter:default] Formulating fatal 309 report for corpse[${pid}] ${name}`,
  );
const saves = (log: Story, at: number, name: string, pid: number): Story =>
  log.line(
    at,
    'Df',
    'ReportCrash',
    901,
    `[com.apple.crashreporter:default] Saved crash report for ${name}[${pid}] version 1.0 (1) to ${name}_2026-03-01-100010_mac.crash`,
  );
const ofApp = (log: Story): Story => saves(formulates(log, 10, 'Lighthouse', 900), 11, 'Lighthouse', 900);

describe('app-crash', () => {
  const checks = detectorChecks(appCrash, {
    found: [
      {
        name: 'the app that started the session crashes',
        log: ofApp(up()).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 1,
            message: 'The app Lighthouse crashed once',
            from: '10:00:10',
            subject: { kind: 'app', pid: 900 },
          },
        ],
      },
      {
        name: 'an app whose lines are in the log as well',
        log: formulates(
          up().line(
            5,
            'Df',
            'Lighthouse',
            900,
            '(NetworkExtension) [com.apple.networkextension:] Sending load command to nehelper',
          ),
          10,
          'Lighthouse',
          900,
        ).text(),
        findings: [{ severity: 'warning', confidence: 'high', count: 1, subject: { kind: 'app', pid: 900 } }],
      },
      {
        name: 'the app whose extension the provider is',
        log: formulates(up(), 10, 'net.harbor.lighthouse', 940)
          .line(
            12,
            'Df',
            'net.harbor.lighthouse.tunnel',
            733,
            '(NetworkExtension) [com.apple.networkextension:] [Extension net.harbor.lighthouse.tunnel]: provider set tunnel configuration to (null)',
          )
          .text(),
        findings: [{ count: 1, subject: { kind: 'app', pid: 940 } }],
      },
    ],
    clear: [
      { name: 'the provider crashes', log: formulates(up(), 10, 'net.harbor.lighthouse.tunnel', 733).text() },
      { name: 'a program that has nothing to do with it', log: formulates(up(), 10, 'Calculator', 950).text() },
      {
        name: 'another process of that name, not the one that asked',
        log: formulates(up(), 10, 'Lighthouse', 951).text(),
      },
    ],
    notObservable: [{ name: 'nobody tells of crashes', log: foreignLog(), missing: 'ReportCrash' }],
  });
  for (const check of checks) it(check.name, check.run);
});

describe('provider-crash beside app-crash', () => {
  const checks = detectorChecks(providerCrash, {
    found: [
      {
        name: 'the provider crashes',
        log: formulates(up(), 10, 'net.harbor.lighthouse.tunnel', 733).text(),
        findings: [{ count: 1, subject: { kind: 'provider', pid: 733 } }],
      },
    ],
    clear: [{ name: 'the app crashes, which is not the provider', log: ofApp(up()).text() }],
  });
  for (const check of checks) it(check.name, check.run);
});

describe('a crash report alone', () => {
  const findings = async (info: string) => {
    const text = crashIps({
      name: 'Lighthouse',
      bundle: 'net.harbor.lighthouse',
      path: '/Applications/Lighthouse.app/Contents/MacOS/Lighthouse',
      info: [info],
      calls: ['_assertionFailure(_:_:file:line:flags:)@libswiftCore.dylib', 'SessionStore.open()@Lighthouse'],
      queue: 'com.apple.main-thread',
    });
    const detectors = [appCrash, providerCrash];
    return (await analyzeSources([bytesSource(Buffer.from(text))], { detectors, version: '0' })).report.findings;
  };

  it('names a class by which apps control a provider', async () => {
    const [finding, ...more] = await findings(
      'Fatal error: Could not cast tunnel connection to NETunnelProviderSession!',
    );

    expect(more).toEqual([]);
    expect(finding).toMatchObject({ detector: 'app-crash', severity: 'warning', confidence: 'high', count: 1 });
  });

  it('of any other app says nothing', async () => {
    expect(await findings('Fatal error: Index out of range')).toEqual([]);
  });
});
