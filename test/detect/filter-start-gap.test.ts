import { describe, it } from 'vitest';
import { filterStartGap } from '../../src/detect/detectors/filter-start-gap.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { type Story, story } from '../support/story.ts';

const ERROR =
  'Error Domain=NSURLErrorDomain Code=-1009 UserInfo={_kCFStreamErrorCodeKey=50, NSUnderlyingError=0xefe89ffc0 {Error Domain=kCFErrorDomainCFNetwork Code=-1009 UserInfo={_NSURLErrorNWPathKey=unsatisfied (Path was denied by NECP policy), interface: en0[802.11], ipv4, dns, uses wifi, _kCFStreamErrorCodeKey=50, _kCFStreamErrorDomainKey=1}}, NSErrorFailingURLKey=<private>, _kCFStreamErrorDomainKey=1}';

function denied(log: Story, at: number, process: string, pid: number, error = ERROR): Story {
  const task = `Task <F5DC7C46-422D-4265-A364-B3C859BF629${pid % 10}>.<1>`;
  return log.line(
    at,
    'E ',
    process,
    pid,
    `(CFNetwork) [com.apple.CFNetwork:Default] ${task} finished with error [-1009] ${error}`,
  );
}

/** Requests of three system services, one a second. */
function services(log: Story, from: number, to: number, error = ERROR): Story {
  const all = ['cloudd', 'accountsd', 'apsd'];
  for (let at = from; at < to; at++) denied(log, at, all[at % 3] ?? 'cloudd', 500 + (at % 3), error);
  return log;
}

const filterStarts = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'neagent',
    6872,
    '(NetworkExtension) [com.apple.networkextension:] Extension request with data extension com.example.acme.filter.data started with identifier 63576D2C-A484-4D07-9753-ADC99BFDB7A6',
  );

describe('filter-start-gap', () => {
  const checks = detectorChecks(filterStartGap, {
    found: [
      {
        name: 'eight requests fail before the filter is up',
        log: filterStarts(services(story(), 1, 9), 9.5).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 8,
            message: 'of 3 programs were denied the network for 8.5 s',
            from: '10:00:01',
            subject: { kind: 'provider', bundle: 'com.example.acme.filter.data' },
          },
        ],
      },
    ],
    clear: [
      {
        name: 'one app is denied by design',
        log: filterStarts(
          [1, 2, 3, 4, 5, 6].reduce((log, at) => denied(log, at, 'Game', 700), story()),
          9,
        ).text(),
      },
      { name: 'the filter is up at once', log: filterStarts(services(story(), 1, 3), 3.5).text() },
      {
        name: 'it goes on while the filter runs',
        log: services(filterStarts(services(story(), 1, 9), 9.5), 14, 20).text(),
      },
      {
        name: 'plainly offline',
        log: filterStarts(
          services(story(), 1, 9, ERROR.replace('Path was denied by NECP policy', 'No network route')),
          9.5,
        ).text(),
      },
    ],
    notObservable: [
      { name: 'no start of a filter', log: services(story(), 1, 9).text(), missing: 'content filter' },
      { name: 'nothing at all', log: foreignLog() },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
