import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, analyzeSources } from '../../src/analyze.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { bytesSource } from '../../src/lib/bytes-source.ts';
import type { Report } from '../../src/model/report.ts';
import { type CrashParts, crashIps, jetsamIps } from '../support/reports.ts';
import { connected, type Story, story } from '../support/story.ts';

const BUNDLE = 'com.example.acme.extension';
const JOB = `[system/${BUNDLE} [569]:]`;

async function reportOn(...inputs: readonly string[]): Promise<Report> {
  const { report } = await analyzeSources(
    inputs.map((text) => bytesSource(Buffer.from(text))),
    { detectors: DETECTORS, version: '0.0.0-test' },
  );
  return report;
}

/** Times of the stories are on a machine without a known offset; those of the reports must be so too. */
function crash(at: string, parts: CrashParts = {}): string {
  return crashIps({
    captured: `2026-03-01 ${at}`,
    launched: '2026-03-01 10:00:00.1',
    header: { timestamp: `2026-03-01 ${at}` },
    ...parts,
  });
}

function running(): Story {
  return connected(story(), 0).extension(
    3,
    'Calling handleNewFlow with TCP com.example.browser[{length = 20, bytes = 0x1bc5}] remote: 198.51.100.7:443',
  );
}

describe('reports and process runs', () => {
  it('a crash report ends the run with its pid, name and time', async () => {
    const log = running().line(
      10.4,
      'Df',
      'launchd',
      1,
      `${JOB} exited due to SIGABRT | sent by ${BUNDLE}[569], ran for 10300ms`,
    );
    const { processes, findings } = await reportOn(log.text(), crash('10:00:10.3000'));

    expect(processes.filter(({ pid }) => pid === 569).map(({ provider, end }) => [provider?.kind, end])).toEqual([
      [
        'transparent-proxy',
        {
          kind: 'crash',
          at: '2026-03-01T10:00:10.300000',
          signal: 'SIGABRT',
          sentBy: `${BUNDLE}`,
          report: {
            grade: 'exact',
            incident: '7D1F1C6A-0000-4000-8000-0E9C8F1B2D33',
            exception: 'EXC_CRASH',
            signal: 'SIGABRT',
            termination: 'SIGNAL',
            terminationCode: 6,
            indicator: 'Abort trap: 6',
            thread: 1,
            queue: 'com.apple.NSXPCConnection.user.anonymous.486',
            appFrame: `-[AcmeProvider finish:] + 22 (${BUNDLE})`,
          },
        },
      ],
    ]);
    expect(findings.map(({ detector, count, confidence }) => [detector, count, confidence])).toEqual([
      ['provider-crash', 1, 'high'],
    ]);
    expect(findings[0]?.reasons).toContain('its crash report: EXC_CRASH (SIGABRT) Abort trap: 6');
    expect(findings[0]?.evidence.find(({ decisive }) => decisive)?.process).toBe('DiagnosticReport');
  });

  it.each([
    ['another pid', { pid: 570 }],
    ['another name', { name: 'com.example.other.extension', bundle: 'com.example.other.extension' }],
  ])('a report of %s is a run of its own', async (_, parts) => {
    const { processes } = await reportOn(running().text(), crash('10:00:10.3000', parts));

    expect(processes.find(({ pid, end }) => pid === 569 && end === undefined)).toBeDefined();
    expect(processes.filter(({ end }) => end?.report !== undefined)).toHaveLength(1);
  });

  it('a report without a pid joins the one provider of its bundle, with less certainty', async () => {
    const { processes } = await reportOn(running().text(), crash('10:00:10.3000', { body: { pid: null } }));

    expect(processes.filter(({ pid }) => pid === 569).map(({ end }) => end?.report?.grade)).toEqual(['inferred']);
  });

  it('a report of the same pid after a restart of the process is another run', async () => {
    const report = crashIps({ captured: '2026-03-01 12:00:10.3', launched: '2026-03-01 11:00:00.1' });
    const { processes, findings } = await reportOn(running().text(), report);

    expect(processes.filter(({ pid }) => pid === 569).map(({ generation, end }) => [generation, end?.kind])).toEqual([
      [1, undefined],
      [2, 'crash'],
    ]);
    // It is younger than the log: it is what the log was taken for.
    expect(findings.map(({ detector, severity }) => [detector, severity])).toEqual([['provider-crash', 'error']]);
  });

  it('a log without an offset takes that of the report', async () => {
    const report = crashIps({
      captured: '2026-03-01 10:00:10.3 -0800',
      launched: '2026-03-01 10:00:00.1 -0800',
      header: { timestamp: '2026-03-01 10:00:12.00 -0800' },
    });
    const { processes, capture } = await reportOn(
      running().line(20, 'Df', 'launchd', 1, 'service state: x').text(),
      report,
    );

    expect(processes.filter(({ pid }) => pid === 569).map(({ end }) => [end?.at, end?.report?.grade])).toEqual([
      ['2026-03-01T10:00:10.300000-08:00', 'exact'],
    ]);
    expect(capture.problems.map(({ code }) => code)).toEqual(['zone-assumed']);
  });

  it('a log without a year and an offset takes both from the report', async () => {
    const log = `Mar  1 10:00:05 AcmeTunnel(RunningBoardServices)[1288] <Notice>: Identity resolved as xpcservice<com.example.acme.tunnel([daemon<com.apple.neagent-ios>:420:420])>
Mar  1 10:00:10 kernel[0] <Notice>: memorystatus: AcmeTunnel [1288] exceeded mem limit: ActiveHard 50 MB (fatal)
Mar  1 10:00:11 neagent(NetworkExtension)[420] <Error>: Extension com.example.acme.tunnel died unexpectedly
`;
    const report = jetsamIps([{ reason: 'per-process-limit' }], '2026-03-01 10:00:10.90 +0100');
    const folder = mkdtempSync(join(tmpdir(), 'necropsy-'));
    const inputs = [join(folder, 'device.log'), join(folder, 'JetsamEvent.ips')] as const;
    writeFileSync(inputs[0], log);
    writeFileSync(inputs[1], report);
    const { findings, capture } = (await analyze({ inputs, version: '0.0.0-test' })).report;
    rmSync(folder, { recursive: true });

    expect(findings.map(({ detector, count, span }) => [detector, count, span?.from, span?.to])).toEqual([
      ['provider-jetsam', 1, '2026-03-01T10:00:10.000000+01:00', '2026-03-01T10:00:11.000000+01:00'],
    ]);
    expect(capture.problems.map(({ code }) => code)).toEqual(['date-assumed', 'zone-assumed']);
  });

  it('a report of former days is counted at its own time', async () => {
    const old = ['2026-02-20', '2026-02-21'].map((day) =>
      crashIps({
        captured: `${day} 08:00:00.5`,
        launched: `${day} 07:00:00.5`,
        header: { timestamp: `${day} 08:00:01.0` },
      }),
    );
    const { findings, processes, capture } = await reportOn(running().text(), ...old);

    expect(capture.span?.from).toBe('2026-03-01T10:00:00.000000');

    expect(
      findings.map(({ detector, severity, count, span }) => [detector, severity, count, span?.from, span?.to]),
    ).toEqual([['provider-crash', 'warning', 2, '2026-02-20T08:00:00.500000', '2026-02-21T08:00:00.500000']]);
    expect(findings[0]?.message).toBe(
      'Reports tell that com.example.acme.extension crashed 2 times before the time of the log by SIGABRT.',
    );
    expect(processes.find(({ pid, from }) => pid === 569 && from.startsWith('2026-03-01'))?.end).toBeUndefined();
  });

  it('reports before the log start no other boot', async () => {
    const log = running().text().replace('Timestamp               Ty Process[PID:TID]\n', '');
    const boot = '2026-03-01 10:00:00.000 Df kernel[0:0] === system boot: AAAAAAAA-1111-4222-8333-444455556666\n';
    const { capture } = await reportOn(
      boot + log,
      crashIps({ captured: '2026-02-20 08:00:00.5', launched: '2026-02-20 07:00:00.5' }),
    );

    expect(capture.boots).toBe(1);
  });

  it('a crash of the app, of a widget or of anything else is no fault', async () => {
    const app = { name: 'Acme', bundle: 'com.example.acme.vpn', path: '/Applications/Acme.app/Contents/MacOS/Acme' };
    const widget = {
      name: 'AcmeWidget',
      bundle: 'com.example.acme.vpn.widget',
      path: '/Applications/Acme.app/Contents/PlugIns/AcmeWidget.appex/Contents/MacOS/AcmeWidget',
    };
    const { findings, processes } = await reportOn(
      crashIps(app),
      crashIps(widget),
      crashIps({ name: 'mediaanalysisd', bundle: '', path: '/usr/libexec/mediaanalysisd' }),
    );

    expect(findings).toEqual([]);
    expect(processes.map(({ provider, end }) => [provider, end?.kind])).toEqual([
      [undefined, 'crash'],
      [undefined, 'crash'],
      [undefined, 'crash'],
    ]);
  });

  it.each([
    ['a daemon of the system', { name: 'neagent', bundle: '', path: '/usr/libexec/neagent' }],
    ['an extension of Apple', { name: 'com.apple.acme.dns-proxy', bundle: 'com.apple.acme.dns-proxy' }],
  ])('%s is no provider, whatever is on its stack', async (_, parts) => {
    const { findings } = await reportOn(
      crashIps({
        ...parts,
        calls: [
          '-[NEFilterDataExtensionProviderHostContext x]@NetworkExtension',
          '-[NEFilterDataProvider x]@NetworkExtension',
        ],
      }),
    );

    expect(findings).toEqual([]);
  });

  it.each([
    ['-[NEFilterDataProvider resumeFlow:withVerdict:]', 'content-filter'],
    ['-[NEPacketTunnelProvider setTunnelNetworkSettings:completionHandler:]', 'packet-tunnel'],
    ['-[NEDNSProxyProvider handleNewFlow:]', 'dns-proxy'],
    ['-[NEAppProxyUDPFlow readDatagramsWithCompletionHandler:]', 'unknown'],
  ])('%s on the stack shows a provider', async (symbol, kind) => {
    const { processes } = await reportOn(
      crashIps({ name: 'Relay', bundle: 'com.example.relay', path: '/x/Relay', calls: [`${symbol}@NetworkExtension`] }),
    );

    expect(processes.map(({ provider }) => [provider?.kind, provider?.grade, provider?.bundle])).toEqual([
      [kind, 'exact', 'com.example.relay'],
    ]);
  });

  it.each<[string, CrashParts]>([
    ['simulated', { body: { isSimulated: 1 } }],
    ['about a fault that ended nothing', { header: { bug_type: '308' } }],
    ['about a limit alone', { exception: { type: 'EXC_RESOURCE', subtype: 'CPU' }, termination: undefined }],
    ['of a debugging session', { termination: { namespace: 'SIGNAL', code: 6, byProc: 'debugserver', byPid: 3 } }],
    [
      'of a kill that somebody sent',
      { exception: { type: 'EXC_CRASH', signal: 'SIGKILL' }, termination: { namespace: 'SIGNAL', code: 9 } },
    ],
  ])('a report that is %s is no crash', async (_, parts) => {
    const { findings } = await reportOn(crashIps(parts));

    expect(findings).toEqual([]);
  });

  it('a memory event ends the run that it names, and no other', async () => {
    const log = connected(
      story({ pid: 1288, process: 'AcmeTunnel', bundle: 'com.example.acme.tunnel', sessionClass: 'NESMVPNSession' }),
      0,
      { pid: 1288 },
    );
    const { processes, findings } = await reportOn(
      log.text(),
      jetsamIps(
        [{ reason: 'per-process-limit' }, { name: 'Mail', pid: 77, reason: 'vm-pageshortage' }],
        '2026-03-01 10:00:10.30',
      ),
    );

    expect(
      processes.filter(({ end }) => end?.kind === 'jetsam').map(({ pid, name, end }) => [pid, name, end?.memory]),
    ).toEqual([
      [1288, 'AcmeTunnel', { reason: 'per-process-limit', bytes: 52674560, isOwnLimit: true }],
      [77, 'Mail', { reason: 'vm-pageshortage', bytes: 52674560, isOwnLimit: false }],
    ]);
    expect(findings.map(({ detector, subjects }) => [detector, subjects.map(({ pid }) => pid)])).toEqual([
      ['provider-jetsam', [1288]],
    ]);
  });
});
