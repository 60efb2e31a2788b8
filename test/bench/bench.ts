/**
 * Measures whole runs of necropsy against programs everybody knows and prints what was reached beside what was aimed
 * at. Nothing here fails because of a time.
 *
 *   npm run bench -- [--size 200] [--growth] [--rounds 5] [--style default] [--archive 1000000] [--flows 100000] [--keep]
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type ArchiveCaptureFacts, writeArchiveCapture } from './archive-capture.ts';
import { archiveGoals, archiveJobs } from './archive-rows.ts';
import { type CaptureFacts, writeCapture } from './capture.ts';
import { type FlowCapture, flowCaptures, flowGoals, flowJobs, removeFlowCaptures } from './flow-rows.ts';
import type { Matching } from './matching.ts';
import { type Cost, inspect, interleave, type Job, ratio } from './measure.ts';
import { packCapture, packedGoals, packedJobs } from './packed-rows.ts';
import { type Goal, printGoals, printJobs } from './print.ts';
import type { Style } from './styles.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const necropsy = join(root, 'bin', 'run.js');
const peakMemory = pathToFileURL(join(here, 'peak-memory.js')).href;
const SEED = 20_260_318;
const GROWTH = 5;
const SHORT_LINES = 2000;

interface Capture {
  readonly style: Style;
  readonly megabytes: number;
  readonly path: string;
  readonly facts: CaptureFacts;
  /** Stays for the next run. */
  readonly kept: boolean;
}

const { values: flags } = parseArgs({
  options: {
    size: { type: 'string', default: '200' },
    growth: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    style: { type: 'string', multiple: true, default: ['default', 'ndjson'] },
    archive: { type: 'string', default: '1000000' },
    flows: { type: 'string', default: '100000' },
    keep: { type: 'boolean', default: false },
  },
});

await main();

async function main(): Promise<void> {
  const size = Number(flags.size);
  const rounds = Number(flags.rounds);
  const styles = flags.style.filter((style): style is Style => style === 'default' || style === 'ndjson');
  if (!(size > 0) || !(rounds >= 0) || styles.length === 0)
    throw new Error('--size and --rounds take numbers, --style takes default or ndjson');

  const captures = styles.map((style) => capture(style, size));
  const large = flags.growth ? styles.map((style) => capture(style, size * GROWTH)) : [];
  const short = shortCapture(captures);
  const archive = Number(flags.archive) > 0 ? archiveCapture(Number(flags.archive)) : undefined;
  const folder = join(root, '.bench', 'captures');
  const flows =
    Number(flags.flows) > 0
      ? flowCaptures(styles, { folder, flows: Number(flags.flows), seed: SEED, keep: flags.keep })
      : [];
  const packed = captures[0] === undefined ? undefined : await packCapture(captures[0].path);
  try {
    if (rounds > 0) measureAll(captures, large, { short, archive, packed, flows }, rounds);
  } finally {
    if (packed !== undefined) rmSync(packed, { force: true });
    if (!flags.keep && archive !== undefined) rmSync(archive.path, { force: true, recursive: true });
    if (!flags.keep) removeFlowCaptures(flows);
    if (!flags.keep)
      for (const path of [short, ...[...captures, ...large].map((made) => made.path)]) rmSync(path, { force: true });
  }
}

interface Others {
  readonly short: string;
  readonly archive: ArchiveCapture | undefined;
  readonly packed: string | undefined;
  readonly flows: readonly FlowCapture[];
}

function measureAll(
  captures: readonly Capture[],
  large: readonly Capture[],
  { short, archive, packed, flows }: Others,
  rounds: number,
): void {
  const jobs: Job[] = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'], bytes: 0 },
    { name: 'necropsy --version', command: [process.execPath, necropsy, '--version'], bytes: 0 },
    { name: `necropsy analyze, ${SHORT_LINES} lines`, command: analyze(short), bytes: statSync(short).size },
    ...captures.flatMap((made): Job[] => [
      { name: `wc -l, ${label(made)}`, command: ['wc', '-l', made.path], bytes: made.facts.bytes },
      { name: `necropsy analyze, ${label(made)}`, command: analyze(made.path), bytes: made.facts.bytes },
      {
        name: `naive readline, ${label(made)}`,
        command: [process.execPath, join(here, 'naive.js'), made.style, made.path],
        bytes: made.facts.bytes,
      },
    ]),
    ...large.flatMap((made): Job[] => [
      { name: `wc -l, ${label(made)}`, command: ['wc', '-l', made.path], bytes: made.facts.bytes },
      { name: `necropsy analyze, ${label(made)}`, command: analyze(made.path), bytes: made.facts.bytes },
    ]),
    ...flowJobs(flows, necropsy, join(here, 'phases.js')),
    ...(packed === undefined ? [] : packedJobs(packed, necropsy)),
    ...(archive === undefined ? [] : archiveJobs(archive.path, archive.facts, necropsy, join(here, 'archive-all.js'))),
  ];

  say(
    'first a run of each that is not timed: it fills the caches, reads the peak memory and compares the records found',
  );
  const peaks = new Map<string, number | undefined>();
  for (const job of jobs) {
    const { stdout, peakMiB } = inspect(job, peakMemory);
    peaks.set(job.name, peakMiB);
    const made = [...captures, ...large].find((one) => job.command.includes(one.path));
    if (made !== undefined && job.command[0] === process.execPath) compareRecords(job, stdout, made.facts.records);
  }
  const costs = interleave(jobs, rounds, (round) => say(`round ${round} of ${rounds}`));

  const matchings = captures.map((made) => ({ made, matching: matchingOf(made) }));

  const print = (text: string) => process.stdout.write(text);
  print(
    `\nNode ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores; medians of ${rounds} interleaved rounds\n\n`,
  );
  printJobs(print, jobs, costs, peaks);
  for (const { made, matching } of matchings)
    print(
      `\n${label(made)}: ${matching.ofInterest.toLocaleString('en')} of ${matching.all.toLocaleString('en')} records read reach the recogniser with the whole catalog, ${matching.recognised.toLocaleString('en')} are events\n`,
    );
  const ofArchive = archive === undefined ? [] : archiveGoals(costs, peaks);
  printGoals(print, [
    ...goals(captures, large, costs, peaks),
    ...flowGoals(flows, costs, peaks),
    ...(packed === undefined ? [] : packedGoals(costs)),
    ...ofArchive,
    ...matchings.map(matchingGoal),
  ]);
}

function goals(
  captures: readonly Capture[],
  large: readonly Capture[],
  costs: ReadonlyMap<string, readonly Cost[]>,
  peaks: ReadonlyMap<string, number | undefined>,
): readonly Goal[] {
  const of = (name: string) => costs.get(name) ?? [];
  const bare = of('node -e 0');
  const growth = (made: Capture, small: Capture): Goal => ({
    name: `time of ${label(made)} / ${label(small)}`,
    wanted: 4.5,
    atLeast: false,
    unit: '×',
    reached: ratio(of(`necropsy analyze, ${label(made)}`), of(`necropsy analyze, ${label(small)}`)),
  });
  const perCapture = captures.flatMap((made): Goal[] => [
    {
      name: `naive program / necropsy, ${label(made)}`,
      wanted: 4,
      atLeast: true,
      unit: '×',
      reached: ratio(of(`naive readline, ${label(made)}`), of(`necropsy analyze, ${label(made)}`)),
    },
    {
      name: `necropsy / wc -l, ${label(made)}`,
      wanted: 9,
      atLeast: false,
      unit: '×',
      reached: ratio(of(`necropsy analyze, ${label(made)}`), of(`wc -l, ${label(made)}`)),
    },
  ]);
  const memory = [...captures, ...large].map(
    (made): Goal => ({
      name: `peak memory, ${label(made)}`,
      wanted: 200,
      atLeast: false,
      unit: 'MiB',
      reached: peaks.get(`necropsy analyze, ${label(made)}`) ?? Number.NaN,
    }),
  );
  const perLarge = large.flatMap((made, index) => {
    const small = captures[index];
    return small === undefined ? [] : [growth(made, small)];
  });
  return [
    ...perCapture,
    ...memory,
    ...perLarge,
    {
      name: 'necropsy --version / node -e 0',
      wanted: 2.2,
      atLeast: false,
      unit: '×',
      reached: ratio(of('necropsy --version'), bare),
    },
    {
      name: `${SHORT_LINES} lines / node -e 0`,
      wanted: 3,
      atLeast: false,
      unit: '×',
      reached: ratio(of(`necropsy analyze, ${SHORT_LINES} lines`), bare),
    },
  ];
}

/** Recognising alone, in a process of its own; see `matching.ts`. */
function matchingOf(made: Capture): Matching {
  const command: Job['command'] = [process.execPath, join(here, 'matching.js'), made.path];
  const { stdout } = inspect({ name: `matching, ${label(made)}`, command, bytes: 0 }, peakMemory);
  return JSON.parse(stdout) as Matching;
}

function matchingGoal({ made, matching }: { readonly made: Capture; readonly matching: Matching }): Goal {
  return {
    name: `recognising a record of interest, ${label(made)}`,
    wanted: 0.6,
    atLeast: false,
    unit: 'µs',
    reached: matching.ns / 1000,
  };
}

/** A comparison of times means nothing where the programs did not read the same. */
function compareRecords(job: Job, stdout: string, expected: number): void {
  const answer = JSON.parse(stdout) as { records?: number; capture?: { records?: number } };
  const found = answer.records ?? answer.capture?.records;
  if (found !== expected) throw new Error(`${job.name} found ${found} records where the capture holds ${expected}`);
}

function analyze(path: string): Job['command'] {
  return [process.execPath, necropsy, 'analyze', path, '--format', 'json'];
}

function label(made: Capture): string {
  return `${made.megabytes} MB ${made.style}`;
}

/** Makes a capture, or takes the one an earlier run with `--keep` left. */
function capture(style: Style, megabytes: number): Capture {
  const folder = join(root, '.bench', 'captures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${style}-${megabytes}.${style === 'default' ? 'log' : style}`);
  const factsPath = `${path}.json`;
  const made = { style, megabytes, path };
  if (existsSync(path) && existsSync(factsPath)) {
    const facts = JSON.parse(readFileSync(factsPath, 'utf8')) as CaptureFacts & { seed: number };
    if (facts.seed === SEED && facts.bytes === statSync(path).size) return { ...made, facts, kept: true };
  }
  say(`making ${path}`);
  const facts = writeCapture(path, { style, bytes: megabytes * 1e6, seed: SEED });
  if (flags.keep) writeFileSync(factsPath, JSON.stringify({ ...facts, seed: SEED }));
  return { ...made, facts, kept: flags.keep };
}

interface ArchiveCapture {
  readonly path: string;
  readonly facts: ArchiveCaptureFacts;
}

/** Makes a log archive, or takes the one an earlier run with `--keep` left. */
function archiveCapture(entries: number): ArchiveCapture {
  const path = join(root, '.bench', 'captures', `${entries}.logarchive`);
  const factsPath = `${path}.json`;
  if (existsSync(path) && existsSync(factsPath))
    return { path, facts: JSON.parse(readFileSync(factsPath, 'utf8')) as ArchiveCaptureFacts };
  say(`making ${path}`);
  const facts = writeArchiveCapture(path, entries, SEED);
  if (flags.keep) writeFileSync(factsPath, JSON.stringify(facts));
  return { path, facts };
}

/** The first lines of a capture as a file of their own: what starting up costs when there is little to read. */
function shortCapture([first]: readonly Capture[]): string {
  if (first === undefined) throw new Error('no capture');
  const path = `${first.path}.short`;
  const lines = readFileSync(first.path)
    .subarray(0, SHORT_LINES * 2000)
    .toString('utf8')
    .split('\n')
    .slice(0, SHORT_LINES);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
