import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { atLeast, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { Attempt, SessionTrace } from '../sessions/attempt.ts';
import { isOfProduct, ownersOf } from '../sessions/owners.ts';
import { sessionSubject } from '../sessions/parties.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** Source: detectors.md, app-state-divergence. */
const WITHIN_US = MINUTE;
/** An app that polls is right a few seconds later. */
const SLOW_US = 10 * SECOND;
const AT_LEAST = 2;
/** NEVPNStatus. */
const DISCONNECTED = 1;
const CONNECTED = 3;
const CAP = 10_000;
/** `VPN status: disconnected`: of the session, not of some peer or socket. */
const SAYS_DOWN =
  /\b(?:(?:vpn|tunnel)(?: connection)?(?: is)?|status|state)\b\W{0,4}(?:is |changed to |= ?)?disconnected\b/i;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'what the app prints is taken for what it shows',
  lowers: { words: ['low', 'it is said in words of the app’s own, read through a vocabulary'] },
});

const messages = {
  diverges:
    '{{session}} connected, and {{app}} went on to report it as disconnected ({{count}} times in the minute after).',
} as const;

type Context = DetectorContext<typeof messages>;

interface Observed {
  readonly run: ProcessRun;
  readonly isConnected: boolean;
  readonly isDisconnected: boolean;
  /** Not the system's notification, but words of the app's own. */
  readonly isOwnWords: boolean;
  readonly cite: Cite;
}

export const appStateDivergence = defineDetector({
  meta: {
    id: 'app-state-divergence',
    title: 'An app shows another state than its session has',
    severity: 'warning',
    severityNote: 'always warning: the tunnel works, the app acts on the wrong one',
    why: 'The system started the session (On Demand, mostly) and the app never learnt of it, or looks at another manager. It shows "disconnected", and its button starts or stops the wrong thing.',
    how: [
      'nesessionmanager says that a session is connected, and it stays so for a minute',
      'the app it belongs to prints at least twice in that minute, later than 10 s, that it is disconnected, and never that it is connected',
    ],
    notIt: ['an app that polls and is right a few seconds later', 'an app with several sessions, one of which is down'],
    confidence: CONFIDENCE.method,
    blindSpots: ['only apps that print the status they observe show it'],
    needs: ['nesessionmanager.session/status-changed', 'vendor.app-status/status-observed', 'provider.words/closed'],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'Load all managers at launch and on NEVPNConfigurationChange, take the status from the connection of the enabled one, and observe NEVPNStatusDidChange before you read it.',
      },
    ],
    references: ['https://github.com/ProtonVPN/ios-mac-app/issues/33'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const observed: Observed[] = [];
    const observe = (event: LooseEvent, isConnected: boolean): void => {
      const run = context.world.runOf(event);
      if (run !== undefined && observed.length < CAP)
        observed.push({ run, isConnected, isDisconnected: !isConnected, isOwnWords: true, cite: context.cite(event) });
    };
    return {
      on: together(traces.on, {
        'provider.words/closed': (event) => {
          if (SAYS_DOWN.test(event.message)) observe(event, false);
        },
        'provider.words/established': (event) => {
          if (/connected$/i.test(event.fields.said)) observe(event, true);
        },
        'vendor.app-status/status-observed': (event) => {
          const run = context.world.runOf(event);
          if (run === undefined || observed.length >= CAP) return;
          const status = known(event.fields.status);
          const { code } = event.fields;
          observed.push({
            run,
            isConnected: status === 'connected' || code === CONNECTED,
            isDisconnected: status === 'disconnected' || status === 'invalid' || code === DISCONNECTED,
            isOwnWords: false,
            cite: context.cite(event),
          });
        },
      }),
      finish() {
        const all = traces.all();
        for (const trace of all) judge(context, trace, all, observed);
        return observed.length > 0 && context.observed.capture.families.has('nesessionmanager.session')
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines in which the app prints the status it observes, and lines of nesessionmanager'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function judge(
  context: Context,
  trace: SessionTrace,
  all: readonly SessionTrace[],
  observed: readonly Observed[],
): void {
  for (const attempt of trace.attempts) {
    const { connected, ended } = attempt;
    if (connected === undefined || (ended !== undefined && ended.at - connected.at < WITHIN_US)) continue;
    const own = observed.filter(
      ({ run, cite }) =>
        run.provider === undefined &&
        isIn(cite.at, connected.at) &&
        isAppOf(run, trace, attempt) &&
        isOnlyItsOwn(run, trace, all),
    );
    const down = own.filter(({ isDisconnected, cite }) => isDisconnected && cite.at - connected.at > SLOW_US);
    const [first] = down;
    const decisive = down[AT_LEAST - 1];
    const learns = own.find(({ isConnected }) => isConnected);
    if (own.length > 0)
      context.weigh(() =>
        plainCase(
          `session ${trace.name}`,
          [sessionSubject(trace)],
          [
            that('it is connected and stays so for a minute', true, undefined, connected),
            atLeast('lines of its app that say disconnected, 10 to 60 s later', down.length, AT_LEAST, first?.cite),
            that('no line of the app in that minute says connected', learns === undefined, undefined, learns?.cite),
          ],
        ),
      );
    if (first === undefined || decisive === undefined || learns !== undefined) continue;
    const cites = [connected, ...down.map(({ cite }) => cite)];
    context.report({
      messageId: 'diverges',
      data: { session: trace.name, app: first.run.name, count: down.length },
      severity: 'warning',
      confidence: CONFIDENCE.grade({ words: down.some(({ isOwnWords }) => isOwnWords) }),
      reasons: [
        `nesessionmanager: connected${attempt.isOnDemand ? ', started on demand' : ''}`,
        `${down.length} lines of ${first.run.name} say disconnected, later than 10 s and within a minute`,
        'none of its lines in that minute says connected',
      ],
      count: down.length,
      span: spanOf(cites),
      subjects: [
        { kind: 'app', name: first.run.name, ...(first.run.pid < 0 ? {} : { pid: first.run.pid }) },
        sessionSubject(trace),
      ],
      evidence: evidenceOf(cites, decisive.cite),
    });
    return;
  }
}

function isIn(at: Micros, connected: Micros): boolean {
  return at >= connected && at - connected <= WITHIN_US;
}

/** It commands the session, or bears the product's name. */
function isAppOf({ name, pid }: ProcessRun, trace: SessionTrace, { start }: Attempt): boolean {
  const owners = ownersOf(trace);
  if ([start?.client, ...owners].some((client) => client?.name === name)) return true;
  return isOfProduct({ name, pid: pid < 0 ? undefined : pid }, [trace.name, trace.bundle ?? '']);
}

/** No other session may be the one that the app tells of. */
function isOnlyItsOwn({ name, pid }: ProcessRun, own: SessionTrace, all: readonly SessionTrace[]): boolean {
  const client = { name, pid: pid < 0 ? undefined : pid };
  return all.every((trace) => trace === own || !isOfProduct(client, [trace.name, trace.bundle ?? '']));
}
