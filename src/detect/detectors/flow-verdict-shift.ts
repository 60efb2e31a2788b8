import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { atLeast, lasts, runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { FlowAnswers, type Moment, type Refusal } from './flow-answers.ts';
import { kindsOf } from './proxy-runs.ts';

/** From more than 30 % taken to none, for a minute and 50 flows, within two minutes of a sleep or wake. Source: detectors.md. */
const AT_LEAST = 50;
/** So many flows before the turn say what the share was. */
const BEFORE = 10;
const LONG_US = MINUTE;
const SHARE = 0.3;
const AFTER_US = 2 * MINUTE;
/** A change of the configuration this long before the turn, or after the last flow that was taken, explains it. */
const UPDATE_US = 30 * SECOND;
const CAP = 1_024;

const CONFIDENCE = defineConfidence({ start: 'medium', because: 'that the provider means to is not excluded' });

const messages = {
  shift:
    '{{provider}} took {{share}} % of the flows of {{app}} and then, {{after}} after {{what}}, none of {{count}} in {{duration}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const flowVerdictShift = defineDetector({
  meta: {
    id: 'flow-verdict-shift',
    title: 'A proxy hands back every flow after a sleep or wake',
    severity: 'warning',
    severityNote: 'always warning: that the provider means to is not excluded',
    why: 'The provider took flows of this app before the machine or its display slept, and hands every one back since. It mostly holds itself for disconnected: the app shows a healthy connection, and the traffic goes out without it or not at all.',
    how: [
      'for one app a provider takes more than 30 % of the flows, at least 10 of them',
      'then it rejects all of at least 50, for at least 60 s',
      'the turn stands within 120 s after a sleep or wake of the machine or its display',
    ],
    notIt: [
      'a turn behind an update of the configuration, a start of the proxy or new settings: somebody changed the rules',
      'an app of which the proxy never took flows',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'a change of the rules that is only in the provider’s own file is not seen',
      'where the system prints no "accepted" line, nothing tells the turn',
    ],
    needs: ['networkextension.provider/new-flow-accepted', 'networkextension.provider/new-flow-rejected'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Look at what decides in handleNewFlow after a wake: a state that is set in sleep() and never cleared in wake(), or an upstream that is taken for down because its socket died in sleep.',
      },
      { for: 'administrator', text: 'Stop and start the proxy once; where that helps, the vendor has the fault.' },
    ],
    references: ['https://github.com/cyberlesterr/antify-feedback/issues/32'],
  },
  messages,
  create(context) {
    const answers = new FlowAnswers(AT_LEAST, LONG_US);
    const isFull = ({ count, first, last }: Refusal): boolean => count >= AT_LEAST && last.at - first.at >= LONG_US;
    const turns: Moment[] = [];
    const updates: Moment[] = [];
    const note = (list: Moment[], event: LooseEvent, what: string): void => {
      if (list.length < CAP) list.push({ at: event.at, what, cite: context.cite(event) });
    };
    const update = (event: LooseEvent): void => note(updates, event, 'an update');
    return {
      on: {
        'networkextension.provider/new-flow-accepted': (event) =>
          answers.add(context.world.runOf(event), event, true, context.cite(event)),
        'networkextension.provider/new-flow-rejected': (event) =>
          answers.add(context.world.runOf(event), event, false, context.cite(event)),
        'system.pmset/display-changed': (event) =>
          note(turns, event, `the display was turned ${known(event.fields.state) === 'off' ? 'off' : 'on'}`),
        'networkextension.provider/settings-applied': update,
        'networkextension.provider/start-proxy': update,
        'networkextension.framework/configuration-loaded': update,
        'nesessionmanager.session/settings-requested': update,
        'nesessionmanager.session/start-command': update,
        'nesessionmanager.agent/updating': update,
      },
      step: {
        power: ({ entity, to, at, cite }) => {
          const what = to === 'asleep' ? 'the machine went to sleep' : 'the machine woke';
          if (entity.state !== 'unknown' && turns.length < CAP) turns.push({ at, what, cite });
        },
      },
      finish() {
        const byRun = new Map<string, Shift[]>();
        for (const refusal of answers.all()) {
          const looked = lookAt(context, refusal, turns, updates);
          weigh(context, refusal, looked);
          const { id } = refusal.run;
          const { turn, isFitting } = looked;
          if (turn !== undefined && isFitting && isFull(refusal))
            byRun.set(id, [...(byRun.get(id) ?? []), { refusal, turn }]);
        }
        for (const shifts of byRun.values()) reportShifts(context, shifts);
        return hasProvider(context.world) && hasAnswers(context)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines of a provider that say which flows it took and which it handed back'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function hasAnswers({ observed }: Context): boolean {
  return observed.count('networkextension.provider/new-flow-accepted') > 0;
}

interface Shift {
  readonly refusal: Refusal;
  readonly turn: Moment;
}

interface Looked {
  readonly isProxy: boolean;
  readonly hadFlows: boolean;
  readonly isMeant: boolean;
  /** The sleep or wake that it follows. */
  readonly turn: Moment | undefined;
  readonly isFitting: boolean;
}

function lookAt(
  context: Context,
  { run, before, taken, lastTaken, first }: Refusal,
  turns: readonly Moment[],
  updates: readonly Moment[],
): Looked {
  const kinds = kindsOf(context.world, run);
  const isProxy = !kinds.includes('dns-proxy') && !kinds.includes('app-proxy');
  const hadFlows = before >= BEFORE && taken > before * SHARE;
  const isMeant = updates.some(({ at }) => at <= first.at && (at >= lastTaken.at || first.at - at <= UPDATE_US));
  const turn = turns.findLast(({ at }) => at <= first.at && first.at - at <= AFTER_US);
  return { isProxy, hadFlows, isMeant, turn, isFitting: isProxy && hadFlows && !isMeant };
}

function weigh(context: Context, refusal: Refusal, { isProxy, hadFlows, isMeant, turn }: Looked): void {
  const { run, app, before, taken, first, last, count } = refusal;
  context.weigh(() =>
    runCase(context.world, run, [
      that(
        `more than 30 % of at least ${BEFORE} flows of ${app} were taken`,
        hadFlows,
        `${taken} of ${before}`,
        refusal.lastTaken,
      ),
      atLeast('flows of it that are handed back since', count, AT_LEAST, first),
      lasts('it lasts', last.at - first.at, LONG_US, last),
      that('it begins within 2 min after a sleep or wake', turn !== undefined, turn?.what, turn?.cite),
      that('no change of the configuration stands before it', !isMeant),
      that('the provider is no DNS or app proxy', isProxy),
    ]),
  );
}

/** One provider, one finding: the app with the most flows speaks for the others. */
function reportShifts(context: Context, shifts: readonly Shift[]): void {
  const [most, ...others] = shifts.toSorted((a, b) => b.refusal.count - a.refusal.count);
  if (most === undefined) return;
  const { run, app, before, taken, lastTaken, first, last, count } = most.refusal;
  const { turn } = most;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const apps = [app, ...others.slice(0, 2).map(({ refusal }) => refusal.app)];
  context.report({
    messageId: 'shift',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      share: Math.round((100 * taken) / before),
      app,
      after: inWords(first.at - turn.at),
      what: turn.what,
      count,
      duration: inWords(last.at - first.at),
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${taken} of ${before} flows of this app were taken before, none of ${count} after`,
      `the first that was handed back stands ${inWords(first.at - turn.at)} after ${turn.what}`,
      ...(others.length === 0 ? [] : [`the same with ${others.length} more apps`]),
      'no line tells of a change of the configuration in between',
    ],
    count: shifts.reduce((sum, { refusal }) => sum + refusal.count, 0),
    span: spanOf([first, last]),
    subjects: [providerSubject(run, session), ...apps.map((bundle) => ({ kind: 'app' as const, bundle }))],
    evidence: evidenceOf([lastTaken, turn.cite, ...most.refusal.cites, last], first),
  });
}
