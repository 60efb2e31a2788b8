import { packed } from '../../lib/packed.ts';
import type { Try, TryEnds } from '../connection-store.ts';
import type { Act } from '../endings/acts.ts';
import type { MutableConnection, MutableFlow } from '../mutable.ts';
import { hostOf, isAddress, portOf, Score, WEIGHTS } from './score.ts';

const END_US = 50_000;
/** The app's line may be written a little after the kernel's about the same connect. */
const BEFORE_US = 1_000;

export function beginningOf({ connection, attempt }: Try): number {
  return attempt?.startedAt ?? connection.startedAt;
}

/** What of a flow is compared, read once. */
export interface FlowEnds {
  readonly flow: MutableFlow;
  readonly port: number | undefined;
  readonly address: string | undefined;
  readonly name: string | undefined;
  readonly localPort: number | undefined;
}

export function endsOfFlow(flow: MutableFlow): FlowEnds {
  const address = hostOf(flow.remote);
  return {
    flow,
    port: portOf(flow.remote),
    address: address !== undefined && isAddress(address) ? address : undefined,
    name: flow.host?.toLowerCase(),
    localPort: portOf(flow.local) || undefined,
  };
}

/** The ends that a try names, read once. */
function endsOfTry(each: Try): TryEnds {
  const { connection, attempt } = each;
  if (each.ends !== undefined && each.ends.remote === connection.remote) return each.ends;
  const asked = [connection.remote, attempt?.endpoint, connection.endpoint];
  const hosts = asked.map(hostOf).filter((host) => host !== undefined);
  each.ends = {
    remote: connection.remote,
    ports: packed(asked.map(portOf).filter((port) => port !== undefined)),
    addresses: packed(hosts.filter(isAddress)),
    names: packed(hosts.filter((host) => !isAddress(host))),
    localPort: portOf(connection.local) || undefined,
  };
  return each.ends;
}

/**
 * How well a try of an app to connect and a diverted flow of that app agree; undefined where they contradict each other.
 * Source: id-correlation 3.6 and 4.
 */
export function scoreApp(each: Try, isSameName: boolean, ends: FlowEnds): Score | undefined {
  const { connection, attempt } = each;
  const { flow } = ends;
  const own = endsOfTry(each);
  if (connection.boot !== flow.boot || doContradict(connection, own, ends)) return undefined;
  const score = new Score();
  if (isSameName) score.add(WEIGHTS.app, () => `same app: ${flow.app}`);
  else score.add(WEIGHTS.appGuess, () => `${connection.process} may be ${flow.app}`);
  scoreEnds(score, own, ends);
  const gap = flow.openedAt - beginningOf(each);
  score.distance(gap);
  if (gap >= -BEFORE_US) score.add(WEIGHTS.order, () => 'the app asked first');
  if (connection.interfaceName !== undefined && connection.interfaceName === flow.interfaceName)
    score.add(WEIGHTS.interface, () => `both on ${connection.interfaceName}`);
  if (attempt?.handler === 'channel-flow')
    score.add(WEIGHTS.channel, () => 'the app’s socket runs over a channel, a diverted one does not');
  const appEnd = attempt?.failedAt ?? connection.endedAt;
  const flowEnd = appEnd === undefined ? undefined : endOf(flow);
  if (appEnd !== undefined && flowEnd !== undefined && Math.abs(appEnd - flowEnd) <= END_US)
    score.add(WEIGHTS.end, () => 'both ended within 50 ms');
  return score;
}

/** Two different protocols, ports, addresses or names cannot be one socket. */
function doContradict(
  { protocol }: MutableConnection,
  { ports, addresses, names, localPort: ownPort }: TryEnds,
  { flow, port, address, name, localPort }: FlowEnds,
): boolean {
  if (protocol !== undefined && flow.protocol !== undefined && protocol !== flow.protocol) return true;
  if (port !== undefined && ports.some((other) => other !== port)) return true;
  if (address !== undefined && addresses.length > 0 && !addresses.includes(address)) return true;
  if (name !== undefined && !isAddress(name) && names.length > 0 && !names.includes(name)) return true;
  return localPort !== undefined && ownPort !== undefined && localPort !== ownPort;
}

function scoreEnds(score: Score, own: TryEnds, { flow, port, address, name, localPort }: FlowEnds): void {
  if (address !== undefined && own.addresses.includes(address))
    score.add(WEIGHTS.remote, () => `same remote ${flow.remote}`);
  else if (port !== undefined && own.ports.includes(port)) score.add(WEIGHTS.port, () => `same port ${port}`);
  if (name !== undefined && own.names.includes(name)) score.add(WEIGHTS.host, () => `same host ${flow.host}`);
  if (localPort !== undefined && localPort === own.localPort)
    score.add(WEIGHTS.localPort, () => `same local port ${localPort}`);
}

const CLOSES: ReadonlySet<Act> = new Set([
  'app-close',
  'close-sent',
  'heard-app-close',
  'provider-close',
  'heard-provider-close',
  'app-was-gone',
  'flow-was-gone',
  'native',
  'reject',
  'removed',
  'orphaned',
]);

/** The first close that anybody told of. */
function endOf(flow: MutableFlow): number | undefined {
  let end: number | undefined;
  for (const { act, at } of flow.said) if (CLOSES.has(act) && (end === undefined || at < end)) end = at;
  return end ?? flow.closedAt;
}
