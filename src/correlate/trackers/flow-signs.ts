import type { FlowState, HistoryLetter } from '../../model/flow.ts';
import type { EventName, LooseEvent } from '../../model/typed-event.ts';
import type { Act } from '../endings/acts.ts';

/** What one message says about a flow: each has every field, so that the engine sees one shape of them. */
export type FlowSign = { readonly [K in keyof Sign]-?: Sign[K] | undefined } & {
  /** The kernel said it, not the provider's library. */
  readonly isKernel: boolean;
};

interface Sign {
  /** Word in the flow's list of steps; undefined where it would only fill the list. */
  readonly word?: string;
  /** What it means for the flow's end. */
  readonly act?: Act | ((event: LooseEvent) => Act);
  readonly letter?: HistoryLetter;
  /** State it leads to; undefined where it changes none. */
  readonly to?: FlowState;
  /** Field whose number stands behind the word. */
  readonly field?: string;
  /** Only printed at a flow's beginning: after an end it means another flow with the same hash. */
  readonly opens?: boolean;
  /** The half is gone after it. */
  readonly ends?: boolean;
}

const BOTH_WAYS = 2;
const halfOrClose =
  (half: Act, close: Act) =>
  (event: LooseEvent): Act =>
    event.fields.how === BOTH_WAYS ? close : half;

const LATE = { act: 'app-was-gone', letter: 'x' } as const;
const DENIED = { act: 'denied', letter: 'k', to: 'rejected' } as const;

/** Kernel flow_divert lines that move a flow. Source: kernel-lifecycles 3 and 4 (state machine and sequences). */
const KERNEL: readonly (readonly [EventName, Sign])[] = [
  ['kernel.flow-divert/created', { word: 'created', act: 'new', letter: 'n', to: 'created', opens: true }],
  ['kernel.flow-divert/connecting', { word: 'connecting', act: 'connect', letter: 'c', to: 'connecting', opens: true }],
  ['kernel.flow-divert/implicit-connect', { word: 'implicit-connect', opens: true }],
  ['kernel.flow-divert/connect-deferred', { word: 'connect-deferred' }],
  ['kernel.flow-divert/connect-sent', { word: 'connect-sent' }],
  ['kernel.flow-divert/connect-result', { word: 'result', act: 'answer', letter: 'C', field: 'error' }],
  [
    'kernel.flow-divert/connect-result-delivered',
    { word: 'connect-delivered', act: 'delivered', letter: 'C', to: 'connected' },
  ],
  ['kernel.flow-divert/app-from-token', { word: 'app-from-token', opens: true }],
  ['kernel.flow-divert/app-matched', { word: 'app-matched', opens: true }],
  ['kernel.flow-divert/app-not-matched', { word: 'app-not-matched', ...DENIED }],
  ['kernel.flow-divert/cellular-denied', { word: 'cellular-denied', ...DENIED }],
  ['kernel.flow-divert/expensive-denied', { word: 'expensive-denied', ...DENIED }],
  ['kernel.flow-divert/constrained-denied', { word: 'constrained-denied', ...DENIED }],
  ['kernel.flow-divert/group-defunct', { word: 'group-defunct', act: 'no-group', letter: 'k', to: 'rejected' }],
  ['kernel.flow-divert/moving', { word: 'moved', act: 'moved', letter: 'k', to: 'connecting', field: 'to' }],
  ['kernel.flow-divert/no-more-units', { word: 'no-more-units', act: 'no-more', to: 'rejected' }],
  ['kernel.flow-divert/same-unit', { word: 'same-unit', act: 'no-more', to: 'rejected' }],
  ['kernel.flow-divert/skipped-all', { word: 'skipped-all', act: 'native', letter: 'k', to: 'native' }],
  ['kernel.flow-divert/no-provider', { word: 'no-provider', act: 'orphaned', letter: 'k', to: 'orphaned' }],
  ['kernel.flow-divert/datagram-dropped', { word: 'datagram-dropped', act: 'error', letter: '!' }],
  ['kernel.flow-divert/write-refused', { word: 'write-refused', act: 'writes-refused', letter: 'X' }],
  ['kernel.flow-divert/app-wrote', { act: 'data-out', letter: 'd' }],
  ['kernel.flow-divert/data-received', { act: 'data-in', letter: 'D' }],
  ['kernel.flow-divert/cannot-send-more', { word: 'half-closed', act: 'app-half', letter: 's' }],
  ['kernel.flow-divert/close-sent', { word: 'close-sent', act: 'close-sent', to: 'closed', field: 'how' }],
  [
    'kernel.flow-divert/close-received',
    { word: 'close-received', act: halfOrClose('heard-provider-half', 'heard-provider-close'), field: 'how' },
  ],
  ['kernel.flow-divert/closing', { word: 'closing', act: 'app-close', letter: 'x', to: 'closed' }],
  ['kernel.flow-divert/result-late', { word: 'result-late', ...LATE, act: 'answer-was-late' }],
  ['kernel.flow-divert/close-late', { word: 'close-late', ...LATE }],
  ['kernel.flow-divert/data-late', { word: 'data-late', ...LATE }],
  ['kernel.flow-divert/removed-from-group', { word: 'removed', act: 'removed', field: 'unit' }],
  ['kernel.flow-divert/detaching', { word: 'detaching', act: 'detached', to: 'closed' }],
  ['kernel.flow-divert/destroying', { word: 'destroyed', act: 'destroyed', to: 'closed', ends: true }],
];

/** `Closing writes` is the plugin's own act, except where the words say that it was not. */
const closingWrites = (event: LooseEvent): Act =>
  /not closed by plugin/.test(event.message) ? 'heard-app-close' : 'provider-half';

/** Lines of the provider's libnetworkextension. Source: userland-messages ne.flow.*. */
const PROVIDER: readonly (readonly [EventName, Sign])[] = [
  ['networkextension.flow/new-flow', { word: 'offered', act: 'offer', letter: 'o', to: 'offered', opens: true }],
  ['networkextension.flow/closing-reads', { word: 'close-reads', act: 'provider-close', to: 'closed', field: 'error' }],
  [
    'networkextension.flow/closing-reads-by-app',
    { word: 'close-reads-by-app', act: 'heard-app-close', letter: 'x', to: 'closed' },
  ],
  ['networkextension.flow/closing-writes', { word: 'close-writes', act: closingWrites }],
  ['networkextension.flow/write-after-close', { word: 'write-after-close', act: 'error', letter: '!' }],
  ['networkextension.flow/destroying', { word: 'destroyed', act: 'destroyed', to: 'closed', ends: true }],
];

export const FLOW_EVENTS: readonly EventName[] = [...KERNEL, ...PROVIDER].map(([name]) => name);

export const FLOW_SIGNS: ReadonlyMap<string, FlowSign> = new Map<string, FlowSign>([
  ...KERNEL.map(([name, sign]) => [name, whole(sign, true)] as const),
  ...PROVIDER.map(([name, sign]) => [name, whole(sign, false)] as const),
]);

function whole({ word, act, letter, to, field, opens, ends }: Sign, isKernel: boolean): FlowSign {
  return { word, act, letter, to, field, opens, ends, isKernel };
}

/** Lines of hash 0 that tell of a socket which got no group; each is a flow of its own. Source: kernel-lifecycles 4 (g). */
export const REFUSALS: readonly EventName[] = [
  'kernel.flow-divert/no-valid-group',
  'kernel.flow-divert/group-missing',
  'kernel.flow-divert/group-unavailable',
  'kernel.flow-divert/group-unavailable-external',
  'kernel.flow-divert/group-unavailable-in-process',
  'kernel.flow-divert/group-unavailable-dropping',
];
