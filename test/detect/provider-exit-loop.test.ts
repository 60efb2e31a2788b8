import { describe, it } from 'vitest';
import { providerExitLoop } from '../../src/detect/detectors/provider-exit-loop.ts';
import { detectorChecks } from '../../src/testing.ts';
import { type Story, story } from '../support/story.ts';

const NAME = 'com.example.acme.extension';

interface Life {
  readonly at: number;
  readonly pid: number;
  readonly livesFor: number;
}

/** One life of the provider: spawned, an error of its own, and an end in the given words. */
function life(log: Story, { at, pid, livesFor }: Life, end?: (log: Story, at: number, pid: number) => void): void {
  log.line(at, 'Df', 'launchd', 1, `[system/${NAME} [${pid}]:] xpcproxy spawned with pid ${pid}`);
  log.line(
    at + 0.1,
    'Df',
    NAME,
    pid,
    `(NetworkExtension) [com.apple.networkextension:] Signature check failed: code failed to satisfy specified code requirement(s)`,
  );
  log.line(at + livesFor - 0.01, 'E ', NAME, pid, `[com.example.acme:rules] cannot read stored rules, will exit`);
  end?.(log, at + livesFor, pid);
}

const exits = (log: Story, at: number, pid: number): void => {
  log.line(at, 'Df', 'launchd', 1, `[system/${NAME} [${pid}]:] exited due to exit(1), ran for 400ms`);
};
const crashes = (log: Story, at: number, pid: number): void => {
  log.line(
    at,
    'Df',
    'launchd',
    1,
    `[system/${NAME} [${pid}]:] exited due to SIGSEGV | sent by exc handler[${pid}], ran for 400ms`,
  );
};

function lives(
  count: number,
  every: number,
  livesFor: number,
  end?: (log: Story, at: number, pid: number) => void,
): string {
  const log = story();
  for (let i = 0; i < count; i++) life(log, { at: 10 + i * every, pid: 1400 + i * 11, livesFor }, end);
  log.line(
    10 + count * every,
    'Df',
    'nesessionmanager',
    486,
    '[com.apple.networkextension:] Registering session NESMFilterSession[Acme Filter:0F00BA12-1111-4222-8333-44445555AAAA]',
  );
  return log.text();
}

describe('provider-exit-loop', () => {
  const checks = detectorChecks(providerExitLoop, {
    found: [
      {
        name: 'exit codes and launchd’s respawn delay',
        log: lives(5, 10.4, 0.4, exits),
        findings: [
          {
            severity: 'error',
            count: 5,
            from: '10:00:10',
            message: 'with code 1',
            subject: { bundle: NAME, pid: 1400 },
          },
        ],
      },
      {
        name: 'no exit line at all: the next pid shows the end',
        log: lives(6, 12, 0.5),
        findings: [{ severity: 'error', count: 5, subject: { bundle: NAME } }],
      },
    ],
    clear: [
      { name: 'two lives are no loop', log: lives(2, 10.4, 0.4, exits) },
      { name: 'crashes are another fault', log: lives(6, 10.4, 0.4, crashes) },
      { name: 'long lives', log: lives(4, 70, 65, exits) },
      { name: 'a start every hour', log: lives(5, 3600, 2, exits) },
      {
        name: 'the app stops and starts it',
        log: (() => {
          const log = story();
          for (let i = 0; i < 5; i++) {
            const at = 10 + i * 20;
            const pid = 700 + i;
            log.session(at, ': Received a start command from Acme[501]');
            log.session(
              at + 0.1,
              ` in state NESMVPNSessionStateStarting: plugin NEFlowDivertPlugin(com.example.acme[inactive]) started with PID ${pid} error (null)`,
            );
            log.line(
              at + 0.2,
              'Df',
              NAME,
              pid,
              `(NetworkExtension) [com.apple.networkextension:] [Extension ${NAME}]: Calling startProxyWithOptions with options 0x0`,
            );
            log.session(at + 8, ': Received a stop command from Acme[501] with reason 1');
            log.line(
              at + 8.1,
              'Df',
              NAME,
              pid,
              `(NetworkExtension) [com.apple.networkextension:] [Extension ${NAME}]: Calling stopProxyWithReason because: Stop command received`,
            );
            log.line(at + 8.5, 'Df', 'launchd', 1, `[system/${NAME} [${pid}]:] exited due to exit(0), ran for 8000ms`);
          }
          return log.text();
        })(),
      },
    ],
    notObservable: [
      {
        name: 'no witness of deaths',
        log: story().extension(0, 'Calling startProxyWithOptions with options 0x0').text(),
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
