import type { ProcessRun, Session } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import { runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { SessionEvent } from '../sessions/book.ts';
import { createReplacements, type Replacements } from '../sessions/replacements.ts';
import { sessionIdOf } from '../sessions/session-id.ts';
import { bundlesOf, providerSubject } from '../subjects.ts';
import { byProvider, deathsCanBeSeen, isShortVoluntaryLife } from './provider-deaths.ts';
import { statusAt } from './proxy-runs.ts';

/** A command this long before explains the new process. Source: detectors.md, provider-restart. */
const COMMAND_US = 30 * SECOND;
/** Lines about the start of a session stand around the first line of its process. */
const AROUND_US = 2 * SECOND;
const UPDATE_US = 2 * MINUTE;
const CAP = 4_096;
/** Ends that are a finding of their own: provider-crash, provider-jetsam; and those that are no fault. */
const EXPLAINED = new Set(['crash', 'jetsam', 'died', 'stopped', 'reboot']);

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'a crash whose lines are missing looks the same',
  raises: { up: ['medium', 'its session was connected at the time'] },
});

const messages = {
  restarted:
    '{{provider}} runs in a new process (pid {{pid}}, before {{before}}) although nobody stopped or started its session{{state}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Command {
  readonly uuid: string | undefined;
  readonly at: Micros;
}

export const providerRestart = defineDetector({
  meta: {
    id: 'provider-restart',
    title: 'A provider’s process was replaced by a new one in the middle of a session',
    severity: 'info',
    severityNote: 'warning when its session was connected at the time',
    why: 'The provider’s old process is gone and a new one took its place without a stop or a start by anybody. Flows of the old process are lost, and what it held in memory too.',
    how: [
      'two processes of one provider follow each other',
      'no start or stop command of its session in the 30 s before the new one, and no update of its extension',
      'nothing says that the old one crashed or was killed for memory: those are findings of their own',
    ],
    notIt: ['the first start', 'a restart by command, by an update or with the machine', 'an exit loop'],
    confidence: CONFIDENCE.method,
    blindSpots: ['why the old process ended is not in the log; a crash whose lines are missing looks the same'],
    needs: ['system.plugin-kit/started', 'nesessionmanager.session/plugin-started', 'system.launchd/spawned'],
    levels: ['default'],
    next: [
      {
        for: 'reporter',
        text: 'Collect crash and memory reports of the time (/Library/Logs/DiagnosticReports), and give them together with the log.',
      },
      {
        for: 'provider-developer',
        text: 'Log the way out (stopTunnel, exit, signals) at default level, and keep what must survive on disk.',
      },
    ],
    references: ['https://github.com/eycorsican/ileaf/issues/26'],
  },
  messages,
  create(context) {
    const replacements = createReplacements(context);
    const commands: Command[] = [];
    const command = (event: SessionEvent): void => {
      if (commands.length < CAP) commands.push({ uuid: sessionIdOf(event), at: event.at });
    };
    return {
      on: together(replacements.on, {
        'nesessionmanager.session/start-command': command,
        'nesessionmanager.session/stop-command': command,
        'nesessionmanager.session/on-demand-start': command,
      }),
      finish() {
        for (const runs of byProvider(context.world.processes)) {
          judge(context, runs, commands, replacements);
        }
        return deathsCanBeSeen(context);
      },
    };
  },
});

interface Restart {
  readonly before: ProcessRun;
  readonly after: ProcessRun;
  readonly session: Session | undefined;
}

function judge(
  context: Context,
  runs: readonly ProcessRun[],
  commands: readonly Command[],
  replacements: Replacements,
): void {
  const isLoop = runs.filter(isShortVoluntaryLife).length >= 3;
  const restarts = runs.flatMap((after, i): Restart[] => {
    const before = runs[i - 1];
    if (before === undefined) return [];
    const uuids = [...(after.provider?.sessions ?? []), ...(before.provider?.sessions ?? [])];
    const session = uuids.flatMap((uuid) => context.world.session(uuid) ?? [])[0];
    const isAsked = commands.some(
      ({ uuid, at }) =>
        at >= after.firstAt - COMMAND_US &&
        at <= after.firstAt + AROUND_US &&
        (uuid === undefined || session === undefined || uuid === session.uuid),
    );
    const isUpdated = bundlesOf(after).some((each) => replacements.isNear(each, after.firstAt, UPDATE_US));
    const isFollowing = isReplaced(before, after);
    const wasUp = !wasDown(session, before, after);
    context.weigh(() =>
      runCase(context.world, after, [
        that(
          'it follows another process of it that is gone, by no crash, memory kill or stop',
          isFollowing,
          before.end?.kind,
          before.lastCite,
        ),
        that('no start or stop command stands in the 30 s before', !isAsked, undefined, after.firstCite),
        that('no update of its extension stands near', !isUpdated),
        that('its session did not go down in between', wasUp),
        that('it is no exit loop', !isLoop),
      ]),
    );
    return !isFollowing || isAsked || isUpdated || !wasUp || isLoop ? [] : [{ before, after, session }];
  });
  const [first] = restarts;
  if (first !== undefined) report(context, restarts, first);
}

function isReplaced(before: ProcessRun, after: ProcessRun): boolean {
  if (before.pid < 0 || after.pid < 0 || before.isByName || after.isByName || before.boot !== after.boot) return false;
  if (after.provider?.grade === 'presumed' || after.lines === 0) return false;
  return before.end !== undefined && !EXPLAINED.has(before.end.kind) && before.lastAt < after.firstAt;
}

/** The session was down before the new process came, or came up with it: an ordinary start. */
function wasDown(session: Session | undefined, before: ProcessRun, after: ProcessRun): boolean {
  if (session === undefined) return false;
  const status = statusAt(session, after.firstAt);
  if (status !== 'connected' && status !== 'reasserting' && status !== 'unknown') return true;
  return session.history.some(
    ({ at, to }) => at >= before.lastAt && at <= after.firstAt && (to === 'disconnected' || to === 'connecting'),
  );
}

function report(context: Context, restarts: readonly Restart[], { before, after, session }: Restart): void {
  const isUp = restarts.some(
    (each) => each.session !== undefined && statusAt(each.session, each.after.firstAt) === 'connected',
  );
  const cites = restarts.flatMap((each) => [
    each.before.lastCite,
    ...(each.before.end?.cites ?? []),
    each.after.firstCite,
  ]);
  context.report({
    messageId: 'restarted',
    data: {
      provider: session?.name ?? after.provider?.bundle ?? after.name,
      pid: after.pid,
      before: before.pid,
      state: isUp ? ', which was connected' : '',
    },
    severity: isUp ? 'warning' : 'info',
    confidence: CONFIDENCE.grade({ up: isUp }),
    reasons: [
      endText(before),
      `the new process begins ${inWords(after.firstAt - before.lastAt)} after the last line of the old one`,
      'no start or stop command stands in the 30 s before, and no update',
      isUp ? 'the session was connected at the time' : 'the session’s status at the time is not in the log',
    ],
    count: restarts.length,
    span: spanOf(cites),
    subjects: [providerSubject(after, session), providerSubject(before, session)],
    evidence: evidenceOf(cites, after.firstCite),
  });
}

function endText({ pid, end }: ProcessRun): string {
  if (end?.kind === 'exit') return `pid ${pid} ended itself${end.code === undefined ? '' : ` with code ${end.code}`}`;
  if (end?.kind === 'killed')
    return `pid ${pid} was ended by ${end.signal ?? 'a signal'}${end.sentBy === undefined ? '' : ` of ${end.sentBy}`}`;
  return `no line says how pid ${pid} ended`;
}
