import { known } from '../../lib/redacted.ts';
import { mayBeSameApp } from '../../lib/signing-id.ts';
import type { Cite, PowerPhase, ProcessRun } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { TransitionOf } from '../../model/transition.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { atLeast, lasts, providerCase, that } from '../cases.ts';
import type { DetectorContext, DetectorHandlers, Messages, StepHandlers } from '../define-detector.ts';

/** Source: detectors.md missing-new-flow, after wake: silence of at least 60 s where flows came before sleep. */
const SILENCE_US = 60 * SECOND;
const BASELINE_US = 10 * MINUTE;
const AT_LEAST_PER_MINUTE = 1;
const AT_LEAST_FLOWS = 6;
const AT_LEAST_STARTS = 3;
const CAP = { times: 512, apps: 256, starts: 64, runs: 64 };

/** One wake after which a provider that had flows before got none, while its apps went on connecting. */
export interface SilentWake {
  readonly run: ProcessRun;
  readonly wake: Cite;
  readonly wakeState: PowerPhase['state'];
  readonly from: Micros;
  readonly to: Micros;
  readonly perMinuteBefore: number;
  readonly lastFlow: Cite;
  /** Connections its apps started in the silence. */
  readonly starts: readonly Cite[];
  readonly apps: readonly string[];
  /** Kernel `tcp connected` lines of those apps: they went out undiverted. */
  readonly undiverted: readonly Cite[];
  readonly endedBy: string;
  /** True where the provider printed something in the silence. */
  readonly isProviderTalking: boolean;
}

interface Watch {
  readonly wake: Cite;
  readonly wakeState: PowerPhase['state'];
  readonly perMinute: number;
  readonly starts: Cite[];
  readonly undiverted: Cite[];
  readonly apps: Set<string>;
}

interface Life {
  readonly run: ProcessRun;
  readonly times: Micros[];
  readonly apps: Set<string>;
  lastFlow: Cite | undefined;
  perMinute: number;
  watch: Watch | undefined;
  linesAtWake: number;
}

export interface SilentAfterWake {
  readonly on: DetectorHandlers;
  readonly step: StepHandlers;
  result(): readonly SilentWake[];
}

interface State {
  readonly context: DetectorContext;
  readonly lives: Map<ProcessRun, Life>;
  readonly silent: SilentWake[];
}

/** Watches, per provider run, what happens to its new flows after each wake. */
export function createSilentAfterWake<M extends Messages>(context: DetectorContext<M>): SilentAfterWake {
  // Only what is the same for every detector is used of the context: nothing is reported from here.
  const state: State = { context: context as unknown as DetectorContext, lives: new Map(), silent: [] };
  const flowSeen = (event: FlowEvent): void => seeFlow(state, event);
  return {
    on: {
      'networkextension.flow/new-flow': flowSeen,
      'networkextension.provider/new-flow-offered': flowSeen,
      'networkextension.provider/new-flow-accepted': flowSeen,
      'networkextension.provider/new-flow-rejected': flowSeen,
      'networkextension.provider/settings-applied': (event) => {
        // New rules after the wake explain a change in what is diverted.
        const life = lifeOf(state, event.pid);
        if (life !== undefined) dropWatch(state, life, event.at, 'network settings were applied after the wake');
      },
      'network.connection/connection-start': (event) => seeStart(state, event, event.origin.process, false),
      'kernel.tcp/connected': (event) => seeStart(state, event, known(event.fields.process) ?? '', true),
    },
    step: {
      power: (step) => {
        for (const life of state.lives.values()) followPower(state, life, step);
      },
      session: (step) => {
        if (step.to === 'connected') return;
        for (const life of state.lives.values()) {
          if (life.run.provider?.sessions.includes(step.entity.uuid))
            dropWatch(state, life, step.at, `its session became ${step.to}`);
        }
      },
      process: (step) => {
        const life = state.lives.get(step.entity);
        if (step.to === 'ended' && life !== undefined) closeWatch(state, life, step.at, 'the provider ended');
      },
    },
    result() {
      for (const life of state.lives.values()) closeWatch(state, life, context.observed.lastAt, 'the capture ends');
      return state.silent;
    },
  };
}

type FlowEvent = LooseEvent & { readonly fields: { readonly app?: string | Redacted } };

function lifeOf(state: State, pid: number): Life | undefined {
  const run = state.context.world.process(pid);
  return run === undefined ? undefined : state.lives.get(run);
}

function seeFlow(state: State, event: FlowEvent): void {
  const run = state.context.world.process(event.pid);
  if (run === undefined || (state.lives.size >= CAP.runs && !state.lives.has(run))) return;
  const life = state.lives.get(run) ?? newLife(run);
  state.lives.set(run, life);
  closeWatch(state, life, event.at, 'new flows came again');
  life.times.push(event.at);
  if (life.times.length > CAP.times) life.times.shift();
  life.lastFlow = state.context.cite(event);
  const app = known(event.fields.app);
  if (app !== undefined && life.apps.size < CAP.apps) life.apps.add(app);
}

function newLife(run: ProcessRun): Life {
  return { run, times: [], apps: new Set(), lastFlow: undefined, perMinute: 0, watch: undefined, linesAtWake: 0 };
}

/** A connection that an app starts: it counts for every provider that has served this app and is silent now. */
function seeStart(state: State, event: LooseEvent, processName: string, isUndiverted: boolean): void {
  for (const life of state.lives.values()) {
    const watch = life.watch;
    if (watch === undefined || processName === life.run.name) continue;
    if (![...life.apps].some((app) => mayBeSameApp(processName, app))) continue;
    const list = isUndiverted ? watch.undiverted : watch.starts;
    if (list.length < CAP.starts) list.push(state.context.cite(event));
    watch.apps.add(processName);
  }
}

function followPower(state: State, life: Life, step: TransitionOf<'power'>): void {
  if (step.to === 'asleep') {
    closeWatch(state, life, step.at, 'the machine slept again');
    life.perMinute = perMinuteBefore(life.times, step.at);
  } else if (life.watch === undefined && life.run.end === undefined && isBusy(life, step.at)) {
    life.linesAtWake = life.run.lines;
    life.watch = {
      wake: step.cite,
      wakeState: step.to,
      perMinute: life.perMinute,
      starts: [],
      undiverted: [],
      apps: new Set(),
    };
  }
}

function closeWatch(state: State, life: Life, at: Micros, endedBy: string): void {
  const watch = life.watch;
  life.watch = undefined;
  if (watch === undefined || life.lastFlow === undefined) return;
  state.context.weigh(() => weighed(state, life, watch, { at, endedBy, isWatched: true }));
  if (at - watch.wake.at < SILENCE_US || watch.starts.length + watch.undiverted.length < AT_LEAST_STARTS) return;
  state.silent.push({
    run: life.run,
    wake: watch.wake,
    wakeState: watch.wakeState,
    from: watch.wake.at,
    to: at,
    perMinuteBefore: watch.perMinute,
    lastFlow: life.lastFlow,
    starts: watch.starts,
    apps: [...watch.apps].sort(),
    undiverted: watch.undiverted,
    endedBy,
    isProviderTalking: life.run.lines > life.linesAtWake,
  });
}

/** What happens now explains a silence: it is no longer watched. */
function dropWatch(state: State, life: Life, at: Micros, endedBy: string): void {
  const { watch } = life;
  life.watch = undefined;
  if (watch !== undefined) state.context.weigh(() => weighed(state, life, watch, { at, endedBy, isWatched: false }));
}

/** The time after one wake, with what speaks for its silence. */
function weighed(
  { context }: State,
  { run }: Life,
  { wake, perMinute, starts, undiverted }: Watch,
  { at, endedBy, isWatched }: { readonly at: Micros; readonly endedBy: string; readonly isWatched: boolean },
): Candidate {
  const conditions = [
    that('new flows came before sleep', true, `${perMinute.toFixed(1)} a minute`),
    that('nothing in its session or settings explains a silence', isWatched, isWatched ? undefined : endedBy),
    lasts('no new flow for a while after the wake', at - wake.at, SILENCE_US, wake),
    atLeast('its apps start connections meanwhile', starts.length + undiverted.length, AT_LEAST_STARTS),
  ];
  return providerCase(context.world, run, { conditions, isFound: conditions.every(({ holds }) => holds === true) });
}

function perMinuteBefore(times: readonly Micros[], at: Micros): number {
  const recent = times.filter((each) => at - each <= BASELINE_US);
  const first = recent[0];
  if (first === undefined || recent.length < AT_LEAST_FLOWS) return 0;
  return recent.length / Math.max(1, (at - first) / MINUTE);
}

function isBusy(life: Life, at: Micros): boolean {
  return life.perMinute >= AT_LEAST_PER_MINUTE && life.times.length >= AT_LEAST_FLOWS && (life.times.at(-1) ?? at) < at;
}
