import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { labelledTraffic, type TrafficOptions } from '../support/labelled-traffic.ts';

interface Measure {
  readonly joinable: number;
  readonly right: number;
  /** Wrong, and not said to be ambiguous. */
  readonly wrong: number;
  readonly ambiguous: number;
}

/** Joins of flows with app connections against the truth, over several seeds. */
async function measure(options: Omit<TrafficOptions, 'seed'>): Promise<Measure> {
  let joinable = 0;
  let right = 0;
  let wrong = 0;
  let ambiguous = 0;
  for (let seed = 1; seed <= 4; seed += 1) {
    const { log, truth } = labelledTraffic({ ...options, seed });
    const { flows } = await reportOn(log);
    joinable += truth.size;
    for (const flow of flows) {
      const join = flow.joins?.find((each) => each.with === 'connection');
      if (join === undefined) continue;
      const isRight = join.id.replace(/(:C\d+).*/, '$1') === truth.get(flow.hash ?? 0);
      if (join.ambiguous) ambiguous += 1;
      else if (isRight) right += 1;
      else wrong += 1;
    }
  }
  return { joinable, right, wrong, ambiguous };
}

describe('weights of the join of app connections and flows', () => {
  it('join nearly every flow of a quiet app whose endpoints are printed', async () => {
    const { joinable, right, wrong } = await measure({ flows: 100, pace: 0.5 });

    expect(wrong).toBe(0);
    expect(right / joinable).toBeGreaterThan(0.95);
  });

  it('join most flows where hosts are hashed', async () => {
    const { joinable, right, wrong } = await measure({ flows: 100, pace: 0.5, isRedacted: true });

    expect(wrong).toBe(0);
    expect(right / joinable).toBeGreaterThan(0.8);
  });

  it('do not join a flow with another’s connection where apps are silent', async () => {
    const { wrong } = await measure({ flows: 100, pace: 0.1, silent: 0.5 });

    expect(wrong).toBe(0);
  });

  it('call a burst ambiguous rather than guess', async () => {
    const { joinable, right, wrong, ambiguous } = await measure({ flows: 100, pace: 0.004 });
    const redacted = await measure({ flows: 100, pace: 0.004, isRedacted: true, silent: 0.3 });

    expect([wrong, redacted.wrong]).toEqual([0, 0]);
    expect(right + ambiguous).toBeGreaterThan(joinable * 0.6);
  });

  it('call connections that begin and end together ambiguous', async () => {
    const together = await measure({ flows: 200, pace: 2, burst: 4 });
    const redacted = await measure({ flows: 200, pace: 2, burst: 4, isRedacted: true });

    expect([together.wrong, redacted.wrong]).toEqual([0, 0]);
    expect(together.ambiguous).toBeGreaterThan(together.joinable / 2);
  });

  it('tell attempts of one connection apart where the app prints them', async () => {
    const { joinable, right, wrong } = await measure({ flows: 100, pace: 0.05, detailed: 1 });

    expect(wrong).toBe(0);
    expect(right / joinable).toBeGreaterThan(0.8);
  });
});
