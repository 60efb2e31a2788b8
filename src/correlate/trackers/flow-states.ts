import type { FlowState } from '../../model/flow.ts';

/**
 * Which state of a flow may follow which. An export without the kernel's info lines leaves steps out, so what lies between
 * may be missing; an answer, a move or an offer after the end may not come. `native` and `orphaned` are not left: the
 * socket's own end says nothing new. Source: kernel-lifecycles 3 (state machine) and 4 (a) to (g).
 */
const STEPS: Readonly<Record<FlowState, readonly FlowState[]>> = {
  created: ['connecting', 'offered', 'accepted', 'rejected', 'closed', 'native', 'orphaned'],
  connecting: ['offered', 'accepted', 'rejected', 'connected', 'closed', 'native', 'orphaned'],
  offered: ['connecting', 'accepted', 'rejected', 'connected', 'closed', 'native', 'orphaned'],
  accepted: ['connecting', 'rejected', 'connected', 'closed', 'native', 'orphaned'],
  rejected: ['connecting', 'closed', 'native', 'orphaned'],
  connected: ['closed', 'orphaned'],
  // A write of the app after the provider closed and went away.
  closed: ['orphaned'],
  native: [],
  orphaned: [],
};

export function isExpectedFlowStep(from: FlowState, to: FlowState): boolean {
  return from === to || STEPS[from].includes(to);
}
