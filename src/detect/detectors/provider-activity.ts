import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages, StepHandlers } from '../define-detector.ts';

/** Something a provider did about its upstream or its sleep, by its own words or by the framework's lines. */
export interface Activity {
  readonly word: 'connect' | 'sleep' | 'wake';
  readonly at: Micros;
  readonly cite: Cite;
  readonly endpoint: string | undefined;
  /** True where the framework said so, not the provider. */
  readonly isFramework: boolean;
}

export interface ActivityLog {
  readonly on: DetectorHandlers;
  readonly step: StepHandlers;
  runs(): readonly ProcessRun[];
  of(run: ProcessRun): readonly Activity[];
  saysSleep(): boolean;
}

const CONNECTS: ReadonlySet<string> = new Set(['connect', 'handshake', 'established']);
const CAP_RUNS = 256;
const CAP_ACTIVITY = 4_096;

type WordEvent =
  | EventOf<'provider.words/connect'>
  | EventOf<'provider.words/handshake'>
  | EventOf<'provider.words/established'>
  | EventOf<'provider.words/sleep'>
  | EventOf<'provider.words/wake'>;

/** Remembers, per process run, connects, sleeps and wakes. Whether the run is a provider is asked at the end. */
export function createActivityLog<M extends Messages>(context: DetectorContext<M>): ActivityLog {
  const byRun = new Map<ProcessRun, Activity[]>();
  let sleeps = 0;

  const add = (run: ProcessRun | undefined, activity: Activity): void => {
    if (run === undefined) return;
    const list = byRun.get(run) ?? [];
    if (byRun.size >= CAP_RUNS && !byRun.has(run)) return;
    if (list.length < CAP_ACTIVITY) list.push(activity);
    byRun.set(run, list);
  };
  const said = (event: WordEvent, word: Activity['word']): void => {
    const { endpoint } = event.fields;
    if (word === 'sleep') sleeps += 1;
    add(context.world.runOf(event), {
      word,
      at: event.at,
      cite: context.cite(event),
      endpoint,
      isFramework: false,
    });
  };

  return {
    on: {
      'provider.words/connect': (event) => said(event, 'connect'),
      'provider.words/handshake': (event) => said(event, 'connect'),
      'provider.words/established': (event) => said(event, 'connect'),
      'provider.words/sleep': (event) => said(event, 'sleep'),
      'provider.words/wake': (event) => {
        said(event, 'wake');
        // "woke up after 912 s, reconnecting to …" says both in one line.
        if (event.fields.also.some((word) => CONNECTS.has(word))) said(event, 'connect');
      },
    },
    step: {
      session: (step) => {
        if (step.to !== 'reasserting' && step.to !== 'connecting') return;
        for (const pid of step.entity.runs.at(-1)?.providerPids ?? []) {
          add(context.world.process(pid), {
            word: 'connect',
            at: step.at,
            cite: step.cite,
            endpoint: undefined,
            isFramework: true,
          });
        }
      },
    },
    runs: () => [...byRun.keys()],
    of: (run) => byRun.get(run) ?? [],
    saysSleep: () => sleeps > 0,
  };
}
