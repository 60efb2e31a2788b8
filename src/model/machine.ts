/** What a sysdiagnose, or another folder of a machine's files, says of the machine itself. Every part may be missing. */
export interface MachineFacts {
  /** The folder or container, as the person gave it. */
  readonly name: string;
  /** `macOS`, `iOS`, `tvOS`, `watchOS` or `visionOS`. */
  readonly platform?: string;
  /** `25E246`. */
  readonly build?: string;
  /** When the sysdiagnose was taken, ISO 8601, by its name. */
  readonly takenAt?: string;
  /** `Mac16,11`. */
  readonly model?: string;
  readonly configurations: readonly ExtensionConfiguration[];
  readonly profiles: readonly ProfilePayload[];
  /** Tunnel interfaces and those that carry addresses, in the order of `ifconfig`. */
  readonly interfaces: readonly InterfaceFacts[];
  /** Files that were there but could not be read, by path. */
  readonly unread: readonly string[];
}

/** One entry of System Settings › VPN & Filters: `com.apple.networkextension.plist`. */
export interface ExtensionConfiguration {
  readonly id: string;
  readonly name: string;
  readonly kind: ConfigurationKind;
  /** Bundle identifier of the app that made it. */
  readonly application?: string;
  /** Bundle identifier of its provider. */
  readonly provider?: string;
  readonly isEnabled?: boolean;
  readonly isOnDemand?: boolean;
  readonly onDemandRules?: number;
  readonly includesAllNetworks?: boolean;
  readonly excludesLocalNetworks?: boolean;
  readonly enforcesRoutes?: boolean;
  readonly disconnectsOnSleep?: boolean;
  /** It came with a configuration profile. */
  readonly isManaged?: boolean;
}

export type ConfigurationKind =
  | 'vpn'
  | 'app-vpn'
  | 'always-on-vpn'
  | 'content-filter'
  | 'dns-proxy'
  | 'dns-settings'
  | 'relay'
  | 'path-controller'
  | 'app-push'
  | 'unknown';

/** A payload of a configuration profile that touches the network's way: VPN, filter, DNS, relay, system extensions. */
export interface ProfilePayload {
  readonly type: string;
  readonly name: string;
}

export interface InterfaceFacts {
  readonly name: string;
  readonly mtu?: number;
  readonly isUp: boolean;
  readonly addresses: readonly string[];
  /** 1 for the interface that the system prefers for new connections. */
  readonly rank?: number;
  /** The VPN's server behind it, as the system knows it. */
  readonly vpnServer?: string;
}
