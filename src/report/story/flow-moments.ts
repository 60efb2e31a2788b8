import type { Cite, Flow, World } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { byTime } from '../place.ts';
import { besideFlow } from '../trail/beside.ts';
import { type Moment, placeKey, WEIGHT } from './moment.ts';

/** Kinds of flows told one by one; what is left over is counted. */
const MOST_KINDS = 3;

export interface FlowMoments {
  readonly moments: readonly Moment[];
  /** Lines of flows that are only counted: whatever else cites them is told already. */
  readonly told: ReadonlySet<string>;
}

/**
 * Flows as a story: of each kind (same app, provider, end and order of events) one from its beginning to its end, the others
 * as one line.
 */
export function flowMoments(flows: readonly Flow[], world: World): FlowMoments {
  const kinds = new Map<string, { readonly flow: Flow; readonly moments: readonly Moment[] }[]>();
  for (const flow of flows) {
    const moments = momentsOf(flow, world);
    const own = moments.filter(({ inferred }) => inferred !== true).map(({ key }) => key);
    const kind = [flow.app, flow.providerPid, flow.ending?.code, ...own].join('\0');
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [{ flow, moments }]);
    else alike.push({ flow, moments });
  }
  const told = new Set<string>();
  const largest = [...kinds.values()].toSorted((a, b) => b.length - a.length).slice(0, MOST_KINDS);
  const moments = largest.flatMap(([first, ...others], place): Moment[] => {
    if (first === undefined) return [];
    for (const { flow } of others) for (const cite of flow.cites) told.add(placeKey(cite));
    // Of two kinds each is told from beginning to end.
    const own = first.moments.map((moment) => ({ ...moment, key: `flow ${place} ${moment.key}` }));
    return [...own, ...sameWith(others.map(({ flow }) => flow))];
  });
  return { moments, told };
}

function sameWith(flows: readonly Flow[]): Moment[] {
  const [first] = flows;
  if (first === undefined) return [];
  const until = flows.reduce((latest, flow) => Math.max(latest, flow.openedAt), 0);
  const more = flows.length === 1 ? 'one more flow' : `${flows.length} more flows`;
  return [
    {
      at: first.openedAt,
      ...(until > first.openedAt ? { until } : {}),
      who: 'kernel',
      says: `the same with ${more} of ${first.app ?? 'the same app'}`,
      cite: first.cites[0],
      key: 'same flows',
      weight: WEIGHT.sameFlows,
    },
  ];
}

function momentsOf(flow: Flow, world: World): Moment[] {
  const { app = 'an app', host, remote, protocol, provider, kernel, ending } = flow;
  const goes = host ?? remote;
  const closedAt = ending?.closedBy.at;
  const isLate = closedAt !== undefined && provider !== undefined && closedAt < provider.firstAt;
  const what = `${protocol === undefined ? 'flow' : `${protocol.toUpperCase()} flow`} of ${app}${goes === undefined ? '' : ` to ${goes}`}`;
  const words: readonly (readonly [number | undefined, boolean, string, string])[] = [
    [kernel?.firstAt, true, `diverts a ${what}`, 'diverts'],
    [
      provider?.firstAt,
      false,
      kernel === undefined ? `gets a ${what}` : isLate ? 'gets the flow: it is closed already' : 'gets the flow',
      isLate ? 'late' : 'gets',
    ],
    [closedAt, ending?.closedBy.who !== 'provider', endWords(flow), 'ends'],
  ];
  const own = words.flatMap(([at, isKernel, says, key]): Moment[] => {
    if (at === undefined || says === '') return [];
    const cite = citeAt(flow, at, isKernel);
    const who = isKernel ? 'kernel' : (cite?.process ?? 'provider');
    const pid = isKernel ? undefined : flow.providerPid;
    return [{ at, who, ...(pid === undefined ? {} : { pid }), says, cite, key, weight: WEIGHT.flow }];
  });
  const beside = besideFlow(flow, world)
    .filter(({ lane }) => lane === 'app' || lane === 'filter')
    .map(({ at, name, pid, says, grade, cite }): Moment => {
      const party = { who: name, ...(pid === undefined ? {} : { pid }) };
      return { at, ...party, says, cite, key: `beside ${says}`, weight: WEIGHT.flow - 1, inferred: grade !== 'exact' };
    });
  return [...own, ...beside].sort(byTime);
}

function endWords({ ending, openedAt }: Flow): string {
  if (ending === undefined || ending.closedBy.at === undefined) return '';
  const { who, reason, at, error } = ending.closedBy;
  const us = at - openedAt;
  const after = us < SECOND ? `${(us / 1000).toFixed(us < 10_000 ? 1 : 0)} ms` : `${(us / SECOND).toFixed(1)} s`;
  const why = error === undefined ? reason : `${reason}, errno ${error}`;
  const subject = who === 'kernel' ? 'closes it' : `it is ended by the ${who}`;
  return `${subject} ${after} after it began (${why})`;
}

function citeAt({ cites }: Flow, at: number, isKernel: boolean): Cite | undefined {
  return cites.find((cite) => cite.at === at && (cite.process === 'kernel') === isKernel);
}
