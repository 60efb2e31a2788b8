/**
 * What Network Extensions do in the generated capture: each story is a run of lines that belong together, told one
 * line at a time so that many are under way at once. A number between the lines is time that passes, in µs.
 */
import {
  APPS,
  connection,
  extension,
  flowLibrary,
  kernel,
  kernelPower,
  launchd,
  neagent,
  nehelper,
  type Provider,
  powerd,
  sessionManager,
  vendor,
} from './cast.ts';
import type { Random } from './random.ts';
import type { Line } from './record.ts';

export type Story = Generator<Line | number, void, undefined>;

const MINUTE_US = 60_000_000;
const CODE_HASHES = ['7fef3df625cf55044d6bb962d9afcdcb3f182ede', '0295cc61450e7a76d908bd07558f456bbd203733'] as const;
const HOSTS = ['www.example.com', 'cdn.example.net', 'api.example.org', 'mail.example.com'] as const;
/** The control unit of the one transparent proxy. */
const UNIT = 1;

/** A TCP flow that the provider takes, from the socket's connect to the end on both sides. */
export function* acceptedFlow(random: Random, provider: Provider): Story {
  const hash = random.u32();
  const app = random.pick(APPS);
  const remote = `${random.address()}:443`;
  const sent = random.between(200, 90_000);
  const received = random.between(400, 900_000);
  yield kernel(hash, 'Created');
  yield kernel(hash, 'Connecting');
  yield flowLibrary(provider, hash, newFlow('stream', app.bundle, random.pick(HOSTS), remote));
  yield extension(
    provider,
    `[Extension ${provider.app}]: Calling handleNewFlow with TCP ${unique(random, app.bundle)} remote: ${remote} interface en0`,
  );
  yield extension(
    provider,
    `[Extension ${provider.app}]: provider accepted new flow TCP ${unique(random, app.bundle)} remote: ${remote} interface en0`,
  );
  yield kernel(hash, 'received connect result 0');
  yield kernel(hash, 'sending connect result');
  for (let chunk = random.below(4); chunk > 0; chunk -= 1) {
    yield kernel(hash, `app wrote ${random.between(40, 9000)} bytes`, 'Debug');
    yield flowLibrary(
      provider,
      hash,
      `Wrote ${random.between(40, 9000)} bytes to the kernel (total bytes written = ${received})`,
      'Debug',
    );
  }
  if (random.chance(0.5)) {
    yield kernel(hash, 'Closing');
    yield kernel(hash, 'sending close, how = 2');
    yield flowLibrary(provider, hash, 'Closing reads, not closed by plugin');
  } else {
    yield flowLibrary(provider, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
    yield flowLibrary(provider, hash, 'Closing writes, sending SHUT_RD');
    yield kernel(hash, 'close received, how = 2');
    yield kernel(hash, 'Closing');
  }
  yield* teardown(hash, sent, received);
  yield flowLibrary(
    provider,
    hash,
    `Destroying, client tx ${sent}, client rx ${received}, kernel rx ${sent}, kernel tx ${received}`,
  );
}

/** A flow that the provider hands back: the socket goes on without it. */
export function* rejectedFlow(random: Random, provider: Provider): Story {
  const hash = random.u32();
  const app = random.pick(APPS);
  const remote = `${random.address()}:993`;
  yield kernel(hash, 'Created');
  yield kernel(hash, 'Connecting');
  yield flowLibrary(provider, hash, newFlow('stream', app.bundle, '', remote));
  yield extension(
    provider,
    `[Extension ${provider.app}]: provider rejected new flow TCP ${unique(random, app.bundle)} remote: ${remote} interface en0(bound)`,
  );
  yield kernel(hash, 'received connect result 61');
  yield kernel(hash, `Removing from group ${UNIT}, ref count = 3`);
  yield kernel(hash, 'No more valid control units, disabling flow divert', 'Default');
  yield kernel(hash, 'Skipped all flow divert services, disabling flow divert', 'Default');
  yield kernel(hash, 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0');
}

/** Datagrams of an unconnected socket. */
export function* datagramFlow(random: Random, provider: Provider): Story {
  const hash = random.u32();
  const app = random.pick(APPS);
  const port = random.between(49_152, 65_535);
  const remote = `${random.address()}:${random.pick([53, 443, 3478])}`;
  yield kernel(hash, 'Created');
  yield kernel(hash, 'implicit connect');
  yield kernel(hash, 'Connecting');
  yield flowLibrary(provider, hash, newFlow('datagram', app.bundle, '', remote));
  yield extension(
    provider,
    `[Extension ${provider.app}]: Calling handleNewUDPFlow with UDP ${unique(random, app.bundle)} local port ${port}, remoteEndpoint = ${remote}`,
  );
  yield extension(
    provider,
    `[Extension ${provider.app}]: provider accepted new flow UDP ${unique(random, app.bundle)} local port ${port} interface en0, remoteEndpoint = ${remote}`,
  );
  yield kernel(hash, 'received connect result 0');
  yield flowLibrary(provider, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
  yield kernel(hash, 'close received, how = 2');
  yield kernel(hash, 'Closing');
  yield* teardown(hash, random.between(40, 4000), random.between(40, 9000));
}

function* teardown(hash: number, sent: number, received: number): Story {
  yield kernel(hash, `Removing from group ${UNIT}, ref count = 2`);
  yield kernel(hash, 'Detaching, ref count = 1');
  yield kernel(hash, `Destroying, app tx ${sent}, tunnel tx ${sent}, tunnel rx ${received}`);
}

function newFlow(type: 'stream' | 'datagram', app: string, host: string, remote: string): string {
  return `New flow: NEFlow type = ${type}, app = ${app}, name = ${host}, 192.0.2.18:0 <-> ${remote}, filter_id = , interface = en0`;
}

function unique(random: Random, app: string): string {
  return `${app}[{length = 20, bytes = 0x${random.pick(CODE_HASHES)}}]`;
}

const PATH = '(satisfied (Path is satisfied), viable, interface: en0[802.11], ipv4, dns, uses wifi)';

/** A connection of an app by Network.framework, its summary in several lines at the end. */
export function* appConnection(random: Random): Story {
  const app = random.pick(APPS);
  const id = `C${random.between(1, 900)}`;
  const target = `Hostname#${random.hex(8)}:443`;
  const address = `IPv4#${random.hex(8)}:443`;
  const start = `${random.uuid()} ${target} tcp, url hash: ${random.hex(8)}, tls, definite, attribution: developer`;
  const seconds = () => `0.0${random.between(10, 99)}`;
  yield connection(app, `[${id} ${start}] start`);
  yield connection(
    app,
    `[${id} ${target} waiting path (satisfied (Path is satisfied), interface: en0, ipv4, dns)] event: path:satisfied @0.000s, uuid: ${random.uuid()}`,
  );
  yield connection(app, `[${id}.1 ${target} in_progress resolver ${PATH}] event: resolver:start_dns @0.001s`);
  yield connection(app, `[${id}.1 ${target} in_progress resolver ${PATH}] event: resolver:receive_dns @${seconds()}s`);
  yield connection(
    app,
    `[${id}.1.1 ${address} in_progress channel-flow ${PATH}] event: flow:start_connect @${seconds()}s`,
  );
  if (random.chance(0.04)) {
    yield connection(
      app,
      `nw_socket_handle_socket_event [${id}.1.1:3] Socket SO_ERROR [61: Connection refused]`,
      'Error',
    );
    yield connection(
      app,
      `[${id}.1.1 ${address} failed channel-flow ${PATH}] event: flow:failed_connect @${seconds()}s, error Connection refused`,
    );
    return;
  }
  yield connection(app, `[${id}.1.1 ${address} ready channel-flow ${PATH}] event: flow:finish_connect @${seconds()}s`);
  yield connection(app, `[${id} ${start}] cancel`);
  yield connection(
    app,
    `[${id} ${start}] cancelled\n\t[${id}.1.1 ${random.uuid()} 192.0.2.18:${random.between(49_152, 65_535)}<->${random.address()}:443]\n\tConnected Path: satisfied (Path is satisfied), viable, interface: en0[802.11], ipv4, dns, uses wifi\n\tDuration: ${random.below(90)}.120s, DNS @0.001s took 0.012s, TCP @0.014s took 0.031s\n\tbytes in/out: ${random.below(1e6)}/${random.below(1e5)}, packets in/out: ${random.below(900)}/${random.below(400)}, rtt: 0.021s`,
  );
}

/** Helpers and agents that keep talking while nothing happens. */
export function* chatter(random: Random, provider: Provider): Story {
  yield nehelper(
    `Network Detection started, force = 0, config changed = 0, network changed = ${random.below(2)}, generation = ${random.below(400)}, captive changed = 0, fallback changed = 0, session manager changed = 0`,
  );
  yield neagent('calling plugIn beginUsing:');
  yield sessionManager(
    `${provider.session}: Received a info fetch request with type "status" from Acme[${provider.appPid}]`,
    'Debug',
  );
  yield vendor(
    provider,
    `stats: ${random.below(900)} flows open, ${random.below(1e7)} bytes in, ${random.below(1e6)} bytes out`,
    'Info',
  );
  yield powerd(
    'assertions',
    `Process sharingd.${random.between(300, 900)} Released PreventUserIdleSystemSleep "com.apple.rapportd" age:00:00:${random.between(10, 59)}  id:51539${random.between(10_000, 99_999)} [System: PrevIdle]`,
  );
}

/** The user starts a session: from the command to `connected`. */
export function* start(provider: Provider): Story {
  const { session, plugin, pid, app, bundle } = provider;
  const verb = session.startsWith('NESMVPN') ? 'startTunnelWithOptions' : 'startProxyWithOptions';
  const starting = `${session} in state NESMVPNSessionStateStarting: plugin ${plugin}`;
  yield sessionManager(`${session}: Received a start command from Acme[${provider.appPid}]`);
  yield sessionManager(`Registering session ${session}`);
  yield sessionManager(`${session}: Entering state NESMVPNSessionStatePreparingNetwork`);
  yield sessionManager(`${session}: status changed to connecting`);
  yield sessionManager(`${session}: Leaving state NESMVPNSessionStatePreparingNetwork`);
  yield sessionManager(`${session}: Entering state NESMVPNSessionStateStarting, timeout 20 seconds`);
  yield launchd(`Successfully spawned ${bundle}[${pid}] because semaphore`);
  yield sessionManager(`${starting} started with PID ${pid} error (null)`);
  yield sessionManager(`${starting} attached IPC with endpoint 0x7f9a4c00`);
  yield extension(provider, `[Extension ${app}]: Calling ${verb} with options 0x0`);
  yield sessionManager(`${starting} status changed to connected`);
  yield sessionManager(`${session}: Leaving state NESMVPNSessionStateStarting`);
  yield sessionManager(`${session}: Entering state NESMVPNSessionStateRunning`);
  yield sessionManager(`${session}: status changed to connected`);
  yield sessionManager(
    `${session}: Updated network agent (active, compulsory, not-user-activiated, not-kernel-activated)`,
  );
}

/** The user stops a session and starts it again a minute later: the provider gets a new pid. */
export function* restart(random: Random, provider: Provider): Story {
  const { session, bundle, app, pid } = provider;
  const verb = session.startsWith('NESMVPN') ? 'stopTunnelWithReason' : 'stopProxyWithReason';
  yield sessionManager(`${session}: Received a stop command from Acme[${provider.appPid}] with reason 1`);
  yield sessionManager(`${session}: status changed to disconnecting`);
  yield extension(provider, `[Extension ${app}]: Calling ${verb} because: User initiated`);
  yield sessionManager(`${session} in state NESMVPNSessionStateStopping: plugin ${provider.plugin} dispose complete`);
  yield kernel(0, `disconnecting group ${UNIT}`);
  yield launchd(`${bundle} exited due to exit(0), ran for ${random.between(60_000, 9_000_000)}ms`);
  yield sessionManager(`${session}: status changed to disconnected, last stop reason Stop command received`);
  yield MINUTE_US;
  provider.pid = pid + random.between(20, 900);
  yield* start(provider);
}

/** The path goes and comes back under a running session. */
export function* reassert(provider: Provider): Story {
  const running = `${provider.session} in state NESMVPNSessionStateRunning: plugin ${provider.plugin}`;
  yield sessionManager(`${running} status changed to reasserting`);
  yield sessionManager(`${provider.session}: status changed to reasserting`);
  yield vendor(provider, 'Network change detected with satisfied route and interface order [en0, utun4]');
  yield sessionManager(`${running} status changed to connected`);
  yield sessionManager(`${provider.session}: status changed to connected`);
}

/** The lid closes for a while; sessions stay connected. */
export function* sleepAndWake(random: Random, provider: Provider): Story {
  const running = `${provider.session} in state NESMVPNSessionStateRunning:`;
  yield sessionManager(`${running} received can sleep query`, 'Info');
  yield sessionManager(`${running} received sleep event`, 'Info');
  yield vendor(provider, 'system sleep');
  yield powerd(
    'sleepWake',
    `Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using Batt (Charge:${random.between(20, 99)}%)`,
  );
  yield kernelPower('PMRD: System Sleep');
  yield random.between(5, 40) * MINUTE_US;
  yield kernelPower('PMRD: System Wake');
  yield powerd(
    'sleepWake',
    `Wake from Deep Idle [CDNVA] : due to EC.LidOpen/Lid Open Using BATT (Charge:${random.between(10, 90)}%)`,
  );
  yield sessionManager(`${running} received wake event`, 'Info');
  yield vendor(provider, 'system wake');
}
