import type { Cite, PowerPhase } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import type { Activity } from './provider-activity.ts';

/** One wake and the sleep after it. */
export interface Cycle {
  readonly from: Micros;
  readonly to: Micros;
  /** A full wake, or a dark one that became full. */
  readonly isFull: boolean;
  readonly wakeCite: Cite;
  readonly sleepCite: Cite | undefined;
}

/** Cycles by powerd and the kernel. A dark wake that turns into a full one is a full wake. */
export function cyclesOfPower(phases: readonly PowerPhase[]): {
  readonly cycles: readonly Cycle[];
  readonly hasPower: boolean;
} {
  const cycles: Cycle[] = [];
  phases.forEach((phase, i) => {
    const next = phases[i + 1];
    const wakeCite = phase.cites[0];
    if (wakeCite === undefined || phase.state === 'asleep' || phase.state === 'unknown') return;
    if (phase.to === undefined || next === undefined) {
      if (phase.state === 'awake')
        cycles.push({ from: phase.from, to: phase.from, isFull: true, wakeCite, sleepCite: undefined });
      return;
    }
    cycles.push({
      from: phase.from,
      to: phase.to,
      isFull: phase.state === 'awake' || next.state === 'awake',
      wakeCite,
      sleepCite: next.state === 'asleep' ? next.cites[0] : undefined,
    });
  });
  return { cycles, hasPower: phases.length > 0 };
}

/** Cycles by the provider's own words: from "wake" to the next "sleep". */
export function cyclesOfWords(activity: readonly Activity[]): Cycle[] {
  const cycles: Cycle[] = [];
  let wake: Activity | undefined;
  for (const each of activity) {
    if (each.word === 'wake') wake ??= each;
    if (each.word !== 'sleep' || wake === undefined) continue;
    cycles.push({ from: wake.at, to: each.at, isFull: false, wakeCite: wake.cite, sleepCite: each.cite });
    wake = undefined;
  }
  return cycles;
}
