import { describe, it } from 'vitest';
import { proxySelfLoop } from '../../src/detect/detectors/proxy-self-loop.ts';
import { detectorChecks } from '../../src/testing.ts';
import { connected, type Story, story } from '../support/story.ts';

const OWN = 'com.example.acme.extension[{length = 20, bytes = 0xd5a79e35505ec91c0b049a1c0d9aea5263707f5a}]';
const APP = 'com.example.browser[{length = 20, bytes = 0x1bc599e250f136c17c1d83953a8beb605dfcc2ad}]';
const CONTAINER = 'com.example.acme[{length = 20, bytes = 0x2bc599e250f136c17c1d83953a8beb605dfcc2ad}]';

function udpFlow(
  to: Story,
  at: number,
  app: string,
  verdict: 'accepted' | 'rejected',
  remote = '203.0.113.80:443',
): Story {
  return to
    .extension(at, `Calling handleNewUDPFlow with UDP ${app} local port 51439, remoteEndpoint = ${remote}`)
    .extension(
      at + 0.0003,
      `provider ${verdict} new flow UDP ${app} local port 51439 interface en0, remoteEndpoint = ${remote}`,
    );
}

function several(
  log: Story,
  count: number,
  step: (i: number) => number,
  app: string,
  verdict: 'accepted' | 'rejected',
): Story {
  for (let i = 0; i < count; i++) udpFlow(log, step(i), app, verdict);
  return log;
}

const growing = (i: number): number => 5 + 8 * (1 - 0.9 ** i);

describe('proxy-self-loop', () => {
  const checks = detectorChecks(proxySelfLoop, {
    found: [
      {
        name: 'its own flows come faster and faster',
        log: several(connected(story(), 0), 30, growing, OWN, 'accepted').text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 30,
            from: '10:00:05.000',
            subject: {
              bundle: 'com.example.acme.extension',
              pid: 569,
              session: '0F00BA12-1111-4222-8333-44445555AAAA',
            },
          },
        ],
      },
      {
        name: 'a steady trickle of its own flows',
        log: several(connected(story(), 0), 6, (i) => 10 + i * 2, OWN, 'accepted').text(),
        findings: [{ severity: 'warning', confidence: 'medium', count: 6 }],
      },
      {
        name: 'a system that prints no accepted lines',
        log: (() => {
          const log = connected(story(), 0);
          for (let i = 0; i < 24; i++) {
            log.library(
              5 + i * 0.2,
              3_000_000_000 + i,
              `New flow: NEFlow type = datagram, app = com.example.acme.extension, name = , 0.0.0.0:0 <-> 203.0.113.80:443, filter_id = , interface = en0`,
            );
          }
          return log.text();
        })(),
        findings: [{ severity: 'error', confidence: 'medium', count: 24 }],
      },
      {
        name: 'flows of the container app are only worth a note',
        log: several(connected(story(), 0), 5, (i) => 5 + i, CONTAINER, 'accepted').text(),
        findings: [{ severity: 'info', confidence: 'low', count: 5 }],
      },
    ],
    clear: [
      {
        name: 'it declines its own flows',
        log: several(connected(story(), 0), 40, (i) => 5 + i * 0.1, OWN, 'rejected').text(),
      },
      { name: 'a busy app', log: several(connected(story(), 0), 200, (i) => 5 + i * 0.05, APP, 'accepted').text() },
      {
        name: 'two own flows are no loop',
        log: several(connected(story(), 0), 2, (i) => 5 + i, OWN, 'accepted').text(),
      },
      {
        name: 'own flows far apart are no loop',
        log: several(connected(story(), 0), 8, (i) => 5 + i * 30, OWN, 'accepted').text(),
      },
    ],
    notObservable: [
      {
        name: 'a capture of nesessionmanager only',
        log: story().session(0, ': status changed to connected').text(),
        missing: 'new-flow lines',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
