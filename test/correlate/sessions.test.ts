import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { connected, story, UUID } from '../support/story.ts';

describe('sessions', () => {
  it('rebuilds the runs of one configuration: who started, who stopped, why, and with which provider', async () => {
    const log = connected(story(), 0)
      .session(20, ': Received a stop command from Guard Helper[611] with reason 1')
      .session(20.1, ': status changed to disconnecting')
      .session(20.4, ': status changed to disconnected, last stop reason Stop command received')
      .session(30, ': Received a start command from Acme[501]')
      .session(30.1, ': status changed to connecting');

    const { sessions } = await reportOn(log.text());

    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      uuid: UUID,
      name: 'Acme Proxy',
      kind: 'transparent-proxy',
      state: 'connecting',
    });
    expect(sessions[0]?.runs).toEqual([
      {
        from: '2026-03-01T10:00:00.000000',
        to: '2026-03-01T10:00:20.400000',
        startedBy: 'Acme[501]',
        stoppedBy: 'Guard Helper[611]',
        stopReason: 'Stop command received',
        providerPids: [569],
      },
      { from: '2026-03-01T10:00:30.000000', startedBy: 'Acme[501]', providerPids: [] },
    ]);
  });

  it('records a step that the table of states does not know as unexpected', async () => {
    const log = connected(story(), 0).session(5, ': status changed to connecting');

    const { sessions } = await reportOn(log.text());

    expect(sessions[0]?.history.map(({ from, to, expected }) => [from, to, expected])).toEqual([
      ['unknown', 'connecting', true],
      ['connecting', 'connected', true],
      ['connected', 'connecting', false],
    ]);
  });

  it('finds the UUID behind a name that holds colons and letters of any script', async () => {
    const log = connected(story({ name: 'Büro: 東京 :0F00' }), 0);

    const { sessions } = await reportOn(log.text());

    expect(sessions.map(({ name, uuid }) => [name, uuid])).toEqual([['Büro: 東京 :0F00', UUID]]);
  });
});
