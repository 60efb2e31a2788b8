import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import { exactJoin } from '../join/score.ts';
import type { MutableTask } from '../mutable.ts';

/** Lines of one process may be written out of order by this much. */
const SHUFFLE_US = 0.05 * SECOND;
const CAP_EARLY = 256;

/** CFNetwork's tasks; `Connection 44` is `C44` of the same process run. Source: id-correlation 3.7 (exact-scoped). */
export const taskTracker: Tracker = {
  id: 'task',
  after: ['process', 'connection'],
  create(context) {
    /** Uses of connections of which no line came yet. */
    const early: LooseEvent[] = [];
    const uses = (event: LooseEvent): void => {
      if (use(context, event)) return;
      early.push(event);
      if (early.length > CAP_EARLY) early.shift();
    };
    const again = (now: number): void => {
      for (let first = early[0]; first !== undefined && now - first.at > SHUFFLE_US; first = early[0]) {
        use(context, first);
        early.shift();
      }
    };
    const finish =
      (outcome: 'success' | 'failure' | undefined) =>
      (event: LooseEvent): void => {
        const task = taskOf(context, event);
        if (task === undefined) return;
        const { code } = event.fields;
        task.outcome = outcome ?? (event.fields.outcome === 'failure' ? 'failure' : 'success');
        if (typeof code === 'number') task.error ??= code;
        context.store.tasks.close(task, event.at);
      };
    return {
      every(event) {
        if (early.length > 0) again(event.at);
      },
      on: {
        'network.task/resuming': (event) => void taskOf(context, event),
        'network.task/setting-up': uses,
        'network.task/using': uses,
        'network.task/finished': finish('success'),
        'network.task/failed': finish('failure'),
        'network.task/load-failed': finish('failure'),
        'network.task/summary': finish(undefined),
      },
      boot() {
        again(Number.POSITIVE_INFINITY);
        context.store.tasks.startBoot();
      },
      finish: () => again(Number.POSITIVE_INFINITY),
    };
  },
};

/** Joins task and connection; false where the connection is not known yet. */
function use(context: TrackerContext, event: LooseEvent): boolean {
  const task = taskOf(context, event);
  const number = event.fields.connection;
  if (task === undefined || typeof number !== 'number') return true;
  const connection = context.store.connections.get(event, number);
  const id = connection?.id ?? `${event.pid < 0 ? event.origin.process : event.pid}:C${number}`;
  task.join = exactJoin('connection', id, `Connection ${number} is C${number} of one process run`);
  if (connection === undefined || connection.joins.length >= 16) return connection !== undefined;
  if (!connection.joins.some((join) => join.with === 'task' && join.id === task.id))
    connection.joins.push(exactJoin('task', task.id, `Connection ${number} is C${number} of one process run`));
  return true;
}

function taskOf(context: TrackerContext, event: LooseEvent): MutableTask | undefined {
  const uuid = known(event.fields.task as string | Redacted);
  if (uuid === undefined) return undefined;
  const id = `${uuid}.${event.fields.number}`;
  const before = context.store.tasks.get(id);
  if (before !== undefined) return before;
  const task: MutableTask = {
    id: keep(id),
    pid: event.pid,
    process: event.origin.process,
    startedAt: event.at,
    stoppedAt: undefined,
    outcome: undefined,
    error: undefined,
    join: undefined,
  };
  context.store.tasks.open(task.id, task);
  return task;
}
