import type { Grade, Join, JoinSide } from '../../model/cite.ts';

/**
 * What agreement is worth. Source: id-correlation 4 (proposal), calibrated on labelled traffic of our own
 * (test/correlate/join-weights.test.ts): no wrong join that is not called ambiguous.
 */
export const WEIGHTS = {
  /** Equal `ip:port` of the other end. */
  remote: 40,
  /** Equal host name. */
  host: 20,
  /** Equal port of the other end, where the address is not known on one side. */
  port: 5,
  /** Same signing identifier or process name. */
  app: 15,
  /** A process name that may be the app's. */
  appGuess: 10,
  /** Same pid on both sides. */
  pid: 10,
  localPort: 20,
  interface: 10,
  /** The app asked before the kernel and the provider told of it. */
  order: 10,
  /** Within 5 ms of each other. */
  near: 10,
  /** Each ms beyond that. */
  perMs: -1,
  far: -40,
  /** Both ended within 50 ms of each other. */
  end: 15,
  /** A diverted socket does not run over a channel. */
  channel: -20,
} as const;

/** Less than this is no join. */
export const THRESHOLD = 50;
/** A runner-up nearer than this makes the join ambiguous. */
export const MARGIN = 10;

const NEAR_US = 5_000;

/** Sums up weights and keeps what they stand for. */
export class Score {
  points = 0;
  readonly reasons: string[] = [];

  add(points: number, reason: string): void {
    this.points += points;
    this.reasons.push(reason);
  }

  /** Distance in time of two signs of one beginning. */
  distance(us: number): void {
    const ms = Math.abs(us) / 1_000;
    const words = `${Math.round(ms * 10) / 10} ms apart`;
    if (Math.abs(us) <= NEAR_US) this.add(WEIGHTS.near, words);
    else this.add(Math.max(WEIGHTS.far, Math.round(ms - NEAR_US / 1_000) * WEIGHTS.perMs), words);
  }
}

/** A join by score; a runner-up that is near makes it ambiguous, and then it is no more than a presumption. */
export function scoredJoin(
  side: JoinSide,
  id: string,
  score: number,
  runnerUp: number | undefined,
  reasons: readonly string[],
): Join {
  const margin = runnerUp === undefined ? undefined : score - runnerUp;
  const isAmbiguous = margin !== undefined && margin < MARGIN;
  const grade: Grade = isAmbiguous ? 'presumed' : 'inferred';
  return { with: side, id, grade, score, ...(margin === undefined ? {} : { margin }), isAmbiguous, reasons };
}

export function exactJoin(side: JoinSide, id: string, reason: string): Join {
  return { with: side, id, grade: 'exact', isAmbiguous: false, reasons: [reason] };
}

/** The port of `192.0.2.7:443`, `2001:db8::1.443`, `example.com:443`, `Hostname#9a0934c3:443`. */
export function portOf(endpoint: string | undefined): number | undefined {
  const port = endpoint === undefined ? undefined : /[.:](\d{1,5})$/.exec(endpoint)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** Address or host without its port; undefined where privacy took it. */
export function hostOf(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined || /[#<]/.test(endpoint)) return undefined;
  const host = endpoint.replace(/[.:]\d{1,5}$/, '').toLowerCase();
  return host === '' || host === '::' || host === '0.0.0.0' ? undefined : host;
}

export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':');
}
