import { createHash } from 'node:crypto';
import type { Subject } from '../model/finding.ts';

/**
 * The same for the same fault in another capture: who is at fault for what, without times, pids and places. 32 hex digits. A flow
 * is named by a number that the next capture gives to another one: of flows only that they are some counts.
 */
export function fingerprintOf({
  detector,
  subjects,
}: {
  readonly detector: string;
  readonly subjects: readonly Subject[];
}): string {
  const parties = subjects.map(({ kind, bundle, name }) => [kind, bundle ?? '', kind === 'flow' ? '' : (name ?? '')]);
  return createHash('sha256')
    .update(JSON.stringify([detector, parties]))
    .digest('hex')
    .slice(0, 32);
}
