import { join, relative } from 'node:path';
import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { nearest } from './nearest.ts';
import { note, writeResult } from './output.ts';
import { reportFlags } from './report-flags.ts';
import { type ReportFlags, runReport } from './report-run.ts';
import { listSamples, type Sample } from './samples.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';

const DEFAULT_SCENARIO = 'udp-self-loop';
const DEMO_WIDTH = 100;

export class Demo extends Command {
  static override readonly summary = 'Analyse a sample capture whose answer is known.';
  static override readonly usage = 'demo [SCENARIO] [FLAGS]';
  static override readonly examples = ['<%= config.bin %> demo', '<%= config.bin %> demo --list'];
  static override readonly args = {
    scenario: Args.string({ ignoreStdin: true, description: `A sample; ${DEFAULT_SCENARIO} where none is named.` }),
  };
  static override readonly flags = {
    list: Flags.boolean({ summary: 'List the samples.', helpGroup: 'SELECT' }),
    ...reportFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Demo);
    const samples = listSamples();
    if (flags.list) {
      const { renderNames } = await import('../render/terminal/names.ts');
      const around = surroundings();
      const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
      await writeResult(renderNames(samples, options), flags.output);
      return;
    }
    const sample = choose(samples, args.scenario ?? DEFAULT_SCENARIO);
    const pathOf = (file: string): string => here(join(this.config.root, 'samples', sample.name, file));
    const grammar = [...sample.grammars.map(pathOf), ...(flags.grammar ?? [])];
    if (!flags.quiet) note(`demo ${sample.name}: ${sample.title}`);
    process.exitCode = await runReport(sample.files.map(pathOf), withScreen({ ...flags, grammar }), this.config);
  }
}

/** Off a terminal too: the demo is there to show the screen. */
function withScreen<F extends ReportFlags>(flags: F): F {
  const around = surroundings();
  return flags.output === undefined && !around.isTerminal ? { ...flags, width: flags.width ?? DEMO_WIDTH } : flags;
}

function choose(samples: readonly Sample[], wanted: string): Sample {
  const sample = samples.find(({ name }) => name === wanted);
  if (sample !== undefined) return sample;
  const names = samples.map(({ name }) => name);
  const near = nearest(wanted, names);
  throw new UserError(`no sample is called ${wanted}`, {
    exitCode: 2,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the samples: ${names.join(', ') || 'none'}`,
  });
}

/** The path as a person standing here would type it. */
function here(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
