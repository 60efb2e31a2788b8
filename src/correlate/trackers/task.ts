import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import { exactJoin } from '../join/score.ts';
import type { MutableTask } from '../mutable.ts';

/** CFNetwork's tasks; `Connection 44` is `C44` of the same process run. Source: id-correlation 3.7 (exact-scoped). */
export const taskTracker: Tracker = {
  id: 'task',
  after: ['process', 'connection'],
  create(context) {
    const uses = (event: LooseEvent): void => use(context, event);
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
      on: {
        'network.task/resuming': (event) => void taskOf(context, event),
        'network.task/setting-up': uses,
        'network.task/using': uses,
        'network.task/finished': finish('success'),
        'network.task/failed': finish('failure'),
        'network.task/load-failed': finish('failure'),
        'network.task/summary': finish(undefined),
      },
      boot: () => context.store.tasks.startBoot(),
    };
  },
};

function use(context: TrackerContext, event: LooseEvent): void {
  const task = taskOf(context, event);
  const number = event.fields.connection;
  if (task === undefined || typeof number !== 'number') return;
  const connection = context.store.connections.get(event, number);
  const id = connection?.id ?? `${event.pid < 0 ? event.origin.process : event.pid}:C${number}`;
  task.join = exactJoin('connection', id, `Connection ${number} is C${number} of one process run`);
  if (connection === undefined || connection.joins.length >= 16) return;
  if (!connection.joins.some((join) => join.with === 'task' && join.id === task.id))
    connection.joins.push(exactJoin('task', task.id, `Connection ${number} is C${number} of one process run`));
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
