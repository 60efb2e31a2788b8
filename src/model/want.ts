/** What the recogniser wants of an origin's records; asked once per origin, then answered by one array read. */
export type Want = 'none' | 'all' | WantProbe;

/** Only records whose message holds at least one of these literals (bytes compared, case matters). */
export interface WantProbe {
  readonly literals: readonly string[];
}
