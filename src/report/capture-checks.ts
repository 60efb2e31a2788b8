import { recordCommand } from '../lib/record-command.ts';
import type { World } from '../model/entity.ts';
import type { InputSummary } from '../model/input.ts';
import type { QualityCheck } from '../model/report.ts';
import { MINUTE, SECOND } from '../model/units.ts';
import type { ReportClock } from './iso.ts';
import type { CaptureSigns } from './signs.ts';

export interface SignsInput {
  readonly summaries: readonly InputSummary[];
  readonly world: World;
  readonly signs: CaptureSigns;
  readonly clock: ReportClock;
}

/** So many lines must be there before their gaps and their privacy say anything. */
const AT_LEAST = 50;
const LONG_GAP_US = 10 * MINUTE;
const PRIVATE_SHARE = 0.1;
/** A class that begins this long after the first record leaves its beginning dark. */
const LATE_CLASS_US = SECOND;

/** What the lines themselves tell of the capture; only what is worth a word. */
export function signChecks(input: SignsInput): QualityCheck[] {
  return [
    classCheck(input),
    gapCheck(input),
    clockCheck(input),
    privacyCheck(input),
    pidCheck(input),
    speakerCheck(input),
    bootCheck(input),
    windowCheck(input),
  ].filter((check) => check !== undefined);
}

/** `=== log class: in-memory begins`: before it, info and debug lines were not kept, and their absence says nothing. */
function classCheck({ signs, summaries, clock }: SignsInput): QualityCheck | undefined {
  const late = signs.classes.find(({ name, at, input }) => {
    const first = summaries[input]?.first;
    return /memory|special/i.test(name) && first !== undefined && at - first > LATE_CLASS_US;
  });
  if (late === undefined) return undefined;
  return {
    check: 'log-class',
    state: 'amber',
    message: `${late.name} lines (info, debug) are kept only from ${clock.iso(late.at, late.input)} on`,
    remedy: 'sudo log collect --last 1h --output soon-after.logarchive',
  };
}

function gapCheck({ signs, world, clock }: SignsInput): QualityCheck | undefined {
  const { gap } = signs;
  if (signs.events < AT_LEAST || gap === undefined || gap.to - gap.from < LONG_GAP_US) return undefined;
  const slept = world.power.some(
    ({ state, from, to }) => state === 'asleep' && from < gap.to && (to === undefined || to > gap.from),
  );
  if (slept || world.boots.some(({ from }) => from > gap.from && from <= gap.to)) return undefined;
  const minutes = Math.round((gap.to - gap.from) / MINUTE);
  return {
    check: 'gap',
    state: 'amber',
    message: `no line of interest for ${minutes} min from ${clock.iso(gap.from)} on, and no sleep is logged: what happened there cannot be seen`,
    remedy: recordCommand('2h'),
  };
}

function clockCheck({ signs }: SignsInput): QualityCheck | undefined {
  if (signs.clockSteps === 0) return undefined;
  const message = `the clock was set ${signs.clockSteps} times while this was logged: times before and after do not compare`;
  return { check: 'clock', state: 'amber', message };
}

function privacyCheck({ signs }: SignsInput): QualityCheck | undefined {
  const share = signs.redacted / Math.max(1, signs.events);
  if (signs.events < AT_LEAST || share < PRIVATE_SHARE) return undefined;
  return {
    check: 'privacy',
    state: 'amber',
    message: `${Math.round(share * 100)} % of the lines have <private> parts, so less can be joined; a logging profile with Enable-Private-Data shows them`,
    remedy: recordCommand(),
  };
}

function pidCheck({ world }: SignsInput): QualityCheck | undefined {
  let count = 0;
  for (const run of world.processes) if (run.isByName) count += 1;
  if (count === 0) return undefined;
  return {
    check: 'pids',
    state: 'amber',
    message: 'the export prints no process ids: processes of one name cannot be told apart',
    remedy: recordCommand(),
  };
}

/** A provider without nesessionmanager, or flows without the kernel: half of the story is missing. */
function speakerCheck({ world, signs }: SignsInput): QualityCheck | undefined {
  const names = new Set([...world.processes].map(({ name }) => name));
  const hasProvider = [...world.processes].some(({ provider, lines }) => provider !== undefined && lines > 0);
  if (!hasProvider || signs.events < AT_LEAST) return undefined;
  const missing = [
    ...(names.has('nesessionmanager') ? [] : ['nesessionmanager (sessions)']),
    ...(names.has('kernel') ? [] : ['kernel (flows, deaths, sleep)']),
  ];
  if (missing.length === 0) return undefined;
  const message = `no line of ${missing.join(', ')}: what they would tell cannot be seen`;
  return { check: 'processes', state: 'amber', message, remedy: recordCommand() };
}

function bootCheck({ world }: SignsInput): QualityCheck | undefined {
  if (world.boots.length < 2) return undefined;
  const message = `${world.boots.length} boots: process ids and flow hashes start over at each`;
  return { check: 'boots', state: 'green', message };
}

/** Whether anything begins or ends in the capture: without that it was taken too late, or too short. */
function windowCheck({ world, signs }: SignsInput): QualityCheck | undefined {
  if (signs.events < AT_LEAST) return undefined;
  const isEventful =
    world.power.length > 1 ||
    world.paths.length > 0 ||
    [...world.sessions].some(({ history }) => history.length > 0) ||
    [...world.processes].some(({ end, spawned }) => end !== undefined || spawned !== undefined) ||
    !isEmpty(world.flows) ||
    !isEmpty(world.connections) ||
    !isEmpty(world.filterFlows);
  if (isEventful) return undefined;
  return {
    check: 'window',
    state: 'amber',
    message: 'nothing begins or ends in this window: no flow, no session change, no start, no death',
    remedy: recordCommand('2h'),
  };
}

function isEmpty(list: Iterable<unknown>): boolean {
  for (const _ of list) return false;
  return true;
}
