import type { Redacted } from './redacted.ts';

/** Which reader of `language/body` a text is for. */
export type BodyKind = keyof BodyByKind;

/**
 * What each reader yields. `Redacted` where privacy took the whole text. In every shape `incomplete` is there exactly when
 * the text was cut or a part of it could not be read; what could be read is there nevertheless.
 */
export interface BodyByKind {
  /** Indented `key = value` lines. Source: NetworkExtension, `descriptionWithIndent:options:`; public logs. */
  readonly properties: BodyFields | Redacted;
  /** A property list as NSLog prints it, or the `key=value, key=value` of a UserInfo. Source: CoreFoundation. */
  readonly dictionary: BodyFields | readonly BodyField[] | CutList | Redacted;
  /** An NSData. Source: `-[NSData description]`, both wordings (before and since macOS 10.15). */
  readonly data: DataValue | Redacted;
  readonly 'ns-error': NsError;
  readonly 'nw-node': NwNode | Redacted;
  readonly 'nw-path': NwPath | Redacted;
  readonly 'ne-flow': NeFlow | Redacted;
}

export type BodyValue = BodyByKind[BodyKind];

/**
 * One value of a dump. Whole numbers without leading zeros are numbers, `YES` and `NO` are booleans, everything else is text:
 * `16.0` may be a version. What stands in quotes stays text.
 */
export type BodyField = string | number | boolean | Redacted | DataValue | NsError | readonly BodyField[] | BodyFields;

/**
 * Values by the names that the log gives them. Has no prototype: a name such as `constructor` is a name like any other. A
 * name that this model uses itself gets a `_` behind it (`incomplete_`, `redacted_`). Of equal names the first one counts.
 */
export interface BodyFields {
  readonly [name: string]: BodyField;
  /** Also on every block inside that was cut. */
  readonly incomplete?: true;
}

/** A top-level list that was cut: a bare array has no room for the mark. */
export interface CutList {
  readonly items: readonly BodyField[];
  readonly incomplete: true;
}

export interface DataValue {
  /** In bytes, as the log states it; of the old wording, which does not, the number of bytes that are there. */
  readonly length: number;
  /** Lower-case hexadecimal without `0x` and blanks; `…` stands where the log left bytes out. */
  readonly bytes: string;
  /** Also where the log itself left bytes out, as it does with 32 of them; the dump around it is complete then. */
  readonly incomplete?: true;
}

/**
 * `Error Domain=… Code=… "…" UserInfo={…}`. A text that is no NSError has only `text`; `(null)` and `nil`, which mean that
 * there was no error, have nothing at all. Source: `-[NSError description]`.
 */
export interface NsError {
  readonly domain: string | Redacted | undefined;
  readonly code: number | undefined;
  /** Without its quotes; `(null)`, where Foundation knows no text for the code, is `Redacted` as everywhere. */
  readonly text: string | Redacted | undefined;
  /** There when the log has a UserInfo; without the errors in it, which are in `underlying`. */
  readonly userInfo?: BodyFields;
  /** Errors under any key of the UserInfo, alone or in a list, in the order of the log; texts of errors come last. */
  readonly underlying: readonly NsError[];
  readonly incomplete?: true;
}

/**
 * What stands in the brackets of Network.framework's lines: an endpoint handler (`C1.1 host:443 ready resolver (path)`), a
 * protocol of it (`C1.1:3`), or a connection with its parameters (`C1 UUID host:443 tcp, tls`). Source: public logs.
 */
export interface NwNode {
  /** Unique in its process: `C1.1.2`, the third level below connection 1. */
  readonly id: string;
  /** By the letter of the id: C, L, B, G. */
  readonly kind: 'connection' | 'listener' | 'browser' | 'group' | 'other';
  /** Position in the protocol stack, behind the colon of the id. */
  readonly protocolIndex?: number;
  readonly uuid?: string;
  /** Host or address with its port, or a Bonjour name; a hash (`Hostname#9a0934c3:443`) is `Redacted`. */
  readonly endpoint?: string | Redacted;
  readonly state?: 'initial' | 'waiting' | 'in_progress' | 'ready' | 'failed' | 'cancelled';
  /** `path`, `resolver`, `socket-flow`, `channel-flow`, `parent-flow`, `proxy`, `transform`, … */
  readonly handler?: string;
  readonly path?: NwPath;
  /** `tcp`, `url hash: 1c6b7ead`, `tls`, …: what follows an endpoint without a state. */
  readonly parameters?: readonly string[];
  readonly incomplete?: true;
}

/** Source: `-[NWConcrete_nw_path description]`; public logs. `(null)` has no status. */
export interface NwPath {
  /** `satisfied`, `unsatisfied`, `satisfiable`, `unknown`. */
  readonly status: string | undefined;
  /** `Path is satisfied`, `No network route`, `Path was denied by NECP policy`, … */
  readonly reason: string | undefined;
  readonly interface?: string;
  /** What stands in brackets behind the interface: `802.11`, `lte`, … */
  readonly interfaceType?: string;
  readonly isViable: boolean;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  readonly dns: boolean;
  readonly proxy: boolean;
  /** `wifi`, `cell`, … */
  readonly uses: readonly string[];
  /** Link quality: `good`, `moderate`, `poor`, … */
  readonly lqm?: string;
  /** Everything else as it is written: `scoped`, `expensive`, `constrained`, `flow divert agg: 1`, `fallback: {…}`. */
  readonly attributes: readonly string[];
  readonly incomplete?: true;
}

/** A diverted flow. What the log leaves empty is missing here. Source: the format string in libnetworkextension, `NEFlow type = %s, …`. */
export interface NeFlow {
  /** `stream` or `datagram`. */
  readonly type?: string | Redacted;
  /** Signing identifier of the app. */
  readonly app?: string | Redacted;
  /** Host name, where the app asked for one. */
  readonly name?: string | Redacted;
  /** Address and port; the port is often 0, because the socket has none yet. */
  readonly local?: string | Redacted;
  readonly remote?: string | Redacted;
  /** Number or UUID of the content filter's socket. */
  readonly filterId?: string | Redacted;
  readonly interface?: string | Redacted;
  /** The app bound its socket to the interface. */
  readonly isBound: boolean;
  readonly incomplete?: true;
}
