import { mayBeSameApp, sameSigningId } from '../../lib/signing-id.ts';
import type { MutableAttempt, MutableConnection, MutableFlow } from '../mutable.ts';
import { hostOf, isAddress, portOf, Score, WEIGHTS } from './score.ts';

const END_US = 50_000;
/** The app's line may be written a little after the kernel's about the same connect. */
const BEFORE_US = 1_000;

/** One try of an app to connect: an address of a connection, or the connection where it tells of no addresses. */
export interface Candidate {
  readonly connection: MutableConnection;
  readonly attempt: MutableAttempt | undefined;
}

export function beginningOf({ connection, attempt }: Candidate): number {
  return attempt?.startedAt ?? connection.startedAt;
}

/**
 * How well an app's try to connect and a diverted flow agree; undefined where they contradict each other.
 * Source: id-correlation 3.6 and 4.
 */
export function scoreApp(candidate: Candidate, flow: MutableFlow): Score | undefined {
  const { connection, attempt } = candidate;
  if (connection.boot !== flow.boot) return undefined;
  if (connection.protocol !== undefined && flow.protocol !== undefined && connection.protocol !== flow.protocol)
    return undefined;
  const score = new Score();
  if (!scoreParty(score, connection, flow) || !scoreEnds(score, candidate, flow)) return undefined;
  const gap = flow.openedAt - beginningOf(candidate);
  score.distance(gap);
  if (gap >= -BEFORE_US) score.add(WEIGHTS.order, 'the app asked first');
  if (connection.interfaceName !== undefined && connection.interfaceName === flow.interfaceName)
    score.add(WEIGHTS.interface, `both on ${connection.interfaceName}`);
  if (attempt?.handler === 'channel-flow') score.add(WEIGHTS.channel, 'the app’s socket runs over a channel');
  const appEnd = attempt?.failedAt ?? connection.endedAt;
  const flowEnd = endOf(flow);
  if (appEnd !== undefined && flowEnd !== undefined && Math.abs(appEnd - flowEnd) <= END_US)
    score.add(WEIGHTS.end, 'both ended within 50 ms');
  return score;
}

function scoreParty(score: Score, connection: MutableConnection, flow: MutableFlow): boolean {
  if (flow.app === undefined) return true;
  if (sameSigningId(connection.process, flow.app)) score.add(WEIGHTS.app, `same app: ${flow.app}`);
  else if (mayBeSameApp(connection.process, flow.app))
    score.add(WEIGHTS.appGuess, `${connection.process} may be ${flow.app}`);
  else return false;
  return true;
}

/** Both ends of the socket; what contradicts rules the pair out. */
function scoreEnds(score: Score, { connection, attempt }: Candidate, flow: MutableFlow): boolean {
  const port = portOf(flow.remote);
  const asked = [connection.remote, attempt?.endpoint, connection.endpoint];
  for (const endpoint of asked) {
    const other = portOf(endpoint);
    if (port !== undefined && other !== undefined && port !== other) return false;
  }
  const address = hostOf(flow.remote);
  const hosts = asked.map(hostOf).filter((host) => host !== undefined);
  const addresses = hosts.filter(isAddress);
  const isSameAddress = address !== undefined && addresses.includes(address);
  if (isSameAddress) score.add(WEIGHTS.remote, `same remote ${flow.remote}`);
  else if (address !== undefined && isAddress(address) && addresses.length > 0) return false;
  else if (port !== undefined && asked.some((endpoint) => portOf(endpoint) === port))
    score.add(WEIGHTS.port, `same port ${port}`);
  const name = flow.host?.toLowerCase();
  const names = hosts.filter((host) => !isAddress(host));
  if (name !== undefined && names.includes(name)) score.add(WEIGHTS.host, `same host ${flow.host}`);
  else if (name !== undefined && !isAddress(name) && names.length > 0) return false;
  return scoreLocal(score, connection, flow);
}

function scoreLocal(score: Score, connection: MutableConnection, flow: MutableFlow): boolean {
  const own = portOf(connection.local);
  const local = portOf(flow.local);
  if (own === undefined || local === undefined || local === 0) return true;
  if (own !== local) return false;
  score.add(WEIGHTS.localPort, `same local port ${local}`);
  return true;
}

/** The first close that anybody told of. */
function endOf(flow: MutableFlow): number | undefined {
  const closes = flow.said.filter(({ act }) => /close|gone|native|reject|removed|orphaned/.test(act));
  return closes.length === 0 ? flow.closedAt : Math.min(...closes.map(({ at }) => at));
}
