import type { FlowReport, Report } from '../model/report.ts';
import type { WhyReport, WhyRequest } from '../model/why.ts';

/** Flows of the report with this hash or id; a hash is used again. */
export function flowsNamed({ flows }: Pick<Report, 'flows'>, asked: string): readonly FlowReport[] {
  return flows.filter(({ id, hash }) => id === asked || String(hash) === asked);
}

/** What is known of the flow or session asked for where the detector did not weigh it: sentences, of the report's facts only. */
export function neverWeighed(
  why: Pick<WhyReport, 'asked' | 'weighed' | 'matching'> & { readonly weighedFlows: number },
  report: Report,
): string[] {
  const { asked, weighed, matching, weighedFlows } = why;
  if (matching > 0 || (asked.flow === undefined && asked.session === undefined)) return [];
  return [
    `never weighed${nameOf(asked)}`,
    ...(weighed === 0 ? ['it looked at no case at all in this capture'] : []),
    ...(weighed > 0 && weighedFlows === 0 && asked.flow !== undefined
      ? [`its ${weighed} cases are none of single flows`]
      : []),
    ...(asked.flow === undefined ? [] : flowsNamed(report, asked.flow).flatMap((flow) => factsOf(flow))),
    ...(asked.session === undefined ? [] : sessionFacts(report, asked.session)),
  ];
}

function nameOf({ flow, session }: Omit<WhyRequest, 'detector'>): string {
  return `${flow === undefined ? '' : `: flow ${flow}`}${session === undefined ? '' : `: session ${session}`}`;
}

function factsOf(flow: FlowReport): string[] {
  const { id, app, state, kernel = [], provider = [], closedBy, closedAt, providerPid } = flow;
  return [
    `flow ${id}${app === undefined ? '' : ` of ${app}`} is ${state}${closedAt === undefined ? '' : ` since ${closedAt}`}`,
    kernel.length === 0
      ? 'the kernel printed nothing of it: whether it was diverted is not known'
      : `the kernel said: ${kernel.join(', ')}`,
    provider.length === 0
      ? 'no provider printed anything of it'
      : `the provider${providerPid === undefined ? '' : ` (pid ${providerPid})`} said: ${provider.join(', ')}`,
    ...(closedBy === undefined ? [] : [`closed by ${closedBy.who}: ${closedBy.reason}`]),
  ];
}

function sessionFacts({ sessions }: Report, asked: string): string[] {
  const wanted = asked.toLowerCase();
  const named = sessions.filter(({ uuid, name }) => [uuid, name].some((each) => each.toLowerCase() === wanted));
  return named.map(({ name, state, runs }) => `session ${name} was ${state} at the end, after ${runs.length} runs`);
}
