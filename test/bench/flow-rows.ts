import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowCaptureFacts, writeFlowCapture } from './flow-capture.ts';
import { type Cost, type Job, median } from './measure.ts';
import type { Goal } from './print.ts';
import type { Style } from './styles.ts';

export interface FlowCapture {
  readonly style: Style;
  readonly path: string;
  readonly facts: FlowCaptureFacts;
}

const STAGES = ['decode', 'recognise', 'correlate'] as const;

/** Makes captures that are flows above all, or takes those that an earlier run with `--keep` left. */
export function flowCaptures(
  styles: readonly Style[],
  { folder, flows, seed, keep }: { folder: string; flows: number; seed: number; keep: boolean },
): readonly FlowCapture[] {
  mkdirSync(folder, { recursive: true });
  return styles.map((style) => {
    const path = join(folder, `flows-${flows}.${style === 'default' ? 'log' : style}`);
    const factsPath = `${path}.json`;
    if (existsSync(path) && existsSync(factsPath)) {
      const facts = JSON.parse(readFileSync(factsPath, 'utf8')) as FlowCaptureFacts & { seed: number };
      if (facts.seed === seed && facts.bytes === statSync(path).size) return { style, path, facts };
    }
    process.stderr.write(`making ${path}\n`);
    const facts = writeFlowCapture(path, { style, flows, seed });
    if (keep) writeFileSync(factsPath, JSON.stringify({ ...facts, seed }));
    return { style, path, facts };
  });
}

export function removeFlowCaptures(captures: readonly FlowCapture[]): void {
  for (const { path } of captures) rmSync(path, { force: true });
}

/** A whole run, and runs that stop after a stage. */
export function flowJobs(captures: readonly FlowCapture[], necropsy: string, phases: string): Job[] {
  return captures.flatMap((made) => [
    {
      name: nameOf('analyze', made),
      command: [process.execPath, necropsy, 'analyze', made.path, '--format', 'json'],
      bytes: made.facts.bytes,
    },
    ...STAGES.map(
      (stage): Job => ({
        name: nameOf(stage, made),
        command: [process.execPath, phases, stage, made.path],
        bytes: made.facts.bytes,
      }),
    ),
  ]);
}

export function flowGoals(
  captures: readonly FlowCapture[],
  costs: ReadonlyMap<string, readonly Cost[]>,
  peaks: ReadonlyMap<string, number | undefined>,
): Goal[] {
  return captures.flatMap((made): Goal[] => {
    const cpu = (stage: string): readonly number[] => (costs.get(nameOf(stage, made)) ?? []).map((cost) => cost.cpu);
    const [decode, recognise, correlate] = STAGES.map(cpu);
    const ratios = decode?.map(
      (all, round) => ((correlate?.[round] ?? Number.NaN) - (recognise?.[round] ?? Number.NaN)) / all,
    );
    return [
      {
        name: `correlating / decoding, ${label(made)}`,
        wanted: 3,
        atLeast: false,
        unit: '×',
        reached: median(ratios ?? []),
      },
      {
        name: `peak memory, ${label(made)}`,
        wanted: 200,
        atLeast: false,
        unit: 'MiB',
        reached: peaks.get(nameOf('analyze', made)) ?? Number.NaN,
      },
    ];
  });
}

function nameOf(stage: string, made: FlowCapture): string {
  return stage === 'analyze' ? `necropsy analyze, ${label(made)}` : `${stage} alone, ${label(made)}`;
}

function label({ style, facts }: FlowCapture): string {
  return `${facts.flows.toLocaleString('en')} flows ${style}`;
}
