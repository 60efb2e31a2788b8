import type { Cite, ProviderKind } from '../../model/entity.ts';
import type { EventName } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';

/** A program that commands a session, as nesessionmanager names it. */
export interface Client {
  readonly name: string;
  readonly pid: number | undefined;
}

/** A command, when it came, and the line that tells of it. */
export interface Command {
  readonly at: Micros;
  readonly cite: Cite;
  readonly client: Client;
}

/** A line that tells why an attempt fails. */
export interface Trouble {
  readonly name: EventName;
  readonly cite: Cite;
}

/** One try at a session: from the start command, or the first status on the way up, to `disconnected`. */
export interface Attempt {
  readonly first: Cite;
  /** False where the log begins in the middle of it. */
  readonly isWhole: boolean;
  readonly start: Command | undefined;
  /** The start was asked for by a rule that connects on demand. */
  readonly isOnDemand: boolean;
  /** Start commands while it was on its way or up. */
  readonly repeats: number;
  readonly lastRepeat: Cite | undefined;
  readonly connected: Cite | undefined;
  /** The accepted stop command, the first one. */
  readonly stop: Command | undefined;
  /** `disconnected`. */
  readonly ended: Cite | undefined;
  /** `last stop reason …`, else the reason that the plugin gave. */
  readonly reason: string | undefined;
  /** The provider's process; undefined where none was started. */
  readonly pid: number | undefined;
  /** At most eight. */
  readonly troubles: readonly Trouble[];
}

export type MutableAttempt = { -readonly [K in keyof Omit<Attempt, 'troubles'>]: Attempt[K] } & {
  readonly troubles: Trouble[];
};

/** All attempts at one configuration, the newest of them where there are too many. */
export interface SessionTrace {
  readonly uuid: string;
  readonly name: string;
  readonly sessionClass: string;
  readonly kind: ProviderKind;
  /** Bundle of its plugin, as nesessionmanager names it. */
  readonly bundle: string | undefined;
  readonly attempts: readonly Attempt[];
}

export type MutableTrace = { -readonly [K in keyof Omit<SessionTrace, 'attempts'>]: SessionTrace[K] } & {
  readonly attempts: MutableAttempt[];
};

/** µs from `connected` to `disconnected`; undefined where it was not both. */
export function connectedFor({ connected, ended }: Attempt): number | undefined {
  return connected === undefined || ended === undefined ? undefined : ended.at - connected.at;
}

/** µs from the first line to `disconnected`. */
export function lastedFor({ first, ended }: Attempt): number | undefined {
  return ended === undefined ? undefined : ended.at - first.at;
}
