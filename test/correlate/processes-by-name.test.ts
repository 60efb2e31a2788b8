import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../src/testing/analyze-text.ts';
import { reportOn } from '../support/analyze.ts';
import { encodeAs } from '../support/encode-styles.ts';
import { connected, type Story, story } from '../support/story.ts';

/** The log as somebody copies it out of Console: no pids, no senders. */
async function pasted(log: Story): Promise<string> {
  return encodeAs('console', await decodeAll(Buffer.from(log.text())));
}

describe('processes of an export without pids', () => {
  it('are told apart by their names', async () => {
    const log = connected(story(), 0).line(
      2,
      'Df',
      'launchd',
      1,
      '[system/com.example.acme.extension [569]:] exited due to SIGSEGV | sent by exc handler[569], ran for 2000ms',
    );

    const { processes } = await reportOn(await pasted(log));

    expect(processes.filter(({ name }) => name === 'com.example.acme.extension')).toMatchObject([
      { pid: 569, byName: true, generation: 1, provider: { bundle: 'com.example.acme.extension', grade: 'exact' } },
    ]);
  });

  it('take the pid that another process tells, whoever speaks first', async () => {
    const log = story()
      .extension(0, 'Calling startProxyWithOptions with options 0x0')
      .session(1, ': Received a start command from Acme[501]')
      .session(
        1.1,
        ' in state NESMVPNSessionStateStarting: plugin NEFlowDivertPlugin(com.example.acme.extension[inactive]) started with PID 569 error (null)',
      )
      .extension(2, 'Calling stopProxyWithReason because: Stop command received');

    const { processes } = await reportOn(await pasted(log));

    expect(processes.filter(({ provider }) => provider !== undefined)).toMatchObject([{ pid: 569, byName: true }]);
  });

  it('are one run where nothing tells the pid', async () => {
    const log = story()
      .extension(0, 'Calling startProxyWithOptions with options 0x0')
      .extension(2, 'Calling stopProxyWithReason because: Stop command received');

    const { processes } = await reportOn(await pasted(log));

    expect(processes).toMatchObject([{ pid: -1, name: 'com.example.acme.extension', byName: true }]);
  });
});
