// Generated from grammars/ by test/generated.test.ts: `npx vitest run test/generated.test.ts -u`.
import type { Redacted } from './redacted.ts';

export type AgentActivity = 'active' | 'inactive';

export type AgentNecessity = 'compulsory' | 'voluntary';

export type AssertionAction = 'Created' | 'Released' | 'TimedOut' | 'Summary' | 'ClientDied' | 'TurnedOn' | 'TurnedOff';

export type Binding = 'bound';

export type ExtensionKind = 'data' | 'control';

export type ExtensionState = 'activated_enabled' | 'activated_disabled' | 'activated_enabling' | 'activated_waiting_for_user' | 'activated_waiting_to_upgrade' | 'activated_waiting_to_upgrade_on_reboot' | 'validating' | 'validating_by_category' | 'terminating_for_upgrade_via_delegate' | 'terminating_for_uninstall' | 'terminating_for_uninstall_via_delegate' | 'terminating_for_uninstall_but_still_running' | 'terminating_for_disable' | 'terminating_for_disable_but_still_running' | 'terminated_waiting_to_uninstall_on_reboot' | 'uninstalling' | 'uninstalled';

export type FatalMark = 'fatal' | 'FATAL';

export type FlowProtocol = 'TCP' | 'UDP';

export type FlowType = 'stream' | 'datagram';

export type Hibernation = 'Safe';

export type LimitFatality = 'fatal' | 'non-fatal';

export type LimitHardness = 'Hard' | 'Soft';

export type LimitKind = 'Active' | 'Inactive';

export interface NeSession {
  readonly class: string | Redacted;
  readonly kind: string | Redacted | undefined;
  readonly name: string | Redacted;
  readonly id: string | Redacted;
  readonly via: string | Redacted | undefined;
}

export interface Plugin {
  readonly class: string | Redacted | undefined;
  readonly bundle: string | Redacted;
  readonly point: string | Redacted | undefined;
  readonly detail: string | Redacted;
}

export type PolicyChange = 'added' | 'removed';

export type PowerState = 'OFF_STATE' | 'RESTART_STATE' | 'SLEEP_STATE' | 'AOT_STATE' | 'ON_STATE';

export type SessionStatus = 'invalid' | 'disconnected' | 'connecting' | 'connected' | 'reasserting' | 'disconnecting';

export type Suppressed = 'suppressed' | 'supressed';

/** Fields of every event that the catalog knows, by `family/message`. */
export interface EventMap {
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
    readonly reasonCode: number | bigint | undefined;
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
  'kernel.memorystatus/system-healthy': {
    readonly availablePages: number | bigint;
    readonly compressorPages: number | bigint;
  };
  'kernel.memorystatus/system-unhealthy': {
    readonly availablePages: number | bigint;
    readonly compressorPages: number | bigint;
  };
  'kernel.power/capability-unchanged': {
    readonly fromCapability: number;
    readonly toCapability: number;
  };
  'kernel.power/client-slow': {
    readonly pid: number;
    readonly process: string | Redacted;
    readonly ms: number | undefined;
  };
  'kernel.power/client-veto': {
    readonly pid: number;
    readonly process: string | Redacted;
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
    readonly sleepAsap: boolean | Redacted;
    readonly lidClosed: boolean | Redacted;
    readonly lidSleepDisabled: number;
    readonly lidMask: number;
    readonly desktopMode: boolean | Redacted;
    readonly ac: boolean | Redacted;
  };
  'kernel.power/dark-wake-entry': Record<string, never>;
  'kernel.power/dark-wake-promotion-disabled': {
    readonly ms: number;
  };
  'kernel.power/full-wake': {
    readonly kind: string | Redacted;
    readonly reason: number;
    readonly ms: number;
  };
  'kernel.power/full-wake-by-firmware': {
    readonly options: number;
  };
  'kernel.power/full-wake-requested': Record<string, never>;
  'kernel.power/full-wake-withdrawn': Record<string, never>;
  'kernel.power/idle-timer-expired': Record<string, never>;
  'kernel.power/lid-closed': Record<string, never>;
  'kernel.power/lid-opened': Record<string, never>;
  'kernel.power/lid-state': {
    readonly lidClosed: boolean | Redacted;
    readonly lidSleepDisabled: number;
    readonly lidMask: number | undefined;
    readonly desktopMode: boolean | Redacted;
    readonly ac: boolean | Redacted;
    readonly sleepDisabled: boolean | Redacted | undefined;
  };
  'kernel.power/next-alarm': {
    readonly kind: string | Redacted;
    readonly seconds: number;
  };
  'kernel.power/notification-wake-end': Record<string, never>;
  'kernel.power/sleep-announced': {
    readonly fromState: PowerState | Redacted;
    readonly toState: PowerState | Redacted;
  };
  'kernel.power/sleep-asked': {
    readonly fromState: PowerState | Redacted;
    readonly toState: PowerState | Redacted;
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
  'kernel.power/sleep-prevented': {
    readonly preventer: string | Redacted;
  };
  'kernel.power/sleep-reason': {
    readonly reason: string | Redacted;
  };
  'kernel.power/sleep-reverted': Record<string, never>;
  'kernel.power/system-sleep': {
    readonly kind: Hibernation | Redacted | undefined;
  };
  'kernel.power/system-wake': {
    readonly kind: Hibernation | Redacted | undefined;
  };
  'kernel.power/transition-done': {
    readonly fromState: PowerState | Redacted | undefined;
    readonly toState: PowerState | Redacted | undefined;
    readonly fromNumber: number | undefined;
    readonly toNumber: number | undefined;
  };
  'kernel.power/transition-finish': {
    readonly fromState: PowerState | Redacted;
    readonly toState: PowerState | Redacted;
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
    readonly fromState: PowerState | Redacted;
    readonly toState: PowerState | Redacted;
    readonly fromCapability: number;
    readonly toCapability: number;
    readonly flags: number;
    readonly generation: number;
    readonly messages: number;
    readonly tag: number | undefined;
    readonly kind: number | undefined;
    readonly desiredCapability: number | undefined;
  };
  'kernel.power/wake-announced': {
    readonly fromState: PowerState | Redacted;
    readonly toState: PowerState | Redacted;
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
  'kernel.process/code-page-invalid': {
    readonly address: number;
    readonly pid: number;
    readonly process: string | Redacted;
    readonly status: number;
    readonly verdict: string | Redacted;
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
  'kernel.process/exited-critical': {
    readonly pid: number;
    readonly namespace: number | undefined;
    readonly code: number;
    readonly description: string | Redacted | undefined;
    readonly signal: number | string | undefined;
  };
  'kernel.process/ports-limit': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly count: number;
  };
  'kernel.process/sending-signal': {
    readonly process: string | Redacted;
    readonly signal: number | string;
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
    readonly fatal: FatalMark | Redacted | undefined;
    readonly limit: number | bigint;
    readonly limitSeconds: number | bigint;
  };
  'kernel.process/wakeups-limit-silently': {
    readonly process: string | Redacted;
    readonly pid: number;
    readonly suppressed: Suppressed | Redacted;
    readonly cause: string | Redacted;
  };
  'kernel.tcp/connect-incoming': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
  };
  'kernel.tcp/connect-outgoing': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
  };
  'kernel.tcp/connected': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly counters: string | Redacted;
  };
  'kernel.tcp/connection-flags': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted;
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
    readonly interface: string | Redacted;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly duration: number;
    readonly connectTime: number;
    readonly bytesIn: number | bigint;
    readonly bytesOut: number | bigint;
    readonly packetsIn: number | bigint;
    readonly packetsOut: number | bigint;
    readonly retransmitted: number;
    readonly outOfOrder: number;
    readonly duplicateBytes: number;
    readonly acksDelayed: number | undefined;
    readonly delayedAcks: number | undefined;
    readonly rttMs: number;
    readonly rttVarianceMs: number;
    readonly baseRttMs: number | undefined;
    readonly error: number;
    readonly serviceClass: number;
    readonly kernelFlow: number | undefined;
    readonly synRetransmitted: number | undefined;
  };
  'kernel.tcp/drop': {
    readonly direction: string | Redacted | undefined;
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted;
    readonly skipped: number | bigint;
    readonly socket: number | bigint | undefined;
    readonly tcpState: string | Redacted;
    readonly process: string | Redacted;
    readonly pid: number;
    readonly droppedState: string | Redacted;
    readonly error: number;
    readonly reason: string | Redacted;
  };
  'kernel.tcp/listen': {
    readonly localAddress: string | Redacted;
    readonly localPort: number;
    readonly remoteAddress: string | Redacted;
    readonly remotePort: number;
    readonly interface: string | Redacted;
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
  'kernel.utun/attach-failed': {
    readonly error: number;
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
  'nesessionmanager.agent/cancelled': {
    readonly object: string | Redacted;
    readonly method: string | Redacted;
    readonly error: string | Redacted;
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
  'nesessionmanager.agent/killing-extension': {
    readonly bundle: string | Redacted | undefined;
    readonly pid: number;
  };
  'nesessionmanager.agent/setup-failed': {
    readonly bundle: string | Redacted | undefined;
    readonly pid: number | undefined;
    readonly error: string | Redacted;
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
    readonly error: string | Redacted;
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
    readonly job: string | Redacted;
  };
  'nesessionmanager.server/network-agent-removal-failed': {
    readonly function: string | Redacted | undefined;
    readonly interface: string | Redacted;
    readonly error: number;
    readonly text: string | Redacted;
  };
  'nesessionmanager.server/no-network': Record<string, never>;
  'nesessionmanager.server/policies-changed': {
    readonly kind: string | Redacted;
    readonly change: PolicyChange | Redacted;
    readonly tag: string | Redacted | undefined;
    readonly ids: string | Redacted;
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
    readonly plugin: Plugin | Redacted;
    readonly reason: string | Redacted;
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
    readonly executables: string | Redacted;
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
    readonly clientPid: number;
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
    readonly clientPid: number;
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
  'network.connection-failure/failed': {
    readonly id: string | Redacted;
    readonly endpoint: string | Redacted;
    readonly path: string | Redacted;
    readonly since: number | undefined;
    readonly error: string | Redacted | undefined;
  };
  'network.connection/connection-start': {
    readonly id: string | Redacted;
    readonly uuid: string | Redacted | undefined;
    readonly endpoint: string | Redacted;
    readonly parameters: string | Redacted;
  };
  'network.xpc-listener/listener-port-missing': {
    readonly connection: number;
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
    readonly description: string | Redacted;
  };
  'networkextension.filter/verdict': {
    readonly flow: string | Redacted;
    readonly drop: boolean | Redacted;
    readonly settings: string | Redacted;
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
    readonly error: string | Redacted;
  };
  'networkextension.plugin-kit/killing-invalid': Record<string, never>;
  'networkextension.plugin-kit/launched': {
    readonly plugin: string | Redacted;
    readonly error: string | Redacted;
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
  'system.plugin-kit/started': {
    readonly euid: number;
    readonly uid: number;
    readonly persona: number | undefined;
    readonly type: string | Redacted | undefined;
    readonly name: string | Redacted | undefined;
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
}
