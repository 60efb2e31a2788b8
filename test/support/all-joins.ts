import type { Report } from '../../src/model/report.ts';
import { labelledTraffic } from './labelled-traffic.ts';

/** A capture in which each kind of join is there: apps, kernel and provider, filter, resolver and URL tasks. */
export function trafficWithAllJoins(seed: number): string {
  const { log } = labelledTraffic({ seed, flows: 40, pace: 0.4, silent: 0.2, detailed: 0.5 });
  const lines = log.trimEnd().split('\n');
  const more = lines.flatMap((line, i) => {
    const start = /^(\S+ \S+) Df (\S+)\[(\d+):1a2b\] .*\[C(\d+) (\S+):\d+ tcp.*\] start$/.exec(line);
    if (start !== null) return appLines(start, i);
    const offer = /^(\S+ \S+) .*New flow: NEFlow .* app = (\S+), .*<-> (\S+), filter_id/.exec(line);
    return offer === null || i % 2 === 0 ? [] : filterLines(offer, i);
  });
  const [titles = '', ...rest] = [...lines, ...more];
  return [titles, ...rest.sort((a, b) => (a.slice(0, 23) < b.slice(0, 23) ? -1 : 1)), ''].join('\n');
}

/** The connection asks for its host's name, and a task of CFNetwork uses it. */
function appLines([, time = '', process, pid, number, host]: RegExpExecArray, i: number): string[] {
  const uuid = `6AED50CD-28C1-414E-83FD-${String(i).padStart(12, '0')}`;
  const path = '(satisfied (Path is satisfied), interface: en0, ipv4, dns)';
  return [
    `${later(time, 1)} Df ${process}[${pid}:1a2b] (Network) [com.apple.network:connection] [C${number} ${host}:443 in_progress resolver ${path}] event: resolver:start_dns @0.001s`,
    `${later(time, 2)} Df mDNSResponder[388:1a2b] [com.apple.mDNSResponder:Default] [R${1000 + i}] getaddrinfo start -- flags: 0xC000D000, ifindex: 0, protocols: 0, hostname: ${host}, options: 0x8 {use-failover}, client pid: ${pid} (${process})`,
    `${later(time, 3)} Df ${process}[${pid}:1a2b] (CFNetwork) [com.apple.CFNetwork:Default] Task <${uuid}>.<2> now using Connection ${number}`,
  ];
}

/** The content filter is shown the same socket, and lets it pass. */
function filterLines([, time = '', app, remote]: RegExpExecArray, i: number): string[] {
  const uuid = `82D3F265-D9BD-4BBA-8230-${String(i).padStart(12, '0')}`;
  const fields = [`identifier = ${uuid}`, `sourceAppIdentifier = .${app}`, `remoteEndpoint = ${remote}`].join('\n    ');
  const head = 'com.example.acme.filter[700:1a2b] (NetworkExtension) [com.apple.networkextension:]';
  return [
    `${later(time, 0)} Db ${head} Handling new flow:\n    ${fields}`,
    `${later(time, 1)} Db ${head} New flow verdict for ${uuid}: \n    drop = NO\n    remediate = NO`,
  ];
}

function later(time: string, ms: number): string {
  const at = new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + ms);
  return at.toISOString().slice(0, 23).replace('T', ' ');
}

/** Every edge of a report: what, with what, how surely. */
export function allEdges({ flows, connections = [], filterFlows = [], dns = [], tasks = [] }: Report): string[] {
  const from = (what: string, joins: readonly ({ with: string; id: string; grade: string } | undefined)[]): string[] =>
    joins.flatMap((join) => (join === undefined ? [] : [`${what} > ${join.with} ${join.id} ${join.grade}`]));
  return [
    ...flows.flatMap(({ id, join, joins = [] }) => [`flow ${id} ${join?.grade}`, ...from(`flow ${id}`, joins)]),
    ...connections.flatMap(({ id, joins = [] }) => from(`connection ${id}`, joins)),
    ...filterFlows.flatMap(({ uuid, join }) => from(`filter ${uuid}`, [join])),
    ...dns.flatMap(({ id, join }) => from(`dns ${id}`, [join])),
    ...tasks.flatMap(({ id, join }) => from(`task ${id}`, [join])),
  ].sort();
}
