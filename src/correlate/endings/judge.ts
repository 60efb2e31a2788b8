import type { ClosedBy, FlowEnding } from '../../model/flow.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { first, inOrderOfTime, type Said } from './acts.ts';
import { byError, type Circumstances, whoKnew } from './circumstances.ts';
import { endingByClose } from './closes.ts';
import { codeOf } from './code.ts';
import { historyOf } from './history.ts';

/** A group's members are taken out within this time of its end. */
const GROUP_END_US = 2 * SECOND;
const SAME_US = 50_000;

/**
 * How a flow ended, by whom, and how that is known. The order of these questions is the order of trust: what the kernel
 * refused never lived; a provider that died closed nothing; only then it matters who closed first.
 * Source: kernel-lifecycles 4 (a) to (g).
 */
export function endingOf(lines: readonly Said[], around: Circumstances): FlowEnding {
  const said = inOrderOfTime(lines);
  const closedBy =
    refused(said) ?? orphaned(said, around) ?? declined(said) ?? endingByClose(said, around) ?? leftOpen(said, around);
  return { closedBy, code: codeOf(said, closedBy, around), history: historyOf(said, around.lossAt, closedBy) };
}

function refused(said: readonly Said[]): ClosedBy | undefined {
  const group = first(said, 'no-group');
  if (group !== undefined)
    return { who: 'kernel', reason: 'no-group', at: group.at, error: 22, knew: ['kernel'], grade: 'exact' };
  const denied = first(said, 'denied');
  if (denied === undefined || first(said, 'answer', 'accept') !== undefined) return undefined;
  return { who: 'kernel', reason: 'denied', at: denied.at, error: 1, knew: ['kernel'], grade: 'exact' };
}

/** The provider went away while the flow lived: the kernel cuts the app's socket off (ECONNABORTED). */
function orphaned(said: readonly Said[], around: Circumstances): ClosedBy | undefined {
  const kernelAt = first(said, 'orphaned')?.at ?? groupEndOf(said, around);
  const { providerEndedAt } = around;
  if (kernelAt === undefined && providerEndedAt === undefined) return undefined;
  // A flow that was handed on or back is not that provider's any more.
  if (first(said, 'native', 'moved') !== undefined && kernelAt === undefined) return undefined;
  const at = Math.min(kernelAt ?? Number.POSITIVE_INFINITY, providerEndedAt ?? Number.POSITIVE_INFINITY) as Micros;
  const closed = first(said, 'app-close', 'heard-app-close', 'provider-close', 'heard-provider-close', 'destroyed');
  const isOver = first(said, 'app-was-gone', 'answer-was-late', 'flow-was-gone', 'native') ?? closed;
  if (isOver !== undefined && isOver.at < at) return undefined;
  const rejection = said.findLast(({ act }) => act === 'reject' || act === 'answer');
  if (rejection?.act === 'reject' || (rejection?.value ?? 0) !== 0) return undefined;
  return {
    who: 'kernel',
    reason: 'provider-died',
    at,
    error: 53,
    knew: kernelAt === undefined ? ['provider'] : ['kernel'],
    grade: kernelAt === undefined ? 'inferred' : 'exact',
  };
}

function groupEndOf(said: readonly Said[], { groupEnds }: Circumstances): Micros | undefined {
  const removed = first(said, 'removed');
  if (removed?.value === undefined) return undefined;
  const end = groupEnds.findLast(
    ({ unit, at }) => unit === removed.value && removed.at - at >= -SAME_US && removed.at - at <= GROUP_END_US,
  );
  return end?.at;
}

/** Handed back by the provider: natively on its way, or refused with an error. */
function declined(said: readonly Said[]): ClosedBy | undefined {
  const native = first(said, 'native');
  const no = said.find(({ act, value }) => act === 'reject' || (act === 'answer' && value !== 0));
  const handed = native ?? first(said, 'no-more');
  if (handed !== undefined) {
    const at = no ?? handed;
    const knew = no === undefined ? (['kernel'] as const) : whoKnew([no, handed]);
    return { who: 'provider', reason: 'declined', at: at.at, ...errorOf(no), knew, grade: no ? 'exact' : 'inferred' };
  }
  if (no === undefined) return undefined;
  const isNext = said.some(({ act, at }) => act === 'moved' && at >= no.at);
  const isTaken = said.some(
    ({ act, value, at }) => at > no.at && (act === 'accept' || (act === 'answer' && value === 0)),
  );
  if (isNext || isTaken) return undefined;
  return (
    remoteOf(said, no) ?? {
      who: 'provider',
      reason: 'declined',
      at: no.at,
      ...errorOf(no),
      knew: whoKnew([no]),
      grade: 'exact',
    }
  );
}

/** A provider that took the flow and answers with a network error passes on what its own connection met. */
function remoteOf(said: readonly Said[], no: Said): ClosedBy | undefined {
  const isAccepted = first(said, 'accept') !== undefined;
  if (no.act !== 'answer' || !isAccepted || first(said, 'reject') !== undefined) return undefined;
  return byError(no.value ?? 0, no.at, whoKnew([no]));
}

function leftOpen(said: readonly Said[], around: Circumstances): ClosedBy {
  const nobody = { knew: [], grade: 'presumed' } as const;
  if (first(said, 'removed', 'detached', 'destroyed') !== undefined)
    return { who: 'unknown', reason: 'gone', ...nobody };
  if (around.isBootOver) return { who: 'open', reason: 'rebooted', knew: [], grade: 'inferred' };
  if (around.lossAt !== undefined) return { who: 'unknown', reason: 'records-lost', ...nobody };
  // A flow whose lines carry no id, or none of those that are printed at its end, may be over long since.
  const isFollowed = around.hasHash && (around.isProviderSeen || around.isKernelSeen);
  if (!isFollowed) return { who: 'unknown', reason: 'not-logged', ...nobody };
  return { who: 'open', reason: 'still-open', knew: [], grade: around.isKernelSeen ? 'exact' : 'inferred' };
}

function errorOf(said: Said | undefined): { readonly error?: number } {
  return said?.act === 'answer' && said.value !== undefined ? { error: said.value } : {};
}
