import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { connected, type Story, story } from '../support/story.ts';

const NETWORK = '(Network) [com.apple.network:connection]';
const app = (log: Story, at: number, text: string): Story => log.line(at, 'Df', 'Bank', 1502, `${NETWORK} ${text}`);

describe('connections', () => {
  it('are followed with the addresses that were tried', async () => {
    const log = connected(story(), 0);
    app(log, 1, '[C4 api.example.com:443 tcp, tls, definite] start');
    app(
      log,
      1.1,
      '[C4.1.1 203.0.113.9:443 in_progress socket-flow (satisfied (Path is satisfied), interface: en0, ipv4, dns)] event: flow:start_connect @0.100s',
    );
    app(
      log,
      1.4,
      '[C4.1.1 203.0.113.9:443 failed socket-flow (satisfied (Path is satisfied), interface: en0, ipv4, dns)] event: flow:failed_connect @0.400s, error Connection refused',
    );

    const { connections } = await reportOn(log.text());

    expect(connections).toMatchObject([
      {
        id: '1502:C4',
        process: 'Bank',
        endpoint: 'api.example.com:443',
        protocol: 'tcp',
        state: 'preparing',
        interface: 'en0',
        attempts: [{ id: 'C4.1.1', endpoint: '203.0.113.9:443', error: 61 }],
      },
    ]);
  });

  it('of a number that is used again are two', async () => {
    const log = connected(story(), 0);
    app(log, 1, '[C1 a.example.com:443 tcp] start');
    app(log, 5, '[C1 b.example.com:443 tcp] start');

    const { connections } = await reportOn(log.text());

    expect(connections?.map(({ id, endpoint }) => [id, endpoint])).toEqual([
      ['1502:C1', 'a.example.com:443'],
      ['1502:C1#2', 'b.example.com:443'],
    ]);
  });

  it('are counted back to their start where the capture begins later', async () => {
    const log = connected(story(), 0);
    app(
      log,
      9,
      '[C7 a.example.com:443 in_progress resolver (satisfied (Path is satisfied), interface: en0, ipv4, dns)] event: resolver:start_dns @4.000s',
    );

    const { connections } = await reportOn(log.text());

    expect(connections?.[0]?.startedAt).toBe('2026-03-01T10:00:05.000000');
  });

  it('are joined with the DNS request of the same process', async () => {
    const log = connected(story(), 0);
    app(log, 1, '[C7 a.example.com:443 tcp] start');
    app(
      log,
      1.01,
      '[C7 a.example.com:443 in_progress resolver (satisfied (Path is satisfied), interface: en0, ipv4, dns)] event: resolver:start_dns @0.010s',
    );
    log.line(
      1.012,
      'Df',
      'mDNSResponder',
      388,
      '[com.apple.mDNSResponder:Default] [R1585] getaddrinfo start -- flags: 0xC000D000, ifindex: 0, protocols: 0, hostname: a.example.com, options: 0x8 {use-failover}, client pid: 1502 (Bank)',
    );

    const { connections, dns } = await reportOn(log.text());

    expect(connections?.[0]?.joins).toMatchObject([{ with: 'dns', id: 'R1585', grade: 'inferred', ambiguous: false }]);
    expect(dns).toMatchObject([
      { id: 'R1585', name: 'a.example.com', process: 'Bank', pid: 1502, join: { with: 'connection', id: '1502:C7' } },
    ]);
  });

  it('are joined exactly with the CFNetwork tasks of their process', async () => {
    const log = connected(story(), 0);
    app(log, 1, '[C44 a.example.com:443 tcp] start');
    log.line(
      1.1,
      'Df',
      'Bank',
      1502,
      '(CFNetwork) [com.apple.CFNetwork:Default] Task <6AED50CD-28C1-414E-83FD-D1B7230A0B1A>.<2> now using Connection 44',
    );

    const { connections, tasks } = await reportOn(log.text());

    expect(tasks).toEqual([
      {
        id: '6AED50CD-28C1-414E-83FD-D1B7230A0B1A.2',
        process: 'Bank',
        pid: 1502,
        startedAt: '2026-03-01T10:00:01.100000',
        join: expect.objectContaining({ with: 'connection', id: '1502:C44', grade: 'exact' }),
      },
    ]);
    expect(connections?.[0]?.joins).toMatchObject([
      { with: 'task', id: '6AED50CD-28C1-414E-83FD-D1B7230A0B1A.2', grade: 'exact' },
    ]);
  });
});

describe('filter flows', () => {
  const dump = (uuid: string): string =>
    `Handling new flow:\n        identifier = ${uuid}\n        sourceAppIdentifier = .com.example.browser\n        procPID = 847\n        direction = outbound\n        remoteEndpoint = 203.0.113.9:443`;
  const UUID = '82D3F265-D9BD-4BBA-8230-88D8FF39E5FC';
  const filter = (log: Story, at: number, text: string): Story =>
    log.line(at, 'Db', 'com.example.acme.filter', 700, `(NetworkExtension) [com.apple.networkextension:] ${text}`);
  const offered = (filterId: string): string =>
    `New flow: NEFlow type = stream, app = com.example.browser, name = , 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = ${filterId}, interface = en0`;

  it('carry their verdict, and are joined with the diverted flow of the same socket', async () => {
    const log = connected(story(), 0).library(1.004, 501, offered(''));
    filter(log, 1, dump(UUID));
    filter(log, 1.002, `New flow verdict for ${UUID}: \n    drop = YES\n    remediate = NO`);

    const { filterFlows, flows } = await reportOn(log.text());

    expect(filterFlows).toMatchObject([
      { uuid: UUID, app: '.com.example.browser', pid: 847, verdict: 'drop', code: 'DRP', join: { grade: 'inferred' } },
    ]);
    expect(flows[0]?.joins).toMatchObject([{ with: 'filter-flow', id: UUID }]);
  });

  it('are joined exactly where the diverted flow names them', async () => {
    const log = connected(story(), 0).library(1.004, 501, offered(UUID));
    filter(log, 1, dump(UUID));

    const { filterFlows } = await reportOn(log.text());

    expect(filterFlows?.[0]?.join).toMatchObject({ with: 'flow', id: '501', grade: 'exact' });
  });
});

describe('sessions, interfaces and extensions', () => {
  it('keep the states of nesessionmanager’s machine with their time-outs', async () => {
    const log = story()
      .session(0, ': Received a start command from Acme[501]')
      .session(1, ': Entering state NESMVPNSessionStateStarting, timeout 20 seconds')
      .session(21, ': State timer (20 seconds) fired in state NESMVPNSessionStateStarting')
      .session(22, ': Entering state NESMVPNSessionStateIdle');

    const { sessions, unexpected } = await reportOn(log.text());

    expect(sessions[0]?.runs[0]?.phases).toMatchObject([
      { name: 'NESMVPNSessionStateStarting', timeoutS: 20, timedOut: true, to: '2026-03-01T10:00:22.000000' },
      { name: 'NESMVPNSessionStateIdle' },
    ]);
    expect(unexpected).toMatchObject([
      { entity: 'session', from: 'NESMVPNSessionStateStarting', to: 'NESMVPNSessionStateIdle' },
    ]);
  });

  it('know by which interface a tunnel goes out', async () => {
    const log = story()
      .line(1, 'Df', 'kernel', 0, 'utun4: is now delegating en0 (type 0x6, family 2, sub-family 3)')
      .line(9, 'Df', 'kernel', 0, 'utun4: is no longer delegating en0');

    const { interfaces } = await reportOn(log.text());

    expect(interfaces).toMatchObject([
      {
        name: 'utun4',
        history: [
          { what: 'delegating', other: 'en0' },
          { what: 'no-longer-delegating', other: 'en0' },
        ],
      },
    ]);
    expect(interfaces?.[0]?.delegate).toBeUndefined();
  });
});
