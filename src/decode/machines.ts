import type { InputHead } from './zones.ts';

const MINUTE_US = 60_000_000;

/**
 * Which inputs are of one machine: a number per input, 0 for the first one's. Inputs are of different machines only where
 * both name their boots, have none in common, and ran at the same time: a machine runs one boot at a time. Whatever names no
 * boot belongs to what came in the same container, else to the first machine whose time it shares.
 */
export function alignMachines(heads: readonly InputHead[]): number[] {
  const machines: number[][] = [];
  const result = new Array<number>(heads.length).fill(0);
  const place = (input: number, machine: number): void => {
    result[input] = machine;
    if (machine === machines.length) machines.push([]);
    machines[machine]?.push(input);
  };
  for (const [input, head] of heads.entries()) {
    if ((head.boots ?? []).length === 0) continue;
    const fitting = machines.findIndex((members) => members.every((other) => !areApart(head, heads[other])));
    place(input, fitting >= 0 ? fitting : machines.length);
  }
  for (const [input, head] of heads.entries()) {
    if ((head.boots ?? []).length > 0) continue;
    place(input, nearestOf(head, machines, heads));
  }
  return result;
}

function nearestOf(head: InputHead, machines: readonly (readonly number[])[], heads: readonly InputHead[]): number {
  const { container } = head;
  const isAny = (members: readonly number[], test: (other: InputHead) => boolean): boolean =>
    members.some((other) => heads[other] !== undefined && test(heads[other]));
  const together = machines.findIndex(
    (members) => container !== undefined && isAny(members, (other) => other.container === container),
  );
  if (together >= 0) return together;
  return Math.max(
    0,
    machines.findIndex((members) => isAny(members, (other) => overlap(head, other))),
  );
}

/** Two boots at one time are two machines. */
function areApart(a: InputHead | undefined, b: InputHead | undefined): boolean {
  if (a?.boots === undefined || b?.boots === undefined) return false;
  return !a.boots.some((boot) => b.boots?.includes(boot)) && overlap(a, b);
}

/** Where the end is not known, only its beginning counts. */
function overlap(a: InputHead, b: InputHead): boolean {
  if (a.first === undefined || b.first === undefined) return false;
  const [aFrom, aTo] = spanOf(a);
  const [bFrom, bTo] = spanOf(b);
  return aFrom < bTo && bFrom < aTo;
}

function spanOf({ first, last, offsetMinutes }: InputHead): [number, number] {
  const from = (first ?? 0) - (offsetMinutes ?? 0) * MINUTE_US;
  return [from, from + (last ?? first ?? 0) - (first ?? 0) + 1];
}
