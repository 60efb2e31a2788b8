import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { connected, story } from '../support/story.ts';

const NEW =
  'New flow: NEFlow type = stream, app = com.example.browser, name = , 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = , interface = en0';

describe('flows', () => {
  it('joins the kernel’s half and the provider’s half by their hash, and says so', async () => {
    const log = connected(story(), 0)
      .divert(1, 2_201_100_002, 'Created')
      .divert(1.001, 2_201_100_002, 'Connecting')
      .library(1.004, 2_201_100_002, NEW)
      .divert(1.02, 2_201_100_002, 'received connect result 0')
      .divert(3, 2_201_100_002, 'Closing')
      .divert(3.01, 2_201_100_002, 'Destroying, app tx 100, tunnel tx 100, tunnel rx 900');

    const { flows } = await reportOn(log.text());

    expect(flows).toHaveLength(1);
    expect(flows[0]).toMatchObject({
      hash: 2_201_100_002,
      protocol: 'tcp',
      app: 'com.example.browser',
      remote: '203.0.113.9:443',
      providerPid: 569,
      state: 'closed',
      kernel: ['created', 'connecting', 'result 0', 'closing', 'destroyed'],
      provider: ['offered'],
      join: { grade: 'exact' },
    });
  });

  it('starts a new flow where a hash comes back after its end', async () => {
    const log = connected(story(), 0)
      .divert(1, 77_000, 'Created')
      .divert(2, 77_000, 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0')
      .divert(9, 77_000, 'Created');

    const { flows } = await reportOn(log.text());

    expect(flows.map(({ id, state }) => [id, state])).toEqual([
      ['77000', 'closed'],
      ['77000#0.2', 'created'],
    ]);
  });

  it('keeps the hash and the flow when the kernel moves it to the next provider', async () => {
    const log = connected(story(), 0)
      .divert(1, 77_001, 'Connecting')
      .divert(1.1, 77_001, 'received connect result 61')
      .line(1.2, 'Df', 'kernel', 0, '(77001): Moving from 1 to 2')
      .divert(1.3, 77_001, 'received connect result 0');

    const { flows } = await reportOn(log.text());

    expect(flows.map(({ state, kernel }) => [state, kernel])).toEqual([
      ['connected', ['connecting', 'result 61', 'moved 2', 'result 0']],
    ]);
  });

  it('makes no flow of the group lines, which carry hash 0', async () => {
    const log = connected(story(), 0)
      .divert(1, 0, 'disconnecting group 3')
      .line(2, 'Df', 'kernel', 0, '(0): Destroying group 3');

    const { flows } = await reportOn(log.text());

    expect(flows).toEqual([]);
  });

  it('gives the framework’s verdict to the flow it is about, in order', async () => {
    const app = 'com.example.browser[{length = 20, bytes = 0x1bc5}]';
    const log = connected(story(), 0)
      .library(1, 501, NEW)
      .extension(1.001, `provider rejected new flow TCP ${app} remote: 203.0.113.9:443 interface en0`)
      .library(2, 502, NEW);

    const { flows } = await reportOn(log.text());

    expect(flows.map(({ hash, state }) => [hash, state])).toEqual([
      [501, 'rejected'],
      [502, 'offered'],
    ]);
  });
});
