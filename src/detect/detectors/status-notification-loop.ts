import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { atLeast, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';

/** Source: detectors.md, status-notification-loop. */
const AT_LEAST = 30;
const OBJECTS = 10;
const WINDOW_US = 10 * SECOND;
const CAPS = { runs: 256, cites: 32, changes: 10_000 };

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'no line of nesessionmanager is in the log to compare with',
  raises: { seen: ['medium', 'nesessionmanager tells of no change in that time'] },
});

const messages = {
  loop: '{{app}} was told of {{count}} status changes within {{duration}}, for {{objects}} session objects; its session changed {{changes}}.',
} as const;

type Context = DetectorContext<typeof messages>;
type Notification = EventOf<'vendor.status-notification/received' | 'vendor.bad-manager/received'>;

interface Row {
  readonly run: ProcessRun;
  /** The last ten seconds. */
  recent: { readonly at: Micros; readonly object: string; readonly cite: Cite }[];
  /** The most in ten seconds. */
  peak: number;
  worst: { readonly count: number; readonly objects: number; readonly cites: readonly Cite[] } | undefined;
}

export const statusNotificationLoop = defineDetector({
  meta: {
    id: 'status-notification-loop',
    title: 'An app makes its own status notifications without end',
    severity: 'warning',
    severityNote: 'always warning: the session goes on, the app does not',
    why: 'For each notification the app loads its managers anew; the new session objects announce their status, and that is the next notification. The app’s screen jerks, and the log fills.',
    how: [
      'one app prints at least 30 status notifications within 10 s',
      'for at least 10 different session objects',
      'and nesessionmanager changes no session’s status in that time',
    ],
    notIt: [
      'several observers of one session: the same object again and again',
      'a session that really goes up and down',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['only apps that print the notification show it'],
    needs: ['vendor.status-notification/received', 'vendor.bad-manager/received'],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'Observe NEVPNStatusDidChange for the one connection you keep (pass it as the object), and do not call loadAllFromPreferences in the handler.',
      },
    ],
    references: ['https://github.com/OutlineFoundation/outline-apps/issues/2611'],
  },
  messages,
  create(context) {
    const rows = new Map<string, Row>();
    const changes: Micros[] = [];
    const received = (event: Notification): void => {
      const run = context.world.runOf(event);
      const object = known(event.fields.object);
      if (run === undefined || object === undefined || (rows.size >= CAPS.runs && !rows.has(run.id))) return;
      const row: Row = rows.get(run.id) ?? { run, recent: [], peak: 0, worst: undefined };
      rows.set(run.id, row);
      add(row, { at: event.at, object, cite: context.cite(event) });
    };
    return {
      on: {
        'vendor.status-notification/received': received,
        'vendor.bad-manager/received': received,
        'nesessionmanager.session/status-changed': (event) => {
          if (changes.length < CAPS.changes) changes.push(event.at);
        },
      },
      finish() {
        for (const row of rows.values()) judge(context, row, changes);
        return rows.size > 0
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines in which an app prints its status notifications'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function add(row: Row, each: Row['recent'][number]): void {
  row.recent.push(each);
  const first = row.recent[0]?.at ?? each.at;
  if (each.at - first > WINDOW_US) row.recent = row.recent.filter(({ at }) => each.at - at <= WINDOW_US);
  const count = row.recent.length;
  row.peak = Math.max(row.peak, count);
  if (count < AT_LEAST || count <= (row.worst?.count ?? 0)) return;
  const objects = new Set(row.recent.map(({ object }) => object)).size;
  if (objects < OBJECTS) return;
  const cites = row.recent.map(({ cite }) => cite);
  row.worst = { count, objects, cites: [...cites.slice(0, CAPS.cites), ...cites.slice(-1)] };
}

function judge(context: Context, { run, peak, worst }: Row, changes: readonly Micros[]): void {
  const [first] = worst?.cites ?? [];
  const last = worst?.cites.at(-1);
  const isReal = first !== undefined && last !== undefined && changes.some((at) => at >= first.at && at <= last.at);
  context.weigh(() =>
    plainCase(
      `the notifications of ${run.name}`,
      [{ kind: 'app', name: run.name }],
      [
        atLeast('within 10 s', peak, AT_LEAST, first),
        that(
          `for at least ${OBJECTS} session objects`,
          worst !== undefined,
          worst === undefined ? undefined : String(worst.objects),
        ),
        that('no session changes its status meanwhile', !isReal),
      ],
    ),
  );
  if (worst === undefined || first === undefined || last === undefined || isReal) return;
  const isSeen = changes.length > 0 || context.observed.capture.families.has('nesessionmanager.session');
  context.report({
    messageId: 'loop',
    data: {
      app: run.name,
      count: worst.count,
      duration: inWords(last.at - first.at),
      objects: worst.objects,
      changes: isSeen ? 'not once' : 'as far as the log tells, not at all',
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({ seen: isSeen }),
    reasons: [
      `${worst.count} notifications within 10 s, at least ${AT_LEAST} asked`,
      `${worst.objects} different session objects, at least ${OBJECTS} asked`,
      isSeen
        ? 'nesessionmanager tells of no change in that time'
        : 'no line of nesessionmanager is in the log to compare with',
    ],
    count: worst.count,
    span: spanOf([first, last]),
    subjects: [{ kind: 'app', name: run.name, ...(run.pid < 0 ? {} : { pid: run.pid }) }],
    evidence: evidenceOf(worst.cites, worst.cites[OBJECTS - 1] ?? first),
  });
}
