import type { FlowState } from '../../model/entity.ts';
import type { EventName } from '../../model/typed-event.ts';

/** What one message says about a flow. */
export interface FlowSign extends Sign {
  /** The kernel said it, not the provider's library. */
  readonly isKernel: boolean;
}

interface Sign {
  /** Word in the flow's list of steps. */
  readonly word: string;
  /** State it leads to; undefined where it changes none. */
  readonly to?: FlowState;
  /** Field whose number stands behind the word. */
  readonly field?: string;
  /** Only printed at a flow's beginning: after an end it means another flow with the same hash. */
  readonly opens?: boolean;
  /** The half is gone after it. */
  readonly ends?: boolean;
}

/** Kernel flow_divert lines that move a flow. Source: kernel-lifecycles 3 and 4 (state machine and sequences). */
const KERNEL: readonly (readonly [EventName, Sign])[] = [
  ['kernel.flow-divert/created', { word: 'created', to: 'created', opens: true }],
  ['kernel.flow-divert/connecting', { word: 'connecting', to: 'connecting', opens: true }],
  ['kernel.flow-divert/implicit-connect', { word: 'implicit-connect', opens: true }],
  ['kernel.flow-divert/connect-deferred', { word: 'connect-deferred' }],
  ['kernel.flow-divert/connect-sent', { word: 'connect-sent' }],
  ['kernel.flow-divert/connect-result', { word: 'result', field: 'error' }],
  ['kernel.flow-divert/connect-result-delivered', { word: 'connect-delivered', to: 'connected' }],
  ['kernel.flow-divert/app-from-token', { word: 'app-from-token', opens: true }],
  ['kernel.flow-divert/app-matched', { word: 'app-matched', opens: true }],
  ['kernel.flow-divert/moving', { word: 'moved', to: 'connecting', field: 'to' }],
  ['kernel.flow-divert/no-more-units', { word: 'no-more-units', to: 'rejected' }],
  ['kernel.flow-divert/skipped-all', { word: 'skipped-all', to: 'native' }],
  ['kernel.flow-divert/no-provider', { word: 'no-provider', to: 'orphaned' }],
  ['kernel.flow-divert/close-sent', { word: 'close-sent', to: 'closed', field: 'how' }],
  ['kernel.flow-divert/close-received', { word: 'close-received', field: 'how' }],
  ['kernel.flow-divert/closing', { word: 'closing', to: 'closed' }],
  ['kernel.flow-divert/removed-from-group', { word: 'removed', field: 'unit' }],
  ['kernel.flow-divert/detaching', { word: 'detaching', to: 'closed' }],
  ['kernel.flow-divert/destroying', { word: 'destroyed', to: 'closed', ends: true }],
];

/** Lines of the provider's libnetworkextension. Source: userland-messages ne.flow.*. */
const PROVIDER: readonly (readonly [EventName, Sign])[] = [
  ['networkextension.flow/new-flow', { word: 'offered', to: 'offered', opens: true }],
  ['networkextension.flow/closing-reads', { word: 'close-reads', to: 'closed', field: 'error' }],
  ['networkextension.flow/closing-reads-by-app', { word: 'close-reads-by-app', to: 'closed' }],
  ['networkextension.flow/closing-writes', { word: 'close-writes' }],
  ['networkextension.flow/write-after-close', { word: 'write-after-close' }],
  ['networkextension.flow/destroying', { word: 'destroyed', to: 'closed', ends: true }],
];

export const FLOW_EVENTS: readonly EventName[] = [...KERNEL, ...PROVIDER].map(([name]) => name);

export const FLOW_SIGNS: ReadonlyMap<string, FlowSign> = new Map<string, FlowSign>([
  ...KERNEL.map(([name, sign]) => [name, { ...sign, isKernel: true }] as const),
  ...PROVIDER.map(([name, sign]) => [name, { ...sign, isKernel: false }] as const),
]);
