import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import type { Cite, Session } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import { plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import { sessionIdOf } from '../sessions/session-id.ts';

/** Source: detectors.md, start-stop-race. */
const AFTER_BOOT_US = MINUTE;
const AT_ONCE_US = SECOND;
const NEVER_UP_US = MINUTE;
const CAP = 256;

const CONFIDENCE = defineConfidence({ start: 'medium', because: 'who is too early is not in the log' });

const messages = {
  race: '{{session}} was torn down {{after}} after its start, was asked to start again while it stopped, and did not connect within a minute.',
} as const;

type Context = DetectorContext<typeof messages>;

/** A session that left the way up again at once. */
interface Turn {
  readonly uuid: string;
  readonly up: Cite;
  readonly down: Cite;
  /** A start that came while it stopped. */
  again: Cite | undefined;
  isOver: boolean;
  hasConnected: boolean;
}

export const startStopRace = defineDetector({
  meta: {
    id: 'start-stop-race',
    title: 'A session is torn down right after its start at boot and does not come back',
    severity: 'warning',
    severityNote: 'always warning: who is too early is not in the log',
    why: 'Right after the machine started, something takes the session down that something else has just started: the app registers its configuration anew while On Demand or another process starts it. The start that follows falls into the stop and is lost.',
    how: [
      'within 60 s after a boot a session goes into its stopping state less than 1 s after it went into starting or running',
      'a start command for it arrives while it stops',
      'it does not reach connected within 60 s',
    ],
    notIt: ['a reconnect after a change of the configuration: it reaches connected within seconds'],
    confidence: CONFIDENCE.method,
    blindSpots: ['a login is not seen, so a race after a login long after the boot is missed'],
    needs: ['log.meta/boot', 'nesessionmanager.session/entering-state', 'nesessionmanager.session/start-command'],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'Do not save or remove the configuration at launch where nothing changed; wait for the status disconnected before a start, and try again once where a start falls into a stop.',
      },
      {
        for: 'administrator',
        text: 'Start the VPN by hand once the machine is up; turn off one of login item and On Demand.',
      },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/6135'],
  },
  messages,
  create(context) {
    const boots: Cite[] = [];
    const turns: Turn[] = [];
    const ups = new Map<string, Cite>();
    const openOf = (uuid: string | undefined): Turn | undefined =>
      turns.findLast((turn) => turn.uuid === uuid && !turn.isOver);
    const again = (uuid: string | undefined, cite: () => Cite): void => {
      const turn = openOf(uuid);
      if (turn !== undefined) turn.again ??= cite();
    };
    return {
      on: {
        'log.meta/boot': (event) => {
          if (boots.length < CAP) boots.push(context.cite(event));
        },
        'nesessionmanager.session/entering-state': (event) => {
          const uuid = sessionIdOf(event);
          if (uuid === undefined) return;
          const state = known(event.fields.enteredState) ?? '';
          const open = openOf(uuid);
          if (open !== undefined) open.isOver = true;
          const up = ups.get(uuid);
          ups.delete(uuid);
          if (/(?:Starting|Running)$/.test(state) && ups.size < CAP) ups.set(uuid, context.cite(event));
          if (!/Stopping$/.test(state) || up === undefined || event.at - up.at >= AT_ONCE_US || turns.length >= CAP)
            return;
          const down = context.cite(event);
          turns.push({ uuid, up, down, again: undefined, isOver: false, hasConnected: false });
        },
        'nesessionmanager.session/start-command': (event) => again(sessionIdOf(event), () => context.cite(event)),
        'nesessionmanager.session/start-skipped': (event) => {
          if (known(event.fields.status) === 'disconnecting') again(sessionIdOf(event), () => context.cite(event));
        },
        'nesessionmanager.session/status-changed': (event) => {
          if (known(event.fields.status) !== 'connected') return;
          const uuid = sessionIdOf(event);
          for (const turn of turns) {
            if (turn.uuid === uuid && event.at - turn.down.at <= NEVER_UP_US) turn.hasConnected = true;
          }
        },
      },
      finish() {
        const end = endOfLog(context.observed);
        const told = new Set<string>();
        for (const turn of turns) {
          if (!told.has(turn.uuid) && judge(context, turn, boots, end)) told.add(turn.uuid);
        }
        return boots.length > 0 && context.observed.capture.families.has('nesessionmanager.session')
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['the boot of the machine, and lines of nesessionmanager after it'],
              remedy: recordCommand('boot'),
            };
      },
    };
  },
});

/** True where it was reported: what follows is the same fault. */
function judge(context: Context, turn: Turn, boots: readonly Cite[], end: Micros): boolean {
  const { uuid, up, down, again, hasConnected } = turn;
  const boot = boots.findLast(({ at }) => at <= up.at);
  const isEarly = boot !== undefined && down.at - boot.at <= AFTER_BOOT_US;
  // Whether it comes up after all may be beyond the end of the log.
  const isDown = hasConnected ? false : end - down.at >= NEVER_UP_US || 'unknown';
  context.weigh(() =>
    plainCase(
      `session ${context.world.session(uuid)?.name ?? uuid}`,
      [{ kind: 'session', session: uuid }],
      [
        that('it goes into stopping less than 1 s after it went up', true, inWords(down.at - up.at), down),
        that('within 60 s after a boot', isEarly, boot === undefined ? 'no boot' : inWords(down.at - boot.at), boot),
        that('a start command comes while it stops', again !== undefined, undefined, again),
        that('it does not connect within 60 s', isDown),
      ],
    ),
  );
  if (again === undefined || boot === undefined || !isEarly || isDown !== true) return false;
  const session: Session | undefined = context.world.session(uuid);
  const cites = [boot, up, down, again];
  context.report({
    messageId: 'race',
    data: { session: session?.name ?? uuid, after: inWords(down.at - up.at) },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `it went into stopping ${inWords(down.at - up.at)} after it went up, ${inWords(down.at - boot.at)} after the boot`,
      'a start command came while it stopped',
      'it did not reach connected within 60 s, and the log goes on for longer',
    ],
    count: 1,
    span: spanOf([up, again]),
    subjects: [{ kind: 'session', session: uuid, ...(session === undefined ? {} : { name: session.name }) }],
    evidence: evidenceOf(cites, down),
  });
  return true;
}
