import type { Join } from '../../model/cite.ts';
import type { CloseReason, FlowEnding } from '../../model/flow.ts';
import type { Micros } from '../../model/units.ts';
import type { MutableEndings } from '../mutable.ts';
import { ORDER_US } from './closes.ts';

/** What the drop of the socket brings about, or hides: everything else ended the flow before the verdict did. */
const AFTER_DROP: ReadonlySet<CloseReason> = new Set([
  'app-closed',
  'app-gave-up',
  'app-aborted',
  'provider-closed',
  'provider-error',
  'kernel-closed',
  'kernel-error',
  'still-open',
  'order-unknown',
  'records-lost',
  'gone',
  'not-logged',
]);

/**
 * The ending of a flow whose socket a content filter dropped; undefined where the flow was over before, or where it is not
 * certain that it is the same socket. The app's calls fail from then on, whoever closes. Source: kernel-lifecycles 6.1,
 * id-correlation 3.5.
 */
export function droppedEnding(ending: FlowEnding, verdictAt: Micros, join: Join): FlowEnding | undefined {
  const { closedBy } = ending;
  if (join.isAmbiguous || join.grade === 'presumed' || !AFTER_DROP.has(closedBy.reason)) return undefined;
  if (closedBy.at !== undefined && closedBy.at < verdictAt - ORDER_US) return undefined;
  return {
    ...ending,
    code: 'DRP',
    closedBy: { who: 'filter', reason: 'filter-dropped', at: verdictAt, knew: ['filter'], grade: join.grade },
  };
}

/** The counts follow a flow whose ending is another one than it was judged to be. */
export function recount({ byCode, byCloser }: MutableEndings, before: FlowEnding, now: FlowEnding): void {
  byCode[before.code] = (byCode[before.code] ?? 1) - 1;
  byCode[now.code] = (byCode[now.code] ?? 0) + 1;
  byCloser[before.closedBy.who] = (byCloser[before.closedBy.who] ?? 1) - 1;
  byCloser[now.closedBy.who] = (byCloser[now.closedBy.who] ?? 0) + 1;
  if (byCode[before.code] === 0) delete byCode[before.code];
  if (byCloser[before.closedBy.who] === 0) delete byCloser[before.closedBy.who];
}
