import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known, parts } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import { sessionCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inTimes, inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { all } from '../weighing.ts';

/** From the sleep event to the sleep it takes some seconds; a start in between is in the transition. */
const TRANSITION_US = 30 * SECOND;
const CAP = 1_024;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'that the provider’s network fails after the wake is suspected only',
});

const messages = {
  between:
    '{{session}} was started {{after}} after it was told of the sleep and {{before}} before the machine slept, {{times}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Start {
  readonly session: string;
  readonly slept: Cite;
  readonly start: Cite;
}

export const startDuringSleepTransition = defineDetector({
  meta: {
    id: 'start-during-sleep-transition',
    title: 'A session is started while the machine falls asleep',
    severity: 'warning',
    severityNote: 'always warning: what becomes of it after the wake is suspected, not established',
    why: 'The session was told of the sleep (or stopped for it), and a start command, mostly on demand, brings it up again in the same moment. The provider opens its sockets on a network that goes away; after the wake its calls fail.',
    how: [
      'the session receives the sleep event',
      'a start command or an on-demand start of the same session follows',
      'the machine sleeps within 30 s of the event',
    ],
    notIt: ['a start after the wake', 'a sleep that did not come about'],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'the sleep event is an info message',
      'whether the provider’s calls fail after the wake is in its own words only',
    ],
    needs: [
      'nesessionmanager.session/sleep-event',
      'nesessionmanager.session/start-command',
      'nesessionmanager.session/on-demand-start',
      'system.powerd/sleep',
    ],
    levels: ['default', 'info'],
    next: [
      {
        for: 'provider-developer',
        text: 'Take sleep() as the end of all sockets, also in a start that is under way, and open new ones in wake().',
      },
      {
        for: 'app-developer',
        text: 'Set disconnectOnSleep only where it is needed: with on-demand rules it leads to a start at once.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/770262'],
  },
  messages,
  create(context) {
    const sleeps = new Map<string, Cite>();
    const starts: Start[] = [];
    const found: (Start & { readonly asleep: Cite })[] = [];
    const start = (
      event: LooseEvent & { readonly fields: { readonly session: Parameters<typeof parts>[0] } },
    ): void => {
      const id = known(parts(event.fields.session as { id: string })?.id);
      const slept = id === undefined ? undefined : sleeps.get(id);
      if (id === undefined || slept === undefined || event.at - slept.at > TRANSITION_US || starts.length >= CAP)
        return;
      if (!starts.some((each) => each.session === id && each.slept === slept))
        starts.push({ session: keep(id), slept, start: context.cite(event) });
    };
    return {
      on: {
        'nesessionmanager.session/sleep-event': (event) => {
          const id = known(parts(event.fields.session)?.id);
          if (id !== undefined && (sleeps.size < CAP || sleeps.has(id))) sleeps.set(keep(id), context.cite(event));
        },
        'nesessionmanager.session/wake-event': (event) => {
          const id = known(parts(event.fields.session)?.id);
          if (id !== undefined) sleeps.delete(id);
        },
        'nesessionmanager.session/start-command': start,
        'nesessionmanager.session/on-demand-start': start,
      },
      step: {
        power: ({ to, at, cite }) => {
          if (to !== 'asleep') return;
          for (const each of starts.splice(0)) {
            context.weigh(() => weighed(context, each, cite));
            if (at - each.slept.at <= TRANSITION_US && found.length < CAP) found.push({ ...each, asleep: cite });
          }
        },
      },
      finish() {
        for (const each of starts) context.weigh(() => weighed(context, each, undefined));
        for (const session of new Set(found.map((each) => each.session)))
          report(
            context,
            session,
            found.filter((each) => each.session === session),
          );
        const { observed } = context;
        const hasSlept = context.world.power.some(({ state }) => state === 'asleep');
        const canTell = observed.capture.families.has('nesessionmanager.session');
        const missing = [
          ...(observed.count('nesessionmanager.session/sleep-event') > 0 || (!hasSlept && canTell)
            ? []
            : ['info messages of nesessionmanager: the sleep event']),
          ...(context.world.power.length > 0 || observed.capture.families.has('system.powerd')
            ? []
            : ['lines of powerd or the kernel about sleep']),
        ];
        return missing.length === 0
          ? { status: 'clear' }
          : { status: 'not-observable', missing, remedy: recordCommand() };
      },
    };
  },
});

function weighed({ world }: Context, { session: uuid, slept, start }: Start, asleep: Cite | undefined) {
  const after = asleep === undefined ? undefined : asleep.at - slept.at;
  const conditions = [
    that('the session was told of the sleep', true, undefined, slept),
    that(`a start follows within ${inWords(TRANSITION_US)}`, true, inWords(start.at - slept.at), start),
    that(
      `the machine sleeps within ${inWords(TRANSITION_US)} of the event`,
      after !== undefined && after <= TRANSITION_US,
      after === undefined ? 'it does not' : inWords(after),
      asleep,
    ),
  ];
  return sessionCase(
    { uuid, name: world.session(uuid)?.name ?? uuid },
    { conditions, isFound: all(conditions) === true },
  );
}

function report(context: Context, uuid: string, found: readonly (Start & { readonly asleep: Cite })[]): void {
  const [first] = found;
  if (first === undefined) return;
  const session = context.world.session(uuid);
  const cites = found.flatMap(({ slept, start, asleep }) => [slept, start, asleep]);
  context.report({
    messageId: 'between',
    data: {
      session: session?.name ?? uuid,
      after: inWords(first.start.at - first.slept.at),
      before: inWords(first.asleep.at - first.start.at),
      times: inTimes(found.length),
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${found.length} starts stand between the sleep event and the sleep`,
      'that the provider’s network fails after the wake is suspected only',
    ],
    count: found.length,
    span: spanOf(cites),
    subjects: [{ kind: 'session', session: uuid, ...(session === undefined ? {} : { name: session.name }) }],
    evidence: evidenceOf(cites, first.start),
  });
}
