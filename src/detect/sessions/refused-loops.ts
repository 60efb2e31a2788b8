import type { World } from '../../model/entity.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import type { WeighedCondition } from '../../model/why.ts';
import { atLeast, that } from '../cases.ts';
import { all } from '../weighing.ts';
import { type Attempt, lastedFor, type SessionTrace } from './attempt.ts';
import { hasDied } from './deaths.ts';

/** Source: detectors.md, start-refused-loop: five in a row within a minute, each over in two seconds. */
const AT_LEAST = 5;
const WINDOW_US = MINUTE;
const SHORT_US = 2 * SECOND;
/** The system itself tries so long to connect on demand when a network goes. */
const ON_DEMAND_US = 5 * SECOND;
/** These reasons are the subject of other detectors, or no refusal. */
const OTHERS = /plugin was disabled|stop command|logged out|user|went to sleep|updat|uninstall/i;

function isRefused(trace: SessionTrace, attempt: Attempt, world: World): boolean {
  const { isWhole, connected, stop, reason, troubles } = attempt;
  if (!isWhole || connected !== undefined || stop !== undefined || reason === undefined) return false;
  if (OTHERS.test(reason) || (lastedFor(attempt) ?? SHORT_US) >= SHORT_US) return false;
  return !troubles.some(({ name }) => name.endsWith('/interface-failed')) && !hasDied(trace, attempt, world);
}

/** Rows of refusals for one reason that are long enough, and not the system's own. */
export function refusedLoops(trace: SessionTrace, world: World): Attempt[][] {
  return refusalRows(trace, world).filter((row) => all(refusals(row)) === true);
}

/** What makes a row of refusals a loop. */
export function refusals(row: readonly Attempt[]): WeighedCondition[] {
  const [first] = row;
  return [
    atLeast('attempts in a row refused within 2 s each, within 1 min', row.length, AT_LEAST, first?.ended),
    that('they are no retries of the system on demand for less than 5 s', !isSystemsOwn(row), first?.reason),
  ];
}

/** Rows of refusals for one reason; each row goes on while every five of it stand within a minute. */
export function refusalRows(trace: SessionTrace, world: World): Attempt[][] {
  const rows: Attempt[][] = [];
  let row: Attempt[] = [];
  const close = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const attempt of trace.attempts) {
    const anchor = row.at(-(AT_LEAST - 1)) ?? row[0];
    const isNext =
      row.length === 0 ||
      (row[0]?.reason === attempt.reason && anchor !== undefined && attempt.first.at - anchor.first.at <= WINDOW_US);
    if (!isRefused(trace, attempt, world)) close();
    else if (isNext) row.push(attempt);
    else {
      close();
      row = [attempt];
    }
  }
  close();
  return rows;
}

function isSystemsOwn(row: readonly Attempt[]): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || !row.every(({ isOnDemand }) => isOnDemand)) return false;
  return last.first.at - first.first.at < ON_DEMAND_US;
}
