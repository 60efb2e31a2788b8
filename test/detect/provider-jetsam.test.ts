import { describe, expect, it } from 'vitest';
import { providerJetsam } from '../../src/detect/detectors/provider-jetsam.ts';
import { detectorChecks } from '../../src/testing.ts';
import { reportOn } from '../support/analyze.ts';
import { jetsamIps } from '../support/reports.ts';
import { connected, type Story, story } from '../support/story.ts';

const TUNNEL = {
  process: 'AcmeTunnel',
  bundle: 'com.example.acme.tunnel',
  sessionClass: 'NESMVPNSession',
  name: 'Acme',
};

function running(pid = 1288, from: Story = story({ ...TUNNEL, pid }), at = 0): Story {
  return connected(from, at, { pid }).line(
    at + 1,
    'Df',
    'AcmeTunnel',
    pid,
    '(NetworkExtension) [com.apple.networkextension:] [Extension com.example.acme.tunnel]: Calling startTunnelWithOptions with options 0x0',
  );
}

const kernel = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'kernel', 0, `[com.apple.xnu:memorystatus] memorystatus: ${text}`);

function killed(log: Story, at: number, pid: number, reason = 'per-process-limit'): Story {
  return kernel(
    log,
    at,
    `killing_specific_process pid ${pid} [AcmeTunnel] (${reason} 100 0s rf:-) 51440KB - memorystatus_available_pages: 168820`,
  );
}

describe('provider-jetsam', () => {
  const checks = detectorChecks(providerJetsam, {
    found: [
      {
        name: 'the kernel names the limit and the kill',
        log: killed(
          kernel(running(), 6, 'AcmeTunnel [1288] exceeded mem limit: ActiveHard 50 MB (fatal)'),
          6.01,
          1288,
        ).text(),
        findings: [
          { severity: 'error', confidence: 'high', count: 1, message: /limit of 50 MB/, subject: { pid: 1288 } },
        ],
      },
      {
        name: 'it is killed after every start',
        log: [1302, 1316]
          .reduce(
            (log, pid, i) => killed(running(pid, log, 13 * (i + 1)), 13 * (i + 1) + 6, pid),
            killed(running(), 6, 1288),
          )
          .text(),
        findings: [{ severity: 'error', count: 3, message: '3 times in 26 s', subject: { pid: 1316 } }],
      },
      {
        name: 'a memory event report lists it',
        log: running()
          .line(
            6,
            'Df',
            'DiagnosticReport',
            0,
            '[diagnostic-reports:memory] memory kill report: AcmeTunnel [1288]\n    reason = per-process-limit\n    bytes = 52674560',
          )
          .text(),
        findings: [{ severity: 'error', count: 1, subject: { pid: 1288, kind: 'provider' } }],
      },
      {
        name: 'launchd gives the reason',
        log: running()
          .line(
            6,
            'Df',
            'launchd',
            1,
            '[gui/501/com.example.acme.tunnel [1288]:] exited with exit reason (namespace: 1 code: 0x7) - JETSAM_REASON_MEMORY_PERPROCESSLIMIT',
          )
          .text(),
        findings: [{ severity: 'error', count: 1 }],
      },
    ],
    clear: [
      { name: 'the machine was short of memory', log: killed(running(), 6, 1288, 'vm-pageshortage').text() },
      {
        name: 'an app is killed',
        log: kernel(
          running(),
          6,
          'killing_specific_process pid 400 [Photos] (per-process-limit 100 0s rf:-) 2097152KB - memorystatus_available_pages: 168820',
        ).text(),
      },
      {
        name: 'a limit that is not fatal',
        log: kernel(running(), 6, 'AcmeTunnel [1288] exceeded mem limit: ActiveSoft 50 MB (non-fatal)').text(),
      },
      {
        name: 'it idles out',
        log: kernel(running(), 6, 'killing_idle_process pid 1288 [AcmeTunnel] jetsam_reason->osr_code: 9').text(),
      },
    ],
    notObservable: [
      {
        name: 'nobody who would say so is in the log',
        log: running().text().replaceAll('kernel', 'kern'),
        missing: 'kernel',
      },
      {
        name: 'no provider is in the log',
        log: kernel(
          story(),
          0,
          'System is unhealthy! memorystatus_available_pages: 9120 compressor_size:900112',
        ).text(),
        missing: 'provider',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);

  it('finds it in a report alone, at the report’s time', async () => {
    const { findings } = await reportOn(
      jetsamIps([
        { name: 'AcmeTunnel', reason: 'per-process-limit' },
        { name: 'Photos', pid: 7, reason: 'per-process-limit' },
      ]),
      [providerJetsam],
    );

    expect(findings.map(({ count, confidence, span, message }) => [count, confidence, span?.from, message])).toEqual([
      [1, 'medium', '2026-03-18T14:05:10.300000+01:00', 'AcmeTunnel (pid 1288) was killed at its memory limit.'],
    ]);
    expect(findings[0]?.evidence[0]?.text).toMatch(
      /^memory kill report: AcmeTunnel \[1288\]\n {4}reason = per-process-limit\n {4}bytes = 52674560/,
    );
  });
});
