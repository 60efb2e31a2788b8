import type { ProcessRun, Session, Span, World } from '../../model/entity.ts';
import type { TimelineBar } from '../../model/timeline.ts';
import { bundleOf, type LanePlan } from './lanes.ts';

interface BarInput {
  readonly world: World;
  readonly plan: LanePlan;
  readonly span: Span;
}

/** Power phases, states of sessions and lives of providers, in µs since the beginning of the span. */
export function barsOf({ world, plan, span }: BarInput): TimelineBar[] {
  const power = world.power.map(
    (phase): TimelineBar => ({
      lane: plan.place('power', 'power'),
      kind: 'power',
      name: phase.state,
      detail: [phase.reason ?? '', phase.sources.join(', ')].filter((part) => part !== '').join(' · '),
      from: phase.from - span.from,
      to: (phase.to ?? span.to) - span.from,
      inferred: false,
      isOpen: phase.to === undefined,
    }),
  );
  const sessions = [...world.sessions].flatMap((session) => sessionBars(session, plan, span));
  const lives = [...world.processes].filter((run) => run.provider !== undefined).map((run) => life(run, plan, span));
  return [...power, ...sessions, ...lives];
}

function sessionBars(session: Session, plan: LanePlan, span: Span): TimelineBar[] {
  const lane = plan.sessionLane(session);
  const { history } = session;
  const first = history[0];
  const bar = (name: string, from: number, to: number, detail: string, isOpen: boolean): TimelineBar => ({
    lane,
    kind: 'session',
    name,
    detail,
    from: from - span.from,
    to: to - span.from,
    inferred: false,
    isOpen,
  });
  // The state before the first change is known by that change only, the one after the last by nothing to the contrary.
  const before =
    first === undefined || first.from === 'unknown'
      ? []
      : [{ ...bar(first.from, span.from, first.at, 'until the first change', false), inferred: true }];
  return [
    ...before,
    ...history.map((change, i) => {
      const next = history[i + 1];
      const detail = change.expected
        ? `from ${change.from}`
        : `from ${change.from}, a step that is not in the table of states`;
      return bar(change.to, change.at, next?.at ?? span.to, detail, next === undefined);
    }),
  ];
}

function life(run: ProcessRun, plan: LanePlan, span: Span): TimelineBar {
  const { end } = run;
  const words =
    end === undefined
      ? 'no line says that it ended'
      : [end.kind, end.signal ?? '', end.sentBy ?? ''].filter((part) => part !== '').join(' ');
  return {
    lane: plan.providerLane(bundleOf(run)),
    kind: 'process',
    name: `${run.name}[${run.pid}]`,
    detail: words,
    from: run.firstAt - span.from,
    to: (end?.at ?? run.lastAt) - span.from,
    inferred: end?.kind === 'vanished' || end?.kind === 'died',
    isOpen: end === undefined,
  };
}
