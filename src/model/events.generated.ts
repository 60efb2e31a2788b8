// Generated from grammars/ by test/generated.test.ts: `npx vitest run test/generated.test.ts -u`.
import type { BodyByKind } from './bodies.ts';
import type { Redacted } from './redacted.ts';

export type AgentActivity = 'active' | 'inactive';

export type AgentNecessity = 'compulsory' | 'voluntary';

export type AssertionAction = 'Created' | 'Released' | 'TimedOut' | 'Summary' | 'ClientDied' | 'TurnedOn' | 'TurnedOff';

export type Binding = 'bound';

export interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export type CfilFunction = string;

export type CfnetworkOutcome = 'success' | 'failure';

export type ChangeRequest = string;

export type ConfigdControl = 'start' | 'stop';

export type DisplayState = 'on' | 'off';

export type DnsServiceCall = string;

export type ExtensionKind = 'data' | 'control';

export type ExtensionState = 'activated_enabled' | 'activated_disabled' | 'activated_enabling' | 'activated_waiting_for_user' | 'activated_waiting_to_upgrade' | 'activated_waiting_to_upgrade_on_reboot' | 'validating' | 'validating_by_category' | 'terminating_for_upgrade_via_delegate' | 'terminating_for_uninstall' | 'terminating_for_uninstall_via_delegate' | 'terminating_for_uninstall_but_still_running' | 'terminating_for_disable' | 'terminating_for_disable_but_still_running' | 'terminated_waiting_to_uninstall_on_reboot' | 'uninstalling' | 'uninstalled';

export type FatalMark = 'fatal' | 'FATAL';

export type FilterDirection = 'in' | 'out';

export type FilterEvent = 'attached' | 'data' | 'closed';

export type FilterIdentity = 'effective' | 'real' | 'process';

export type FilterIpVersion = 'V4' | 'V6';

export type FilterState = 'DETACHING' | 'ACTIVE' | 'FLOW CONTROLLED';

export interface FilteredFlow {
  readonly pid: number | undefined;
  readonly process: string | Redacted | undefined;
  readonly transport: string | Redacted;
  readonly protocol: number | undefined;
  readonly direction: string | Redacted | undefined;
  readonly socketAddr: string | Redacted;
  readonly filterSockId: number | bigint | undefined;
  readonly contextId: number | bigint | undefined;
  readonly age: number | undefined;
  readonly localPort: number;
  readonly remotePort: number;
  readonly localAddress: string | Redacted;
  readonly remoteAddress: string | Redacted;
  readonly kernelFlow: number | undefined;
  readonly inpcbFlags: number | undefined;
  readonly socketFlags: number | undefined;
  readonly stateAddr: string | Redacted | undefined;
  readonly entryAddr: string | Redacted | undefined;
  readonly filterSockIdHex: string | Redacted | undefined;
}

export type FilteredFlowFlag = 'DROP' | 'CLOSE_WAIT' | 'SOCK_CLOSED' | 'RETRY_INJECT_IN' | 'RETRY_INJECT_OUT' | 'SHUT_WR' | 'SHUT_RD';

export type FilteredFlowState = 'DETACHED' | 'ATTACHED';

export type FlowProtocol = 'TCP' | 'UDP';

export type FlowType = 'stream' | 'datagram';

export type Hibernation = 'Safe';

export type IpsecFunction = string;

export type IpsecRing = 'NETIF' | 'TX_FSW' | 'KPIPE_TX' | 'KPIPE_RX';

export type KernelAddress = string;

export type LimitFatality = 'fatal' | 'non-fatal';

export type LimitHardness = 'Hard' | 'Soft';

export type LimitKind = 'Active' | 'Inactive';

export type LinkStatus = 'ACTIVE' | 'INACTIVE';

export type ListedExtensionState = 'activated enabled' | 'activated disabled' | 'activated enabling' | 'activated waiting for user' | 'activated waiting to upgrade' | 'activated waiting to upgrade on reboot' | 'validating' | 'validating by category' | 'terminating for upgrade via delegate' | 'terminating for uninstall' | 'terminating for uninstall via delegate' | 'terminating for uninstall but still running' | 'terminating for disable' | 'terminating for disable but still running' | 'terminated waiting to uninstall on reboot' | 'uninstalling' | 'uninstalled';

export interface NeSession {
  readonly class: string | Redacted;
  readonly kind: string | Redacted | undefined;
  readonly name: string | Redacted;
  readonly id: string | Redacted;
  readonly via: string | Redacted | undefined;
}

export type NecpAgentDemand = 'required' | 'prohibited' | 'preferred' | 'avoided';

export type NecpClientFunction = string;

export type NecpFunction = string;

export type NecpLayer = 'socket' | 'ip' | 'IP';

export type NecpPacket = 'IP' | 'IP6';

export type NecpParentTrait = 'ip protocol' | 'address family' | 'local address' | 'remote address' | 'local port' | 'remote port';

export type NecpResolverRecord = 'resolver answer' | 'browse result' | 'service resolver answer';

export type NecpResolverTrait = 'hostname' | 'address type' | 'port' | 'address';

export type NecpSocketAttribute = 'domain context' | 'domain' | 'domain owner' | 'tracker domain' | 'account';

export type NecpStatisticsProtocol = 'tcp' | 'udp' | 'quic' | 'TCP' | 'UDP' | 'QUIC';

export type NecpSysctlFunction = string;

export type NetagentFunction = string;

export type NetworkPart = 'NWI' | 'DNS' | 'Proxies';

export type NwAgentRemoval = string;

export interface NwInstance {
  readonly connection: number;
  readonly child: string | Redacted | undefined;
  readonly protocolIndex: number | undefined;
}

export type NwListenerFunction = string;

export type NwProxyFunction = string;

export interface Plugin {
  readonly class: string | Redacted | undefined;
  readonly bundle: string | Redacted;
  readonly point: string | Redacted | undefined;
  readonly detail: string | Redacted;
}

export type PolicyChange = 'added' | 'removed';

export type PowerSource = 'AC' | 'Batt' | 'BATT';

export type PowerState = 'OFF_STATE' | 'RESTART_STATE' | 'SLEEP_STATE' | 'AOT_STATE' | 'ON_STATE';

export type PreventedSleep = 'idle' | 'system';

export type PreventersKind = 'Idle' | 'System';

export type RetiredRequest = 'GET' | 'ASSERT' | 'UNASSERT';

export type SessionStatus = 'invalid' | 'disconnected' | 'connecting' | 'connected' | 'reasserting' | 'disconnecting';

export type SleepResponse = 'timed out' | 'is slow' | 'received' | 'is to cancel state change' | 'exceeded SleepService cap';

export type Suppressed = 'suppressed' | 'supressed';

export type TlsFunction = string;

export interface WholeAndFraction {
  readonly whole: number;
  readonly fraction: number;
}

/** Fields of every event that the catalog knows, by `family/message`. */
export interface EventMap {
  'kernel.content-filter/active-filters': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
    readonly activeFilters: number;
    readonly unit: number;
  };
  'kernel.content-filter/already-attached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/announcing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterUnit: number;
    readonly unit: number;
  };
  'kernel.content-filter/audit-token-missing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly identity: FilterIdentity | Redacted | undefined;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
  };
  'kernel.content-filter/close-announcing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly unit: number;
  };
  'kernel.content-filter/close-wait-over': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly timedOut: number;
  };
  'kernel.content-filter/close-waiting': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/closing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/connect-no-memory': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/control-data': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/control-registration-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/crypto-key-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number;
  };
  'kernel.content-filter/data-copy-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/data-counted': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly outgoing: number;
    readonly dataLength: number;
  };
  'kernel.content-filter/data-malformed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/data-not-delivered': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/data-passed-unseen': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted | undefined;
    readonly direction: string | Redacted | undefined;
  };
  'kernel.content-filter/data-queue-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/data-queued': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly direction: string | Redacted;
    readonly dataAddr: string | Redacted;
    readonly dataLength: number;
    readonly dataFlags: number;
    readonly nextDataAddr: string | Redacted;
    readonly pendingLast: number | bigint;
    readonly pendingBytes: number;
    readonly passOffset: number | bigint;
  };
  'kernel.content-filter/data-shown': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly outgoing: number;
    readonly dataAddr: string | Redacted;
    readonly copyOffset: number;
    readonly copyLength: number;
    readonly ipHeader: string | Redacted | undefined;
  };
  'kernel.content-filter/datagram-socket-detached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/debug-flow': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly outgoing: number;
    readonly debugPort: number;
    readonly socketAddr: string | Redacted | undefined;
  };
  'kernel.content-filter/detached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly unit: number;
  };
  'kernel.content-filter/direction-update': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly outgoing: number;
  };
  'kernel.content-filter/disconnect-already-sent': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/disconnect-held-back': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/drop-verdict': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/drop-verdict-offsets': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly inPeekOffset: number | bigint;
    readonly inPassOffset: number | bigint;
    readonly outPeekOffset: number | bigint;
    readonly outPassOffset: number | bigint;
  };
  'kernel.content-filter/dump-filter': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number;
    readonly flows: number;
    readonly filterFlags: number;
  };
  'kernel.content-filter/dump-filter-end': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly count: number;
  };
  'kernel.content-filter/dump-filter-flow': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly state: FilteredFlowState | Redacted;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/dump-filter-state': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly state: FilterState | Redacted;
  };
  'kernel.content-filter/dump-flow': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/dump-flow-flag': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly flag: FilteredFlowFlag | Redacted;
  };
  'kernel.content-filter/dump-flows': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly count: number;
  };
  'kernel.content-filter/dump-flows-end': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly count: number;
  };
  'kernel.content-filter/event-not-delivered': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/filter-unit-already-set': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterUnit: number;
  };
  'kernel.content-filter/flow-already-dropped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/flow-note': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly note: string | Redacted;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/flow-table-freed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly tableAddr: string | Redacted;
    readonly flows: number;
  };
  'kernel.content-filter/idle-flows-expired': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly count: number;
  };
  'kernel.content-filter/inject-queue-data': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly dataAddr: string | Redacted;
    readonly dataLength: number;
    readonly bufferBytes: number;
    readonly connection: string | Redacted | undefined;
  };
  'kernel.content-filter/inject-queue-done': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly count: number;
  };
  'kernel.content-filter/inject-queue-length': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly outgoing: number;
    readonly queueLength: number | bigint;
  };
  'kernel.content-filter/ip-header-stripped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly headerLength: number;
    readonly dataLength: number;
  };
  'kernel.content-filter/operation-unknown': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly operation: number;
  };
  'kernel.content-filter/option-malformed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly length: number | bigint | undefined;
  };
  'kernel.content-filter/pass-after-drop': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly direction: string | Redacted;
  };
  'kernel.content-filter/pending-queue-data': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly dataAddr: string | Redacted;
    readonly dataLength: number;
    readonly passLength: number | bigint;
    readonly currentLength: number | bigint;
  };
  'kernel.content-filter/pending-range': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly outgoing: number;
    readonly pendingFirst: number | bigint;
    readonly pendingLast: number | bigint;
  };
  'kernel.content-filter/pending-total': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly pendingBytes: number | bigint;
    readonly checkThread: number;
  };
  'kernel.content-filter/preexisting-dropped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly direction: string | Redacted;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
    readonly socketAddr: string | Redacted | undefined;
  };
  'kernel.content-filter/preserve-connections': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly preserve: string | Redacted;
  };
  'kernel.content-filter/preserve-connections-requested': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly preserve: number;
    readonly unit: number;
  };
  'kernel.content-filter/queue-overflow-counts': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly maxBuffers: number;
    readonly maxBytes: number;
    readonly droppedOut: number;
    readonly droppedIn: number;
  };
  'kernel.content-filter/queue-step': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly unit: number;
    readonly outgoing: number;
  };
  'kernel.content-filter/queue-step-result': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/reinject-error': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/reinject-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/request-malformed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly length: number | undefined;
    readonly version: number | undefined;
    readonly messageType: number | undefined;
    readonly operation: number | undefined;
  };
  'kernel.content-filter/show-queue-passing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly dataAddr: string | KernelAddress | Redacted;
    readonly firstOffset: number | bigint;
    readonly peeked: number | bigint;
    readonly passOffset: number | bigint;
    readonly peekOffset: number | bigint;
    readonly dataLength: number;
    readonly copyLength: number;
  };
  'kernel.content-filter/show-queue-peeking': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly dataAddr: string | KernelAddress | Redacted;
    readonly currentOffset: number | bigint;
    readonly peeked: number | bigint;
    readonly passOffset: number | bigint;
    readonly peekOffset: number | bigint;
    readonly dataLength: number;
    readonly copyLength: number;
    readonly copyOffset: number;
  };
  'kernel.content-filter/show-queue-state': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly passOffset: number | bigint;
    readonly peeked: number | bigint;
    readonly peekOffset: number | bigint;
    readonly firstOffset: number | bigint | undefined;
  };
  'kernel.content-filter/shutdown': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly how: number;
  };
  'kernel.content-filter/signing-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly event: FilterEvent | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
  };
  'kernel.content-filter/socket-gone': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterSockIdHex: string | Redacted;
    readonly socket: number;
    readonly kernelFlow: number;
  };
  'kernel.content-filter/socket-info-unavailable': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/socket-info-unknown-flow': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterSockId: number | bigint;
  };
  'kernel.content-filter/socket-pass-offset': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly passOffset: number | bigint;
  };
  'kernel.content-filter/socket-use-count': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly transport: string | Redacted | undefined;
    readonly socketAddr: string | Redacted | undefined;
    readonly useCount: number;
  };
  'kernel.content-filter/state-gone': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/statistics-bytes': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly direction: FilterDirection | Redacted;
    readonly bytes: number | bigint;
    readonly reportedBytes: number | bigint;
  };
  'kernel.content-filter/statistics-elapsed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly lastSeconds: number | bigint;
    readonly lastMicroseconds: number | bigint;
    readonly nowSeconds: number | bigint;
    readonly nowMicroseconds: number | bigint;
    readonly elapsedSeconds: number | bigint;
    readonly elapsedMicroseconds: number | bigint;
    readonly elapsedUs: number | bigint;
    readonly periodUs: number | bigint;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
  };
  'kernel.content-filter/statistics-flow-without-filter': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/statistics-message': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number;
    readonly messageBytes: number | bigint;
    readonly headerBytes: number | bigint;
    readonly recordBytes: number | bigint;
    readonly count: number | bigint;
  };
  'kernel.content-filter/statistics-no-buffer': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/statistics-no-flow': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/statistics-not-delivered': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly error: number;
  };
  'kernel.content-filter/statistics-reporting': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly count: number;
  };
  'kernel.content-filter/statistics-running': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/statistics-sent': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number;
  };
  'kernel.content-filter/statistics-sleep': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/statistics-started': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly periodMs: number;
  };
  'kernel.content-filter/statistics-stopped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
  };
  'kernel.content-filter/tcp-attached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterUnit: number;
    readonly filterSockId: number | bigint | undefined;
    readonly filterSockIdHex: string | Redacted;
  };
  'kernel.content-filter/tcp-unit-without-filter': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterUnit: number;
  };
  'kernel.content-filter/traced-announced': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
    readonly filterSockId: number | bigint | undefined;
  };
  'kernel.content-filter/traced-attached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-blessed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
    readonly transport: string | Redacted | undefined;
    readonly socketAddr: string | Redacted | undefined;
    readonly filterSockId: number | bigint | undefined;
  };
  'kernel.content-filter/traced-close-announced': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
    readonly filterSockId: number | bigint | undefined;
    readonly operations: number | undefined;
    readonly startSeconds: number | bigint | undefined;
    readonly startMicroseconds: number | bigint | undefined;
  };
  'kernel.content-filter/traced-close-wait-done': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-close-wait-expired': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-close-wait-skipped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-close-wait-started': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-collected': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-collection-due': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-data-shown': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-datagram': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-datagram-detached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-datagram-dropped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-delayed-close-done': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-disconnect-announced': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-drop-detached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-entry-added': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
  };
  'kernel.content-filter/traced-entry-found': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
    readonly ipVersion: FilterIpVersion | Redacted | undefined;
  };
  'kernel.content-filter/traced-entry-not-found': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
  };
  'kernel.content-filter/traced-entry-updated': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
  };
  'kernel.content-filter/traced-filter-disconnected': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-freed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-idle-expired': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-message-received': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-queue-overflow': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-shutdown': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-socket-closed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-statistics-collected': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-table-cleanup': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-verdict': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-verdict-overdue': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/traced-waking': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterFlow: FilteredFlow | Redacted;
  };
  'kernel.content-filter/udp-announce-failed': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly error: number;
  };
  'kernel.content-filter/udp-attached': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterUnit: number;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
  };
  'kernel.content-filter/udp-entry-matched': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly kernelFlow: number;
  };
  'kernel.content-filter/udp-entry-not-matched': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly kernelFlow: number;
  };
  'kernel.content-filter/udp-flow-identified': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted | undefined;
    readonly socket: number;
    readonly kernelFlow: number;
    readonly stateAddr: string | Redacted | undefined;
    readonly filterSockId: number | bigint | undefined;
    readonly filterSockIdHex: string | Redacted;
    readonly socketFlow: number | undefined;
  };
  'kernel.content-filter/udp-flow-missing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted | undefined;
  };
  'kernel.content-filter/udp-no-active-filter': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/udp-no-filter-policy': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/udp-state-no-memory': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted | undefined;
  };
  'kernel.content-filter/udp-table-count': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly flows: number;
  };
  'kernel.content-filter/udp-table-missing': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
  };
  'kernel.content-filter/udp-unit-without-filter': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted | undefined;
    readonly filterUnit: number;
  };
  'kernel.content-filter/udp-user-space-only': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
  };
  'kernel.content-filter/unit-change-dropped': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly direction: string | Redacted;
    readonly transport: FlowProtocol | Redacted;
    readonly fromFilterUnit: number;
    readonly toFilterUnit: number;
    readonly filterFlow: FilteredFlow | Redacted | undefined;
    readonly socketAddr: string | Redacted | undefined;
  };
  'kernel.content-filter/unit-change-preserved': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly direction: string | Redacted;
    readonly socketAddr: string | Redacted;
    readonly fromFilterUnit: number;
    readonly toFilterUnit: number;
  };
  'kernel.content-filter/unit-change-without-policy': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly direction: string | Redacted;
    readonly socketAddr: string | Redacted;
    readonly toFilterUnit: number;
    readonly fromFilterUnit: number;
  };
  'kernel.content-filter/unit-in-use': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number;
  };
  'kernel.content-filter/unit-invalid': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number;
  };
  'kernel.content-filter/unit-unknown': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly unit: number | undefined;
    readonly maxFilters: number | undefined;
  };
  'kernel.content-filter/urgent-data': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/verdict-applied': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly passOffset: number | bigint;
    readonly peekOffset: number | bigint;
  };
  'kernel.content-filter/verdict-offsets': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly filterSockId: number | bigint;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly inPeekOffset: number | bigint;
    readonly inPassOffset: number | bigint;
    readonly outPeekOffset: number | bigint;
    readonly outPassOffset: number | bigint;
  };
  'kernel.content-filter/verdict-socket-search': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterSockId: number | bigint;
    readonly socket: number;
    readonly kernelFlow: number;
  };
  'kernel.content-filter/verdict-too-early': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
    readonly unit: number;
  };
  'kernel.content-filter/verdict-too-late': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly filterSockIdHex: string | Redacted | undefined;
    readonly socketAddr: string | Redacted | undefined;
    readonly filterSockId: number | bigint | undefined;
  };
  'kernel.content-filter/verdict-without-effect': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly passOffset: number | bigint;
    readonly currentPassOffset: number | bigint;
  };
  'kernel.content-filter/verdict-without-filter': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.content-filter/waking': {
    readonly function: CfilFunction | Redacted;
    readonly codeLine: number;
    readonly socketAddr: string | Redacted;
  };
  'kernel.flow-divert/allocation-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/app-audit-token-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/app-cdhash-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/app-cdhash-missing': {
    readonly flow: number;
    readonly error: number | undefined;
  };
  'kernel.flow-divert/app-from-token': {
    readonly flow: number;
    readonly app: string | Redacted;
  };
  'kernel.flow-divert/app-identity-missing': {
    readonly flow: number;
  };
  'kernel.flow-divert/app-map': {
    readonly flow: number;
    readonly nodes: number | bigint;
    readonly maps: number | bigint;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/app-map-allocation-failed': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/app-map-count-invalid': {
    readonly flow: number;
    readonly count: number;
    readonly error: number;
  };
  'kernel.flow-divert/app-map-empty': {
    readonly flow: number;
  };
  'kernel.flow-divert/app-map-entry-invalid': {
    readonly flow: number;
    readonly offset: number;
    readonly error: number;
  };
  'kernel.flow-divert/app-map-full': {
    readonly flow: number;
  };
  'kernel.flow-divert/app-map-limits': {
    readonly flow: number;
    readonly bytes: number | bigint;
    readonly nodes: number | bigint;
    readonly maps: number | bigint;
  };
  'kernel.flow-divert/app-map-overflow': {
    readonly flow: number;
  };
  'kernel.flow-divert/app-map-too-big': {
    readonly flow: number;
    readonly bytes: number | bigint;
    readonly maximum: number | bigint;
  };
  'kernel.flow-divert/app-matched': {
    readonly flow: number;
    readonly app: string | Redacted;
  };
  'kernel.flow-divert/app-not-matched': {
    readonly flow: number;
    readonly app: string | Redacted;
  };
  'kernel.flow-divert/app-process-ambiguous': {
    readonly flow: number;
    readonly executable: string | Redacted;
  };
  'kernel.flow-divert/app-process-found': {
    readonly flow: number;
    readonly pid: number;
    readonly app: string | Redacted;
  };
  'kernel.flow-divert/app-process-gone': {
    readonly flow: number;
    readonly pid: number;
  };
  'kernel.flow-divert/app-process-not-found': {
    readonly flow: number;
    readonly executable: string | Redacted;
  };
  'kernel.flow-divert/app-process-search': {
    readonly flow: number;
    readonly executable: string | Redacted;
  };
  'kernel.flow-divert/app-read': {
    readonly flow: number;
    readonly space: number | undefined;
    readonly bytes: number | bigint | undefined;
  };
  'kernel.flow-divert/app-signature-invalid': {
    readonly flow: number;
  };
  'kernel.flow-divert/app-signing-id-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/app-source-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/app-wrote': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/buffered-sent': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/cannot-send-more': {
    readonly flow: number;
  };
  'kernel.flow-divert/cellular-denied': {
    readonly flow: number;
  };
  'kernel.flow-divert/close-error-append-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/close-error-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/close-how-append-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/close-how-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/close-late': {
    readonly flow: number;
  };
  'kernel.flow-divert/close-packet-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/close-received': {
    readonly flow: number;
    readonly how: number;
  };
  'kernel.flow-divert/close-sent': {
    readonly flow: number;
    readonly how: number;
  };
  'kernel.flow-divert/closing': {
    readonly flow: number;
  };
  'kernel.flow-divert/connect-copy-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/connect-deferred': {
    readonly flow: number;
  };
  'kernel.flow-divert/connect-result': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/connect-result-delivered': {
    readonly flow: number;
  };
  'kernel.flow-divert/connect-sent': {
    readonly flow: number;
  };
  'kernel.flow-divert/connecting': {
    readonly flow: number;
  };
  'kernel.flow-divert/constrained-denied': {
    readonly flow: number;
  };
  'kernel.flow-divert/created': {
    readonly flow: number;
  };
  'kernel.flow-divert/data-after-app-close': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/data-append-failed': {
    readonly flow: number;
    readonly bytes: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.flow-divert/data-copy-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/data-fragment-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/data-late': {
    readonly flow: number;
  };
  'kernel.flow-divert/data-packet-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/data-received': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/data-send-failed': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/data-size-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/data-split-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/data-target-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/datagram-buffer-failed': {
    readonly flow: number;
    readonly bufferSize: number | bigint;
    readonly window: number | bigint;
    readonly error: number | undefined;
  };
  'kernel.flow-divert/datagram-copying': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/datagram-dropped': {
    readonly flow: number;
    readonly error: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/datagram-empty': {
    readonly flow: number;
  };
  'kernel.flow-divert/datagram-waiting': {
    readonly flow: number;
    readonly error: number | undefined;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/destroying': {
    readonly flow: number;
    readonly appTx: number | bigint;
    readonly tunnelTx: number | bigint;
    readonly tunnelRx: number | bigint;
    readonly appRx: number | bigint | undefined;
  };
  'kernel.flow-divert/detaching': {
    readonly flow: number;
    readonly refCount: number;
  };
  'kernel.flow-divert/expensive-denied': {
    readonly flow: number;
  };
  'kernel.flow-divert/filter-attach-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/flow-states-add-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/flow-states-start-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/group-blocked': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/group-defunct': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/group-destroying': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/group-disconnecting': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/group-key-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/group-key-size-invalid': {
    readonly flow: number;
    readonly keySize: number;
  };
  'kernel.flow-divert/group-key-size-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/group-missing': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/group-order': {
    readonly flow: number;
    readonly unit: number;
    readonly order: number;
  };
  'kernel.flow-divert/group-pid-mismatch': {
    readonly flow: number;
    readonly unit: number;
    readonly groupPid: number;
    readonly socketPid: number;
  };
  'kernel.flow-divert/group-queue-not-empty': {
    readonly flow: number;
  };
  'kernel.flow-divert/group-retrying': {
    readonly flow: number;
  };
  'kernel.flow-divert/group-setup-skipped': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/group-unavailable': {
    readonly flow: number;
  };
  'kernel.flow-divert/group-unavailable-dropping': {
    readonly flow: number;
  };
  'kernel.flow-divert/group-unavailable-external': {
    readonly flow: number;
  };
  'kernel.flow-divert/group-unavailable-in-process': {
    readonly flow: number;
  };
  'kernel.flow-divert/group-unit-invalid': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/group-unit-mismatch': {
    readonly flow: number;
    readonly unit: number;
    readonly assignedUnit: number;
  };
  'kernel.flow-divert/hash-collision': {
    readonly flow: number;
    readonly unit: number;
    readonly hash: number;
  };
  'kernel.flow-divert/hash-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/host-name-failed': {
    readonly flow: number;
    readonly host: string | Redacted;
    readonly error: number;
  };
  'kernel.flow-divert/implicit-connect': {
    readonly flow: number;
  };
  'kernel.flow-divert/insert-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/lock-setup-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/move-failed': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/move-no-groups': {
    readonly flow: number;
  };
  'kernel.flow-divert/moving': {
    readonly flow: number;
    readonly from: number;
    readonly to: number;
  };
  'kernel.flow-divert/native-connect-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/native-copy-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/native-datagram-empty': {
    readonly flow: number;
  };
  'kernel.flow-divert/native-header-missing': {
    readonly flow: number;
  };
  'kernel.flow-divert/native-remote-missing': {
    readonly flow: number;
  };
  'kernel.flow-divert/native-tcp-send-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/native-udp-send-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/no-local-address': {
    readonly flow: number;
  };
  'kernel.flow-divert/no-local-ipv4': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/no-local-ipv6': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/no-more-units': {
    readonly flow: number;
  };
  'kernel.flow-divert/no-provider': {
    readonly flow: number;
  };
  'kernel.flow-divert/no-valid-group': {
    readonly flow: number;
  };
  'kernel.flow-divert/packet-field-too-long': {
    readonly flow: number;
    readonly tlvType: number;
    readonly length: number;
    readonly remaining: number | bigint;
  };
  'kernel.flow-divert/packet-header-allocation-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/packet-header-unreadable': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/packet-header-write-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/packet-length-append-failed': {
    readonly flow: number;
    readonly length: number;
  };
  'kernel.flow-divert/packet-too-long': {
    readonly flow: number;
    readonly length: number | bigint;
    readonly maximum: number | bigint;
  };
  'kernel.flow-divert/packet-too-short': {
    readonly flow: number;
    readonly length: number | bigint;
    readonly headerLength: number | bigint;
  };
  'kernel.flow-divert/packet-type-append-failed': {
    readonly flow: number;
    readonly tlvType: number;
  };
  'kernel.flow-divert/packet-type-unknown': {
    readonly flow: number;
    readonly packetType: number;
  };
  'kernel.flow-divert/packet-value-append-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/properties-class-append-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/properties-data-allocation-failed': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/properties-data-copy-failed': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/properties-late': {
    readonly flow: number;
  };
  'kernel.flow-divert/properties-packet-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/properties-update': {
    readonly flow: number;
  };
  'kernel.flow-divert/properties-without-data': {
    readonly flow: number;
  };
  'kernel.flow-divert/properties-without-interface': {
    readonly flow: number;
  };
  'kernel.flow-divert/properties-without-local': {
    readonly flow: number;
  };
  'kernel.flow-divert/properties-without-remote': {
    readonly flow: number;
  };
  'kernel.flow-divert/receive-buffer-full': {
    readonly flow: number;
  };
  'kernel.flow-divert/register-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/remote-copy-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/remote-invalid': {
    readonly flow: number;
  };
  'kernel.flow-divert/removed-from-group': {
    readonly flow: number;
    readonly unit: number;
    readonly refCount: number;
  };
  'kernel.flow-divert/result-acknowledge-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/result-data': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/result-data-allocation-failed': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/result-data-copy-failed': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/result-error-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/result-late': {
    readonly flow: number;
  };
  'kernel.flow-divert/result-unexpected': {
    readonly flow: number;
  };
  'kernel.flow-divert/result-unit-invalid': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/result-window-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/result-without-data': {
    readonly flow: number;
  };
  'kernel.flow-divert/result-without-interface': {
    readonly flow: number;
  };
  'kernel.flow-divert/result-without-local': {
    readonly flow: number;
  };
  'kernel.flow-divert/result-without-remote': {
    readonly flow: number;
  };
  'kernel.flow-divert/result-without-unit': {
    readonly flow: number;
  };
  'kernel.flow-divert/same-unit': {
    readonly flow: number;
  };
  'kernel.flow-divert/scope-address-failed': {
    readonly flow: number;
    readonly interfaceIndex: number;
    readonly error: number;
  };
  'kernel.flow-divert/scope-failed': {
    readonly flow: number;
    readonly interfaceIndex: number;
    readonly error: number;
  };
  'kernel.flow-divert/send-buffer-missing': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/skipped-all': {
    readonly flow: number;
  };
  'kernel.flow-divert/socket-type-unsupported': {
    readonly flow: number;
    readonly socketType: number;
  };
  'kernel.flow-divert/stream-buffer-failed': {
    readonly flow: number;
    readonly bufferSize: number | bigint;
    readonly window: number | bigint;
  };
  'kernel.flow-divert/target-copy-failed': {
    readonly flow: number;
  };
  'kernel.flow-divert/target-family-unsupported': {
    readonly flow: number;
    readonly family: number;
  };
  'kernel.flow-divert/target-from-filter': {
    readonly flow: number;
    readonly pointer: number;
  };
  'kernel.flow-divert/target-invalid': {
    readonly flow: number;
    readonly family: number;
    readonly length: number;
  };
  'kernel.flow-divert/target-missing': {
    readonly flow: number;
  };
  'kernel.flow-divert/target-not-valid': {
    readonly flow: number;
  };
  'kernel.flow-divert/token-aggregate-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/token-flow-attached': {
    readonly flow: number;
    readonly target: number;
  };
  'kernel.flow-divert/token-flow-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/token-flow-transferred': {
    readonly flow: number;
  };
  'kernel.flow-divert/token-group-missing': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/token-hmac-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/token-hmac-mismatch': {
    readonly flow: number;
  };
  'kernel.flow-divert/token-key-unit-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/token-unavailable': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/token-unit-invalid': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/token-unit-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/token-unsigned': {
    readonly flow: number;
  };
  'kernel.flow-divert/unit-missing': {
    readonly flow: number;
    readonly unit: number;
  };
  'kernel.flow-divert/unknown-flow': {
    readonly flow: number;
    readonly packet: string | Redacted;
    readonly unit: number;
    readonly unknown: number;
  };
  'kernel.flow-divert/window-announced': {
    readonly flow: number;
  };
  'kernel.flow-divert/window-count-append-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/window-count-missing': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/window-late': {
    readonly flow: number;
  };
  'kernel.flow-divert/window-opened': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'kernel.flow-divert/window-packet-failed': {
    readonly flow: number;
    readonly error: number;
  };
  'kernel.flow-divert/write-refused': {
    readonly flow: number;
  };
  'kernel.interface/delegating': {
    readonly interface: string | Redacted;
    readonly delegate: string | Redacted;
    readonly type: number | undefined;
    readonly family: number | undefined;
    readonly subFamily: number | undefined;
  };
  'kernel.interface/delegating-loop': {
    readonly interface: string | Redacted;
    readonly delegate: string | Redacted;
  };
  'kernel.interface/no-longer-delegating': {
    readonly interface: string | Redacted;
    readonly delegate: string | Redacted;
  };
  'kernel.ipsec-channel/channel-setup-failed': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly error: number;
  };
  'kernel.ipsec-channel/channel-unknown': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly channel: string | Redacted;
  };
  'kernel.ipsec-channel/channels-failed': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
  };
  'kernel.ipsec-channel/creation-options': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly usesChannel: number;
    readonly channels: number;
    readonly slotSize: number;
    readonly ringSize: number;
    readonly txRingSize: number;
    readonly rxRingSize: number;
  };
  'kernel.ipsec-channel/queue-full': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly ring: string | Redacted;
    readonly ringIndex: number;
  };
  'kernel.ipsec-channel/queue-missing': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly ring: string | Redacted;
    readonly ringIndex: number;
    readonly place: number;
  };
  'kernel.ipsec-channel/refill-failed': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly ring: string | Redacted;
    readonly error: number;
  };
  'kernel.ipsec-channel/registration-failed': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
  };
  'kernel.ipsec-channel/wmm-enabled': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
  };
  'kernel.ipsec-option/delegate-set': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly delegate: string | Redacted;
  };
  'kernel.ipsec-option/dscp-mapping-set': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly mapping: number;
  };
  'kernel.ipsec-option/ring-size-set': {
    readonly function: string | Redacted;
    readonly ring: IpsecRing | Redacted;
    readonly size: number;
  };
  'kernel.ipsec-option/slot-size-set': {
    readonly function: string | Redacted;
    readonly size: number;
  };
  'kernel.ipsec-option/traffic-class-set': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
    readonly serviceClass: number;
  };
  'kernel.ipsec/address-removal-failed': {
    readonly error: number;
  };
  'kernel.ipsec/allocate-failed': {
    readonly error: number;
  };
  'kernel.ipsec/attach-failed': {
    readonly error: number;
  };
  'kernel.ipsec/bad-packet-length': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
  };
  'kernel.ipsec/channel-without-interface': {
    readonly error: number;
  };
  'kernel.ipsec/cleanup-failed': {
    readonly protocol: string | number | Redacted | undefined;
    readonly error: number | undefined;
  };
  'kernel.ipsec/created': {
    readonly interface: string | Redacted;
    readonly interfaceId: string | Redacted;
  };
  'kernel.ipsec/datapath-stopped': {
    readonly function: IpsecFunction | Redacted;
    readonly interface: string | Redacted;
  };
  'kernel.ipsec/detach-failed': {
    readonly error: number;
  };
  'kernel.ipsec/detaching': {
    readonly interface: string | Redacted;
    readonly interfaceId: string | Redacted;
  };
  'kernel.ipsec/empty-packet': {
    readonly interface: string | Redacted;
  };
  'kernel.ipsec/encrypted-packet-too-long': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
    readonly limit: number;
  };
  'kernel.ipsec/encryption-failed': {
    readonly ipVersion: number;
    readonly error: number;
  };
  'kernel.ipsec/flow-switch-failed': {
    readonly error: number;
  };
  'kernel.ipsec/flow-switch-missing': Record<string, never>;
  'kernel.ipsec/fragment-size-set': {
    readonly size: number;
  };
  'kernel.ipsec/fragmenting-failed': {
    readonly interface: string | Redacted;
    readonly ipVersion: number | undefined;
    readonly length: number | bigint;
    readonly error: number | undefined;
    readonly needed: number | bigint | undefined;
  };
  'kernel.ipsec/headers-not-split': Record<string, never>;
  'kernel.ipsec/input-bad-length': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
  };
  'kernel.ipsec/input-copy-failed': {
    readonly interface: string | Redacted;
    readonly length: number | bigint | undefined;
    readonly error: number;
  };
  'kernel.ipsec/input-rejected': {
    readonly interface: string | Redacted;
    readonly length: number | undefined;
    readonly limit: number | undefined;
    readonly ipVersion: number | undefined;
  };
  'kernel.ipsec/input-too-long': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
    readonly limit: number;
  };
  'kernel.ipsec/input-too-short': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
    readonly needed: number | bigint | undefined;
  };
  'kernel.ipsec/input-unknown-ip-version': {
    readonly interface: string | Redacted;
    readonly ipVersion: number;
  };
  'kernel.ipsec/malformed-packet': {
    readonly length: number;
  };
  'kernel.ipsec/nothing-to-send': {
    readonly interface: string | Redacted;
  };
  'kernel.ipsec/output-failed': {
    readonly interface: string | Redacted;
    readonly error: number;
  };
  'kernel.ipsec/packet-buffer-missing': {
    readonly interface: string | Redacted;
  };
  'kernel.ipsec/packet-copy-failed': {
    readonly interface: string | Redacted;
    readonly length: number | bigint | undefined;
    readonly error: number;
  };
  'kernel.ipsec/packet-not-encrypted': {
    readonly interface: string | Redacted;
  };
  'kernel.ipsec/pause-failed': {
    readonly error: number;
  };
  'kernel.ipsec/policy-drop': {
    readonly interface: string | Redacted;
  };
  'kernel.ipsec/protocol-attach-failed': {
    readonly protocol: number;
    readonly error: number;
  };
  'kernel.ipsec/registration-failed': {
    readonly error: number | undefined;
    readonly protocol: string | Redacted | undefined;
    readonly interfaceFamily: string | Redacted | undefined;
  };
  'kernel.ipsec/resume-failed': {
    readonly error: number;
  };
  'kernel.ipsec/stack-attach-failed': {
    readonly error: number;
  };
  'kernel.ipsec/unknown-ip-version': {
    readonly ipVersion: number;
  };
  'kernel.ipsec/wake-packet': {
    readonly interface: string | Redacted;
  };
  'kernel.memorystatus/corpse-blocked': {
    readonly pid: number | undefined;
    readonly footprint: number | bigint | undefined;
    readonly allowed: number | bigint | undefined;
  };
  'kernel.memorystatus/corpses-purged': Record<string, never>;
  'kernel.memorystatus/crossed-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly limit: string | Redacted;
    readonly megabytes: number;
  };
  'kernel.memorystatus/crossed-limit-silently': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly megabytes: number;
    readonly suppressed: Suppressed | Redacted;
    readonly cause: string | Redacted;
  };
  'kernel.memorystatus/debugging-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly advice: string | Redacted;
  };
  'kernel.memorystatus/exceeded-diagnostic-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly megabytes: number;
  };
  'kernel.memorystatus/exceeded-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly limitKind: LimitKind | Redacted;
    readonly hardness: LimitHardness | Redacted;
    readonly megabytes: number;
    readonly fatality: LimitFatality | Redacted;
  };
  'kernel.memorystatus/kill-failed': Record<string, never>;
  'kernel.memorystatus/kill-reason-failed': Record<string, never>;
  'kernel.memorystatus/kill-without-gain': Record<string, never>;
  'kernel.memorystatus/killing-despite-relaunch': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly band: number;
  };
  'kernel.memorystatus/killing-for-cpu': {
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.memorystatus/killing-high-band': {
    readonly pid: number;
    readonly process: string | Redacted;
    readonly bandName: string | Redacted;
    readonly band: number;
    readonly availablePages: number | bigint;
  };
  'kernel.memorystatus/killing-idle-process': {
    readonly pid: number;
    readonly process: string | Redacted;
    readonly reasonCode: number | undefined;
  };
  'kernel.memorystatus/killing-process': {
    readonly clock: string | Redacted | undefined;
    readonly kill: string | Redacted;
    readonly pid: number;
    readonly process: string | Redacted;
    readonly cause: string | Redacted;
    readonly band: number;
    readonly bandSeconds: number | bigint | undefined;
    readonly relaunch: string | Redacted | undefined;
    readonly type: string | Redacted | undefined;
    readonly footprintKb: number | bigint | undefined;
    readonly availablePages: number | bigint;
    readonly compressorPages: number | bigint | undefined;
  };
  'kernel.memorystatus/killing-suspended-process': {
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.memorystatus/limit-warning-undelivered': {
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.memorystatus/nothing-left-to-kill': {
    readonly state: string | Redacted | undefined;
  };
  'kernel.memorystatus/pressure-back': {
    readonly level: number;
  };
  'kernel.memorystatus/pressure-lasting': {
    readonly maximum: number;
  };
  'kernel.memorystatus/pressure-notice': {
    readonly pressure: string | Redacted;
    readonly waiters: number;
  };
  'kernel.memorystatus/pressure-rising': {
    readonly from: number;
    readonly to: number;
  };
  'kernel.memorystatus/pressure-unrelieved': {
    readonly count: number;
  };
  'kernel.memorystatus/round-cause': {
    readonly cause: string | Redacted;
    readonly ratio: number;
  };
  'kernel.memorystatus/round-started': {
    readonly maximum: number | undefined;
    readonly band: number | undefined;
  };
  'kernel.memorystatus/system-health': {
    readonly health: string | Redacted;
    readonly availablePages: number | bigint;
    readonly compressorPages: number | bigint;
  };
  'kernel.memorystatus/system-healthy': {
    readonly availablePages: number | bigint;
    readonly compressorPages: number | bigint;
  };
  'kernel.memorystatus/system-unhealthy': {
    readonly availablePages: number | bigint;
    readonly compressorPages: number | bigint;
  };
  'kernel.necp-client-entitlement/attribution-denied': {
    readonly function: NecpClientFunction | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.necp-client-entitlement/custom-nexus-denied': {
    readonly function: NecpClientFunction | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.necp-client-entitlement/custom-protocol-denied': {
    readonly function: NecpClientFunction | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.necp-client-entitlement/delegation-denied': {
    readonly function: NecpClientFunction | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.necp-client-flow/added': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly flowId: string | Redacted;
  };
  'kernel.necp-client-flow/domain-collected': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly flowId: string | Redacted;
    readonly domain: string | Redacted;
    readonly domainOwner: string | Redacted;
    readonly domainContext: string | Redacted;
    readonly app: string | Redacted;
    readonly knownTracker: number;
    readonly nonAppInitiated: number;
    readonly silent: number;
  };
  'kernel.necp-client-flow/removed': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly flowId: string | Redacted;
  };
  'kernel.necp-client-flow/statistics-collecting': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly flowId: string | Redacted;
  };
  'kernel.necp-client-flow/statistics-ready': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly flowId: string | Redacted;
    readonly error: number;
  };
  'kernel.necp-client-flow/statistics-starting': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly flowId: string | Redacted;
  };
  'kernel.necp-client-parameters/agent': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly demand: NecpAgentDemand | Redacted;
    readonly index: number;
    readonly agentId: string | Redacted;
  };
  'kernel.necp-client-parameters/agent-type': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly demand: NecpAgentDemand | Redacted;
    readonly index: number;
    readonly agentDomain: string | Redacted;
    readonly agentType: string | Redacted;
  };
  'kernel.necp-client-parameters/interface-prohibited': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly index: number;
    readonly interface: string | Redacted;
  };
  'kernel.necp-client-parameters/parameter': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly type: number;
    readonly length: number;
    readonly number: number | bigint | undefined;
    readonly numberHex: string | Redacted | undefined;
    readonly text: string | Redacted | undefined;
  };
  'kernel.necp-client-parameters/parameters': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly validFields: number;
    readonly flags: number;
    readonly delegatedProcess: number | bigint;
    readonly localAddress: string | Redacted;
    readonly remoteAddress: string | Redacted;
    readonly interfaceIndex: number;
    readonly interfaceType: number;
    readonly localAddressPreference: number;
    readonly ipProtocol: number;
    readonly transportProtocol: number;
    readonly ethertype: number;
    readonly effectivePid: number;
    readonly executable: string | Redacted;
    readonly uid: number | undefined;
    readonly personaId: number | undefined;
    readonly trafficClass: number;
  };
  'kernel.necp-client-parameters/tracker-flags': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
    readonly knownTracker: number;
    readonly nonAppInitiated: number;
    readonly silent: number;
    readonly approvedAppDomain: number;
  };
  'kernel.necp-client/add-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/added': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
  };
  'kernel.necp-client/agent-action-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/agent-action-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly limit: number | undefined;
  };
  'kernel.necp-client/agent-action-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/agent-details-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/agent-details-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/agent-not-asserted': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/agent-refused-flow': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/agent-unassert-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/agent-use-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/assertion-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/background-mark-failed': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/cache-update-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/cache-update-without-flow': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/claim-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/claim-of-flow-refused': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/claimed': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
  };
  'kernel.necp-client/counts-already-gone': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/demux-not-supported': {
    readonly function: NecpClientFunction | Redacted;
    readonly ipProtocol: number | undefined;
    readonly family: number | undefined;
  };
  'kernel.necp-client/demux-pattern-missing': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/endpoints-mismatch': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/event-filter-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly filter: number;
  };
  'kernel.necp-client/flow-add-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
  };
  'kernel.necp-client/flow-add-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/flow-add-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/flow-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/flow-counts-missing': {
    readonly function: NecpClientFunction | Redacted;
    readonly protocol: NecpStatisticsProtocol | Redacted;
    readonly pid: number;
    readonly process: string | Redacted;
    readonly callerPid: number;
    readonly caller: string | Redacted;
  };
  'kernel.necp-client/flow-process-gone': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly error: number;
  };
  'kernel.necp-client/flow-remove-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
  };
  'kernel.necp-client/flow-remove-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/flow-remove-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/heuristics-without-parameters': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/in-process-divert-not-delivered': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/interface-details-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly interfaceIndex: number | undefined;
  };
  'kernel.necp-client/interface-details-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/list-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/list-denied': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/listener-family-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly family: number;
  };
  'kernel.necp-client/local-address-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly interfaceIndex: number | undefined;
    readonly family: number | undefined;
    readonly length: number | undefined;
  };
  'kernel.necp-client/local-address-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/malformed-request': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | undefined;
  };
  'kernel.necp-client/nexus-abort-not-delivered': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
    readonly pid: number | undefined;
    readonly process: string | Redacted | undefined;
  };
  'kernel.necp-client/nexus-close-not-delivered': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
    readonly messageType: number | undefined;
  };
  'kernel.necp-client/nexus-not-offered': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/nexus-request-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/nexus-request-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/no-local-address': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number | undefined;
  };
  'kernel.necp-client/not-a-client-descriptor': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/not-an-observer': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/observe-denied': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/observer-may-not-register': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/owner-collected': {
    readonly function: NecpClientFunction | Redacted;
    readonly protocol: NecpStatisticsProtocol | Redacted;
    readonly effectivePid: number;
    readonly uid: number;
    readonly executable: string | Redacted;
    readonly personaId: number;
  };
  'kernel.necp-client/parameters-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/parent-has-several-flows': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/parent-mismatch': {
    readonly function: NecpClientFunction | Redacted;
    readonly trait: NecpParentTrait | Redacted;
  };
  'kernel.necp-client/parent-not-found': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/parent-not-named': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/port-not-reserved': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/radio-agent-missing': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/radio-agent-unreachable': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/radio-client-unknown': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/remove-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
  };
  'kernel.necp-client/remove-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/remove-unknown': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/removed': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly clientId: string | Redacted;
  };
  'kernel.necp-client/resolver-tag-foreign': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/resolver-tag-malformed': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | undefined;
    readonly signType: number | undefined;
    readonly record: NecpResolverRecord | Redacted | undefined;
  };
  'kernel.necp-client/resolver-tag-mismatch': {
    readonly function: NecpClientFunction | Redacted;
    readonly trait: NecpResolverTrait | Redacted;
  };
  'kernel.necp-client/resolver-tag-not-authentic': {
    readonly function: NecpClientFunction | Redacted;
    readonly host: string | Redacted | undefined;
  };
  'kernel.necp-client/resolver-tags-several': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/result-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
    readonly expected: number | bigint;
  };
  'kernel.necp-client/result-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/route-details-missing': {
    readonly function: NecpClientFunction | Redacted;
    readonly protocol: NecpStatisticsProtocol | Redacted;
    readonly pid: number;
    readonly callerPid: number;
    readonly caller: string | Redacted;
  };
  'kernel.necp-client/route-statistics-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/route-statistics-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/settings-arena-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
  };
  'kernel.necp-client/signature-size-unexpected': {
    readonly function: NecpClientFunction | Redacted;
    readonly tagSize: number | bigint;
  };
  'kernel.necp-client/signed-id-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly requestType: number | undefined;
  };
  'kernel.necp-client/signed-id-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/signed-id-denied': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/signed-id-not-authentic': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/signing-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
  };
  'kernel.necp-client/signing-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/signing-denied': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/signing-type-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly signType: number;
  };
  'kernel.necp-client/socket-attribute-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
  };
  'kernel.necp-client/socket-attribute-not-set': {
    readonly function: NecpClientFunction | Redacted;
    readonly attribute: NecpSocketAttribute | Redacted;
  };
  'kernel.necp-client/socket-attribute-unreadable': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/socket-attributes-inherited': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number | undefined;
    readonly domain: string | Redacted;
    readonly domainOwner: string | Redacted;
    readonly domainContext: string | Redacted;
    readonly trackerDomain: string | Redacted;
    readonly account: string | Redacted;
    readonly knownTracker: number | undefined;
    readonly nonAppInitiated: number | undefined;
    readonly approvedAppDomain: number | undefined;
  };
  'kernel.necp-client/socket-attributes-set': {
    readonly function: NecpClientFunction | Redacted;
    readonly domain: string | Redacted;
    readonly domainOwner: string | Redacted | undefined;
    readonly domainContext: string | Redacted | undefined;
    readonly trackerDomain: string | Redacted | undefined;
    readonly account: string | Redacted;
  };
  'kernel.necp-client/statistics-arena-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
  };
  'kernel.necp-client/tracker-flags': {
    readonly function: NecpClientFunction | Redacted;
    readonly pid: number;
    readonly knownTracker: number;
    readonly nonAppInitiated: number;
    readonly silent: number;
    readonly approvedAppDomain: number;
  };
  'kernel.necp-client/unknown-action': {
    readonly function: NecpClientFunction | Redacted;
    readonly action: number;
  };
  'kernel.necp-client/update-arguments-refused': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint | undefined;
    readonly needed: number | bigint | undefined;
  };
  'kernel.necp-client/update-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/update-requested': {
    readonly function: NecpClientFunction | Redacted;
    readonly immediate: string | Redacted;
    readonly count: number;
  };
  'kernel.necp-client/updating-all': {
    readonly function: NecpClientFunction | Redacted;
    readonly count: number;
  };
  'kernel.necp-client/validating-allocation-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly length: number | bigint;
  };
  'kernel.necp-client/validating-copy-failed': {
    readonly function: NecpClientFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp-client/validating-denied': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-client/watched-descriptor-gone': {
    readonly function: NecpClientFunction | Redacted;
  };
  'kernel.necp-drop-destination/address-malformed': {
    readonly function: NecpSysctlFunction | Redacted;
    readonly handler: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly prefix: number | undefined;
    readonly length: number | undefined;
    readonly port: number | undefined;
    readonly flowInfo: number | undefined;
    readonly scopeId: number | undefined;
  };
  'kernel.necp-drop-destination/denied': {
    readonly function: NecpSysctlFunction | Redacted;
    readonly handler: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.necp-drop-destination/malformed': {
    readonly function: NecpSysctlFunction | Redacted;
    readonly handler: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly length: number | bigint | undefined;
    readonly error: number | undefined;
    readonly count: number | undefined;
    readonly priority: number | undefined;
  };
  'kernel.necp-entitlement/delegation-denied': {
    readonly function: NecpFunction | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly delegatedBy: string | Redacted;
  };
  'kernel.necp-plain/destination-blocked': {
    readonly function: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly destination: string | Redacted;
    readonly network: string | Redacted;
    readonly prefix: number;
  };
  'kernel.necp-plain/destination-free': {
    readonly function: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly destination: string | Redacted;
  };
  'kernel.necp-plain/management-interface-denied': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly connection: string | Redacted | undefined;
    readonly interface: string | Redacted;
  };
  'kernel.necp/add-call-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly outputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/add-result-lost': {
    readonly function: NecpFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp/agent-inactive-drop': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly boundInterface: number;
    readonly protocol: number;
  };
  'kernel.necp/agent-triggered': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly agentId: number | undefined;
    readonly error: number;
  };
  'kernel.necp/answer-block-unwritable': {
    readonly function: NecpFunction | Redacted;
    readonly length: number | undefined;
    readonly bufferLength: number | undefined;
  };
  'kernel.necp/app-table-outdated': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/client-block-malformed': {
    readonly function: NecpFunction | Redacted;
    readonly length: number;
  };
  'kernel.necp/condition-checked': {
    readonly function: NecpFunction | Redacted;
    readonly condition: number;
    readonly valid: number;
  };
  'kernel.necp/condition-invalid': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/conditions-missing': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/conditions-mixed': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/conditions-without-app': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/control-answer-lost': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/control-message-malformed': {
    readonly function: NecpFunction | Redacted;
    readonly length: number | bigint | undefined;
    readonly headerLength: number | bigint | undefined;
    readonly error: number | undefined;
    readonly offset: number | undefined;
    readonly totalLength: number | undefined;
    readonly messageType: number | undefined;
  };
  'kernel.necp/delete-call-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/domain-compared': {
    readonly function: NecpFunction | Redacted;
    readonly domain: string | Redacted;
    readonly length: number | bigint;
    readonly trieId: number;
    readonly matched: number;
  };
  'kernel.necp/domain-filter-add-failed': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly outputLength: number | bigint | undefined;
    readonly error: number | undefined;
    readonly expectedLength: number | bigint | undefined;
  };
  'kernel.necp/domain-filter-remove-failed': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/domain-ids-exhausted': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/domain-trie-add-failed': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly outputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/domain-trie-dump-failed': {
    readonly function: NecpFunction | Redacted;
    readonly neededLength: number | bigint;
  };
  'kernel.necp/domain-trie-remove-failed': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/domain-trie-uploaded': {
    readonly function: NecpFunction | Redacted;
    readonly bytes: number | bigint;
    readonly memory: number;
  };
  'kernel.necp/dump-buffer-small': {
    readonly function: NecpFunction | Redacted;
    readonly outputLength: number | bigint;
    readonly neededLength: number | bigint | undefined;
  };
  'kernel.necp/dump-delivered': {
    readonly function: NecpFunction | Redacted;
    readonly size: number;
    readonly neededLength: number;
  };
  'kernel.necp/dump-denied': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/dump-failed': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/dump-no-memory': {
    readonly function: NecpFunction | Redacted;
    readonly size: number | bigint;
  };
  'kernel.necp/dump-not-delivered': {
    readonly function: NecpFunction | Redacted;
    readonly size: number | bigint | undefined;
  };
  'kernel.necp/dump-policy': {
    readonly function: NecpFunction | Redacted;
    readonly process: string | Redacted;
    readonly result: string | Redacted;
  };
  'kernel.necp/dump-started': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/engine-start-failed': {
    readonly function: NecpFunction | Redacted;
    readonly error: number | undefined;
  };
  'kernel.necp/get-call-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
    readonly outputLength: number | bigint | undefined;
    readonly neededLength: number | undefined;
  };
  'kernel.necp/interface-addresses-failed': {
    readonly function: NecpFunction | Redacted;
    readonly interface: string | Redacted;
    readonly error: number | undefined;
  };
  'kernel.necp/kernel-policy-added': {
    readonly function: NecpFunction | Redacted;
    readonly layer: NecpLayer | Redacted;
    readonly policyId: number;
    readonly conditionMask: number;
  };
  'kernel.necp/kernel-traffic-protected': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/list-call-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly policies: number | undefined;
    readonly outputLength: number | bigint | undefined;
    readonly neededLength: number | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/multicast-dropped': {
    readonly function: NecpFunction | Redacted;
    readonly sdk: number;
    readonly minimumSdk: number;
  };
  'kernel.necp/packet-decision': {
    readonly function: NecpFunction | Redacted;
    readonly version: NecpPacket | Redacted;
    readonly socketPolicyId: number;
    readonly boundInterface: number;
    readonly lastInterface: number;
    readonly protocol: number;
    readonly policyId: number;
    readonly result: number;
    readonly parameter: number;
    readonly routeRule: number | undefined;
  };
  'kernel.necp/packet-unmatched': {
    readonly function: NecpFunction | Redacted;
    readonly version: NecpPacket | Redacted;
    readonly socketPolicyId: number;
    readonly boundInterface: number;
    readonly lastInterface: number;
    readonly protocol: number;
  };
  'kernel.necp/policies-applied': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/policy-add-failed': {
    readonly function: NecpFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp/policy-created': {
    readonly function: NecpFunction | Redacted;
    readonly order: number;
  };
  'kernel.necp/policy-id-missing': {
    readonly function: NecpFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp/policy-ids-exhausted': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/policy-marked': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/policy-no-memory': {
    readonly function: NecpFunction | Redacted;
    readonly size: number;
  };
  'kernel.necp/policy-not-applied': {
    readonly function: NecpFunction | Redacted;
    readonly layer: NecpLayer | Redacted;
  };
  'kernel.necp/policy-not-found': {
    readonly function: NecpFunction | Redacted;
    readonly policyId: number;
  };
  'kernel.necp/policy-order-missing': {
    readonly function: NecpFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp/policy-removed': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/policy-result-invalid': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/policy-result-missing': {
    readonly function: NecpFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp/policy-too-large': {
    readonly function: NecpFunction | Redacted;
    readonly length: number | undefined;
  };
  'kernel.necp/priority-call-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/priority-denied': {
    readonly function: NecpFunction | Redacted;
    readonly priority: number;
  };
  'kernel.necp/priority-missing': {
    readonly function: NecpFunction | Redacted;
    readonly error: number;
  };
  'kernel.necp/qos-interface-kind': {
    readonly function: NecpFunction | Redacted;
    readonly cellular: number;
    readonly wifi: number;
    readonly wired: number;
    readonly expensive: number;
    readonly constrained: number | undefined;
    readonly companion: number | undefined;
    readonly vpn: number | undefined;
    readonly routeRule: number;
    readonly allowed: number;
  };
  'kernel.necp/qos-interface-rule': {
    readonly function: NecpFunction | Redacted;
    readonly interfaceIndex: number;
    readonly routeRule: number;
    readonly allowed: number;
  };
  'kernel.necp/qos-outcome': {
    readonly function: NecpFunction | Redacted;
    readonly routeRule: number;
    readonly interface: string | Redacted;
    readonly allowed: number;
  };
  'kernel.necp/request-block-malformed': {
    readonly function: NecpFunction | Redacted;
    readonly bufferLength: number | undefined;
    readonly neededLength: number | bigint | undefined;
    readonly length: number | undefined;
  };
  'kernel.necp/result-checked': {
    readonly function: NecpFunction | Redacted;
    readonly result: number;
    readonly valid: number;
  };
  'kernel.necp/route-default': {
    readonly function: NecpFunction | Redacted;
    readonly routeRule: number;
    readonly allowed: number;
  };
  'kernel.necp/route-interface-kind': {
    readonly function: NecpFunction | Redacted;
    readonly cellular: number;
    readonly wifi: number;
    readonly wired: number;
    readonly expensive: number;
    readonly companion: number | undefined;
    readonly vpn: number | undefined;
    readonly routeRule: number;
    readonly allowed: number;
  };
  'kernel.necp/route-interface-rule': {
    readonly function: NecpFunction | Redacted;
    readonly interfaceIndex: number;
    readonly routeRule: number;
    readonly allowed: number;
  };
  'kernel.necp/route-poor-link': {
    readonly function: NecpFunction | Redacted;
    readonly interfaceIndex: number;
    readonly routeRule: number;
  };
  'kernel.necp/route-rule-checked': {
    readonly function: NecpFunction | Redacted;
    readonly action: number;
    readonly valid: number;
  };
  'kernel.necp/route-rule-ids-exhausted': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/route-rule-invalid': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/route-rule-two-defaults': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/route-rules-missing': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/route-unknown': {
    readonly function: NecpFunction | Redacted;
    readonly routeRule: number;
    readonly allowed: number;
  };
  'kernel.necp/service-denied': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/service-missing-drop': {
    readonly function: NecpFunction | Redacted;
    readonly boundInterface: number;
    readonly protocol: number;
  };
  'kernel.necp/service-register-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/service-unregister-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly inputLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.necp/session-call-unusable': {
    readonly function: NecpFunction | Redacted;
    readonly error: number | undefined;
    readonly action: number | undefined;
  };
  'kernel.necp/session-created': {
    readonly function: NecpFunction | Redacted;
    readonly sessionUnit: number;
  };
  'kernel.necp/session-deleted': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/session-denied': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/session-missing': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/socket-agent': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly usage: string | Redacted;
    readonly agentId: number;
  };
  'kernel.necp/socket-agent-removed': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly agentId: number;
  };
  'kernel.necp/socket-cut': {
    readonly function: NecpFunction | Redacted;
    readonly socketState: number;
  };
  'kernel.necp/socket-decision': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly policyId: number;
    readonly skipPolicyId: number | undefined;
    readonly result: number;
    readonly parameter: number;
    readonly filterUnit: number | undefined;
  };
  'kernel.necp/socket-decision-kept': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly policyId: number;
    readonly result: number;
    readonly parameter: number;
  };
  'kernel.necp/socket-divert': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly unit: number;
  };
  'kernel.necp/socket-filter': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly filterUnit: number;
  };
  'kernel.necp/socket-route-rule': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly routeRule: number;
  };
  'kernel.necp/socket-service': {
    readonly function: NecpFunction | Redacted;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly serviceId: number;
    readonly serviceData: number;
  };
  'kernel.necp/socket-service-action': {
    readonly function: NecpFunction | Redacted;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly result: number;
  };
  'kernel.necp/socket-skip': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly policyId: number;
  };
  'kernel.necp/string-ids-exhausted': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/table-bucket': {
    readonly function: NecpFunction | Redacted;
    readonly bucket: number;
  };
  'kernel.necp/table-heading': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/table-policy': {
    readonly function: NecpFunction | Redacted;
    readonly index: number;
    readonly policyId: number;
    readonly process: string | Redacted;
    readonly sessionOrder: number;
    readonly order: number;
    readonly suborder: number | undefined;
    readonly conditionMask: number;
    readonly result: string | Redacted;
  };
  'kernel.necp/table-rule': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/third-party-denied': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.necp/trace-check': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly step: string | Redacted;
    readonly family: number | undefined;
    readonly protocol: number;
    readonly localPort: number;
    readonly localPortV6: number;
    readonly remotePort: number;
    readonly remotePortV6: number;
    readonly localAddress: string | Redacted | undefined;
    readonly remoteAddress: string | Redacted | undefined;
    readonly dropAllOrder: number;
    readonly pid: number;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly policyId: number;
    readonly skipPolicyId: number;
    readonly result: number | undefined;
    readonly inputInterface: number | undefined;
    readonly allowed: number | undefined;
    readonly filterTag: number | undefined;
    readonly passFlags: number | undefined;
  };
  'kernel.necp/trace-condition': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly negation: string | Redacted | undefined;
    readonly condition: string | Redacted;
    readonly wanted: number | string | Redacted | undefined;
    readonly wantedHex: number | undefined;
    readonly wantedSecond: number | string | Redacted | undefined;
    readonly wantedSecondHex: number | undefined;
    readonly wantedThird: number | string | Redacted;
    readonly wantedThirdHex: number | undefined;
    readonly found: number | string | Redacted;
    readonly foundHex: number | undefined;
    readonly foundSecond: number | string | Redacted;
    readonly foundSecondHex: number | undefined;
    readonly foundThird: number | string | Redacted;
    readonly foundThirdHex: number | undefined;
  };
  'kernel.necp/trace-kept': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly step: string | Redacted;
    readonly policyId: number;
    readonly skipPolicyId: number;
    readonly cachedPolicyId: number;
    readonly cachedSkipPolicyId: number;
  };
  'kernel.necp/trace-matched': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly step: string | Redacted;
    readonly family: number | undefined;
    readonly protocol: number;
    readonly localPort: number;
    readonly localPortV6: number;
    readonly remotePort: number;
    readonly remotePortV6: number;
    readonly localAddress: string | Redacted | undefined;
    readonly remoteAddress: string | Redacted | undefined;
    readonly dropAllOrder: number;
    readonly pid: number;
    readonly appId: number;
    readonly realAppId: number;
    readonly boundInterface: number;
    readonly policyId: number;
    readonly sessionOrder: number;
    readonly policyOrder: number;
    readonly result: string | Redacted;
  };
  'kernel.necp/trace-packet': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly step: string | Redacted;
    readonly family: number | undefined;
    readonly protocol: number;
    readonly localPort: number;
    readonly localPortV6: number;
    readonly remotePort: number;
    readonly remotePortV6: number;
    readonly localAddress: string | Redacted | undefined;
    readonly remoteAddress: string | Redacted | undefined;
    readonly dropAllOrder: number;
    readonly boundInterface: number;
    readonly socketPolicyId: number;
    readonly socketSkipId: number;
    readonly packet: number | undefined;
    readonly rawLength: number | undefined;
    readonly length: number | undefined;
    readonly extraLength: number | undefined;
  };
  'kernel.necp/trace-packet-matched': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly step: string | Redacted;
    readonly family: number | undefined;
    readonly protocol: number;
    readonly localPort: number;
    readonly localPortV6: number;
    readonly remotePort: number;
    readonly remotePortV6: number;
    readonly localAddress: string | Redacted | undefined;
    readonly remoteAddress: string | Redacted | undefined;
    readonly dropAllOrder: number;
    readonly boundInterface: number;
    readonly policyId: number;
    readonly sessionOrder: number;
    readonly policyOrder: number;
    readonly result: string | Redacted;
  };
  'kernel.necp/trace-policy': {
    readonly function: NecpFunction | Redacted;
    readonly check: string | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly step: string | Redacted;
    readonly policyId: number;
    readonly sessionOrder: number;
    readonly policyOrder: number;
    readonly result: string | Redacted;
    readonly conditionPolicyId: number;
    readonly skipSessionOrder: number | undefined;
    readonly skipOrder: number | undefined;
  };
  'kernel.necp/traffic-decision': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted | undefined;
    readonly boundInterface: number | undefined;
    readonly protocol: number | undefined;
    readonly policyId: number;
    readonly result: number | undefined;
    readonly parameter: number | undefined;
    readonly allowed: number;
    readonly filterUnit: number | undefined;
    readonly aggregateUnit: number | undefined;
  };
  'kernel.necp/traffic-decision-kept': {
    readonly function: NecpFunction | Redacted;
    readonly socket: string | Redacted;
    readonly boundInterface: number;
    readonly protocol: number;
    readonly policyId: number;
    readonly skipPolicyId: number;
    readonly result: number;
    readonly parameter: number;
  };
  'kernel.necp/uuid-ids-exhausted': {
    readonly function: NecpFunction | Redacted;
  };
  'kernel.network-agent/agent-copied': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/already-registered': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/assignment-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number | undefined;
  };
  'kernel.network-agent/buffer-too-small': {
    readonly function: NetagentFunction | Redacted;
    readonly length: number;
    readonly expectedLength: number;
  };
  'kernel.network-agent/client-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/client-assignment-failed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/client-message-invalid': {
    readonly function: NetagentFunction | Redacted;
    readonly messageType: number;
  };
  'kernel.network-agent/client-message-sent': {
    readonly function: NetagentFunction | Redacted;
    readonly messageType: number;
    readonly error: number;
  };
  'kernel.network-agent/client-message-undelivered': {
    readonly function: NetagentFunction | Redacted;
    readonly messageType: number;
    readonly unit: number;
  };
  'kernel.network-agent/denied': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/group-agent-inactive': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/group-assigned': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/group-assignment-failed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/group-message-undelivered': {
    readonly function: NetagentFunction | Redacted;
    readonly messageType: number;
    readonly unit: number;
  };
  'kernel.network-agent/group-not-provided': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/interface-without-agent': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/internal-call-invalid': {
    readonly function: NetagentFunction | Redacted;
    readonly domain: string | Redacted | undefined;
    readonly type: string | Redacted | undefined;
  };
  'kernel.network-agent/kernel-trigger-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/kernel-trigger-already-active': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/kernel-trigger-not-allowed': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/lookup-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/nexus-agent-inactive': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/nexus-assigned': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/nexus-not-provided': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/out-of-memory': {
    readonly function: NetagentFunction | Redacted;
    readonly length: number | bigint | undefined;
  };
  'kernel.network-agent/register-failed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/register-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number | undefined;
    readonly length: number | bigint | undefined;
    readonly expectedLength: number | bigint | undefined;
  };
  'kernel.network-agent/registered': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/request': {
    readonly function: NetagentFunction | Redacted;
    readonly request: string | Redacted;
  };
  'kernel.network-agent/request-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly length: number | bigint | undefined;
    readonly expectedLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.network-agent/request-retired': {
    readonly function: NetagentFunction | Redacted;
    readonly request: RetiredRequest | Redacted;
  };
  'kernel.network-agent/request-unknown': {
    readonly function: NetagentFunction | Redacted;
    readonly messageType: number | undefined;
  };
  'kernel.network-agent/response-undelivered': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/session-created': {
    readonly function: NetagentFunction | Redacted;
    readonly unit: number;
  };
  'kernel.network-agent/session-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/session-mode-too-late': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/startup-failed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number | undefined;
  };
  'kernel.network-agent/token-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/token-copied': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/token-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly length: number | bigint | undefined;
  };
  'kernel.network-agent/tokens-empty': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/tokens-full': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/tokens-needed-undelivered': {
    readonly function: NetagentFunction | Redacted;
    readonly unit: number;
  };
  'kernel.network-agent/trigger-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/trigger-already-active': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/trigger-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly length: number | bigint | undefined;
    readonly expectedLength: number | bigint | undefined;
    readonly error: number | undefined;
  };
  'kernel.network-agent/trigger-not-allowed': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/trigger-undelivered': {
    readonly function: NetagentFunction | Redacted;
    readonly unit: number;
  };
  'kernel.network-agent/triggered-by-kernel': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/triggered-by-process': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/triggered-for-client': {
    readonly function: NetagentFunction | Redacted;
    readonly agentId: string | Redacted;
    readonly error: number;
  };
  'kernel.network-agent/type-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/unregister-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly length: number | bigint;
    readonly expectedLength: number | bigint;
  };
  'kernel.network-agent/unregistered': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/update-malformed': {
    readonly function: NetagentFunction | Redacted;
    readonly error: number | undefined;
    readonly length: number | bigint;
    readonly maximumLength: number | undefined;
    readonly expectedLength: number | bigint | undefined;
  };
  'kernel.network-agent/update-mismatch': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/updated': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/updated-unchanged': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.network-agent/use-agent-missing': {
    readonly function: NetagentFunction | Redacted;
  };
  'kernel.power-details/alarms': {
    readonly mask: number;
  };
  'kernel.power-details/aot-counts': {
    readonly possible: number;
    readonly confirmed: number;
    readonly rejected: number;
    readonly expired: number;
  };
  'kernel.power-details/aot-driver': {
    readonly driver: string | Redacted;
    readonly registryId: string | Redacted;
    readonly powerState: number;
  };
  'kernel.power-details/aot-ended': {
    readonly reason: string | Redacted;
    readonly sleeps: number;
    readonly possible: number;
    readonly confirmed: number;
    readonly rejected: number;
    readonly expired: number;
    readonly noTimeSet: number;
    readonly alarms: number;
  };
  'kernel.power-details/aot-evaluated': {
    readonly timer: number;
    readonly flags: number;
  };
  'kernel.power-details/aot-linger': Record<string, never>;
  'kernel.power-details/aot-sleep': {
    readonly time: CalendarTime | Redacted;
    readonly wakeTime: CalendarTime | Redacted;
  };
  'kernel.power-details/aot-wake': {
    readonly time: CalendarTime | Redacted;
    readonly wakeTime: CalendarTime | Redacted;
  };
  'kernel.power-details/aot-wake-earlier': Record<string, never>;
  'kernel.power-details/aot-wake-too-close': {
    readonly now: number | bigint;
    readonly wakeAt: number | bigint;
  };
  'kernel.power-details/assertion-after-wake': {
    readonly seconds: number | bigint;
  };
  'kernel.power-details/audio-notice-failed': Record<string, never>;
  'kernel.power-details/boot-event-claimed': {
    readonly reason: string | Redacted;
    readonly device: string | Redacted;
    readonly flags: number;
  };
  'kernel.power-details/calendar-alarm-used': Record<string, never>;
  'kernel.power-details/capability-clients-joined': {
    readonly object: string | Redacted;
  };
  'kernel.power-details/child-notice-not-planned': {
    readonly registryId: string | Redacted;
    readonly flags: number;
  };
  'kernel.power-details/child-notice-planned': {
    readonly registryId: string | Redacted;
  };
  'kernel.power-details/component-trace-point': {
    readonly component: number;
    readonly data: number;
  };
  'kernel.power-details/cpu-assertion-held': {
    readonly ms: number | bigint;
    readonly ownerId: string | Redacted;
  };
  'kernel.power-details/cpu-assertions': {
    readonly held: number;
  };
  'kernel.power-details/desktop-mode': {
    readonly desktopMode: number | undefined;
  };
  'kernel.power-details/disk-spindown-accelerated': {
    readonly minutes: number | undefined;
  };
  'kernel.power-details/disk-spindown-restored': {
    readonly minutes: number;
  };
  'kernel.power-details/display-changed': {
    readonly message: string | Redacted;
    readonly powerState: number;
  };
  'kernel.power-details/display-idle-requested': Record<string, never>;
  'kernel.power-details/display-timer-ignored': {
    readonly ignored: number | undefined;
  };
  'kernel.power-details/display-used': Record<string, never>;
  'kernel.power-details/display-wish': {
    readonly client: string | Redacted;
    readonly powerState: number;
    readonly fromPowerState: number;
    readonly toPowerState: number;
  };
  'kernel.power-details/event-taken': {
    readonly event: number;
    readonly object: string | Redacted;
    readonly value: string | Redacted;
  };
  'kernel.power-details/evidence-buffer': {
    readonly size: number;
    readonly offset: number;
  };
  'kernel.power-details/evidence-buffer-failed': Record<string, never>;
  'kernel.power-details/evidence-compressed': {
    readonly items: number | undefined;
    readonly size: number | undefined;
    readonly offset: number | bigint | undefined;
    readonly result: number | undefined;
    readonly bytes: number | undefined;
  };
  'kernel.power-details/evidence-deleted': Record<string, never>;
  'kernel.power-details/evidence-none': Record<string, never>;
  'kernel.power-details/evidence-not-deleted': {
    readonly name: string | Redacted;
  };
  'kernel.power-details/evidence-not-saved': {
    readonly error: number | undefined;
    readonly errorHex: number | undefined;
    readonly path: string | Redacted | undefined;
  };
  'kernel.power-details/evidence-not-stored': {
    readonly chunk: number | undefined;
  };
  'kernel.power-details/evidence-saved': {
    readonly bytes: number | undefined;
    readonly path: string | Redacted | undefined;
  };
  'kernel.power-details/evidence-size': {
    readonly bytes: number;
  };
  'kernel.power-details/evidence-unreadable': {
    readonly chunk: number | undefined;
  };
  'kernel.power-details/failure-provoked': {
    readonly phase: number;
  };
  'kernel.power-details/hibernate-mode': {
    readonly mode: number;
  };
  'kernel.power-details/hibernation-aborted': {
    readonly aborted: number | undefined;
    readonly options: number | undefined;
  };
  'kernel.power-details/hibernation-off-at-low-battery': Record<string, never>;
  'kernel.power-details/hibernation-read': {
    readonly ms: number | bigint;
  };
  'kernel.power-details/hibernation-retry-planned': {
    readonly seconds: number;
    readonly disabled: number;
    readonly aborted: number;
    readonly standbyNixed: number;
  };
  'kernel.power-details/hibernation-written': {
    readonly ms: number | bigint;
  };
  'kernel.power-details/idle-sleep-flag': {
    readonly value: number;
  };
  'kernel.power-details/idle-time-set': {
    readonly ms: number | undefined;
    readonly enabled: number;
    readonly seconds: number | undefined;
  };
  'kernel.power-details/lid-after-full-wake': {
    readonly capability: number;
    readonly pendingCapability: number;
    readonly highestCapability: number;
    readonly lidSleepDisabled: number;
    readonly lidMask: number;
  };
  'kernel.power-details/lid-close-repeated': Record<string, never>;
  'kernel.power-details/lid-sleep-disabled': Record<string, never>;
  'kernel.power-details/lid-sleep-enabled': Record<string, never>;
  'kernel.power-details/lid-sleep-mask': {
    readonly fromMask: number | undefined;
    readonly mask: number;
  };
  'kernel.power-details/lid-state-at-alarm': {
    readonly lidClosed: number;
    readonly lidSleepDisabled: number;
    readonly lidMask: number | undefined;
    readonly desktopMode: number;
    readonly ac: number;
    readonly sleepDisabled: number | undefined;
  };
  'kernel.power-details/power-button-pressed': {
    readonly phase: number | undefined;
  };
  'kernel.power-details/preventers-not-listed': Record<string, never>;
  'kernel.power-details/pro-mode-disengaged': Record<string, never>;
  'kernel.power-details/pro-mode-engaged': Record<string, never>;
  'kernel.power-details/property-unknown': {
    readonly property: string | Redacted;
  };
  'kernel.power-details/restart-for-evidence': Record<string, never>;
  'kernel.power-details/setting-failed': {
    readonly setting: string | Redacted;
    readonly error: number;
    readonly driver: string | Redacted;
  };
  'kernel.power-details/setting-listener-joined': {
    readonly driver: string | Redacted;
    readonly object: string | Redacted;
  };
  'kernel.power-details/setting-read': {
    readonly source: number;
    readonly setting: string | Redacted;
    readonly value: number;
  };
  'kernel.power-details/setting-set': {
    readonly options: number;
    readonly setting: string | Redacted;
    readonly value: number;
  };
  'kernel.power-details/setting-unknown': {
    readonly setting: number;
  };
  'kernel.power-details/settings-changed': {
    readonly fromMinutes: number;
    readonly toMinutes: number;
    readonly displayMinutes: number;
  };
  'kernel.power-details/settings-reviewed': Record<string, never>;
  'kernel.power-details/shutdown-after-failures': Record<string, never>;
  'kernel.power-details/shutdown-event-claimed': {
    readonly reason: string | Redacted;
    readonly device: string | Redacted;
    readonly flags: number;
  };
  'kernel.power-details/sleep-clock-compared': {
    readonly function: string | Redacted;
    readonly seconds: number | bigint;
    readonly microseconds: number;
    readonly before: number | bigint;
    readonly after: number | bigint;
  };
  'kernel.power-details/sleep-delay-ended': {
    readonly fromCapability: number;
    readonly toCapability: number;
    readonly ticks: string | Redacted;
  };
  'kernel.power-details/sleep-delay-started': {
    readonly fromCapability: number;
    readonly toCapability: number;
    readonly startedAt: string | Redacted;
  };
  'kernel.power-details/sleep-delays': {
    readonly toDarkSeconds: number | bigint;
    readonly toSleepSeconds: number | bigint;
  };
  'kernel.power-details/sleep-disabled-flag': {
    readonly value: number;
  };
  'kernel.power-details/sleep-disabled-flag-cleared': Record<string, never>;
  'kernel.power-details/sleep-factors': {
    readonly factors: string | Redacted;
    readonly names: string | Redacted | undefined;
  };
  'kernel.power-details/sleep-failed': {
    readonly detail: number;
    readonly phase: number;
  };
  'kernel.power-details/sleep-failed-in-firmware': Record<string, never>;
  'kernel.power-details/sleep-kind-chosen': {
    readonly version: number;
    readonly kind: number;
    readonly flags: number;
    readonly wakeEvents: number;
    readonly timer: number;
    readonly powerOffTimer: number;
  };
  'kernel.power-details/sleep-kind-compared': {
    readonly mask: number;
    readonly bits: number;
    readonly flags: number;
    readonly wakeEvents: number;
    readonly mismatch: number;
  };
  'kernel.power-details/sleep-kind-handler-failed': Record<string, never>;
  'kernel.power-details/sleep-kind-matched': Record<string, never>;
  'kernel.power-details/sleep-kind-settings': {
    readonly phase: number;
    readonly standby: number;
    readonly standbyDelay: number;
    readonly standbyTimer: number;
    readonly powerOff: number;
    readonly powerOffDelay: number;
    readonly powerOffTimer: number;
    readonly hibernateMode: number;
  };
  'kernel.power-details/sleep-supported': {
    readonly flags: number;
  };
  'kernel.power-details/sleep-timer-changed': Record<string, never>;
  'kernel.power-details/stacks-for-power-button': Record<string, never>;
  'kernel.power-details/stacks-not-taken': {
    readonly error: number | undefined;
    readonly bufferSize: number | undefined;
    readonly flags: string | Redacted | undefined;
  };
  'kernel.power-details/stacks-stored': Record<string, never>;
  'kernel.power-details/stacks-taken': {
    readonly bytesLeft: number | undefined;
    readonly error: number | undefined;
    readonly pid: number | undefined;
    readonly bufferSize: number | undefined;
    readonly flags: string | Redacted | undefined;
    readonly bytes: number | undefined;
  };
  'kernel.power-details/stacks-too-large': {
    readonly bytes: number;
  };
  'kernel.power-details/standby-delay': {
    readonly seconds: number;
    readonly resetAt: number | undefined;
    readonly elapsedSeconds: number | undefined;
  };
  'kernel.power-details/standby-delay-missing': Record<string, never>;
  'kernel.power-details/test-event': Record<string, never>;
  'kernel.power-details/trace-bus-found': {
    readonly provider: string | Redacted;
    readonly driver: string | Redacted;
  };
  'kernel.power-details/trace-client-unknown': Record<string, never>;
  'kernel.power-details/trace-point': {
    readonly point: number;
    readonly messageType: number | undefined;
    readonly detail: number | undefined;
    readonly client: string | Redacted | undefined;
  };
  'kernel.power-details/trace-started': {
    readonly object: string | Redacted;
  };
  'kernel.power-details/user-alarm-time': {
    readonly time: CalendarTime | Redacted;
  };
  'kernel.power-details/user-alarms': {
    readonly mask: number;
  };
  'kernel.power-details/user-assertions': {
    readonly fromMask: string | Redacted | undefined;
    readonly mask: string | Redacted;
  };
  'kernel.power-details/wake-time-passed': {
    readonly wakeAt: number | bigint;
    readonly now: number | bigint;
  };
  'kernel.power-details/wake-time-set': {
    readonly time: CalendarTime | Redacted;
  };
  'kernel.power-drivers/client-odd-answer': {
    readonly driver: string | Redacted;
    readonly client: string | Redacted;
    readonly answer: number | bigint;
    readonly message: string | Redacted;
  };
  'kernel.power-drivers/driver-call-timeout': {
    readonly driver: string | Redacted;
  };
  'kernel.power-drivers/driver-panic-disabled': Record<string, never>;
  'kernel.power-drivers/driver-timeout': {
    readonly driver: string | Redacted;
    readonly object: string | Redacted;
    readonly fromPowerState: number | bigint;
    readonly toPowerState: number | bigint;
    readonly ms: number;
  };
  'kernel.power-drivers/driver-took': {
    readonly driver: string | Redacted;
    readonly kind: number;
    readonly powerState: number | bigint;
    readonly ms: number;
  };
  'kernel.power-drivers/idle-cancelled': {
    readonly object: string | Redacted;
    readonly state: number;
  };
  'kernel.power-drivers/idle-reverted': {
    readonly object: string | Redacted;
    readonly state: number;
  };
  'kernel.power-drivers/interest-timeout': {
    readonly driver: string | Redacted;
    readonly phase: string | Redacted;
    readonly object: string | Redacted;
    readonly service: string | Redacted;
    readonly fromPowerState: number | bigint;
    readonly toPowerState: number | bigint;
    readonly ms: number;
  };
  'kernel.power-drivers/request-not-allocated': {
    readonly driver: string | Redacted;
    readonly kind: number;
  };
  'kernel.power-drivers/watchdog-object-blocked': {
    readonly object: string | Redacted;
    readonly timeout: number;
  };
  'kernel.power-drivers/watchdog-object-stale': {
    readonly object: string | Redacted;
  };
  'kernel.power-steps/alarm-set': {
    readonly kind: string | Redacted;
    readonly time: CalendarTime | Redacted;
  };
  'kernel.power-steps/change-requested': {
    readonly request: string | ChangeRequest | Redacted;
    readonly state: string | Redacted | undefined;
    readonly tag: number | undefined;
    readonly number: number | undefined;
  };
  'kernel.power-steps/child-notice-delayed': {
    readonly driver: string | Redacted;
  };
  'kernel.power-steps/client-acknowledged': {
    readonly message: string | Redacted;
    readonly index: number;
    readonly process: string | Redacted;
    readonly ms: number;
  };
  'kernel.power-steps/client-needs-time': {
    readonly message: string | Redacted;
    readonly index: number;
    readonly process: string | Redacted;
    readonly ms: number;
    readonly ackInUs: number;
  };
  'kernel.power-steps/client-not-told': {
    readonly message: string | Redacted;
    readonly pid: number | undefined;
    readonly process: string | Redacted;
  };
  'kernel.power-steps/client-responded': {
    readonly message: string | Redacted | undefined;
    readonly index: number | undefined;
    readonly pid: number | undefined;
    readonly process: string | Redacted | undefined;
    readonly ms: number;
    readonly uuidHigh: string | Redacted | undefined;
    readonly uuidLow: string | Redacted | undefined;
    readonly response: number | undefined;
  };
  'kernel.power-steps/client-told': {
    readonly message: string | Redacted;
    readonly index: number | undefined;
    readonly pid: number | undefined;
    readonly process: string | Redacted;
  };
  'kernel.power-steps/driver-tagged': {
    readonly driver: string | Redacted;
    readonly flags: number;
  };
  'kernel.power-steps/driver-took': {
    readonly driver: string | Redacted;
    readonly registryId: string | Redacted;
    readonly call: string | Redacted;
    readonly powerState: number;
    readonly mode: string | Redacted;
    readonly ms: number;
  };
  'kernel.power-steps/preventers': {
    readonly kind: PreventersKind | Redacted;
    readonly drivers: string | Redacted;
  };
  'kernel.power-steps/properties-refused': {
    readonly function: string | Redacted;
    readonly pid: number | undefined;
    readonly process: string | Redacted;
    readonly missing: string | Redacted;
  };
  'kernel.power-steps/shutdown-notice-done': {
    readonly step: string | Redacted;
  };
  'kernel.power-steps/shutdown-notice-started': {
    readonly step: string | Redacted;
    readonly messageType: number;
  };
  'kernel.power-steps/step-reached': {
    readonly step: string | Redacted;
  };
  'kernel.power/battery-low': Record<string, never>;
  'kernel.power/capability-unchanged': {
    readonly fromCapability: number;
    readonly toCapability: number;
  };
  'kernel.power/client-slow': {
    readonly pid: number | undefined;
    readonly process: string | Redacted | undefined;
    readonly ms: number | undefined;
    readonly priority: string | Redacted | undefined;
    readonly service: string | Redacted | undefined;
  };
  'kernel.power/client-veto': {
    readonly pid: number;
    readonly process: string | Redacted;
  };
  'kernel.power/clients-skipped': {
    readonly message: string | Redacted;
    readonly phase: string | Redacted;
    readonly skipped: number;
    readonly total: number;
  };
  'kernel.power/cpu-wake': {
    readonly ticks: number | bigint;
  };
  'kernel.power/cycle-id': {
    readonly uuid: string | Redacted;
  };
  'kernel.power/cycle-id-cleared': Record<string, never>;
  'kernel.power/dark-wake': {
    readonly kind: string | Redacted;
  };
  'kernel.power/dark-wake-activity': Record<string, never>;
  'kernel.power/dark-wake-clamped': {
    readonly ms: number;
  };
  'kernel.power/dark-wake-decision': {
    readonly sleepAsap: number;
    readonly lidClosed: number;
    readonly lidSleepDisabled: number;
    readonly lidMask: number;
    readonly desktopMode: number;
    readonly ac: number;
  };
  'kernel.power/dark-wake-entry': Record<string, never>;
  'kernel.power/dark-wake-promotion-disabled': {
    readonly ms: number;
  };
  'kernel.power/dark-wake-too-hot': Record<string, never>;
  'kernel.power/disks-flush-started': {
    readonly powerState: number;
  };
  'kernel.power/disks-flushed': Record<string, never>;
  'kernel.power/disks-told': {
    readonly message: string | Redacted;
  };
  'kernel.power/disks-told-capability': {
    readonly fromCapability: number;
    readonly toCapability: number;
    readonly flags: number;
  };
  'kernel.power/disks-wait': {
    readonly seconds: number;
  };
  'kernel.power/driver-assertion-dropped': Record<string, never>;
  'kernel.power/driver-assertion-raised': Record<string, never>;
  'kernel.power/driver-clamp-used': {
    readonly driver: string | Redacted;
    readonly registryId: string | Redacted | undefined;
    readonly wantedPowerState: number;
    readonly powerState: number;
    readonly flags: number;
    readonly object: string | Redacted | undefined;
  };
  'kernel.power/driver-clamped': {
    readonly driver: string | Redacted;
    readonly registryId: string | Redacted | undefined;
    readonly pendingCapability: number | undefined;
    readonly powerState: number | undefined;
    readonly flags: number | undefined;
    readonly object: string | Redacted | undefined;
  };
  'kernel.power/driver-unclamped': {
    readonly driver: string | Redacted;
    readonly registryId: string | Redacted | undefined;
    readonly pendingCapability: number | undefined;
    readonly powerState: number | undefined;
    readonly flags: number | undefined;
    readonly object: string | Redacted | undefined;
  };
  'kernel.power/full-wake': {
    readonly kind: string | Redacted;
    readonly reason: number;
    readonly ms: number;
  };
  'kernel.power/full-wake-by-firmware': {
    readonly options: number;
  };
  'kernel.power/full-wake-refused': Record<string, never>;
  'kernel.power/full-wake-requested': Record<string, never>;
  'kernel.power/full-wake-withdrawn': Record<string, never>;
  'kernel.power/idle-sleep-disabled': Record<string, never>;
  'kernel.power/idle-sleep-enabled': Record<string, never>;
  'kernel.power/idle-sleep-too-late': Record<string, never>;
  'kernel.power/idle-timer-cancelled': Record<string, never>;
  'kernel.power/idle-timer-expired': Record<string, never>;
  'kernel.power/idle-timer-extended': {
    readonly fromMs: number;
    readonly toMs: number;
  };
  'kernel.power/idle-timer-not-set': {
    readonly noIdle: number;
  };
  'kernel.power/idle-timer-set': {
    readonly ms: number | undefined;
    readonly seconds: number | undefined;
  };
  'kernel.power/lid-closed': Record<string, never>;
  'kernel.power/lid-opened': Record<string, never>;
  'kernel.power/lid-state': {
    readonly lidClosed: number;
    readonly lidSleepDisabled: number;
    readonly lidMask: number | undefined;
    readonly desktopMode: number;
    readonly ac: number;
    readonly sleepDisabled: number | undefined;
  };
  'kernel.power/next-alarm': {
    readonly kind: string | Redacted;
    readonly seconds: number | undefined;
    readonly time: CalendarTime | Redacted | undefined;
  };
  'kernel.power/notification-wake-end': Record<string, never>;
  'kernel.power/policy-evaluated': {
    readonly stimulus: number;
    readonly argument: number;
  };
  'kernel.power/preventer-added': {
    readonly driver: string | Redacted;
    readonly kind: PreventedSleep | Redacted;
    readonly total: number;
  };
  'kernel.power/preventer-removed': {
    readonly driver: string | Redacted;
    readonly kind: PreventedSleep | Redacted;
    readonly total: number;
  };
  'kernel.power/sleep-announced': {
    readonly fromState: PowerState | Redacted | undefined;
    readonly toState: PowerState | Redacted | undefined;
    readonly fromNumber: number | undefined;
    readonly toNumber: number | undefined;
  };
  'kernel.power/sleep-answered': {
    readonly flags: number;
    readonly cancel: number;
    readonly kind: number;
    readonly fromCapability: number;
    readonly toCapability: number;
  };
  'kernel.power/sleep-asked': {
    readonly fromState: PowerState | Redacted | undefined;
    readonly toState: PowerState | Redacted | undefined;
    readonly fromNumber: number | undefined;
    readonly toNumber: number | undefined;
  };
  'kernel.power/sleep-cancelled': {
    readonly activityNow: number | undefined;
    readonly activityAtSleep: number | undefined;
    readonly fromState: PowerState | Redacted | undefined;
    readonly toState: PowerState | Redacted | undefined;
    readonly fromNumber: number | undefined;
    readonly toNumber: number | undefined;
  };
  'kernel.power/sleep-duplicate': Record<string, never>;
  'kernel.power/sleep-for-battery': Record<string, never>;
  'kernel.power/sleep-for-heat': Record<string, never>;
  'kernel.power/sleep-prevented': {
    readonly preventer: string | Redacted;
  };
  'kernel.power/sleep-reason': {
    readonly reason: string | Redacted;
  };
  'kernel.power/sleep-reverted': Record<string, never>;
  'kernel.power/state-adjusted': {
    readonly state: string | Redacted;
    readonly sleepAsap: number;
    readonly idleSleepEnabled: number;
  };
  'kernel.power/system-sleep': {
    readonly kind: Hibernation | string | Redacted | undefined;
  };
  'kernel.power/system-wake': {
    readonly kind: Hibernation | string | Redacted | undefined;
  };
  'kernel.power/transition-done': {
    readonly fromState: PowerState | Redacted | undefined;
    readonly toState: PowerState | Redacted | undefined;
    readonly fromNumber: number | undefined;
    readonly toNumber: number | undefined;
  };
  'kernel.power/transition-finish': {
    readonly fromState: PowerState | string | Redacted;
    readonly toState: PowerState | string | Redacted;
    readonly fromCapability: number;
    readonly toCapability: number;
    readonly flags: number;
    readonly generation: number;
    readonly messages: number;
    readonly tag: number | undefined;
    readonly kind: number | undefined;
    readonly desiredCapability: number | undefined;
    readonly timer: number | bigint | undefined;
  };
  'kernel.power/transition-override': {
    readonly fromState: PowerState | Redacted;
    readonly toState: PowerState | Redacted;
    readonly fromCapability: number;
    readonly flags: number;
    readonly tag: number;
  };
  'kernel.power/transition-start': {
    readonly fromState: PowerState | string | Redacted;
    readonly toState: PowerState | string | Redacted;
    readonly fromCapability: number;
    readonly toCapability: number;
    readonly flags: number;
    readonly generation: number;
    readonly messages: number;
    readonly tag: number | undefined;
    readonly kind: number | undefined;
    readonly desiredCapability: number | undefined;
  };
  'kernel.power/user-active-request-unnamed': Record<string, never>;
  'kernel.power/user-active-requested': {
    readonly device: string | Redacted;
    readonly registryId: string | Redacted;
    readonly reason: string | Redacted;
  };
  'kernel.power/user-activity': {
    readonly count: number;
    readonly lastSleepReason: number;
  };
  'kernel.power/user-activity-at-sleep': {
    readonly count: number;
  };
  'kernel.power/user-activity-by-lid': {
    readonly count: number;
    readonly lastSleepReason: number;
  };
  'kernel.power/user-activity-ignored': Record<string, never>;
  'kernel.power/user-activity-stale': {
    readonly activityAt: string | Redacted;
    readonly now: string | Redacted;
    readonly wokeAt: string | Redacted;
  };
  'kernel.power/user-inactive': Record<string, never>;
  'kernel.power/user-inactive-since': {
    readonly inactiveMinutes: number;
    readonly minutesToSleep: number;
  };
  'kernel.power/wake-announced': {
    readonly fromState: PowerState | Redacted | undefined;
    readonly toState: PowerState | Redacted | undefined;
    readonly fromNumber: number | undefined;
    readonly toNumber: number | undefined;
  };
  'kernel.power/wake-event-claimed': {
    readonly reason: string | Redacted;
    readonly device: string | Redacted;
    readonly flags: number;
    readonly pendingFlags: number;
    readonly ready: number;
  };
  'kernel.power/wake-events': {
    readonly reasons: string | Redacted;
  };
  'kernel.process/code-invalid-refused': {
    readonly pid: number;
  };
  'kernel.process/code-page-invalid': {
    readonly address: number;
    readonly pid: number;
    readonly process: string | Redacted;
    readonly status: number;
    readonly verdict: string | Redacted;
  };
  'kernel.process/code-page-mismatch': {
    readonly address: number;
    readonly pid: number;
    readonly process: string | Redacted;
  };
  'kernel.process/core-file-failed': {
    readonly pid: number | undefined;
    readonly error: number;
    readonly seconds: number;
    readonly milliseconds: number;
  };
  'kernel.process/core-file-written': {
    readonly pid: number | undefined;
    readonly seconds: number;
    readonly milliseconds: number;
  };
  'kernel.process/corpse-allowed': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly count: number;
    readonly max: number;
  };
  'kernel.process/corpse-enqueued': {
    readonly task: number | undefined;
    readonly corpse: number | undefined;
    readonly process: string | Redacted | undefined;
  };
  'kernel.process/corpse-impossible': {
    readonly pid: number;
  };
  'kernel.process/corpse-purged': {
    readonly pid: number | undefined;
  };
  'kernel.process/corpse-refused': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly count: number;
  };
  'kernel.process/corpse-released': {
    readonly count: number;
  };
  'kernel.process/corpse-report-failed': {
    readonly error: number;
    readonly pid: number;
  };
  'kernel.process/cpu-ledger': {
    readonly balance: number | bigint;
    readonly credit: number | bigint;
    readonly debit: number | bigint;
  };
  'kernel.process/cpu-ledger-limit': {
    readonly limit: number | bigint;
    readonly periodNs: number | bigint;
    readonly lastRefillNs: number | bigint;
    readonly violation: string | Redacted;
  };
  'kernel.process/cpu-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly thread: number | bigint;
    readonly percent: number;
    readonly overSeconds: number | bigint;
  };
  'kernel.process/cpu-limit-silently': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly thread: number | bigint;
    readonly termination: string | Redacted | undefined;
    readonly suppressed: Suppressed | Redacted;
    readonly cause: string | Redacted;
  };
  'kernel.process/cpu-usage': {
    readonly percent: number;
    readonly overSeconds: number | bigint;
  };
  'kernel.process/cpu-usage-lifetime': {
    readonly seconds: number;
    readonly microseconds: number;
    readonly userSeconds: number;
    readonly userMicroseconds: number;
    readonly systemSeconds: number;
    readonly systemMicroseconds: number;
  };
  'kernel.process/crashed-too-many-corpses': {
    readonly pid: number;
    readonly process: string | Redacted;
  };
  'kernel.process/descriptors-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly count: number;
  };
  'kernel.process/disk-limit': {
    readonly pid: number;
    readonly flavor: number;
    readonly taskMb: number | bigint;
    readonly limitMb: number | bigint;
    readonly limitSeconds: number | bigint;
  };
  'kernel.process/disk-limit-coalition': {
    readonly coalition: number | bigint;
    readonly flavor: number;
    readonly taskMb: number | bigint;
    readonly limitMb: number | bigint;
    readonly limitSeconds: number | bigint;
    readonly pid: number;
  };
  'kernel.process/exit-during-freeze': {
    readonly pid: number;
  };
  'kernel.process/exit-held': {
    readonly pid: number;
    readonly position: number;
  };
  'kernel.process/exit-held-over': {
    readonly pid: number;
    readonly position: number;
  };
  'kernel.process/exit-reason-lost': Record<string, never>;
  'kernel.process/exit-reason-unreadable': {
    readonly expected: number | undefined;
    readonly got: number | undefined;
  };
  'kernel.process/exit-stuck': {
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'kernel.process/exit-usage-lost': {
    readonly process: string | Redacted;
  };
  'kernel.process/exited-critical': {
    readonly pid: number;
    readonly namespace: number | undefined;
    readonly code: number;
    readonly description: string | Redacted | undefined;
    readonly signal: number | undefined;
  };
  'kernel.process/panic-on-crash-disabled': Record<string, never>;
  'kernel.process/ports-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly count: number;
  };
  'kernel.process/sending-signal': {
    readonly process: string | Redacted;
    readonly signal: number;
  };
  'kernel.process/text-corruption': {
    readonly pid: number;
  };
  'kernel.process/threads-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly count: number;
  };
  'kernel.process/wakeups-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly wakeups: number | bigint;
    readonly overSeconds: number | bigint;
    readonly perSecond: number | bigint;
    readonly fatal: FatalMark | string | Redacted | undefined;
    readonly limit: number | bigint;
    readonly limitSeconds: number | bigint;
  };
  'kernel.process/wakeups-limit-silently': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly suppressed: Suppressed | Redacted;
    readonly cause: string | Redacted;
  };
  'kernel.shutdown/driver-acknowledged-unasked': {
    readonly driver: string | Redacted;
  };
  'kernel.shutdown/driver-extensions-stopped': {
    readonly ms: number | bigint;
  };
  'kernel.shutdown/driver-skipped': {
    readonly driver: string | Redacted;
  };
  'kernel.shutdown/driver-slow': {
    readonly end: string | Redacted;
    readonly driver: string | Redacted;
    readonly registryId: string | Redacted;
    readonly ms: number;
  };
  'kernel.shutdown/driver-waited-for': {
    readonly end: string | Redacted;
    readonly driver: string | Redacted;
  };
  'kernel.shutdown/drivers-counted': {
    readonly drivers: number;
    readonly layers: number;
    readonly workers: number;
  };
  'kernel.shutdown/drivers-done': {
    readonly end: string | Redacted;
    readonly ms: number;
  };
  'kernel.shutdown/handler-slow': {
    readonly end: string | Redacted;
    readonly handler: string | Redacted;
    readonly ms: number;
  };
  'kernel.shutdown/layer-counted': {
    readonly layer: number;
    readonly drivers: number;
  };
  'kernel.shutdown/power-quiet': {
    readonly ms: number;
  };
  'kernel.shutdown/total-time': {
    readonly end: string | Redacted;
    readonly ms: number;
  };
  'kernel.shutdown/total-time-log': {
    readonly end: string | Redacted;
    readonly ms: number;
    readonly log: string | Redacted;
  };
  'kernel.shutdown/unmount-waited': {
    readonly ms: number | bigint;
  };
  'kernel.shutdown/worker-done': {
    readonly worker: string | Redacted;
    readonly visits: number | undefined;
  };
  'kernel.shutdown/worker-started': {
    readonly worker: string | Redacted;
  };
  'kernel.system-event/mark-set': {
    readonly ticks: number | bigint;
    readonly kind: string | Redacted;
    readonly source: string | Redacted;
    readonly event: string | Redacted;
    readonly payload: string | Redacted;
  };
  'kernel.tcp/channel-flow': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly flowId: string | Redacted;
    readonly detail: string | Redacted;
  };
  'kernel.tcp/connect-incoming': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
    readonly error: number | undefined;
    readonly socketError: number | undefined;
    readonly serviceClass: number | undefined;
    readonly kernelFlow: number | undefined;
    readonly queue: number | undefined;
    readonly queued: number | undefined;
    readonly halfOpen: number | undefined;
  };
  'kernel.tcp/connect-outgoing': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
    readonly error: number | undefined;
    readonly socketError: number | undefined;
    readonly serviceClass: number | undefined;
    readonly kernelFlow: number | undefined;
  };
  'kernel.tcp/connected': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
    readonly error: number | undefined;
    readonly socketError: number | undefined;
    readonly serviceClass: number | undefined;
    readonly kernelFlow: number | undefined;
    readonly queue: number | undefined;
    readonly queued: number | undefined;
    readonly halfOpen: number | undefined;
  };
  'kernel.tcp/connection-flags': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly flowControl: string | Redacted;
    readonly synIn: number;
    readonly synOut: number;
    readonly finIn: number;
    readonly finOut: number;
    readonly rstIn: number;
    readonly rstOut: number;
    readonly ecn: string | Redacted | undefined;
  };
  'kernel.tcp/connection-summary': {
    readonly function: string | Redacted | undefined;
    readonly line: number | undefined;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly duration: WholeAndFraction | Redacted;
    readonly connectTime: WholeAndFraction | Redacted;
    readonly bytesIn: number | bigint;
    readonly bytesOut: number | bigint;
    readonly packetsIn: number | bigint;
    readonly packetsOut: number | bigint;
    readonly retransmitted: number;
    readonly outOfOrder: number;
    readonly duplicateBytes: number;
    readonly acksDelayed: number | undefined;
    readonly delayedAcks: number | undefined;
    readonly rttMs: WholeAndFraction | Redacted;
    readonly rttVarianceMs: WholeAndFraction | Redacted;
    readonly baseRttMs: number | undefined;
    readonly error: number;
    readonly serviceClass: number;
    readonly kernelFlow: number | undefined;
    readonly synRetransmitted: number | undefined;
  };
  'kernel.tcp/control-drop': {
    readonly direction: string | Redacted;
    readonly flags: string | Redacted | undefined;
    readonly localAddress: string | Redacted | undefined;
    readonly localPort: number | undefined;
    readonly remoteAddress: string | Redacted | undefined;
    readonly remotePort: number | undefined;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint | undefined;
    readonly reason: string | Redacted;
  };
  'kernel.tcp/control-segment': {
    readonly direction: string | Redacted;
    readonly flags: string | Redacted | undefined;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly repeatedAddresses: string | Redacted | undefined;
    readonly repeatedInterface: string | Redacted | undefined;
    readonly repeatedSkipped: number | bigint | undefined;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted | undefined;
    readonly process: string | Redacted | undefined;
    readonly pid: number | undefined;
    readonly synIn: number | undefined;
    readonly synOut: number | undefined;
    readonly rttMs: WholeAndFraction | Redacted | undefined;
    readonly rttVarianceMs: WholeAndFraction | Redacted | undefined;
    readonly synRetransmitted: number | undefined;
    readonly retransmitted: number | undefined;
    readonly error: number | undefined;
    readonly serviceClass: number | undefined;
  };
  'kernel.tcp/drop': {
    readonly direction: string | Redacted | undefined;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly droppedState: string | Redacted;
    readonly error: number;
    readonly reason: string | Redacted;
  };
  'kernel.tcp/keepalive': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly unacknowledged: number;
    readonly highestSent: number;
    readonly keepAlive: number;
    readonly readStall: number;
    readonly fastOpenProbe: number;
    readonly idleTime: number;
    readonly keepIdle: number;
    readonly keepInterval: number;
    readonly keepCount: number;
  };
  'kernel.tcp/listen': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly queue: number;
    readonly error: number;
    readonly socketError: number;
    readonly serviceClass: number;
  };
  'kernel.tcp/output-trace': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly bytesIn: number | bigint;
    readonly bytesOut: number | bigint;
    readonly packetsIn: number | bigint;
    readonly packetsOut: number | bigint;
    readonly retransmitted: number;
    readonly detail: string | Redacted;
  };
  'kernel.tcp/round-trip': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly baseRttMs: number | undefined;
    readonly currentMs: number;
    readonly smoothedMs: number;
    readonly varianceMs: number;
    readonly minimumMs: number;
    readonly retransmitTimeout: number;
    readonly retransmitShift: number;
  };
  'kernel.tcp/round-trip-changed': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly smoothedMs: number;
    readonly oldSmoothedMs: number;
    readonly varianceMs: number;
    readonly oldVarianceMs: number;
  };
  'kernel.tcp/round-trip-of-route': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly isLocked: number;
    readonly routeRttMs: number;
    readonly varianceMs: number;
  };
  'kernel.tcp/socket-event': {
    readonly event: string | Redacted;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
    readonly error: number;
    readonly socketError: number;
    readonly serviceClass: number;
    readonly kernelFlow: number | undefined;
    readonly queue: number | undefined;
    readonly queued: number | undefined;
    readonly halfOpen: number | undefined;
  };
  'kernel.tcp/state-changed': {
    readonly function: string | Redacted | undefined;
    readonly line: number | undefined;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly newState: string | Redacted | undefined;
  };
  'kernel.tcp/trace': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly bytesIn: number | bigint | undefined;
    readonly bytesOut: number | bigint | undefined;
    readonly packetsIn: number | bigint | undefined;
    readonly packetsOut: number | bigint | undefined;
    readonly detail: string | Redacted;
  };
  'kernel.tunnel/channel-setup-failed': {
    readonly function: string | Redacted;
    readonly error: number;
  };
  'kernel.tunnel/channel-teardown-failed': {
    readonly function: string | Redacted;
    readonly error: number;
  };
  'kernel.tunnel/datapath-stopped': {
    readonly function: string | Redacted;
    readonly interface: string | Redacted;
  };
  'kernel.tunnel/flow-switch-failed': {
    readonly function: string | Redacted;
    readonly channel: string | Redacted | undefined;
    readonly error: number | undefined;
  };
  'kernel.tunnel/input-refused': {
    readonly function: string | Redacted;
    readonly error: number;
  };
  'kernel.tunnel/interface-failed': {
    readonly function: string | Redacted;
    readonly error: number;
  };
  'kernel.tunnel/refill-failed': {
    readonly function: string | Redacted;
    readonly error: number;
  };
  'kernel.tunnel/registration-failed': {
    readonly function: string | Redacted;
    readonly channel: string | Redacted | undefined;
    readonly error: number | undefined;
  };
  'kernel.tunnel/short-packet-written': {
    readonly function: string | Redacted;
    readonly length: number;
  };
  'kernel.udp/connect': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint;
    readonly socketState: number;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly bytesIn: number | bigint;
    readonly bytesOut: number | bigint;
    readonly packetsIn: number | bigint;
    readonly packetsOut: number | bigint;
    readonly error: number;
    readonly socketError: number;
    readonly serviceClass: number;
    readonly kernelFlow: number | undefined;
  };
  'kernel.udp/connection-summary': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint;
    readonly socketState: number;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly duration: WholeAndFraction | Redacted;
    readonly connectTime: WholeAndFraction | Redacted;
    readonly bytesIn: number | bigint;
    readonly bytesOut: number | bigint;
    readonly packetsIn: number | bigint;
    readonly packetsOut: number | bigint;
    readonly noSpacePackets: number | bigint | undefined;
    readonly noSpaceBytes: number | bigint | undefined;
    readonly error: number;
    readonly serviceClass: number;
    readonly kernelFlow: number | undefined;
    readonly flowControlUs: number | bigint | undefined;
    readonly flowControlCount: number | bigint | undefined;
  };
  'kernel.udp/drop': {
    readonly direction: string | Redacted | undefined;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint;
    readonly socketState: number;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly error: number;
    readonly reason: string | Redacted;
  };
  'kernel.udp/flow-control': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint;
    readonly socketState: number;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly flowControlUs: number | bigint | undefined;
    readonly flowControlCount: number | bigint;
    readonly suspendCount: number | bigint | undefined;
  };
  'kernel.udp/socket-event': {
    readonly event: string | Redacted;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint;
    readonly socketState: number;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly bytesIn: number | bigint;
    readonly bytesOut: number | bigint;
    readonly packetsIn: number | bigint;
    readonly packetsOut: number | bigint;
    readonly error: number;
    readonly socketError: number;
    readonly serviceClass: number;
    readonly kernelFlow: number | undefined;
  };
  'kernel.udp/trace': {
    readonly function: string | Redacted;
    readonly line: number;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted | undefined;
    readonly skipped: number | bigint;
    readonly socket: number | bigint;
    readonly socketState: number;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly detail: string | Redacted;
  };
  'kernel.utun/address-list-failed': {
    readonly interface: string | Redacted;
    readonly protocol: string | Redacted;
    readonly error: number;
  };
  'kernel.utun/address-removal-failed': {
    readonly error: number;
  };
  'kernel.utun/allocate-failed': {
    readonly error: number;
  };
  'kernel.utun/app-uuid-missing': {
    readonly error: number | undefined;
    readonly interface: string | Redacted;
    readonly length: number | undefined;
    readonly headerSize: number | bigint | undefined;
  };
  'kernel.utun/attach-failed': {
    readonly error: number;
  };
  'kernel.utun/bad-packet-length': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
    readonly headerSize: number | bigint;
  };
  'kernel.utun/cleanup-failed': {
    readonly protocol: string | number | Redacted | undefined;
    readonly error: number | undefined;
  };
  'kernel.utun/created': {
    readonly interface: string | Redacted;
    readonly interfaceId: string | Redacted;
  };
  'kernel.utun/detach-failed': {
    readonly error: number;
  };
  'kernel.utun/empty-packet': {
    readonly interface: string | Redacted;
  };
  'kernel.utun/flow-switch-failed': {
    readonly error: number;
  };
  'kernel.utun/flow-switch-missing': Record<string, never>;
  'kernel.utun/framing-failed': Record<string, never>;
  'kernel.utun/packet-buffer-missing': {
    readonly interface: string | Redacted;
  };
  'kernel.utun/packet-copy-failed': {
    readonly interface: string | Redacted;
    readonly length: number | bigint | undefined;
    readonly error: number;
  };
  'kernel.utun/packet-not-delivered': {
    readonly interface: string | Redacted;
    readonly error: number;
  };
  'kernel.utun/packet-too-long': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
    readonly limit: number;
  };
  'kernel.utun/packet-too-short': {
    readonly interface: string | Redacted;
    readonly length: number | bigint;
    readonly headerSize: number | bigint;
  };
  'kernel.utun/pause-failed': {
    readonly error: number;
  };
  'kernel.utun/protocol-attach-failed': {
    readonly protocol: number;
    readonly error: number;
  };
  'kernel.utun/provider-not-reading': {
    readonly error: number;
  };
  'kernel.utun/queue-length-unknown': {
    readonly error: number;
  };
  'kernel.utun/queue-length-unknown-after-read': {
    readonly error: number;
  };
  'kernel.utun/registration-failed': {
    readonly error: number | undefined;
    readonly protocol: string | Redacted | undefined;
    readonly interfaceFamily: string | Redacted | undefined;
  };
  'kernel.utun/resume-failed': {
    readonly error: number;
  };
  'kernel.utun/stack-attach-failed': {
    readonly error: number;
  };
  'kernel.utun/unknown-ip-version': {
    readonly interface: string | Redacted;
    readonly ipVersion: number;
    readonly firstByte: number;
    readonly offset: number | undefined;
    readonly length: number | undefined;
    readonly headerSize: number | bigint;
  };
  'kernel.wake-driver/wake-reason': {
    readonly reason: string | Redacted;
    readonly driver: string | Redacted | undefined;
  };
  'log.daemon/quarantined': {
    readonly count: number | bigint;
    readonly process: string | Redacted;
    readonly pid: number;
  };
  'log.meta/boot': {
    readonly uuid: string | Redacted;
  };
  'log.meta/class-begins': {
    readonly class: string | Redacted;
  };
  'log.meta/loss': {
    readonly count: number;
    readonly from: number | bigint;
    readonly to: number | bigint;
  };
  'log.meta/wallclock-adjusted': Record<string, never>;
  'log.tool/filtering': {
    readonly predicate: string | Redacted;
  };
  'log.tool/skipping': {
    readonly levels: string | Redacted;
    readonly options: string | Redacted;
  };
  'log.tool/user-unknown': {
    readonly uid: number;
  };
  'nesessionmanager.agent/cancelled': {
    readonly object: string | Redacted;
    readonly method: string | Redacted;
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'nesessionmanager.agent/connection-gone': {
    readonly bundle: string | Redacted;
    readonly pid: number;
  };
  'nesessionmanager.agent/connection-interrupted': Record<string, never>;
  'nesessionmanager.agent/died-unexpectedly': {
    readonly bundle: string | Redacted | undefined;
    readonly object: string | Redacted | undefined;
    readonly method: string | Redacted | undefined;
  };
  'nesessionmanager.agent/disposed': {
    readonly bundle: string | Redacted;
    readonly pid: number;
  };
  'nesessionmanager.agent/disposing': {
    readonly bundle: string | Redacted;
    readonly pid: number;
  };
  'nesessionmanager.agent/exit-noticed': {
    readonly object: string | Redacted;
  };
  'nesessionmanager.agent/exit-timer-expired': {
    readonly bundle: string | Redacted;
  };
  'nesessionmanager.agent/ike-status': {
    readonly status: string | Redacted;
  };
  'nesessionmanager.agent/killing-extension': {
    readonly bundle: string | Redacted | undefined;
    readonly pid: number;
  };
  'nesessionmanager.agent/setup-failed': {
    readonly bundle: string | Redacted | undefined;
    readonly pid: number | undefined;
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'nesessionmanager.agent/sleep-acknowledged': {
    readonly object: string | Redacted;
  };
  'nesessionmanager.agent/sleep-completed': {
    readonly object: string | Redacted;
    readonly method: string | Redacted;
    readonly result: string | Redacted;
  };
  'nesessionmanager.agent/start-failed': {
    readonly bundle: string | Redacted;
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'nesessionmanager.agent/start-identified': {
    readonly kind: ExtensionKind | Redacted | undefined;
    readonly bundle: string | Redacted;
    readonly id: string | Redacted;
  };
  'nesessionmanager.agent/started': {
    readonly object: string | Redacted;
    readonly pid: number;
  };
  'nesessionmanager.agent/starting': {
    readonly bundle: string | Redacted;
  };
  'nesessionmanager.agent/status-update': {
    readonly status: number;
    readonly error: number;
  };
  'nesessionmanager.agent/update-ignored': {
    readonly bundle: string | Redacted;
  };
  'nesessionmanager.agent/updating': {
    readonly bundles: string | Redacted;
    readonly action: string | Redacted | undefined;
  };
  'nesessionmanager.agent/wake-completed': {
    readonly object: string | Redacted;
    readonly method: string | Redacted;
    readonly result: string | Redacted;
  };
  'nesessionmanager.server/dns-placeholder-added': {
    readonly session: NeSession | Redacted;
    readonly id: string | Redacted;
  };
  'nesessionmanager.server/event-subscribed': {
    readonly subscription: string | Redacted;
    readonly bundle: string | Redacted;
    readonly point: string | Redacted;
  };
  'nesessionmanager.server/interface-changed': {
    readonly kind: string | Redacted;
    readonly from: string | Redacted;
    readonly to: string | Redacted;
  };
  'nesessionmanager.server/interface-creating': {
    readonly kind: number;
  };
  'nesessionmanager.server/interface-failed': {
    readonly kind: number;
  };
  'nesessionmanager.server/interface-mtu-failed': {
    readonly error: string | Redacted;
  };
  'nesessionmanager.server/job-submitted': {
    readonly job: BodyByKind['dictionary'] | Redacted;
  };
  'nesessionmanager.server/network-changed': {
    readonly part: NetworkPart | Redacted;
  };
  'nesessionmanager.server/no-network': Record<string, never>;
  'nesessionmanager.server/policies-changed': {
    readonly kind: string | Redacted;
    readonly change: PolicyChange | Redacted;
    readonly tag: string | Redacted | undefined;
    readonly ids: BodyByKind['dictionary'] | Redacted;
  };
  'nesessionmanager.server/register-request': {
    readonly server: number;
    readonly kind: string | Redacted;
    readonly session: NeSession | Redacted;
  };
  'nesessionmanager.server/registering': {
    readonly session: NeSession | Redacted;
  };
  'nesessionmanager.server/registrations-found': {
    readonly count: number;
    readonly bundle: string | Redacted;
    readonly point: string | Redacted;
  };
  'nesessionmanager.server/relay-error-changed': {
    readonly name: string | Redacted;
    readonly from: number;
    readonly to: number;
  };
  'nesessionmanager.server/secondary-interface-changed': {
    readonly interface: string | Redacted;
  };
  'nesessionmanager.server/session-delayed': {
    readonly waiting: string | Redacted;
    readonly session: NeSession | Redacted;
  };
  'nesessionmanager.server/uninstall-request': {
    readonly server: number;
    readonly session: NeSession | Redacted;
  };
  'nesessionmanager.server/url-checked': {
    readonly method: string | Redacted;
    readonly verdict: string | Redacted;
    readonly url: string | Redacted;
    readonly app: string | Redacted;
    readonly pid: number;
  };
  'nesessionmanager.server/vpn-plugins-enumerated': {
    readonly kind: string | Redacted;
  };
  'nesessionmanager.session/can-sleep': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/delegate-interface-set': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly interface: string | Redacted;
  };
  'nesessionmanager.session/entering-state': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly enteredState: string | Redacted;
    readonly timeout: number | undefined;
  };
  'nesessionmanager.session/info-fetch': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly kind: string | Redacted;
    readonly client: string | Redacted;
    readonly clientPid: number;
  };
  'nesessionmanager.session/interface-creating': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly kind: number;
  };
  'nesessionmanager.session/interface-failed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly kind: number;
  };
  'nesessionmanager.session/interfaces-ranked': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly stopped: boolean | Redacted;
    readonly status: SessionStatus | Redacted;
    readonly includeAllNetworks: boolean | Redacted | undefined;
  };
  'nesessionmanager.session/leaving-state': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly leftState: string | Redacted;
  };
  'nesessionmanager.session/network-agent-updated': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly activity: AgentActivity | Redacted;
    readonly necessity: AgentNecessity | Redacted;
    readonly userActivation: string | Redacted;
    readonly kernelActivation: string | Redacted;
  };
  'nesessionmanager.session/no-network': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/on-demand-enabled': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly client: string | Redacted;
    readonly clientPid: number;
  };
  'nesessionmanager.session/on-demand-reset': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/on-demand-start': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly clientPid: number;
  };
  'nesessionmanager.session/plugin-already-disconnected': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugin-attached': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted;
    readonly endpoint: number;
  };
  'nesessionmanager.session/plugin-detached': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted;
  };
  'nesessionmanager.session/plugin-disconnected': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted | undefined;
    readonly reason: string | Redacted;
    readonly subject: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugin-disposed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted;
  };
  'nesessionmanager.session/plugin-executables': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted;
    readonly executables: BodyByKind['dictionary'] | Redacted;
  };
  'nesessionmanager.session/plugin-initialized': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugin-installed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugin-ipc-established': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugin-started': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted;
    readonly pid: number;
    readonly error: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugin-status': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly plugin: Plugin | Redacted;
    readonly status: SessionStatus | Redacted;
    readonly reason: string | Redacted | undefined;
  };
  'nesessionmanager.session/plugins-disposed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/policies-reset': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly kind: string | Redacted | undefined;
    readonly tunnel: string | Redacted | undefined;
    readonly primary: string | Redacted | undefined;
  };
  'nesessionmanager.session/policy-retry-cancelled': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/relay-agent-failed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly id: string | Redacted;
  };
  'nesessionmanager.session/relay-agent-registered': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly id: string | Redacted;
  };
  'nesessionmanager.session/routes-not-enforced': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/settings-failed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/settings-requested': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly handler: string | Redacted;
    readonly detail: string | Redacted;
  };
  'nesessionmanager.session/sleep-event': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/start-command': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly client: string | Redacted;
    readonly clientPid: number;
  };
  'nesessionmanager.session/start-rejected': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly client: string | Redacted;
    readonly clientPid: number | undefined;
  };
  'nesessionmanager.session/start-skipped': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly client: string | Redacted;
    readonly clientPid: number;
    readonly status: SessionStatus | Redacted;
  };
  'nesessionmanager.session/state-timer-fired': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly timeout: number;
    readonly timedState: string | Redacted;
  };
  'nesessionmanager.session/status-changed': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly status: SessionStatus | Redacted;
    readonly reason: string | Redacted | undefined;
  };
  'nesessionmanager.session/status-set': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly code: number;
  };
  'nesessionmanager.session/stop-command': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly client: string | Redacted;
    readonly clientPid: number;
    readonly reason: number | undefined;
  };
  'nesessionmanager.session/stop-denied': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
    readonly client: string | Redacted;
    readonly clientPid: number | undefined;
  };
  'nesessionmanager.session/timed-out': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/uninstalled': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'nesessionmanager.session/wake-event': {
    readonly session: NeSession | Redacted;
    readonly state: string | Redacted | undefined;
  };
  'network.activity/not-reported': {
    readonly domain: number;
    readonly label: number;
    readonly activity: string | Redacted;
    readonly strategy: string | Redacted;
    readonly task: string | Redacted | undefined;
    readonly number: number | undefined;
    readonly subject: string | Redacted | undefined;
  };
  'network.agent/remove-failed': {
    readonly function: NwAgentRemoval | Redacted;
    readonly interface: string | Redacted;
    readonly error: number;
    readonly description: string | Redacted;
  };
  'network.connection-end/cancel': {
    readonly id: string | Redacted;
    readonly uuid: string | Redacted;
    readonly endpoint: string | Redacted;
    readonly parameters: string | Redacted;
  };
  'network.connection-end/cancelled': {
    readonly id: string | Redacted;
    readonly uuid: string | Redacted;
    readonly endpoint: string | Redacted;
    readonly parameters: string | Redacted;
    readonly instance: NwInstance | Redacted | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly local: string | Redacted | undefined;
    readonly remote: string | Redacted | undefined;
    readonly path: BodyByKind['nw-path'] | Redacted | undefined;
    readonly stance: string | Redacted | undefined;
    readonly duration: number | undefined;
    readonly dnsAt: number | undefined;
    readonly dnsTook: number | undefined;
    readonly tcpAt: number | undefined;
    readonly tcpTook: number | undefined;
    readonly tlsTook: number | undefined;
    readonly bytesIn: number | bigint | undefined;
    readonly bytesOut: number | bigint | undefined;
    readonly packetsIn: number | bigint | undefined;
    readonly packetsOut: number | bigint | undefined;
    readonly rtt: number | undefined;
    readonly retransmitted: number | bigint | undefined;
    readonly outOfOrder: number | bigint | undefined;
    readonly ecnSent: number | bigint | undefined;
    readonly ecnAcked: number | bigint | undefined;
    readonly ecnMarked: number | bigint | undefined;
    readonly ecnLost: number | bigint | undefined;
    readonly summary: string | Redacted | undefined;
  };
  'network.connection-event/client-connection-idle': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/client-connection-reused': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/client-data-stall': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/event': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly event: string | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-changed-viability': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-child-finish-connect': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-finish-connect': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-finish-transport': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-receive-nexus': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-start-connect': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/flow-start-nexus': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/path-satisfied': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/path-satisfied-change': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/path-start': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/path-unsatisfied': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/resolver-receive-dns': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-event/resolver-start-dns': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly since: number | undefined;
    readonly clientId: string | Redacted | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-failure/failed': {
    readonly id: string | Redacted;
    readonly endpoint: string | Redacted;
    readonly path: string | Redacted;
    readonly since: number | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection-state/state': {
    readonly id: string | Redacted;
    readonly state: string | Redacted;
    readonly error: string | Redacted | undefined;
  };
  'network.connection/connection-start': {
    readonly id: string | Redacted;
    readonly uuid: string | Redacted | undefined;
    readonly endpoint: string | Redacted;
    readonly parameters: string | Redacted;
  };
  'network.flow/add-flow-failed': {
    readonly clientId: string | Redacted;
    readonly error: number | undefined;
    readonly description: string | Redacted | undefined;
    readonly parameters: string | Redacted | undefined;
  };
  'network.flow/address-added': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly endpoint: string | Redacted;
  };
  'network.flow/already-failing': {
    readonly node: BodyByKind['nw-node'] | Redacted;
  };
  'network.flow/channel-failed': {
    readonly node: BodyByKind['nw-node'] | Redacted;
  };
  'network.flow/denied-by-policy': {
    readonly id: string | Redacted;
    readonly endpoint: string | Redacted;
    readonly state: string | Redacted;
    readonly handler: string | Redacted;
    readonly interface: string | Redacted | undefined;
    readonly traits: string | Redacted | undefined;
  };
  'network.flow/dns-stall': {
    readonly id: string | Redacted;
  };
  'network.flow/flow-added': {
    readonly flowId: string | Redacted;
    readonly clientId: string | Redacted;
  };
  'network.flow/flow-set-up': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly flowId: string | Redacted;
  };
  'network.flow/listener': {
    readonly function: NwListenerFunction | Redacted;
    readonly id: string | Redacted;
    readonly action: string | Redacted;
  };
  'network.flow/no-wake-failed': {
    readonly instance: NwInstance | Redacted;
    readonly error: number;
    readonly description: string | Redacted;
  };
  'network.flow/output-connected': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly protocol: string | Redacted;
  };
  'network.flow/pac-error': {
    readonly function: NwProxyFunction | Redacted;
    readonly instance: NwInstance | Redacted;
    readonly domain: string | Redacted;
    readonly code: number;
  };
  'network.flow/path-update-failed': {
    readonly error: number;
  };
  'network.flow/retransmit': {
    readonly instance: NwInstance | Redacted;
    readonly seq: number;
    readonly count: number;
  };
  'network.flow/segment-received': {
    readonly instance: NwInstance | Redacted;
    readonly flags: string | Redacted;
    readonly seq: number;
    readonly ack: number;
    readonly window: number;
    readonly state: string | Redacted;
    readonly received: number;
    readonly unacknowledged: number;
  };
  'network.flow/segment-sent': {
    readonly instance: NwInstance | Redacted;
    readonly flags: string | Redacted;
    readonly seq: number;
    readonly ack: number;
    readonly window: number;
    readonly state: string | Redacted;
    readonly received: number;
    readonly unacknowledged: number;
  };
  'network.flow/tcp-notified': {
    readonly instance: NwInstance | Redacted;
    readonly notification: string | Redacted;
    readonly value: boolean | Redacted;
  };
  'network.flow/tcp-summary': {
    readonly instance: NwInstance | Redacted;
    readonly uuid: string | Redacted | undefined;
    readonly local: string | Redacted | undefined;
    readonly remote: string | Redacted | undefined;
    readonly init: number | undefined;
    readonly connectMs: number | undefined;
    readonly syns: number | undefined;
    readonly counts: string | Redacted;
  };
  'network.flow/transport-connected': {
    readonly node: BodyByKind['nw-node'] | Redacted;
    readonly protocol: string | Redacted;
  };
  'network.flow/unconnected': {
    readonly id: string | Redacted;
  };
  'network.flow/viability-changed': {
    readonly id: string | Redacted;
    readonly viable: boolean | Redacted;
  };
  'network.http/transaction': {
    readonly instance: NwInstance | Redacted;
    readonly startReason: string | Redacted | undefined;
    readonly durationMs: number | undefined;
    readonly method: string | Redacted | undefined;
    readonly status: number | undefined;
    readonly details: string | Redacted | undefined;
  };
  'network.socket-error/socket-error': {
    readonly instance: NwInstance | Redacted;
    readonly error: number;
    readonly description: string | Redacted;
  };
  'network.task-connection/cleaning-up': {
    readonly connection: number;
  };
  'network.task-connection/connected': {
    readonly connection: number;
  };
  'network.task-connection/done': {
    readonly connection: number;
  };
  'network.task-connection/enabling-tls': {
    readonly connection: number;
  };
  'network.task-connection/ready': {
    readonly connection: number;
    readonly c: string | Redacted;
    readonly e: string | Redacted;
  };
  'network.task-connection/starting': {
    readonly connection: number;
    readonly context: string | Redacted;
  };
  'network.task-connection/tls-done': {
    readonly connection: number;
  };
  'network.task-connection/trust-asked': {
    readonly connection: number;
  };
  'network.task-connection/trust-result': {
    readonly connection: number;
    readonly result: number;
  };
  'network.task-connection/viability': {
    readonly connection: number;
    readonly viable: string | Redacted;
  };
  'network.task-error/http2-error': {
    readonly connection: number;
    readonly code: number;
    readonly error: string | Redacted;
  };
  'network.task-error/tcp-failed': {
    readonly context: string | Redacted;
    readonly domain: number;
    readonly code: number;
    readonly error: number;
  };
  'network.task/auth-completed': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly disposition: number;
    readonly credential: string | Redacted;
  };
  'network.task/done-using': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly connection: number;
  };
  'network.task/failed': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly code: number;
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'network.task/finished': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
  };
  'network.task/load-failed': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly sent: number | bigint;
    readonly received: number | bigint;
    readonly code: number;
    readonly domain: number;
    readonly subcode: number;
  };
  'network.task/response-ended': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
  };
  'network.task/response-received': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly status: number;
    readonly content: string | Redacted;
  };
  'network.task/resuming': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly requestTimeout: number;
    readonly resourceTimeout: number;
    readonly qos: number | undefined;
    readonly voucher: string | Redacted | undefined;
    readonly details: string | Redacted | undefined;
  };
  'network.task/sent': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly body: string | Redacted;
    readonly bytes: number | bigint;
  };
  'network.task/setting-up': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly connection: number;
  };
  'network.task/summary': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly outcome: CfnetworkOutcome | Redacted;
    readonly durationMs: number | undefined;
    readonly status: number | undefined;
    readonly connection: number | undefined;
    readonly protocol: string | Redacted | undefined;
    readonly reused: boolean | Redacted | undefined;
    readonly dnsMs: number | undefined;
    readonly connectMs: number | undefined;
    readonly tlsMs: number | undefined;
    readonly privateRelay: boolean | Redacted | undefined;
    readonly requestStartMs: number | undefined;
    readonly requestMs: number | undefined;
    readonly responseStartMs: number | undefined;
    readonly responseMs: number | undefined;
    readonly requestBytes: number | bigint | undefined;
    readonly responseBytes: number | bigint | undefined;
    readonly details: string | Redacted | undefined;
    readonly cacheHit: boolean | Redacted | undefined;
  };
  'network.task/using': {
    readonly context: string | Redacted | undefined;
    readonly contextId: number | undefined;
    readonly task: string | Redacted;
    readonly number: number;
    readonly connection: number;
  };
  'network.tls-alert/fatal-alert': {
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
    readonly alert: string | Redacted;
  };
  'network.tls/certificate-verified': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
    readonly result: string | Redacted;
  };
  'network.tls/configured': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
    readonly server: boolean | Redacted | undefined;
    readonly minVersion: number | undefined;
    readonly maxVersion: number | undefined;
    readonly host: string | Redacted | undefined;
    readonly tickets: boolean | Redacted | undefined;
    readonly options: string | Redacted | undefined;
  };
  'network.tls/connected': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
    readonly version: number | undefined;
    readonly cipher: string | Redacted | undefined;
    readonly group: number | undefined;
    readonly signature: number | undefined;
    readonly alpn: string | Redacted | undefined;
    readonly resumed: boolean | Redacted | undefined;
    readonly connectMs: number | undefined;
    readonly flightMs: number | undefined;
    readonly rttMs: number | undefined;
    readonly details: string | Redacted | undefined;
  };
  'network.tls/handshake-done': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
  };
  'network.tls/handshake-failed': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
    readonly state: number;
    readonly error: string | Redacted;
  };
  'network.tls/handshake-started': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
  };
  'network.tls/handshake-state': {
    readonly function: TlsFunction | Redacted;
    readonly line: number;
    readonly instance: NwInstance | Redacted;
    readonly context: string | Redacted;
    readonly state: string | Redacted;
  };
  'network.xpc-connection/activating': {
    readonly connection: number;
    readonly mach: boolean | Redacted;
    readonly listener: boolean | Redacted;
    readonly peer: boolean | Redacted;
    readonly name: string | Redacted;
    readonly peerPid: number | undefined;
    readonly peerConnection: string | Redacted | undefined;
  };
  'network.xpc-invalidation/client-gone': {
    readonly connection: number;
    readonly client: number;
  };
  'network.xpc-invalidation/invalidated': {
    readonly connection: number;
    readonly reason: string | Redacted;
  };
  'network.xpc-listener/listener-port-missing': {
    readonly connection: number;
  };
  'network.xpc-lookup/failed': {
    readonly connection: number;
    readonly code: number;
    readonly text: string | Redacted | undefined;
  };
  'network.xpc/provider-listener': {
    readonly connection: number;
    readonly mach: boolean | Redacted;
    readonly peer: boolean | Redacted;
    readonly suffix: string | Redacted;
  };
  'networkextension.filter/app-info-fetched': {
    readonly pid: number;
    readonly executable: string | Redacted;
    readonly app: string | Redacted;
  };
  'networkextension.filter/app-info-missing': {
    readonly pid: number | undefined;
    readonly app: string | Redacted | undefined;
    readonly executable: string | Redacted | undefined;
  };
  'networkextension.filter/new-flow-dump': {
    readonly description: BodyByKind['properties'] | Redacted;
  };
  'networkextension.filter/verdict': {
    readonly flow: string | Redacted;
    readonly drop: boolean | Redacted;
    readonly settings: BodyByKind['properties'] | Redacted;
  };
  'networkextension.flow-error/failed': {
    readonly call: string | Redacted;
    readonly code: number;
    readonly text: string | Redacted;
    readonly userInfo: BodyByKind['dictionary'] | Redacted | undefined;
  };
  'networkextension.flow/closing-reads': {
    readonly flow: number;
    readonly how: string | Redacted;
    readonly error: number | undefined;
  };
  'networkextension.flow/closing-reads-by-app': {
    readonly flow: number;
  };
  'networkextension.flow/closing-writes': {
    readonly flow: number;
    readonly how: string | Redacted | undefined;
  };
  'networkextension.flow/destroying': {
    readonly flow: number;
    readonly clientTx: number | bigint;
    readonly clientRx: number | bigint;
    readonly kernelRx: number | bigint;
    readonly kernelTx: number | bigint;
  };
  'networkextension.flow/new-flow': {
    readonly flow: number;
    readonly type: FlowType | Redacted;
    readonly app: string | Redacted;
    readonly name: string | Redacted;
    readonly local: string | Redacted;
    readonly remote: string | Redacted;
    readonly filterId: string | Redacted;
    readonly interface: string | Redacted | undefined;
    readonly binding: Binding | Redacted | undefined;
  };
  'networkextension.flow/state-invalid': {
    readonly flow: number;
    readonly tlv: number | undefined;
    readonly length: number | undefined;
  };
  'networkextension.flow/state-unknown': {
    readonly flow: number;
    readonly unknown: number;
  };
  'networkextension.flow/write-after-close': {
    readonly flow: number;
    readonly bytes: number | bigint;
  };
  'networkextension.flow/wrote': {
    readonly flow: number;
    readonly bytes: number | bigint;
    readonly total: number | bigint;
  };
  'networkextension.framework/agent-socket': {
    readonly fd: number;
    readonly event: string | Redacted;
  };
  'networkextension.framework/configuration-cleared': {
    readonly id: string | Redacted;
  };
  'networkextension.framework/configuration-loaded': {
    readonly name: string | Redacted | undefined;
    readonly id: string | Redacted | undefined;
  };
  'networkextension.framework/configuration-loading': Record<string, never>;
  'networkextension.framework/disconnect-error-changed': {
    readonly name: string | Redacted;
    readonly from: string | Redacted;
    readonly to: string | Redacted;
  };
  'networkextension.framework/divert-delegate-set': {
    readonly object: string | Redacted | undefined;
    readonly pointer: number | undefined;
    readonly interfaceIndex: number;
  };
  'networkextension.framework/divert-socket-opening': Record<string, never>;
  'networkextension.framework/executable-uuids-missing': {
    readonly path: string | Redacted;
    readonly error: string | Redacted;
  };
  'networkextension.framework/rule-port-refused': {
    readonly ruledPort: number;
  };
  'networkextension.framework/signature-check-failed': Record<string, never>;
  'networkextension.nehelper/configuration-missing': {
    readonly bundle: string | Redacted;
    readonly id: string | Redacted;
    readonly enabled: boolean | Redacted;
  };
  'networkextension.nehelper/entitlement-missing': {
    readonly client: string | Redacted;
    readonly clientPid: number;
    readonly entitlement: string | Redacted;
  };
  'networkextension.nehelper/executable-cache-failed': {
    readonly executable: string | Redacted | undefined;
    readonly bundle: string | Redacted | undefined;
    readonly cached: string | Redacted | undefined;
  };
  'networkextension.nehelper/kernel-socket-failed': {
    readonly error: number;
    readonly text: string | Redacted;
  };
  'networkextension.nehelper/network-detection': {
    readonly force: boolean | Redacted;
    readonly configChanged: boolean | Redacted;
    readonly networkChanged: boolean | Redacted;
    readonly generation: number | bigint;
    readonly captiveChanged: boolean | Redacted;
    readonly fallbackChanged: boolean | Redacted;
    readonly sessionManagerChanged: boolean | Redacted;
  };
  'networkextension.plugin-kit/hub-error': {
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'networkextension.plugin-kit/killing-invalid': Record<string, never>;
  'networkextension.plugin-kit/launched': {
    readonly plugin: string | Redacted;
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'networkextension.plugin-kit/launching': Record<string, never>;
  'networkextension.plugin-kit/lost': {
    readonly bundle: string | Redacted;
    readonly plugin: string | Redacted;
  };
  'networkextension.provider/new-flow-accepted': {
    readonly bundle: string | Redacted;
    readonly protocol: FlowProtocol | Redacted;
    readonly app: string | Redacted;
    readonly uniqueId: string | Redacted;
    readonly localPort: number | undefined;
    readonly interface: string | Redacted | undefined;
    readonly binding: Binding | Redacted | undefined;
    readonly remote: string | Redacted | undefined;
  };
  'networkextension.provider/new-flow-offered': {
    readonly bundle: string | Redacted;
    readonly protocol: FlowProtocol | Redacted;
    readonly app: string | Redacted;
    readonly uniqueId: string | Redacted;
    readonly localPort: number | undefined;
    readonly remote: string | Redacted | undefined;
    readonly interface: string | Redacted | undefined;
    readonly binding: Binding | Redacted | undefined;
  };
  'networkextension.provider/new-flow-rejected': {
    readonly bundle: string | Redacted;
    readonly protocol: FlowProtocol | Redacted;
    readonly app: string | Redacted;
    readonly uniqueId: string | Redacted;
    readonly localPort: number | undefined;
    readonly interface: string | Redacted | undefined;
    readonly binding: Binding | Redacted | undefined;
    readonly remote: string | Redacted | undefined;
  };
  'networkextension.provider/settings-applied': {
    readonly bundle: string | Redacted;
    readonly settings: string | Redacted;
  };
  'networkextension.provider/start-filter': {
    readonly bundle: string | Redacted;
    readonly options: string | Redacted | undefined;
  };
  'networkextension.provider/start-proxy': {
    readonly bundle: string | Redacted;
    readonly options: string | Redacted;
  };
  'networkextension.provider/start-tunnel': {
    readonly bundle: string | Redacted;
    readonly options: string | Redacted;
  };
  'networkextension.provider/stop-filter': {
    readonly bundle: string | Redacted;
    readonly reason: string | Redacted | undefined;
  };
  'networkextension.provider/stop-proxy': {
    readonly bundle: string | Redacted;
    readonly reason: string | Redacted | undefined;
  };
  'networkextension.provider/stop-tunnel': {
    readonly bundle: string | Redacted;
    readonly reason: string | Redacted | undefined;
  };
  'networkextension.provider/verifying-app': {
    readonly bundle: string | Redacted;
    readonly app: string | Redacted;
  };
  'provider.words/closed': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/connect': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/established': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/failed': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/handshake': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/keep-alive': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/other': Record<string, never>;
  'provider.words/path': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/sleep': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider.words/wake': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'report.crash/crashed': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.memory/event': {
    readonly processes: number;
    readonly killed: number;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.memory/killed': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.panic/panicked': {
    readonly reason: string | Redacted;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.resource/exceeded': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.spindump/process': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.spindump/sampled': {
    readonly event: string | Redacted;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.stackshot/process': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly facts: BodyByKind['properties'] | Redacted;
  };
  'report.stackshot/taken': {
    readonly reason: string | Redacted;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'report.watchdog/timed-out': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly facts: BodyByKind['properties'] | Redacted | undefined;
  };
  'system.amfid/refused': {
    readonly path: string | Redacted;
    readonly code: number | undefined;
    readonly text: string | Redacted | undefined;
    readonly userInfo: BodyByKind['dictionary'] | Redacted | undefined;
    readonly error: BodyByKind['ns-error'] | Redacted | undefined;
  };
  'system.cipherml/query-failed': {
    readonly error: BodyByKind['ns-error'] | Redacted;
  };
  'system.configd/address-bound': {
    readonly interface: string | Redacted;
    readonly address: string | Redacted | undefined;
  };
  'system.configd/interface-advisory': {
    readonly own: number | undefined;
    readonly interface: string | Redacted;
    readonly advisory: string | Redacted;
    readonly code: number;
    readonly reason: string | Redacted | undefined;
  };
  'system.configd/link-changed': {
    readonly interface: string | Redacted;
    readonly link: LinkStatus | Redacted;
  };
  'system.configd/network-changed': {
    readonly summary: string | Redacted | undefined;
  };
  'system.configd/vpn-control': {
    readonly action: ConfigdControl | Redacted;
    readonly pid: number;
    readonly process: string | Redacted;
    readonly bundle: string | Redacted;
    readonly reason: string | Redacted | undefined;
  };
  'system.launchd/exited-code': {
    readonly code: number;
    readonly job: string | Redacted | undefined;
    readonly circumstance: string | Redacted | undefined;
    readonly ms: number | bigint | undefined;
  };
  'system.launchd/exited-reason': {
    readonly namespace: number | undefined;
    readonly code: number | undefined;
    readonly name: string | Redacted | undefined;
    readonly detail: string | Redacted | undefined;
    readonly ms: number | bigint | undefined;
  };
  'system.launchd/exited-signal': {
    readonly description: string | Redacted | undefined;
    readonly signal: number | string;
    readonly sender: string | Redacted | undefined;
    readonly senderPid: number | undefined;
    readonly job: string | Redacted | undefined;
    readonly circumstance: string | Redacted | undefined;
    readonly ms: number | bigint | undefined;
  };
  'system.launchd/internal-event': {
    readonly event: string | Redacted;
    readonly code: number;
  };
  'system.launchd/launch-refused': {
    readonly reason: string | Redacted;
  };
  'system.launchd/launching': {
    readonly cause: string | Redacted;
  };
  'system.launchd/removing': {
    readonly cause: string | Redacted | undefined;
    readonly caller: string | Redacted | undefined;
    readonly job: string | Redacted | undefined;
  };
  'system.launchd/respawn-throttled': {
    readonly ranSeconds: number | undefined;
    readonly seconds: number;
    readonly cause: string | Redacted | undefined;
  };
  'system.launchd/service-inactive': {
    readonly job: string | Redacted;
  };
  'system.launchd/service-state': {
    readonly state: string | Redacted;
  };
  'system.launchd/spawned': {
    readonly pid: number;
    readonly job: string | Redacted | undefined;
    readonly cause: string | Redacted | undefined;
  };
  'system.mdns-getaddrinfo/query-start': {
    readonly request: number;
    readonly flags: number;
    readonly interfaceIndex: number;
    readonly protocols: number;
    readonly name: string | Redacted;
    readonly options: string | Redacted;
    readonly clientPid: number;
    readonly client: string | Redacted;
  };
  'system.mdns-question/assigned': {
    readonly request: number;
    readonly question: number;
    readonly service: number;
  };
  'system.mdns-question/assigned-service': {
    readonly request: number;
    readonly question: number;
    readonly name: string | Redacted;
    readonly type: string | Redacted;
    readonly service: number;
    readonly transport: string | Redacted;
    readonly source: string | Redacted;
    readonly scope: string | Redacted;
    readonly interface: string | Redacted;
    readonly interfaceIndex: number;
    readonly servers: string | Redacted;
  };
  'system.mdns-request/getaddrinfo-stop': {
    readonly request: number;
    readonly name: string | Redacted;
    readonly clientPid: number;
    readonly client: string | Redacted;
  };
  'system.mdns-request/query-stop': {
    readonly request: number;
    readonly call: DnsServiceCall | Redacted;
    readonly nameHash: string | Redacted | undefined;
    readonly duration: string | Redacted | undefined;
    readonly question: string | Redacted | undefined;
    readonly clientPid: number | undefined;
    readonly client: string | Redacted | undefined;
  };
  'system.mdns-resolver/concluded': {
    readonly question: number;
    readonly name: string | Redacted;
    readonly type: string | Redacted;
    readonly class: string | Redacted;
  };
  'system.mdns-resolver/conclusion': {
    readonly question: number;
    readonly reason: string | Redacted;
  };
  'system.mdns-resolver/sent': {
    readonly question: number;
    readonly bytes: number;
    readonly attempt: number;
    readonly server: string | Redacted;
    readonly transport: string | Redacted;
    readonly interface: string | Redacted;
    readonly interfaceIndex: number;
    readonly id: number;
    readonly idDecimal: number;
    readonly flags: number;
    readonly flagNames: string | Redacted;
    readonly questions: number;
    readonly answers: number;
    readonly authorities: number;
    readonly additionals: number;
    readonly name: string | Redacted;
    readonly class: string | Redacted;
    readonly type: string | Redacted;
  };
  'system.mdns-resolver/server-penalized': {
    readonly question: number;
    readonly server: string | Redacted;
    readonly seconds: number;
    readonly report: string | Redacted;
  };
  'system.mdns/query-start': {
    readonly request: number;
    readonly name: string | Redacted | undefined;
    readonly type: string | Redacted | undefined;
    readonly flags: number | undefined;
    readonly interfaceIndex: number | undefined;
    readonly clientPid: number;
    readonly client: string | Redacted;
    readonly nameHash: string | Redacted | undefined;
    readonly protocols: number | undefined;
    readonly call: string | Redacted | undefined;
    readonly question: string | Redacted | undefined;
  };
  'system.pkd/host-allowed': {
    readonly hostPid: number;
    readonly host: string | Redacted | undefined;
    readonly bundle: string | Redacted | undefined;
    readonly version: string | Redacted | undefined;
    readonly plugin: string | Redacted | undefined;
    readonly path: string | Redacted | undefined;
    readonly description: string | Redacted | undefined;
  };
  'system.pkd/sandbox-assigned': {
    readonly bundle: string | Redacted;
    readonly version: string | Redacted;
    readonly plugin: string | Redacted | undefined;
  };
  'system.plugin-kit/started': {
    readonly euid: number;
    readonly uid: number;
    readonly persona: number | undefined;
    readonly type: string | Redacted | undefined;
    readonly name: string | Redacted | undefined;
  };
  'system.pmset/app-woke': {
    readonly app: string | Redacted;
    readonly reason: string | Redacted;
  };
  'system.pmset/assertion': {
    readonly pid: number;
    readonly process: string | Redacted;
    readonly action: AssertionAction | Redacted;
    readonly kind: string | Redacted;
    readonly name: string | Redacted;
    readonly age: string | Redacted | undefined;
    readonly id: string | Redacted;
    readonly held: string | Redacted | undefined;
  };
  'system.pmset/assertion-summary': {
    readonly held: string | Redacted;
    readonly source: PowerSource | Redacted;
    readonly charge: number | undefined;
  };
  'system.pmset/battery-health': {
    readonly health: string | Redacted;
    readonly before: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
  };
  'system.pmset/battery-warning': {
    readonly warning: number;
    readonly minutes: number;
    readonly charge: number;
  };
  'system.pmset/client-delays': {
    readonly transition: string | Redacted;
    readonly delays: string | Redacted;
  };
  'system.pmset/dark-to-full-wake': {
    readonly kind: string | Redacted;
    readonly caps: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
    readonly detail: string | Redacted | undefined;
  };
  'system.pmset/dark-wake': {
    readonly kind: string | Redacted;
    readonly caps: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
    readonly detail: string | Redacted | undefined;
  };
  'system.pmset/display-changed': {
    readonly state: DisplayState | Redacted;
  };
  'system.pmset/entering-dark-wake': {
    readonly reason: string | Redacted;
    readonly tcpKeepAlive: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
    readonly detail: string | Redacted | undefined;
  };
  'system.pmset/failure': {
    readonly transition: string | Redacted;
    readonly failure: string | Redacted;
    readonly signature: string | Redacted;
    readonly seconds: number | undefined;
  };
  'system.pmset/hibernate-statistics': {
    readonly mode: number;
    readonly lowSeconds: number;
    readonly highSeconds: number;
    readonly delay: number | undefined;
  };
  'system.pmset/inactivity-window': {
    readonly kind: string | Redacted;
    readonly from: string | Redacted;
    readonly to: string | Redacted;
  };
  'system.pmset/notification-sent': {
    readonly client: string | Redacted;
    readonly caps: number;
  };
  'system.pmset/performance-state': {
    readonly state: number;
  };
  'system.pmset/response': {
    readonly client: string | Redacted;
    readonly outcome: SleepResponse | Redacted;
    readonly caps: number | undefined;
    readonly ms: number | undefined;
  };
  'system.pmset/shutdown-cause': {
    readonly cause: number;
    readonly text: string | Redacted;
  };
  'system.pmset/sleep': {
    readonly reason: string | Redacted;
    readonly tcpKeepAlive: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
    readonly detail: string | Redacted | undefined;
  };
  'system.pmset/sleep-aborted': {
    readonly reason: string | Redacted;
  };
  'system.pmset/sleep-preventers': {
    readonly kind: string | Redacted;
    readonly names: string | Redacted;
  };
  'system.pmset/sleep-service-ended': Record<string, never>;
  'system.pmset/sleep-service-started': {
    readonly seconds: number;
  };
  'system.pmset/started': Record<string, never>;
  'system.pmset/thermal-emergency-ignored': {
    readonly keepAlive: string | Redacted | undefined;
  };
  'system.pmset/thermal-state': {
    readonly state: number;
  };
  'system.pmset/total': {
    readonly bootedAt: string | Redacted | undefined;
    readonly sleeps: number;
  };
  'system.pmset/wake': {
    readonly kind: string | Redacted;
    readonly caps: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
    readonly detail: string | Redacted | undefined;
  };
  'system.pmset/wake-chosen': {
    readonly process: string | Redacted;
    readonly request: string | Redacted;
    readonly seconds: number;
    readonly wakeAt: string | Redacted;
    readonly info: string | Redacted | undefined;
    readonly others: string | Redacted;
    readonly before: string | Redacted | undefined;
  };
  'system.pmset/wake-details': {
    readonly driver: string | Redacted;
    readonly details: string | Redacted;
  };
  'system.pmset/wake-requests': {
    readonly process: string | Redacted;
    readonly request: string | Redacted;
    readonly seconds: number;
    readonly wakeAt: string | Redacted;
    readonly info: string | Redacted | undefined;
    readonly others: string | Redacted;
  };
  'system.pmset/wake-time': {
    readonly seconds: number;
  };
  'system.power-assertions/assertion': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly action: AssertionAction | Redacted;
    readonly kind: string | Redacted;
    readonly name: string | Redacted;
    readonly age: string | Redacted;
    readonly id: number | bigint;
    readonly held: string | Redacted | undefined;
  };
  'system.powerd/dark-to-full-wake': {
    readonly kind: string | Redacted;
    readonly caps: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
  };
  'system.powerd/dark-wake': {
    readonly kind: string | Redacted;
    readonly caps: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
  };
  'system.powerd/sleep': {
    readonly reason: string | Redacted;
    readonly tcpKeepAlive: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
    readonly detail: string | Redacted | undefined;
  };
  'system.powerd/wake': {
    readonly kind: string | Redacted;
    readonly caps: string | Redacted | undefined;
    readonly reason: string | Redacted | undefined;
    readonly source: string | Redacted | undefined;
    readonly charge: number | undefined;
    readonly seconds: number | undefined;
  };
  'system.powerd/wake-reason': {
    readonly reason: string | Redacted;
    readonly identity: string | Redacted | undefined;
  };
  'system.report-crash/created': {
    readonly kind: number;
    readonly result: string | Redacted;
    readonly path: string | Redacted;
  };
  'system.report-crash/creating': {
    readonly kind: number;
    readonly path: string | Redacted;
  };
  'system.report-crash/formulating': {
    readonly fatal: FatalMark | Redacted | undefined;
    readonly kind: number | undefined;
    readonly pid: number;
    readonly process: string | Redacted;
  };
  'system.report-crash/not-saved': {
    readonly kind: number;
    readonly detail: string | Redacted;
    readonly max: number;
  };
  'system.report-crash/retired': {
    readonly kind: number;
    readonly path: string | Redacted;
    readonly result: string | Redacted;
  };
  'system.report-crash/saved': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly version: string | Redacted;
    readonly path: string | Redacted;
  };
  'system.report-crash/saved-type': {
    readonly kind: number;
    readonly detail: string | Redacted | undefined;
    readonly count: number;
    readonly max: number;
    readonly path: string | Redacted;
  };
  'system.report-crash/submission': {
    readonly process: string | Redacted;
  };
  'system.report-memory/killed': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly reason: string | Redacted;
  };
  'system.runningboard-client/identity-resolved': {
    readonly bundle: string | Redacted;
    readonly hostSuffix: string | Redacted;
    readonly hostPid: number;
    readonly hostToken: number | undefined;
  };
  'system.runningboard/assertion-invalidated': {
    readonly assertion: string | Redacted;
    readonly identity: string | Redacted;
    readonly pid: number;
  };
  'system.runningboard/not-managed': {
    readonly identity: string | Redacted;
    readonly pid: number;
  };
  'system.runningboard/removing': {
    readonly identity: string | Redacted;
    readonly pid: number;
  };
  'system.runningboard/terminated': {
    readonly identity: string | Redacted | undefined;
    readonly pid: number | undefined;
  };
  'system.runningboard/terminating': {
    readonly identity: string | Redacted;
    readonly pid: number;
    readonly domain: number | undefined;
    readonly code: number | undefined;
    readonly explanation: string | Redacted | undefined;
    readonly context: string | Redacted | undefined;
  };
  'system.runningboard/termination-reported': {
    readonly identity: string | Redacted;
    readonly pid: number;
    readonly domain: number;
    readonly code: number;
    readonly status: number;
  };
  'system.runningboard/termination-request': {
    readonly target: string | Redacted;
  };
  'system.sandbox/denied': {
    readonly denial: number;
    readonly operation: string | Redacted;
    readonly target: string | Redacted | undefined;
    readonly process: string | Redacted | undefined;
    readonly pid: number | undefined;
  };
  'system.sandbox/privilege-denied': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly denial: number;
    readonly privilege: number;
  };
  'system.sandbox/queue-length-denied': {
    readonly denial: number;
    readonly process: string | Redacted | undefined;
    readonly pid: number | undefined;
  };
  'system.sandbox/read-denied': {
    readonly denial: number;
    readonly path: string | Redacted | undefined;
    readonly process: string | Redacted | undefined;
    readonly pid: number | undefined;
  };
  'system.sqlite/detached-signatures-missing': {
    readonly place: string | Redacted;
    readonly error: number;
  };
  'system.sysextd/activation-requested': {
    readonly bundle: string | Redacted;
  };
  'system.sysextd/client-gone': {
    readonly pid: number;
  };
  'system.sysextd/client-replied': {
    readonly decision: string | Redacted;
  };
  'system.sysextd/conflict-notified': Record<string, never>;
  'system.sysextd/deactivation-requested': {
    readonly bundle: string | Redacted;
  };
  'system.sysextd/decision': {
    readonly decision: string | Redacted;
  };
  'system.sysextd/enabling': {
    readonly bundle: string | Redacted;
  };
  'system.sysextd/enabling-impossible': {
    readonly bundle: string | Redacted;
    readonly state: ExtensionState | Redacted;
  };
  'system.sysextd/entitlement-probed': {
    readonly path: string | Redacted;
    readonly entitlement: string | Redacted;
  };
  'system.sysextd/entry-to-replace': {
    readonly bundle: string | Redacted;
    readonly shortVersion: string | Redacted | undefined;
    readonly version: string | Redacted | undefined;
  };
  'system.sysextd/outside-applications': Record<string, never>;
  'system.sysextd/package-type-probed': {
    readonly path: string | Redacted;
    readonly type: string | Redacted;
  };
  'system.sysextd/realizing': {
    readonly bundle: string | Redacted;
  };
  'system.sysextd/realizing-path': {
    readonly url: string | Redacted;
  };
  'system.sysextd/state-changed': {
    readonly bundle: string | Redacted;
    readonly state: ExtensionState | Redacted;
  };
  'system.sysextd/terminating-old': {
    readonly bundle: string | Redacted;
  };
  'system.sysextd/two-entries': {
    readonly team: string | Redacted;
    readonly bundle: string | Redacted;
    readonly states: string | Redacted;
  };
  'system.sysextd/uninstalling': {
    readonly bundle: string | Redacted;
  };
  'system.sysextd/validation-failed': {
    readonly bundle: string | Redacted;
  };
  'system.systemextensionsctl/extension': {
    readonly enabled: string | Redacted | undefined;
    readonly active: string | Redacted | undefined;
    readonly team: string | Redacted;
    readonly bundle: string | Redacted;
    readonly version: string | Redacted;
    readonly build: string | Redacted | undefined;
    readonly name: string | Redacted;
    readonly state: ListedExtensionState | Redacted | undefined;
    readonly otherState: string | Redacted | undefined;
  };
  'system.taskgated/disallowed': {
    readonly bundle: string | Redacted;
  };
  'system.taskgated/entitlements-unsatisfied': {
    readonly bundle: string | Redacted;
    readonly entitlements: string | Redacted;
  };
  'system.tccd/terminating': {
    readonly bundle: string | Redacted;
    readonly pid: number;
    readonly service: string | Redacted;
  };
  'vendor.activation-error/failed': {
    readonly call: string | Redacted | undefined;
    readonly code: number;
    readonly text: string | Redacted | undefined;
  };
  'vendor.app-status/status-observed': {
    readonly status: SessionStatus | Redacted | undefined;
    readonly detail: string | Redacted | undefined;
    readonly code: number | undefined;
  };
  'vendor.bad-manager/received': {
    readonly place: string | Redacted;
    readonly class: string | Redacted;
    readonly object: string | Redacted;
    readonly code: number;
  };
  'vendor.service-error/failed': {
    readonly call: string | Redacted | undefined;
    readonly code: number;
    readonly service: string | Redacted;
    readonly details: string | Redacted | undefined;
  };
  'vendor.status-notification/received': {
    readonly place: string | Redacted | undefined;
    readonly notification: string | Redacted | undefined;
    readonly class: string | Redacted;
    readonly object: string | Redacted;
    readonly details: string | Redacted | undefined;
  };
  'vendor.tunnel-interface/named': {
    readonly interface: string | Redacted;
    readonly tag: string | Redacted | undefined;
  };
  'vendor.url-filter-error/failed': {
    readonly call: string | Redacted | undefined;
    readonly code: number;
    readonly details: string | Redacted | undefined;
  };
}
